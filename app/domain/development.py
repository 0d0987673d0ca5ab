"""Results over time in one country: how many were evaluated, averages year by year, and records.

Families are kept apart (design rule 4). Two averages are given for a year, both only where at least
five municipalities have the figure: that of the evaluations of the year itself, and that of each
municipality's latest evaluation up to then. Neither follows the same municipalities from year to
year, so neither says that anybody has become better.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.domain.coverage import Coverage, CoverageRules, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.municipality import Country
from app.domain.peers import MeasureSet, SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS


@dataclass(frozen=True, slots=True)
class YearResult:
    """One year of a family in a country. The sets say over whom each average is."""

    year: int
    evaluated: tuple[EvaluationSummary, ...]
    """Every evaluation of the year, with figures or without."""
    of_year: MeasureSet
    until_then: MeasureSet


@dataclass(frozen=True, slots=True)
class FamilyYears:
    """The years in which a family was used in a country, oldest first."""

    family: str
    years: tuple[YearResult, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """One measure over time in one country, family by family in order of age."""

    country: Country
    measure: Measure
    families: tuple[FamilyYears, ...]


@dataclass(frozen=True)
class HighestEver:
    """The highest figure ever among the evaluations of a family in a country.

    `highest` is None where those with the figure are too few to stand for the country, for the
    reason in `unrepresentative`; `holders` are then empty, and `members` says who they are. `near`
    are evaluations of others so close to the highest that it counts as about the same.
    """

    measure: Measure
    highest: Decimal | None
    holders: tuple[EvaluationSummary, ...]
    near: tuple[EvaluationSummary, ...]
    members: tuple[EvaluationSummary, ...]
    """Every evaluation with the figure, by name and year."""
    coverage: Coverage
    unrepresentative: Unrepresentative | None = None

    @cached_property
    def n(self) -> int:
        """How many municipalities have the figure."""
        return len({member.municipality for member in self.members})


def development(
    evaluations: Iterable[EvaluationSummary],
    country: Country,
    families: Sequence[str],
    coverage: CoverageRules,
    measure: Measure = Measure.TOTAL,
) -> Development:
    """The years of each family that was used in the country; `families` are in order of age."""
    own = EvaluationTable.of(evaluations).where("country", country)
    found = (
        FamilyYears(family, _years(own, country, family, measure, coverage)) for family in families
    )
    return Development(country, measure, tuple(one for one in found if one.years))


def record(
    evaluations: Iterable[EvaluationSummary],
    country: Country,
    family: str,
    measure: Measure,
    rules: Rules,
) -> HighestEver:
    """The record of a measure, where there are enough to call anything one."""
    table = EvaluationTable.of(evaluations)
    every = table.where("country", country).where("family", family)
    found = every & table.having(measure)
    by_name = table.collation.key
    members = tuple(sorted(found, key=lambda e: (by_name(e.name), e.year, e.id)))
    n = found.municipalities
    coverage = rules.coverage.coverage(every, (country,), family).of(n)
    lack = Unrepresentative.TOO_FEW if n < MINIMUM_MEMBERS else coverage.lack
    if lack:
        return HighestEver(measure, None, (), (), members, coverage, lack)
    highest = max(member.figures[measure] for member in members)
    holders = tuple(m for m in members if m.figures[measure] == highest)
    holding = {holder.municipality for holder in holders}
    near = tuple(
        member
        for member in members
        if member.municipality not in holding
        and highest - member.figures[measure] < rules.small.limit(measure)
    )
    return HighestEver(measure, highest, holders, near, members, coverage)


def _years(
    own: Selection, country: Country, family: str, measure: Measure, coverage: CoverageRules
) -> tuple[YearResult, ...]:
    found = []
    used = own.where("family", family)
    by_name = own.table.collation.key
    for year in used.values("year"):
        of_year = SetScope(frozenset((country,)), family, None, year, year)
        until_then = SetScope(frozenset((country,)), family, None, None, year)
        evaluated = sorted(used.where("year", year), key=lambda e: (by_name(e.name), e.id))
        found.append(
            YearResult(
                year,
                tuple(evaluated),
                comparison_set(of_year, own, (measure,), coverage).measures[measure],
                comparison_set(until_then, own, (measure,), coverage).measures[measure],
            )
        )
    return tuple(found)
