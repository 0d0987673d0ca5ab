"""The instrument: its versions, the rules between them, and the schemes that group municipalities.
Rows hold the documents themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.comparability import ComparabilityRule, ComparabilityRules
from app.domain.groups import GroupScheme, SizeGroup
from app.domain.method import Instrument, MethodVersion
from app.models import GroupSchemeRevision, InstrumentRevision, MethodVersionRevision
from app.records.contents import Content, Contents, Spelling
from app.records.document import Document, in_json
from app.records.rows import RevisionRows

INSTRUMENT_KEY = "instrument"

CONTENTS = Contents(
    {
        Instrument: Spelling(
            merged=frozenset({"comparability"}),
            left_out=frozenset({"versions", "official_schemes"}),
        ),
        ComparabilityRules: Spelling(renamed={"rules": "comparability"}),
        SizeGroup: Spelling(renamed={"minimum": "min", "maximum": "max"}),
    }
)


def version_document(version: MethodVersion) -> Document:
    return Document(MethodVersionRevision, version.version, CONTENTS.write(version))


def instrument_document(instrument: Instrument) -> Document:
    """The rules between method versions; the versions are records of their own."""
    return Document(InstrumentRevision, INSTRUMENT_KEY, CONTENTS.write(instrument))


def scheme_document(scheme: GroupScheme, position: int) -> Document:
    """A grouping that others publish; `position` is its place among them, counted from 0."""
    content = CONTENTS.write(scheme) | {"position": position}
    return Document(GroupSchemeRevision, scheme.id, content)


def document_rows(content: Content) -> RevisionRows:
    return RevisionRows({"document": in_json(content)}, {})


def read_version(content: Mapping[str, Any]) -> MethodVersion:
    return CONTENTS.read(MethodVersion, content)


def read_rule(content: Mapping[str, Any]) -> ComparabilityRule:
    return CONTENTS.read(ComparabilityRule, content)


def read_schemes(contents: Iterable[Mapping[str, Any]]) -> tuple[GroupScheme, ...]:
    """Groupings from their contents, each in its place."""
    ordered = sorted(contents, key=lambda content: int(content["position"]))
    return tuple(CONTENTS.read(GroupScheme, content) for content in ordered)


def read_instrument(
    content: Mapping[str, Any],
    versions: Iterable[MethodVersion],
    schemes: tuple[GroupScheme, ...] = (),
) -> Instrument:
    """The rules between method versions, with the versions themselves, oldest first."""
    ordered = sorted(versions, key=lambda v: (v.year_from, v.version))
    by_name = {version.version: version for version in ordered}
    return CONTENTS.read(Instrument, content, versions=by_name, official_schemes=schemes)
