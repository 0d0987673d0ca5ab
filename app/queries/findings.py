"""Findings of reports: where all of them stand, and the texts of some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.evaluation import EvaluationSummary, FindingKind
from app.models import EvaluationRevision, FindingRow
from app.queries import evaluations
from app.queries.gold_stars import FoundFinding
from app.queries.memory import remembered_in_order
from app.queries.reading import Reading
from app.records.evaluation import stored_finding

MOST_NAMED: Final = 1_000
"""Evaluations that a statement names one by one. Who wants more is given all to choose from."""


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where a finding stands in its report, and what it is."""

    evaluation: EvaluationSummary
    area: int
    position: int
    kind: FindingKind

    @property
    def key(self) -> tuple[str, int, int]:
        return self.evaluation.id, self.area, self.position


@remembered_in_order
def finding_places(reading: Reading) -> tuple[FindingPlace, ...]:
    """Every finding: those of the newest evaluations first, then by the name of the municipality,
    those of one report in its order. Three statements."""
    known = evaluations.summaries(reading).by_id
    statement = (
        select_columns(
            col(EvaluationRevision.key),
            col(FindingRow.area),
            col(FindingRow.position),
            col(FindingRow.kind),
        )
        .join(EvaluationRevision)
        .where(reading.holds(EvaluationRevision))
    )
    found = [
        FindingPlace(known[key], area, position, FindingKind(kind))
        for key, area, position, kind in reading.session.execute(statement)
    ]
    reports = {place.evaluation.id: place.evaluation for place in found}
    by_name = reading.collation.key
    order = {id: (-e.year, by_name(e.name), id) for id, e in reports.items()}
    return tuple(sorted(found, key=lambda p: (order[p.evaluation.id], p.area, p.position)))


def with_texts(reading: Reading, places: Sequence[FindingPlace]) -> tuple[FoundFinding, ...]:
    """Some findings with their texts, in the order given. One statement."""
    if not places:
        return ()
    ids = {place.evaluation.id for place in places}
    statement = (
        select(col(EvaluationRevision.key), FindingRow)
        .join(EvaluationRevision)
        .where(reading.holds(EvaluationRevision))
    )
    if len(ids) <= MOST_NAMED:
        statement = statement.where(col(EvaluationRevision.key).in_(ids))
    wanted = {place.key for place in places}
    rows = {
        (key, row.area, row.position): row
        for key, row in reading.session.exec(statement)
        if (key, row.area, row.position) in wanted
    }
    return tuple(_found(place, rows[place.key]) for place in places)


def _found(place: FindingPlace, row: FindingRow) -> FoundFinding:
    return FoundFinding(place.evaluation, place.area, place.position, stored_finding(row))


def of_evaluations(places: Iterable[FindingPlace], ids: Iterable[str]) -> tuple[FindingPlace, ...]:
    """Those of some evaluations, in the order given."""
    wanted = frozenset(ids)
    return tuple(place for place in places if place.evaluation.id in wanted)
