"""Stories of the eight areas: where averages are lowest, and whose areas lie furthest apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.comparison_choice import Comparison, ComparisonKind, published_averages
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import near_extreme
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceStatistic
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.story import Material, Story, StoryKind


@dataclass(frozen=True, slots=True)
class LowestAreas(Story):
    """The areas with the lowest average, and those with the highest, where any stand out."""

    country: Country
    family: str
    comparison: Comparison
    lowest: tuple[Measure, ...]
    highest: tuple[Measure, ...]

    @property
    def kind(self) -> StoryKind:
        return StoryKind.LOWEST_AREAS

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return ()

    @property
    def averages(self) -> dict[Measure, Decimal]:
        """The average of each area."""
        return _values(self.comparison)


@dataclass(frozen=True, slots=True)
class Contrast(Story):
    """The highest and the lowest areas of one evaluation; `of` is of how many municipalities all
    areas are known."""

    evaluation: EvaluationSummary
    lowest: tuple[Measure, ...]
    highest: tuple[Measure, ...]
    of: int

    @property
    def kind(self) -> StoryKind:
        return StoryKind.CONTRAST

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return (self.evaluation,)

    @property
    def span(self) -> Decimal:
        """Points between the highest and the lowest area."""
        return _span(self.evaluation)


def lowest_areas(material: Material) -> LowestAreas | None:
    """In the newest family and the first country of which an average may be said: computed where
    the set stands for the country, else the newest mean that was published."""
    for family in material.families():
        for country in Country:
            for comparison in _averages(material, family, country):
                limit = material.rules.small.limit(Measure.AREA_1)
                values = _values(comparison)
                lowest = near_extreme(values, limit, highest=False)
                if lowest:
                    top = near_extreme(values, limit, highest=True)
                    return LowestAreas(country, family, comparison, lowest, top)
    return None


def _averages(material: Material, family: str, country: Country) -> Iterator[Comparison]:
    scope = SetScope(frozenset((country,)), family)
    found = comparison_set(scope, material.evaluations, AREA_MEASURES, material.rules.coverage)
    if found.serves:
        yield Comparison(ComparisonKind.COMPUTED, scope, AREA_MEASURES, found)
        return
    for reference in published_averages(material.references, scope, AREA_MEASURES):
        if reference.statistic is ReferenceStatistic.MEAN and not reference.at_second_hand:
            yield Comparison(
                ComparisonKind.PUBLISHED, scope, AREA_MEASURES, found, reference=reference
            )
            return


def _values(comparison: Comparison) -> dict[Measure, Decimal]:
    found = ((measure, comparison.value(measure)) for measure in AREA_MEASURES)
    return {measure: value for measure, value in found if value is not None}


def contrast(material: Material) -> Contrast | None:
    """The widest span of the latest evaluations with all areas, where both ends stand out; of
    equal ones the latest."""
    limit = material.rules.small.limit(Measure.AREA_1)
    best: Contrast | None = None
    known: set[str] = set()
    for evaluation in _with_all_areas(material):
        known.add(evaluation.municipality)
        if best is not None and _order(evaluation) <= _order(best.evaluation):
            continue
        figures = {measure: evaluation.figures[measure] for measure in AREA_MEASURES}
        lowest = near_extreme(figures, limit, highest=False)
        highest = near_extreme(figures, limit, highest=True)
        if lowest and highest and _span(evaluation) >= limit:
            best = Contrast(evaluation, lowest, highest, 0)
    if best is None:
        return None
    return Contrast(best.evaluation, best.lowest, best.highest, len(known))


def _with_all_areas(material: Material) -> Iterator[EvaluationSummary]:
    """Of each municipality the latest evaluation of a family that has all areas."""
    table = material.evaluations
    for family in material.families():
        own = table.where("family", family)
        for measure in AREA_MEASURES:
            own &= table.having(measure)
        yield from own.latest


def _order(evaluation: EvaluationSummary) -> tuple[object, ...]:
    return (_span(evaluation), evaluation.year, evaluation.id)


def _span(evaluation: EvaluationSummary) -> Decimal:
    points = [evaluation.figures[measure] for measure in AREA_MEASURES]
    return max(points) - min(points)
