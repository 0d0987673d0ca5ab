"""Who is above the average in most areas, by the yardstick that every page goes by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.domain.comparison_choice import Comparison, ComparisonKind, choose_comparison
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, Standing, gap
from app.domain.municipality import Country
from app.domain.reference import ReferenceStatistic
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.story import Material, Story, StoryKind

FEWEST: Final = 5
"""Above in fewer areas than this is no story: more than half of the eight."""
MOST_LOOKED_AT: Final = 20
"""Of each country those with the highest totals: who is above everywhere is among them."""


@dataclass(frozen=True, slots=True)
class AboveAverage(Story):
    """The eight areas of one evaluation beside an average."""

    evaluation: EvaluationSummary
    comparison: Comparison
    gaps: Mapping[Measure, Gap]

    @property
    def kind(self) -> StoryKind:
        return StoryKind.ABOVE_AVERAGE

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return (self.evaluation,)

    @property
    def above(self) -> int:
        """In how many areas it is above by more than a small difference."""
        return sum(found.standing is Standing.ABOVE for found in self.gaps.values())


def above_average(material: Material) -> AboveAverage | None:
    """In the newest family where anybody is above in enough areas: whoever is above in most, and
    of those the one with the highest total."""
    for family in material.families():
        found = [
            story
            for country in Country
            for evaluation in islice(_candidates(material, family, country), MOST_LOOKED_AT)
            if (story := _beside(evaluation, material)) is not None and story.above >= FEWEST
        ]
        if found:
            return max(
                found,
                key=lambda s: (s.above, s.evaluation.figures[Measure.TOTAL], s.evaluation.id),
            )
    return None


def _candidates(material: Material, family: str, country: Country) -> Iterator[EvaluationSummary]:
    """The latest evaluations with a total, highest first, that have all eight areas too."""
    table = material.evaluations
    own = table.where("family", family) & table.where("country", country)
    for evaluation in own.latest_with(Measure.TOTAL).highest_first(Measure.TOTAL):
        if all(measure in evaluation.figures for measure in AREA_MEASURES):
            yield evaluation


def _beside(evaluation: EvaluationSummary, material: Material) -> AboveAverage | None:
    """The evaluation beside the average that leads, where an average does: computed, or a mean
    that was published at first hand."""
    rules = material.rules
    comparison = choose_comparison(
        evaluation, material.evaluations, material.references, AREA_MEASURES, rules.coverage
    ).first
    if comparison is None or comparison.kind is ComparisonKind.NAMED:
        return None
    reference = comparison.reference
    if reference is not None and (
        reference.at_second_hand or reference.statistic is not ReferenceStatistic.MEAN
    ):
        return None
    gaps = {}
    for measure in AREA_MEASURES:
        value = comparison.value(measure)
        if value is None:
            return None
        gaps[measure] = gap(evaluation.figures[measure], value, measure, rules.small)
    return AboveAverage(evaluation, comparison, gaps)
