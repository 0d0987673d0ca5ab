"""What a score is set beside: averages with their make-up, or others by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from app.charts.areas import Drawn
from app.contents.municipalities.cells import cells
from app.domain.comparison_choice import Comparison, ComparisonChoice, ComparisonKind
from app.domain.contradiction import contradiction
from app.domain.coverage import Unrepresentative
from app.domain.decimals import OF_TOTALS
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, gap
from app.domain.message import Message, say, say_n
from app.domain.peers import ComparisonSet
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stated import StatedPlacing
from app.domain.statistics import Band, Rank
from app.domain.wording.coverage import coverage_words, lack_words, needs_words
from app.domain.wording.sets import (
    comparison_name,
    comparison_phrase,
    comparison_words,
    kind_words,
    member_name,
    member_with_points,
)
from app.domain.wording.standing import band_words, gap_words, rank_words

ChooseFunction: TypeAlias = Callable[[Sequence[Measure], str | None], ComparisonChoice]


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure that a score is set beside: an average or a named member's.

    `name` is for a column, `phrase` for a sentence, `words` says all that it is made of.
    """

    name: Message | str
    phrase: Message | str
    words: Message
    value: Decimal
    gap: Gap
    comparison: Comparison
    rank: Rank | None = None
    band: Band | None = None
    source_url: str | None = None
    by_name: bool = False
    """A single municipality's figure, not an average."""
    decimals: int | None = None
    """Those of the areas that it stands among."""

    @property
    def standing(self) -> tuple[Message, ...]:
        """The gap in words, with place and quarter where the set is large enough."""
        said = [gap_words(self.gap, self.decimals)]
        if self.rank:
            said.append(rank_words(self.rank))
        if self.band:
            said.append(band_words(self.band))
        return tuple(said)


@dataclass(frozen=True, slots=True)
class OfferedComparison:
    """A comparison the visitor can choose."""

    kind: ComparisonKind
    words: Message
    chosen: bool


def choices_for(
    choose: ChooseFunction, measures: Sequence[Measure], summary: EvaluationSummary
) -> tuple[ComparisonChoice, ...]:
    """Against the country, and against the size group where the size is known."""
    every = choose(measures, None)
    if summary.size_group is None:
        return (every,)
    return (every, choose(measures, summary.size_group))


def shown_comparisons(
    choices: Sequence[ComparisonChoice], wished: ComparisonKind | None
) -> tuple[Comparison, ...]:
    """The comparisons shown; of two with the same members or reference only the first. Of a size
    group nobody is named besides those named of the country, who are the nearest in size."""
    kept: list[Comparison] = []
    for position, choice in enumerate(choices):
        for comparison in choice.preferring(wished).shown:
            named = comparison.kind is ComparisonKind.NAMED
            already = any(one.kind is ComparisonKind.NAMED for one in kept)
            if position and named and (already or wished is not ComparisonKind.NAMED):
                continue
            if not any(_coincide(comparison, other) for other in kept):
                kept.append(comparison)
    return tuple(kept)


def _coincide(a: Comparison, b: Comparison) -> bool:
    if a.kind is ComparisonKind.PUBLISHED or b.kind is ComparisonKind.PUBLISHED:
        return a.kind is b.kind and a.reference == b.reference
    if a.kind is ComparisonKind.NAMED and b.kind is ComparisonKind.NAMED:
        return {m.id for m in b.named} >= {m.id for m in a.named}
    return a.set.measures == b.set.measures


def offered(
    choices: Sequence[ComparisonChoice], wished: ComparisonKind | None
) -> tuple[OfferedComparison, ...]:
    """What the visitor can choose between; nothing where there is only one kind."""
    kinds = {comparison.kind for choice in choices for comparison in choice.all}
    if len(kinds) < 2:
        return ()
    usual = {found.kind for choice in choices for found in choice.shown}
    chosen = {wished} if wished in kinds else usual
    return tuple(
        OfferedComparison(kind, kind_words(kind), kind in chosen)
        for kind in ComparisonKind
        if kind in kinds
    )


