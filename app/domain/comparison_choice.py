"""Which comparison is shown first, and what else is offered (design rule 5).

One function chooses the yardstick for pages, lists, areas, questions, quotes, embeds and the API.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.coverage import Coverage, CoverageRules, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.likeness import population_likeness
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.domain.statistics import (
    MINIMUM_MEMBERS,
)

MOST_NAMED_DRAWN = 2
"""Of named members at most two are drawn: a spider has room for three polygons."""

MOST_NAMED_LISTED = 8
"""Of named members at most so many have a row in the table of totals."""


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
