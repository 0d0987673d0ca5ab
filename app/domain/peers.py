"""Whom to compare with: comparison sets (design rule 5).

Per measure a set holds each other municipality's latest evaluation of the family that has that
measure. Averages leave oneself out, ranks count oneself in. Under five members there is neither,
and none where the set holds less than half of those known to be evaluated: the members are named
instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, reduce
from operator import or_

from app.domain.coverage import LEAST_SHARE, Coverage, CoverageRules, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.gap import SmallDifference
from app.domain.groups import Group
from app.domain.municipality import Country
from app.domain.ordered_figures import OrderedFigures
from app.domain.score import Measure
from app.domain.statistics import (
    MINIMUM_MEMBERS,
    Band,
    Rank,
    Statistics,
    band,
)


@dataclass(frozen=True, slots=True)
class SetScope:
    """What a comparison set is drawn from. `size_group` and `group` None are all of them, years
    None all years. `group` is one of any scheme; both narrow the set."""

    countries: frozenset[Country]
    family: str
    size_group: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    group: Group | None = None

    def admitted(self, table: EvaluationTable) -> Selection:
        """The evaluations of a table that it is drawn from."""
        found = table.where("family", self.family)
        if self.countries != frozenset(Country):
            found &= table.where_any("country", self.countries)
        if self.size_group is not None:
            found &= table.where("size_group", self.size_group)
        if self.group is not None:
            found &= table.where("group_keys", self.group.key)
        if self.year_from is not None or self.year_to is not None:
            found &= table.years(self.year_from, self.year_to)
        return found


@dataclass(frozen=True, eq=False)
class MeasureSet:
    """The members of a comparison set for one measure, and what they say together.

    `scope` has the latest of each municipality; that of `left_out` is no member.
    """

    measure: Measure
    scope: Selection
    known: Coverage
    """Of how many known to be evaluated; whose figures are there, `coverage` says."""
    left_out: str | None = None

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, MeasureSet)
            and (self.measure, self.n) == (other.measure, other.n)
            and self.members == other.members
        )

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def chosen(self) -> Selection:
        """The members as a selection."""
        return self.scope if self.left_out is None else self.scope.without(self.left_out)

    @cached_property
    def members(self) -> tuple[EvaluationSummary, ...]:
        """The members by name."""
        return tuple(self.chosen)

    @cached_property
    def n(self) -> int:
        return len(self.chosen)

    @cached_property
    def figures(self) -> OrderedFigures:
        """The figures of the members, in order."""
        known = self.scope.figures(self.measure)
        own = self.scope.of(self.left_out) if self.left_out is not None else ()
        return known.without(own[0].figures[self.measure]) if own else known

    @cached_property
    def coverage(self) -> Coverage:
        """Oneself counted: whoever has the figure is covered."""
        apart = {
            part.country: self.scope.where("country", part.country).municipalities
            for part in self.known.by_country
        }
        return self.known.of(len(self.scope), apart)

    @property
    def unrepresentative(self) -> Unrepresentative | None:
        """Why nothing computed over the set stands for those it is drawn from; None where it may.
        Too few members is the stronger reason."""
        if self.n < MINIMUM_MEMBERS:
            return Unrepresentative.TOO_FEW
        return self.coverage.lack

    @cached_property
    def statistics(self) -> Statistics | None:
        """What the set says of those it is drawn from; None where it stands for its members
        alone."""
        return self.of_the_few if self.unrepresentative is None else None

    @cached_property
    def of_the_few(self) -> Statistics | None:
        """What the members say of themselves, whomever else they stand for: shown only where a
        reader asks for it, and called the mean of those we have figures for."""
        return self.figures.statistics

    def rank(self, own: Decimal | None, small: SmallDifference) -> Rank | None:
        """The place of `own` with oneself counted in; None where there is no statistic."""
        if own is None or self.unrepresentative:
            return None
        return self.figures.rank(own, small.limit(self.measure))


@dataclass(frozen=True)
class ComparisonSet:
    """Exactly which evaluations averages and ranks are computed over, measure by measure."""

    scope: SetScope
    subject: str | None
    """The evaluation that is compared; its municipality is left out of the members."""
    measures: Mapping[Measure, MeasureSet]

    @property
    def smallest_n(self) -> int:
        return min((found.n for found in self.measures.values()), default=0)

    @property
    def largest_n(self) -> int:
        return max((found.n for found in self.measures.values()), default=0)

    @property
    def serves(self) -> bool:
        """Whether every measure has an average that stands for those it is drawn from."""
        return bool(self.measures) and self.unrepresentative is None

    @property
    def unrepresentative(self) -> Unrepresentative | None:
        """Why nothing computed over the set stands for those it is drawn from: the first reason of
        any measure."""
        found = (measured.unrepresentative for measured in self.measures.values())
        return next((reason for reason in found if reason is not None), None)

    @property
    def coverage(self) -> Coverage | None:
        """The coverage of the measure that is least known; None where nothing is measured."""
        return min(
            (found.coverage for found in self.measures.values()), key=lambda c: c.n, default=None
        )

    @property
    def least_share(self) -> Decimal:
        """The share of those known to be evaluated that an average needs, 0–1."""
        return self.coverage.least_share if self.coverage else LEAST_SHARE

    @cached_property
    def chosen(self) -> Selection | None:
        """Every member of any measure as a selection; None where nothing is measured."""
        chosen = [found.chosen for found in self.measures.values()]
        return reduce(or_, chosen) if chosen else None

    @cached_property
    def members(self) -> tuple[EvaluationSummary, ...]:
        """Every member of any measure, once, by name and year."""
        if not self.chosen:
            return ()
        by_name = self.chosen.table.collation.key
        return tuple(sorted(self.chosen, key=lambda m: (by_name(m.name), m.year, m.id)))

    def count_by_country(self) -> Mapping[Country, int]:
        """How many municipalities come from each country of the scope, each counted once."""
        found = self.chosen
        return {
            country: found.where("country", country).municipalities if found else 0
            for country in sorted(self.scope.countries)
        }

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """First and last evaluation year among the members."""
        years = self.chosen.values("year") if self.chosen else ()
        return (years[0], years[-1]) if years else None

    @property
    def versions(self) -> frozenset[str]:
        """The method versions of the members."""
        return frozenset(self.chosen.values("version") if self.chosen else ())

    def average(self, measure: Measure) -> Decimal | None:
        found = self.measures[measure].statistics if measure in self.measures else None
        return found.mean if found else None

    def rank_of(self, measure: Measure, own: Decimal | None, small: SmallDifference) -> Rank | None:
        """The place of `own` with oneself counted in; None where there is no statistic."""
        return self.measures[measure].rank(own, small) if measure in self.measures else None

    def band_of(self, measure: Measure, own: Decimal | None, small: SmallDifference) -> Band | None:
        """The quarter or half of the set that `own` is clearly in; None under eight members, and
        where there is no statistic."""
        if own is None or measure not in self.measures:
            return None
        return band(own, self.measures[measure].statistics, small.limit(measure))


def comparison_set(
    scope: SetScope,
    evaluations: Iterable[EvaluationSummary] | Selection,
    measures: Iterable[Measure],
    coverage: CoverageRules,
    subject: EvaluationSummary | None = None,
    drawn_from: Selection | None = None,
) -> ComparisonSet:
    """The comparison set of a scope, its subject's own municipality left out.

    `drawn_from` are the evaluations, with figures or without, that could be in it: those given,
    unless they were chosen by what is known of them.
    """
    given = (
        evaluations if isinstance(evaluations, Selection) else EvaluationTable.of(evaluations).all
    )
    admitted = given & scope.admitted(given.table)
    left_out = subject.municipality if subject else None
    known = coverage.coverage(
        admitted if drawn_from is None else drawn_from & scope.admitted(given.table),
        scope.countries,
        scope.family,
        (scope.year_from, scope.year_to),
    )
    found = {
        measure: MeasureSet(measure, admitted.latest_with(measure), known, left_out)
        for measure in measures
    }
    return ComparisonSet(scope, subject.id if subject else None, found)
