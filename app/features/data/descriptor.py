"""`datapackage.json`: what the package holds, as the Data Package standard (2.0) describes it.

Titles and descriptions are in English. The bokmål stands beside them (`title:nb`), under names that
the standard leaves free.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from app.config import settings
from app.domain.language import DEFAULT, SOURCE
from app.domain.message import LocalText, Message
from app.domain.release import Release
from app.features.data.about_dataset import DESCRIPTION, KEYWORDS, TITLE, identifier
from app.features.data.holdings import DatasetPart
from app.features.data.licences import LICENCE_ID, Licensed
from app.web.api.attribution import LICENCE_NAME, LICENCE_URL
from app.web.api.tables import CellKind, Column
from app.web.made_up import described, file_stem, titled
from app.web.words.languages import translate

PROFILE: Final = "https://datapackage.org/profiles/2.0"

_TYPES: Final = {
    CellKind.TEXT: "string",
    CellKind.CODE: "string",
    CellKind.INTEGER: "integer",
    CellKind.POINTS: "number",
    CellKind.NUMBER: "number",
    CellKind.DATE: "date",
    CellKind.YES_NO: "boolean",
}

Described = dict[str, Any]


class Written(Protocol):
    """A file that has been written."""

    @property
    def bytes(self) -> int: ...

    @property
    def sha256(self) -> str: ...


def descriptor(
    release: Release, parts: Sequence[DatasetPart], files: Mapping[str, Written]
) -> Described:
    """The descriptor of a release; `files` are those of its tables, by table."""
    site = settings().site_address
    keys = {part.name: list(part.key) for part in parts}
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": file_stem(release),
        "id": identifier(release),
        **_said("title", titled(TITLE, release)),
        **_said("description", described(DESCRIPTION, release)),
        "homepage": f"{site}/data?release={release.number}",
        "version": str(release.number),
        "created": release.published_at.isoformat().replace("+00:00", "Z"),
        "synthetic": release.demo,
        "sha256OfRelease": release.sha256,
        "keywords": list(KEYWORDS),
        "contributors": [{"title": settings().publisher_name, "roles": ["publisher"]}],
        "licenses": [_licence()],
        "sources": [] if release.demo else _sources(parts),
        "resources": [_resource(part, keys, files[part.name], demo=release.demo) for part in parts],
    }


def _resource(
    part: DatasetPart, keys: Mapping[str, list[str]], file: Written, *, demo: bool
) -> Described:
    found: Described = {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": part.name,
        "type": "table",
        "path": part.file,
        **_said("title", part.title),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "licenses": [_licence()],
        "schema": {
            "$schema": f"{PROFILE}/tableschema.json",
            "fields": [_field(column, part) for column in part.table.columns],
            "primaryKey": keys[part.name],
            "missingValues": [""],
        },
    }
    if part.sources and not demo:
        found["sources"] = [_source(source) for source in part.sources]
    if part.refers:
        found["schema"]["foreignKeys"] = [
            {"fields": keys[other], "reference": {"resource": other, "fields": keys[other]}}
            for other in part.refers
        ]
    return found


def _field(column: Column, part: DatasetPart) -> Described:
    found: Described = {
        "name": column.name,
        "type": _TYPES[column.kind],
        **_said("description", column.meaning),
    }
    if column.name in part.key:
        found["constraints"] = {"required": True}
    return found


def _said(name: str, text: Message | LocalText) -> Described:
    """A text in English, and in bokmål beside it."""
    return {name: translate(text, SOURCE), f"{name}:{DEFAULT}": translate(text, DEFAULT)}


def _licence() -> Described:
    return {"name": LICENCE_ID, "path": LICENCE_URL, "title": LICENCE_NAME}


def _sources(parts: Sequence[DatasetPart]) -> list[Described]:
    """Every source once, in the order of the tables."""
    unique = dict.fromkeys(source for part in parts for source in part.sources)
    return [_source(source) for source in unique]


def _source(source: Licensed) -> Described:
    found: Described = {"title": f"{source.title} ({source.maker})"}
    if source.url:
        found["path"] = source.url
    found["licence"] = translate(source.licence, SOURCE)
    return found
