"""Whom to compare with: comparison sets, and which of them is shown first (design rule 5).

Per measure a set holds each other municipality's latest evaluation of the family that has that
measure. Averages leave oneself out, ranks count oneself in. Under five members there is neither,
and none where the set holds less than half of those known to be evaluated: the members are named
instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, reduce
from operator import or_

from app.domain.coverage import LEAST_SHARE, Coverage, CoverageRules, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.gap import SmallDifference
from app.domain.groups import Group
from app.domain.likeness import population_likeness
from app.domain.municipality import Country, alphabetical
from app.domain.ordered_figures import OrderedFigures
from app.domain.reference import ReferenceAverage, ReferenceStatistic
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

MOST_NAMED_LISTED = 8
"""Of named members at most so many have a row in the table of totals."""


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


class ComparisonKind(StrEnum):
    """The kinds of comparison that can be offered, and their names in addresses."""

    COMPUTED = "computed"
    PUBLISHED = "published"
    NAMED = "named"
    FEW = "few"
    """The mean of those we have figures for, where they stand for nobody else: only by the
    visitor's choice, and never first."""
    COMBINED = "combined"
    """Norway and Sweden together: only by the visitor's choice, and never first where the two
    together are too few."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One way to compare a subject: a computed average, a published one, or named members."""

    kind: ComparisonKind
    scope: SetScope
    measures: tuple[Measure, ...]
    set: ComparisonSet
    reference: ReferenceAverage | None = None
    named: tuple[EvaluationSummary, ...] = ()
    """The members that stand there by name, nearest in population first: of the total every one
    up to eight, of areas, which are drawn, at most two with points for all of them."""

    @property
    def representative(self) -> bool | None:
        """Whether it stands for those it is drawn from. None of a published average: its publisher
        answers for it."""
        return None if self.kind is ComparisonKind.PUBLISHED else self.set.serves

    @property
    def unrepresentative(self) -> Unrepresentative | None:
        """Why it does not stand for those it is drawn from; None of a published average."""
        return None if self.kind is ComparisonKind.PUBLISHED else self.set.unrepresentative

    @property
    def coverage(self) -> Coverage | None:
        """Of how many known to be evaluated; None of a published average."""
        return None if self.kind is ComparisonKind.PUBLISHED else self.set.coverage

    def value(self, measure: Measure) -> Decimal | None:
        """The average that stands for the comparison, where it has one for the measure."""
        match self.kind:
            case ComparisonKind.NAMED:
                return None
            case ComparisonKind.PUBLISHED:
                return self.reference.figures.get(measure) if self.reference else None
            case ComparisonKind.COMPUTED:
                return self.set.average(measure)
            case ComparisonKind.FEW | ComparisonKind.COMBINED:
                found = self.set.measures[measure].of_the_few
                return found.mean if found else None


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """The comparisons shown, the leading one first, and those one click away.

    Those shown are one computed average, every published one that fits, or the members by name;
    `shown` is empty where nothing serves. What the visitor asked for stands first, unless it may
    not lead: then it stands last of those shown.
    """

    shown: tuple[Comparison, ...]
    others: tuple[Comparison, ...]

    @property
    def all(self) -> tuple[Comparison, ...]:
        return self.shown + self.others

    @property
    def first(self) -> Comparison | None:
        return self.shown[0] if self.shown else None

    def preferring(self, kind: ComparisonKind | None) -> "ComparisonChoice":
        """The same choice with the visitor's wish shown, where that comparison is offered."""
        wished = tuple(found for found in self.others if found.kind is kind)
        if not wished:
            return self
        rest = tuple(found for found in self.others if found.kind is not kind)
        if all(_may_lead(found) for found in wished):
            return ComparisonChoice(wished, self.shown + rest)
        return ComparisonChoice(self.shown + wished, rest)


