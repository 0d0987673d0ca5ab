"""The instrument: its versions, and the rules between them. Rows hold the documents themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.comparability import ComparabilityRules
from app.domain.method import Instrument, MethodVersion, SizeGroup
from app.models import InstrumentRevision, MethodVersionRevision
from app.records.contents import Content, Contents, Spelling
from app.records.document import Document, in_json
from app.records.rows import RevisionRows

INSTRUMENT_KEY = "instrument"

CONTENTS = Contents(
    {
        Instrument: Spelling(merged=frozenset({"comparability"}), left_out=frozenset({"versions"})),
        ComparabilityRules: Spelling(renamed={"rules": "comparability"}),
        SizeGroup: Spelling(renamed={"minimum": "min", "maximum": "max"}),
    }
)


def version_document(version: MethodVersion) -> Document:
    return Document(MethodVersionRevision, version.version, CONTENTS.write(version))


def instrument_document(instrument: Instrument) -> Document:
    """The rules between method versions; the versions are records of their own."""
    return Document(InstrumentRevision, INSTRUMENT_KEY, CONTENTS.write(instrument))


def document_rows(content: Content) -> RevisionRows:
    return RevisionRows({"document": in_json(content)}, {})


def read_version(content: Mapping[str, Any]) -> MethodVersion:
    return CONTENTS.read(MethodVersion, content)


def read_instrument(content: Mapping[str, Any], versions: Iterable[MethodVersion]) -> Instrument:
    """The rules between method versions, with the versions themselves, oldest first."""
    ordered = sorted(versions, key=lambda v: (v.year_from, v.version))
    by_name = {version.version: version for version in ordered}
    return CONTENTS.read(Instrument, content, versions=by_name)
