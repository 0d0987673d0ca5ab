"""A small municipality with more points than many large ones of its country and method family."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.comparability import Comparability
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, Standing, gap
from app.domain.municipality import Country
from app.domain.score import Level, Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.stories.story import Material, Story, StoryKind

LARGE: Final = "large"
"""The size group of 10,000 inhabitants or more."""
LEAST_SHARE: Final = Decimal(1) / 3
"""The share of the large ones that it must be ahead of."""


@dataclass(frozen=True, slots=True)
class SmallAmongLarge(Story):
    """The latest total of a municipality of under 10,000 inhabitants among those of the large ones.

    `larger` are all of them, highest first, each with the gap from the small one to it.
    """

    evaluation: EvaluationSummary
    larger: tuple[EvaluationSummary, ...]
    gaps: tuple[Gap, ...]
    comparability: Comparability

    @property
    def kind(self) -> StoryKind:
        return StoryKind.SMALL_AMONG_LARGE

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return (self.evaluation,)

    @property
    def beside(self) -> tuple[EvaluationSummary, ...]:
        return self.larger

    def count(self, standing: Standing) -> int:
        """How many of the large ones it is above, about the same as, or below."""
        return sum(found.standing is standing for found in self.gaps)


def small_among_large(material: Material) -> SmallAmongLarge | None:
    """In the newest family where anybody is ahead of enough: the largest share of the large ones,
    of equal ones the smallest municipality."""
    for family in material.families():
        found = [story for country in Country for story in _of(material, family, country)]
        if found:
            return max(found, key=_order)
    return None


def _of(material: Material, family: str, country: Country) -> list[SmallAmongLarge]:
    table = material.evaluations
    own = table.where("family", family) & table.where("country", country)
    latest = own.latest_with(Measure.TOTAL)
    large = tuple((latest & table.where("size_group", LARGE)).highest_first(Measure.TOTAL))
    if len(large) < MINIMUM_MEMBERS:
        return []
    small = [
        one
        for one in latest - table.where("size_group", LARGE)
        if one.size_group is not None and one.inhabitants is not None
    ]
    if not small:
        return []
    # The one with most points is ahead of most.
    best = max(small, key=lambda e: (e.figures[Measure.TOTAL], -(e.inhabitants or 0)))
    story = _among(best, large, material)
    return [story] if story.count(Standing.ABOVE) >= LEAST_SHARE * len(large) else []


def _among(
    small: EvaluationSummary, large: Sequence[EvaluationSummary], material: Material
) -> SmallAmongLarge:
    rules = material.rules
    gaps = tuple(
        gap(small.figures[Measure.TOTAL], e.figures[Measure.TOTAL], Measure.TOTAL, rules.small)
        for e in large
    )
    versions = {small.version, *(e.version for e in large)}
    among = rules.instrument.comparability.among(versions, Level.TOTAL)
    return SmallAmongLarge(small, tuple(large), gaps, among)


def _order(story: SmallAmongLarge) -> tuple[Decimal, int, str]:
    share = Decimal(story.count(Standing.ABOVE)) / len(story.larger)
    return (share, -(story.evaluation.inhabitants or 0), story.evaluation.id)
