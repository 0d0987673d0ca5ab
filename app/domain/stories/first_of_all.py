"""Who was first of all ever evaluated in the country when it was evaluated, as its source says."""

from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.stated import PeriodKind, StatedPlacing, Territory
from app.domain.stories.story import Material, Story, StoryKind

KINDS = {
    Country.NORWAY: StoryKind.FIRST_IN_NORWAY,
    Country.SWEDEN: StoryKind.FIRST_IN_SWEDEN,
}


@dataclass(frozen=True, slots=True)
class FirstOfAll(Story):
    """The evaluations that were first, oldest first, each with the place that its source states."""

    country: Country
    first: tuple[EvaluationSummary, ...]
    placings: tuple[StatedPlacing, ...]
    own_before: tuple[EvaluationSummary, ...] = ()
    """Earlier totals of the municipality, oldest first, where there is only one that was first."""

    @property
    def kind(self) -> StoryKind:
        return KINDS[self.country]

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return self.first

    @property
    def beside(self) -> tuple[EvaluationSummary, ...]:
        return self.own_before


def first_of_all(material: Material, country: Country) -> FirstOfAll | None:
    """Those whose total is known. Only what the evaluation's own source says of all ever evaluated
    counts: neither a narrower scope nor what others tell."""
    found = []
    for id, placings in material.placings.items():
        evaluation = material.evaluations.by_id.get(id)
        if evaluation is None or evaluation.country is not country:
            continue
        if Measure.TOTAL in evaluation.figures:
            found += [(evaluation, placing) for placing in placings if _is_first(placing)][:1]
    if not found:
        return None
    found.sort(key=lambda one: (one[0].year, one[0].id))
    first = tuple(evaluation for evaluation, _ in found)
    before = _before(material, first[0]) if len(first) == 1 else ()
    return FirstOfAll(country, first, tuple(placing for _, placing in found), before)


def _is_first(placing: StatedPlacing) -> bool:
    scope = placing.scope
    return (
        placing.place == 1
        and placing.measure is Measure.TOTAL
        and placing.source is None
        and placing.teller is None
        and scope.territory is Territory.COUNTRY
        and scope.size is None
        and scope.period is not None
        and scope.period.kind is PeriodKind.ALL_TIME
    )


def _before(material: Material, evaluation: EvaluationSummary) -> tuple[EvaluationSummary, ...]:
    own = material.evaluations.of_municipality(evaluation.municipality)
    return tuple(
        one for one in reversed(own) if one.year < evaluation.year and Measure.TOTAL in one.figures
    )
