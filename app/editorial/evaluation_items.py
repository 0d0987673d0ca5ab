"""Evaluations in drafts, with their findings and gold stars."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlmodel import Session

from app.domain.evaluation import evaluation_id
from app.domain.message import say
from app.editorial.building import Building, Ways
from app.editorial.draft import DraftItem
from app.editorial.item_kind import ItemKind, PublicRecord
from app.models import EvaluationRevision, GoldStarRevision
from app.publishing.checks.checking import check_evaluation
from app.publishing.diff import RecordKey
from app.publishing.evaluation_file import evaluation_file
from app.queries import evaluations
from app.queries.reading import Reading
from app.queries.register import municipality
from app.queries.revisions import current_of

NAME = "evaluation"


def _key_of(document: Mapping[str, Any]) -> str | None:
    slug, year = document.get("municipality"), document.get("year")
    if isinstance(slug, str) and slug and isinstance(year, int):
        return evaluation_id(slug, year)
    return None


def _records(session: Session, keys: Collection[str]) -> Iterator[tuple[str, RecordKey, str]]:
    """An evaluation and its gold stars."""
    for table, column in ((EvaluationRevision, "key"), (GoldStarRevision, "evaluation")):
        for id, key, sha256 in current_of(session, table, column, keys):
            yield id, (table, key), sha256


def _public(reading: Reading, key: str) -> PublicRecord | None:
    found = evaluations.evaluation(reading, key)
    if found is None:
        return None
    held = municipality(reading, found.municipality)
    name = held.label if held else found.municipality
    return PublicRecord(f"{name} {found.year}", evaluation_file(found))


def _put(building: Building, item: DraftItem) -> None:
    wanted = _key_of(item.document or {})
    if wanted is not None and item.key != wanted and not item.key.startswith(f"{wanted}-v"):
        building.fault(
            item,
            say(
                "%(id)s is another municipality or year. Withdraw that evaluation and make a new "
                "one.",
                id=item.key,
            ),
            "municipality",
        )
        return
    document = item.document or {}
    found = check_evaluation(item.key, document, Ways(item.key), building.known)
    building.faults.found += found.faults
    building.remarks += (remark.said for remark in found.remarks)
    built = found.evaluation
    building.mean(item, [(EvaluationRevision, item.key)])
    if built is None:
        return
    building.mean(item, [(GoldStarRevision, star.id) for star in built.gold_stars])
    same = (built.municipality, built.year, built.version)
    other = building.same_evaluations.setdefault(same, item.key)
    if other != item.key:
        building.fault(item, say("%(id)s is the same evaluation.", id=other), "year")
        return
    building.evaluations[built.id] = built


def _withdraw(_building: Building, _item: DraftItem) -> None:
    """All that is public of it is meant, and nothing is put."""


EVALUATION_ITEMS = ItemKind(
    name=NAME,
    rank=50,
    records=_records,
    key_of=_key_of,
    public=_public,
    put=_put,
    withdraw=_withdraw,
    for_editors=False,
)
