"""Whom to compare with: comparison sets, and which of them is shown first (design rule 5).

Per measure a set holds each other municipality's latest evaluation of the family that has that
measure. Averages leave oneself out, ranks count oneself in. Under five members there is neither,
and the members are named instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, reduce
from operator import or_

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.gap import SmallDifference
from app.domain.likeness import population_likeness
from app.domain.municipality import Country, alphabetical
from app.domain.ordered_figures import OrderedFigures
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.domain.statistics import (
    MINIMUM_MEMBERS,
    Band,
    Rank,
    Statistics,
    band,
)

MOST_NAMED_DRAWN = 2
"""Of named members at most two are drawn: a spider has room for three polygons."""


@dataclass(frozen=True, slots=True)
class SetScope:
    """What a comparison set is drawn from. `size_group` None is all sizes, years None all years."""

    countries: frozenset[Country]
    family: str
    size_group: str | None = None
    year_from: int | None = None
    year_to: int | None = None

    def admitted(self, table: EvaluationTable) -> Selection:
        """The evaluations of a table that it is drawn from."""
        found = table.where("family", self.family)
        if self.countries != frozenset(Country):
            found &= table.where_any("country", self.countries)
        if self.size_group is not None:
            found &= table.where("size_group", self.size_group)
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
    def statistics(self) -> Statistics | None:
        return self.figures.statistics


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
        """Whether every measure has enough members for an average."""
        return self.smallest_n >= MINIMUM_MEMBERS

    @cached_property
    def chosen(self) -> Selection | None:
        """Every member of any measure as a selection; None where nothing is measured."""
        chosen = [found.chosen for found in self.measures.values()]
        return reduce(or_, chosen) if chosen else None

    @cached_property
    def members(self) -> tuple[EvaluationSummary, ...]:
        """Every member of any measure, once, by name and year."""
        return tuple(sorted(self.chosen or (), key=lambda m: (alphabetical(m.name), m.year, m.id)))

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
        """The place of `own` with oneself counted in, or None where the set is too small."""
        if own is None or measure not in self.measures:
            return None
        return self.measures[measure].figures.rank(own, small.limit(measure))

    def band_of(self, measure: Measure, own: Decimal | None, small: SmallDifference) -> Band | None:
        """The quarter or half of the set that `own` is clearly in, or None under eight members."""
        if own is None or measure not in self.measures:
            return None
        return band(own, self.measures[measure].statistics, small.limit(measure))


def comparison_set(
    scope: SetScope,
    evaluations: Iterable[EvaluationSummary] | Selection,
    measures: Iterable[Measure],
    subject: EvaluationSummary | None = None,
) -> ComparisonSet:
    """The comparison set of a scope, its subject's own municipality left out."""
    given = (
        evaluations if isinstance(evaluations, Selection) else EvaluationTable.of(evaluations).all
    )
    admitted = given & scope.admitted(given.table)
    left_out = subject.municipality if subject else None
    found = {
        measure: MeasureSet(measure, admitted.latest_with(measure), left_out)
        for measure in measures
    }
    return ComparisonSet(scope, subject.id if subject else None, found)


class ComparisonKind(StrEnum):
    """The kinds of comparison that can be offered, and their names in addresses."""

    COMPUTED = "computed"
    PUBLISHED = "published"
    NAMED = "named"
    COMBINED = "combined"
    """Norway and Sweden together: only by the visitor's choice."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One way to compare a subject: a computed average, a published one, or named members."""

    kind: ComparisonKind
    scope: SetScope
    measures: tuple[Measure, ...]
    set: ComparisonSet
    reference: ReferenceAverage | None = None
    named: tuple[EvaluationSummary, ...] = ()
    """The members to draw, where they are drawn by name: at most two."""

    def value(self, measure: Measure) -> Decimal | None:
        """The average that stands for the comparison, where it has one for the measure."""
        if self.kind is ComparisonKind.NAMED:
            return None
        if self.kind is ComparisonKind.PUBLISHED:
            return self.reference.figures.get(measure) if self.reference else None
        return self.set.average(measure)


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """The comparison shown first and those one click away. `first` is None where none serves."""

    first: Comparison | None
    others: tuple[Comparison, ...]

    @property
    def all(self) -> tuple[Comparison, ...]:
        return ((self.first,) if self.first else ()) + self.others

    def of_kind(self, kind: ComparisonKind) -> Comparison | None:
        return next((found for found in self.all if found.kind is kind), None)

    def preferring(self, kind: ComparisonKind | None) -> "ComparisonChoice":
        """The same choice with the visitor's wish first, where that comparison is offered."""
        wished = self.of_kind(kind) if kind else None
        if wished is None:
            return self
        return ComparisonChoice(wished, tuple(c for c in self.all if c is not wished))


