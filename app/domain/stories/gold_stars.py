"""Who has most of the gold stars that are known. A count says nothing of points."""

from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import EvaluationSummary
from app.domain.stories.story import Material, Story, StoryKind

FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class MostGoldStars(Story):
    """The latest evaluation of the municipality with most gold stars, and everybody's number.

    `counts` are names with numbers, most first.
    """

    evaluation: EvaluationSummary
    stars: int
    counts: tuple[tuple[EvaluationSummary, int], ...]

    @property
    def kind(self) -> StoryKind:
        return StoryKind.GOLD_STARS

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return (self.evaluation,)

    @property
    def beside(self) -> tuple[EvaluationSummary, ...]:
        return tuple(one for one, _ in self.counts[1:])

    @property
    def all(self) -> int:
        """How many gold stars are known."""
        return sum(n for _, n in self.counts)


def most_gold_stars(material: Material) -> MostGoldStars | None:
    """None where nobody has several, or where two have as many."""
    counts = [
        (own[0], n)
        for slug, n in material.stars.items()
        if (own := material.evaluations.of_municipality(slug))
    ]
    by_name = material.evaluations.collation.key
    counts.sort(key=lambda count: (-count[1], by_name(count[0].name), count[0].municipality))
    if not counts or counts[0][1] < FEWEST:
        return None
    if len(counts) > 1 and counts[1][1] == counts[0][1]:
        return None
    return MostGoldStars(*counts[0], tuple(counts))
