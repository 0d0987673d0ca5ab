"""The totals of a country by size group: the average where one may be given, else those known."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.peers import MeasureSet, SetScope, comparison_set
from app.domain.reference import ReferenceAverage, at_first_hand
from app.domain.rules import Rules
from app.domain.score import Measure


@dataclass(frozen=True, slots=True)
class SizeRow:
    """A size group, or the whole country where `code` is None. `published` are the averages of
    its totals that others have published, the latest first, none at second hand where there is
    another."""

    code: str | None
    found: MeasureSet
    published: tuple[ReferenceAverage, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The rows of one country and one method family."""

    family: str
    rows: tuple[SizeRow, ...]

    @property
    def has_averages(self) -> bool:
        return any(row.found.statistics for row in self.rows)


def sizes(
    country: Country,
    family: str,
    evaluations: EvaluationTable,
    published: Sequence[ReferenceAverage],
    rules: Rules,
) -> Sizes | None:
    """None where nothing is known of the family in the country. A row of which nothing is known is
    left out."""
    rows = []
    groups = rules.instrument.size_scheme.groups
    for code in (None, *(group.code for group in groups)):
        scope = SetScope(frozenset((country,)), family, code)
        found = comparison_set(scope, evaluations, (Measure.TOTAL,), rules.coverage)
        told = [
            one
            for one in published
            if one.country is country
            and one.family == family
            and one.size_group == code
            and Measure.TOTAL in one.figures
        ]
        latest = sorted(at_first_hand(told), key=lambda one: (-one.as_of, -(one.n or 0), one.id))
        row = SizeRow(code, found.measures[Measure.TOTAL], tuple(latest))
        if row.found.n or row.published:
            rows.append(row)
    return Sizes(family, tuple(rows)) if rows else None