def totals(
    summary: EvaluationSummary,
    comparisons: Sequence[Comparison],
    rules: Rules,
    placings: Sequence[StatedPlacing],
) -> tuple[Beside, ...]:
    """What the total stands beside, in the order of the comparisons."""
    return tuple(
        beside
        for comparison in comparisons
        for beside in beside_of(summary, comparison, Measure.TOTAL, rules, placings)
    )


def beside_of(
    summary: EvaluationSummary,
    comparison: Comparison,
    measure: Measure,
    rules: Rules,
    placings: Sequence[StatedPlacing],
) -> tuple[Beside, ...]:
    """The figures of a comparison for one measure; empty where either side lacks a figure.

    Where the source states another place than the one computed, ours is not given.
    """
    own = summary.score(measure)
    if own is None:
        return ()
    words = comparison_words(comparison, rules.instrument)
    if comparison.kind is ComparisonKind.NAMED:
        return tuple(
            Beside(
                member_name(member),
                member_name(member),
                words,
                value,
                gap(own, value, measure, rules.small),
                comparison,
                by_name=True,
            )
            for member in comparison.named
            if (value := member.score(measure)) is not None
        )
    average = comparison.value(measure)
    if average is None:
        return ()
    name, phrase = comparison_name(comparison), comparison_phrase(comparison)
    distance = gap(own, average, measure, rules.small)
    if comparison.reference is not None:
        url = comparison.reference.source.url
        return (Beside(name, phrase, words, average, distance, comparison, source_url=url),)
    rank = comparison.set.rank_of(measure, own, rules.small)
    band = comparison.set.band_of(measure, own, rules.small)
    if rank is not None and contradiction(placings, measure, rank, comparison.scope):
        rank, band = None, None
    return (Beside(name, phrase, words, average, distance, comparison, rank, band),)


def drawn_of(summary: EvaluationSummary, comparisons: Sequence[Comparison]) -> tuple[Drawn, ...]:
    """The municipality and at most two others: averages, or members by name."""
    drawn = [Drawn(member_name(summary), _area_figures(summary.figures))]
    by_area = {measure: cells(comparisons, measure) for measure in AREA_MEASURES}
    for column, cell in enumerate(cells(comparisons, AREA_MEASURES[0])):
        values = {measure: found[column].value for measure, found in by_area.items()}
        known = {measure: value for measure, value in values.items() if value is not None}
        drawn.append(Drawn(cell.name, known, cell.phrase))
    return tuple(drawn[:3])


def _area_figures(figures: Mapping[Measure, Decimal]) -> Mapping[Measure, Decimal]:
    return {measure: value for measure, value in figures.items() if measure.area is not None}


def why_no_average(comparisons: Sequence[Comparison]) -> Message | None:
    """Why the first comparison of the areas is not a computed average."""
    if not comparisons or comparisons[0].kind is ComparisonKind.COMPUTED:
        return None
    found = comparisons[0].set
    coverage, lack = found.coverage, found.unrepresentative
    if coverage is None or lack is None:
        return None
    if lack is Unrepresentative.TOO_FEW:
        return _only_these(found)
    return lack_words(coverage, lack)


def _only_these(found: ComparisonSet) -> Message:
    needs = needs_words(found.least_share)
    if not found.members:
        return say("We have no area figures of others. An average needs %(needs)s.", needs=needs)
    return say_n(
        "Only %(members)s has area figures. An average needs %(needs)s.",
        "Only %(members)s have area figures. An average needs %(needs)s.",
        len(found.members),
        members=tuple(member_name(member) for member in found.members),
        needs=needs,
    )


def members_sentence(choices: Sequence[ComparisonChoice]) -> Message | None:
    """Whose totals we have besides one's own, where they stand for nobody else."""
    first = choices[0].first if choices else None
    if first is None or first.kind is ComparisonKind.COMPUTED or not first.set.members:
        return None
    coverage = first.set.coverage
    if coverage is None:
        return None
    return say(
        "We have the total of %(coverage)s: besides this one, %(members)s.",
        coverage=coverage_words(coverage),
        members=tuple(
            member_with_points(member, member.figures[Measure.TOTAL], OF_TOTALS)
            for member in first.set.members
        ),
    )
