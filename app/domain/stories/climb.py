"""Whose total has risen most within one method family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.comparability import Comparability
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, Standing, gap
from app.domain.score import Level, Measure
from app.domain.stories.story import Material, Story, StoryKind

TOTAL = Measure.TOTAL


@dataclass(frozen=True, slots=True)
class Climb(Story):
    """The totals of one municipality within a family, oldest first.

    `times` is how often it rose in a row, from the first to the last; 0 where a step between was
    none or too small to be called one. `followed` is how many municipalities have two totals
    within a family, itself among them.
    """

    steps: tuple[EvaluationSummary, ...]
    rise: Gap
    times: int
    followed: int
    comparability: Comparability

    @property
    def kind(self) -> StoryKind:
        return StoryKind.CLIMB

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return self.steps


def climb(material: Material) -> Climb | None:
    """The largest rise that may be called one over time; of equal ones the latest."""
    followed: set[str] = set()
    best: Climb | None = None
    for steps in _followed(material):
        followed.add(steps[0].municipality)
        found = _climb(steps, material)
        if found is not None and (best is None or _order(found) > _order(best)):
            best = found
    if best is None:
        return None
    return Climb(best.steps, best.rise, best.times, len(followed), best.comparability)


def _followed(material: Material) -> Iterator[tuple[EvaluationSummary, ...]]:
    """The totals of each municipality within a family, where there are several."""
    for family in material.families():
        of_family = material.evaluations.where("family", family)
        known = of_family & material.evaluations.having(TOTAL)
        own: list[EvaluationSummary] = []
        for evaluation in known:
            if own and own[0].municipality != evaluation.municipality:
                if len(own) > 1:
                    yield tuple(reversed(own))
                own = []
            own.append(evaluation)
        if len(own) > 1:
            yield tuple(reversed(own))


def _climb(steps: Sequence[EvaluationSummary], material: Material) -> Climb | None:
    rules = material.rules
    comparable = rules.instrument.comparability.among((s.version for s in steps), Level.TOTAL)
    rises = [_rise(before, after, material) for before, after in pairwise(steps)]
    whole = _rise(steps[0], steps[-1], material)
    if not comparable.allowed or whole.standing is not Standing.ABOVE:
        return None
    in_a_row = all(step.standing is Standing.ABOVE for step in rises)
    return Climb(tuple(steps), whole, len(rises) if in_a_row else 0, 1, comparable)


def _rise(before: EvaluationSummary, after: EvaluationSummary, material: Material) -> Gap:
    small = material.rules.small.over_time
    return gap(after.figures[TOTAL], before.figures[TOTAL], TOTAL, small)


def _order(found: Climb) -> tuple[object, ...]:
    return (found.rise.difference, found.steps[-1].year, found.steps[-1].id)
