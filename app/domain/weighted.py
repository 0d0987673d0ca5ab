"""One figure for several municipalities: each counts by its inhabitants.

It is ours and nobody's result: what an evaluation of them as one would find, nobody knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Weighed:
    """The points of one evaluation, and the inhabitants that they count by."""

    id: str
    score: Decimal | None
    inhabitants: int | None

    @property
    def counts(self) -> bool:
        """Only what is known can be weighed, and nobody lives in a weight of nothing."""
        return self.score is not None and bool(self.inhabitants and self.inhabitants > 0)


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """The mean of those whose points and inhabitants are known, by their ids."""

    mean: Decimal
    inhabitants: int
    members: tuple[str, ...]


def weighted_mean(several: Iterable[Weighed]) -> WeightedMean | None:
    """The mean, weighted by inhabitants; None for fewer than two, of whom it would be no mean."""
    pairs = [
        (one.id, one.score, one.inhabitants)
        for one in several
        if one.counts and one.score is not None and one.inhabitants is not None
    ]
    if len(pairs) < 2:
        return None
    inhabitants = sum(weight for _, _, weight in pairs)
    points = sum((score * weight for _, score, weight in pairs), Decimal(0))
    return WeightedMean(points / inhabitants, inhabitants, tuple(id for id, _, _ in pairs))
