"""What a score is set beside: averages with their make-up, or others by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from app.charts.areas import Drawn
from app.domain.evaluation import (
    EvaluationSummary,
)
from app.domain.gap import Gap, gap
from app.domain.message import Message, say
from app.domain.municipality import Country
from app.domain.peers import (
    Comparison,
    ComparisonChoice,
    ComparisonKind,
    ComparisonSet,
)
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS, Band, Rank
from app.domain.wording.sets import (
    comparison_name,
    comparison_phrase,
    comparison_words,
    kind_words,
    member_name,
    members_n,
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

    @property
    def standing(self) -> tuple[Message, ...]:
        """The gap in words, with place and quarter where the set is large enough."""
        said = [gap_words(self.gap)]
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


def distinct(comparisons: Sequence[Comparison | None]) -> tuple[Comparison, ...]:
    """The comparisons there are; of two with the same members or reference only the first."""
    kept: list[Comparison] = []
    for comparison in comparisons:
        if comparison is None:
            continue
        if any(_coincide(comparison, other) for other in kept):
            continue
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
    kinds = {comparison.kind for choice in choices for comparison in choice.all}
    if len(kinds) < 2:
        return ()
    first = {choice.first.kind for choice in choices if choice.first}
    usual = wished is None or wished not in kinds
    return tuple(
        OfferedComparison(kind, kind_words(kind), kind in first if usual else kind is wished)
        for kind in ComparisonKind
        if kind in kinds
    )


def columns(comparisons: Sequence[Comparison]) -> tuple[Message | str, ...]:
    """A column per average and per member drawn by name, as `_beside` gives them."""
    names: list[Message | str] = []
    for comparison in comparisons:
        if comparison.kind is ComparisonKind.NAMED:
            names += [member_name(member) for member in comparison.named]
        else:
            names.append(comparison_name(comparison))
    return tuple(names)


def totals(
    summary: EvaluationSummary, comparisons: Sequence[Comparison], rules: Rules
) -> tuple[Beside, ...]:
    return tuple(
        beside
        for comparison in comparisons
        for beside in beside_of(summary, comparison, Measure.TOTAL, rules)
    )


def beside_of(
    summary: EvaluationSummary, comparison: Comparison, measure: Measure, rules: Rules
) -> tuple[Beside, ...]:
    """The figures of a comparison for one measure; empty where either side lacks a figure."""
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
    return (
        Beside(
            name,
            phrase,
            words,
            average,
            distance,
            comparison,
            comparison.set.rank_of(measure, own, rules.small),
            comparison.set.band_of(measure, own, rules.small),
        ),
    )


def drawn_of(summary: EvaluationSummary, comparisons: Sequence[Comparison]) -> tuple[Drawn, ...]:
    """The municipality and at most two others: averages, or members by name."""
    drawn = [Drawn(member_name(summary), _area_figures(summary.figures))]
    for comparison in comparisons:
        if comparison.kind is ComparisonKind.NAMED:
            drawn += [Drawn(member_name(m), _area_figures(m.figures)) for m in comparison.named]
        else:
            values = {m: comparison.value(m) for m in comparison.measures}
            known = {m: value for m, value in values.items() if value is not None}
            drawn.append(Drawn(comparison_name(comparison), known))
    return tuple(drawn[:3])


def _area_figures(figures: Mapping[Measure, Decimal]) -> Mapping[Measure, Decimal]:
    return {measure: value for measure, value in figures.items() if measure.area is not None}


def too_few(comparisons: Sequence[Comparison]) -> Message | None:
    """Why the first comparison of the areas is by name."""
    if not comparisons or comparisons[0].kind is not ComparisonKind.NAMED:
        return None
    found: ComparisonSet = comparisons[0].set
    swedish = found.scope.countries == frozenset((Country.SWEDEN,))
    least = str(MINIMUM_MEMBERS)
    if len(found.members) == 1:
        return say(
            "Too few area figures are known for an average: only %(member)s has them, and an "
            "average needs at least %(least)s.",
            member=member_name(found.members[0]),
            least=least,
        )
    if swedish:
        return say(
            "Too few Swedish area figures are known for an average: "
            "%(n)s other municipalities have them, and an average needs at least %(least)s. "
            "They are shown by name instead.",
            n=members_n(found),
            least=least,
        )
    return say(
        "Too few Norwegian area figures are known for an average: "
        "%(n)s other municipalities have them, and an average needs at least %(least)s. "
        "They are shown by name instead.",
        n=members_n(found),
        least=least,
    )
