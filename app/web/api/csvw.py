"""The description of a CSV file for programs, after CSV on the Web: what each column is called,
what it holds and of which type it is.

It lies beside the file, under the name that the standard looks for, and the file's answer leads to
it (`Link`, `describedby`). Columns are described by the same words as in workbooks.
"""

from typing import Any, Final

from app.config import settings
from app.domain.message import LocalText, Message, Say, say
from app.domain.release import Release
from app.web.api.attribution import LICENCE_URL, attribution
from app.web.api.tables import CellKind, Column, Table
from app.web.made_up import MADE_UP

MEDIA_TYPE: Final = "application/csvm+json"
DESCRIBED_BY: Final = "describedby"
DESCRIBES: Final = "describes"
"""Relations of a link: from the file to its description, and back."""

_CONTEXT: Final = "http://www.w3.org/ns/csvw"
_DIALECT: Final = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
}
_TYPES: Final = {
    CellKind.TEXT: "string",
    CellKind.CODE: "string",
    CellKind.INTEGER: "integer",
    CellKind.POINTS: "decimal",
    CellKind.NUMBER: "decimal",
    CellKind.DATE: "date",
    CellKind.YES_NO: "boolean",
}

Described = dict[str, Any]


def csv_description(
    table: Table, release: Release, words: Say, language: str, address: str
) -> Described:
    """The description of the file at an address, with its texts in a language."""

    def said(text: Message | LocalText) -> Described:
        return {"@value": words(text), "@language": language}

    def described(column: Column) -> Described:
        unit = {"schema:unitText": said(say("points"))} if column.kind is CellKind.POINTS else {}
        return {
            "name": column.name,
            "titles": column.name,
            "datatype": _TYPES[column.kind],
            "dc:description": said(column.meaning),
            **unit,
        }

    remarks = (*([MADE_UP] if release.demo else []), *table.notes)
    return {
        "@context": _CONTEXT,
        "url": address,
        "dc:title": said(table.title),
        "dc:publisher": {"schema:name": settings().publisher_name},
        "dc:license": {"@id": LICENCE_URL},
        "dc:bibliographicCitation": said(attribution(release)),
        "dc:modified": {
            "@value": release.published_at.isoformat(),
            "@type": "xsd:dateTime",
        },
        "schema:version": str(release.number),
        "rdfs:comment": [said(remark) for remark in remarks],
        "dialect": _DIALECT,
        "tableSchema": {"columns": [described(column) for column in table.columns]},
    }