def choose_comparison(
    subject: EvaluationSummary,
    evaluations: Iterable[EvaluationSummary],
    references: Sequence[ReferenceAverage],
    measures: Sequence[Measure],
    size_group: str | None = None,
) -> ComparisonChoice:
    """What a subject is compared with in the measures shown, in the order of design rule 5.

    (a) computed, same country, where every measure has five members; (b) a published average,
    before (a) where (a) has less than half of the published n; (c) the named members of the same
    country; (d) all countries together, never first. `size_group` narrows all four.
    """
    own = SetScope(frozenset((subject.country,)), subject.family, size_group)
    wide = SetScope(frozenset(Country), subject.family, size_group)
    shown, table = tuple(measures), EvaluationTable.of(evaluations)
    same_country = comparison_set(own, table, shown, subject)
    everywhere = comparison_set(wide, table, shown, subject)

    computed = _computed(ComparisonKind.COMPUTED, same_country, shown)
    combined = _computed(ComparisonKind.COMBINED, everywhere, shown)
    published = _published(subject, references, same_country, shown)
    named = None if computed else _named(subject, same_country, shown)

    first: Comparison | None = computed or published or named
    if computed and published and _outweighs(published, computed):
        first = published
    ordered = [c for c in (computed, published, named) if c is not None and c is not first]
    if combined and _count(everywhere) != _count(same_country):
        ordered.append(combined)
    return ComparisonChoice(first, tuple(ordered))


def _count(found: ComparisonSet) -> int:
    """Members of any measure: those of one country are among those of all."""
    return len(found.chosen or ())


def _computed(
    kind: ComparisonKind, found: ComparisonSet, measures: tuple[Measure, ...]
) -> Comparison | None:
    return Comparison(kind, found.scope, measures, found) if measures and found.serves else None


def _published(
    subject: EvaluationSummary,
    references: Sequence[ReferenceAverage],
    found: ComparisonSet,
    measures: tuple[Measure, ...],
) -> Comparison | None:
    """The published average that covers every measure shown, nearest in time to the subject."""
    fitting = [
        reference
        for reference in references
        if reference.country is subject.country
        and reference.family == subject.family
        and reference.size_group == found.scope.size_group
        and measures
        and all(measure in reference.figures for measure in measures)
    ]
    if not fitting:
        return None
    nearest = min(
        fitting,
        key=lambda r: (abs(r.as_of - subject.year), r.n is None, -(r.n or 0), r.id),
    )
    return Comparison(ComparisonKind.PUBLISHED, found.scope, measures, found, reference=nearest)


def _outweighs(published: Comparison, computed: Comparison) -> bool:
    n = published.reference.n if published.reference else None
    return n is not None and computed.set.smallest_n * 2 < n


def _named(
    subject: EvaluationSummary, found: ComparisonSet, measures: tuple[Measure, ...]
) -> Comparison | None:
    """The members by name; drawn are those with every measure, most alike in size first."""
    if not found.members:
        return None
    drawable = [
        member for member in found.members if all(member.score(m) is not None for m in measures)
    ]
    drawable.sort(
        key=lambda member: (
            -(population_likeness(subject.inhabitants, member.inhabitants) or 0),
            -member.year,
            member.id,
        )
    )
    return Comparison(
        ComparisonKind.NAMED,
        found.scope,
        measures,
        found,
        named=_one_per_municipality(drawable)[:MOST_NAMED_DRAWN],
    )


def _one_per_municipality(
    evaluations: Sequence[EvaluationSummary],
) -> tuple[EvaluationSummary, ...]:
    first: dict[str, EvaluationSummary] = {}
    for evaluation in evaluations:
        first.setdefault(evaluation.municipality, evaluation)
    return tuple(first.values())
