"""Averages that others have published and counts of those evaluated, in drafts."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from pydantic import TypeAdapter
from sqlmodel import Session

from app.domain.coverage import KnownEvaluated
from app.domain.language import DEFAULT
from app.domain.message import say
from app.domain.reference import ReferenceAverage
from app.domain.wording.sets import country_words
from app.editorial.building import Building
from app.editorial.draft import DraftItem
from app.editorial.item_kind import ItemKind, PublicRecord
from app.models import KnownEvaluatedRevision, ReferenceAverageRevision, Revision
from app.publishing.build_counts import build_count
from app.publishing.build_list import BuildOne, EntryRecord, EntryShape
from app.publishing.build_references import build_reference
from app.publishing.diff import RecordKey
from app.publishing.record_files import count_file, reference_file
from app.publishing.shapes import KnownEvaluatedShape, ReferenceShape
from app.queries.coverage import known_evaluated
from app.queries.reading import Reading
from app.queries.reference import reference_averages
from app.queries.revisions import current_of
from app.web.words.languages import translate

REFERENCE: Final = "reference-average"
KNOWN: Final = "known-evaluated"


def _records(
    table: type[Revision],
) -> Callable[[Session, Collection[str]], Iterator[tuple[str, RecordKey, str]]]:
    """The records of a table, whose keys are those of their items."""

    def found(session: Session, keys: Collection[str]) -> Iterator[tuple[str, RecordKey, str]]:
        for value, key, sha256 in current_of(session, table, "key", keys):
            yield value, (table, key), sha256

    return found


def _id_of(document: Mapping[str, Any]) -> str | None:
    found = document.get("id")
    return found if isinstance(found, str) and found else None


def _put(
    table: type[Revision],
    shape: TypeAdapter[EntryShape],
    build: BuildOne[EntryShape, EntryRecord],
    held: Callable[[Building], dict[str, EntryRecord]],
) -> Callable[[Building, DraftItem], None]:
    """Puts a record of a table where the building holds those."""

    def put(building: Building, item: DraftItem) -> None:
        file = building.parsed(item, shape)
        if file is None:
            return
        if file.value.id != item.key:
            building.fault(item, say("The id is that of another record."), "id")
            return
        building.mean(item, [(table, item.key)])
        before = len(building.faults.found)
        built = build(file.value, file.lines.at, building.instrument, building.faults)
        if len(building.faults.found) == before:
            held(building)[item.key] = built

    return put


def _withdraw(
    held: Callable[[Building], dict[str, EntryRecord]],
) -> Callable[[Building, DraftItem], None]:
    def withdraw(building: Building, item: DraftItem) -> None:
        held(building).pop(item.key, None)

    return withdraw


def _public_reference(reading: Reading, key: str) -> PublicRecord | None:
    found = next((one for one in reference_averages(reading) if one.id == key), None)
    return (
        None
        if found is None
        else PublicRecord(found.label.in_language(DEFAULT), reference_file(found))
    )


def _public_count(reading: Reading, key: str) -> PublicRecord | None:
    found = next((one for one in known_evaluated(reading) if one.id == key), None)
    if found is None:
        return None
    title = f"{translate(country_words(found.country), DEFAULT)} {found.as_of}"
    return PublicRecord(title, count_file(found))


def _averages(building: Building) -> dict[str, ReferenceAverage]:
    return building.references


def _counts(building: Building) -> dict[str, KnownEvaluated]:
    return building.counts


REFERENCE_ITEMS: Final = ItemKind(
    name=REFERENCE,
    rank=20,
    records=_records(ReferenceAverageRevision),
    key_of=_id_of,
    public=_public_reference,
    put=_put(ReferenceAverageRevision, TypeAdapter(ReferenceShape), build_reference, _averages),
    withdraw=_withdraw(_averages),
    for_editors=False,  # they stand beside results in the same table, and are reviewed like those
)

KNOWN_ITEMS: Final = ItemKind(
    name=KNOWN,
    rank=20,
    records=_records(KnownEvaluatedRevision),
    key_of=_id_of,
    public=_public_count,
    put=_put(KnownEvaluatedRevision, TypeAdapter(KnownEvaluatedShape), build_count, _counts),
    withdraw=_withdraw(_counts),
)