def choose_comparison(
    subject: EvaluationSummary,
    evaluations: Iterable[EvaluationSummary],
    references: Sequence[ReferenceAverage],
    measures: Sequence[Measure],
    coverage: CoverageRules,
    size_group: str | None = None,
) -> ComparisonChoice:
    """The yardstick of a subject in the measures shown, in the order of design rule 5.

    (a) computed, same country, where every measure has five members and at least half of those
    known to be evaluated; (b) the published averages that fit; (c) the named members of the same
    country; and one click away, never first, the mean of the few and (d) all countries together.
    `size_group` narrows all of them.
    """
    own = SetScope(frozenset((subject.country,)), subject.family, size_group)
    wide = SetScope(frozenset(Country), subject.family, size_group)
    shown, table = tuple(measures), EvaluationTable.of(evaluations)
    same_country = comparison_set(own, table, shown, coverage, subject)
    everywhere = comparison_set(wide, table, shown, coverage, subject)

    computed = _computed(same_country, shown)
    published = tuple(
        Comparison(ComparisonKind.PUBLISHED, own, shown, same_country, reference=reference)
        for reference in published_averages(references, own, shown, subject.year)
    )
    named = () if computed else _named(subject, same_country, shown)
    few = () if computed else _mean(ComparisonKind.FEW, same_country, shown)
    combined: tuple[Comparison, ...] = ()
    if _count(everywhere) != _count(same_country):
        combined = _mean(ComparisonKind.COMBINED, everywhere, shown)
    first, *rest = [found for found in (computed, published, named) if found] or [()]
    return ComparisonChoice(first, tuple(c for found in (*rest, few, combined) for c in found))


def published_averages(
    references: Iterable[ReferenceAverage],
    scope: SetScope,
    measures: Sequence[Measure],
    year: int | None = None,
) -> tuple[ReferenceAverage, ...]:
    """The published averages of exactly this scope that cover every measure, nearest in time to
    the year first and what is told at second hand last; newest first without a year."""
    fitting = [
        reference
        for reference in references
        if scope.countries == frozenset((reference.country,))
        and reference.family == scope.family
        and reference.size_group == scope.size_group
        and scope.group is None
        and (scope.year_to is None or reference.as_of <= scope.year_to)
        and measures
        and all(measure in reference.figures for measure in measures)
    ]
    return tuple(
        sorted(
            fitting,
            key=lambda r: (
                year is not None and r.at_second_hand,
                -r.as_of if year is None else abs(r.as_of - year),
                r.n is None,
                -(r.n or 0),
                r.id,
            ),
        )
    )


def newest_published(
    references: Sequence[ReferenceAverage], measure: Measure
) -> tuple[ReferenceAverage, ...]:
    """The means over all sizes of the newest year that any was published for: where two were
    published of one year, both. These may be quoted; what is told at second hand never is."""
    fitting = _quotable(references, measure)
    newest = max((one.as_of for one in fitting), default=None)
    return tuple(one for one in fitting if one.as_of == newest)


def older_published(references: Sequence[ReferenceAverage], measure: Measure) -> bool:
    """Whether means of earlier years than the newest were published, too."""
    return len({one.as_of for one in _quotable(references, measure)}) > 1


def _quotable(
    references: Sequence[ReferenceAverage], measure: Measure
) -> tuple[ReferenceAverage, ...]:
    return tuple(
        one
        for one in references
        if one.size_group is None
        and measure in one.figures
        and one.statistic is ReferenceStatistic.MEAN
        and not one.at_second_hand
    )


def _may_lead(comparison: Comparison) -> bool:
    match comparison.kind:
        case ComparisonKind.FEW:
            return False
        case ComparisonKind.COMBINED:
            return comparison.set.serves
        case _:
            return True


def _count(found: ComparisonSet) -> int:
    """Members of any measure: those of one country are among those of all."""
    return len(found.chosen or ())


def _computed(found: ComparisonSet, measures: tuple[Measure, ...]) -> tuple[Comparison, ...]:
    if not found.serves:
        return ()
    return (Comparison(ComparisonKind.COMPUTED, found.scope, measures, found),)


def _mean(
    kind: ComparisonKind, found: ComparisonSet, measures: tuple[Measure, ...]
) -> tuple[Comparison, ...]:
    """The mean of those with figures, whomever they stand for, where there are five of them."""
    if not measures or found.smallest_n < MINIMUM_MEMBERS:
        return ()
    return (Comparison(kind, found.scope, measures, found),)


def _named(
    subject: EvaluationSummary, found: ComparisonSet, measures: tuple[Measure, ...]
) -> tuple[Comparison, ...]:
    """The members by name; listed or drawn are those with every measure, nearest in population
    first."""
    if not found.members:
        return ()
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
    most = MOST_NAMED_LISTED if measures == (Measure.TOTAL,) else MOST_NAMED_DRAWN
    named = _one_per_municipality(drawable)[:most]
    return (Comparison(ComparisonKind.NAMED, found.scope, measures, found, named=named),)


def _one_per_municipality(
    evaluations: Sequence[EvaluationSummary],
) -> tuple[EvaluationSummary, ...]:
    first: dict[str, EvaluationSummary] = {}
    for evaluation in evaluations:
        first.setdefault(evaluation.municipality, evaluation)
    return tuple(first.values())
