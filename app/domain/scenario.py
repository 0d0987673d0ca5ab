"""What if: an area with other points, areas with other weights, and how firm an order is.

Nothing here is a result. What comes out is a scenario, and is called so wherever it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import mul
from random import Random
from typing import Final

DRAWS: Final = 2000
SEED: Final = 2010
"""Where the random weightings begin: the same on every machine and every day."""

HIGHEST_WEIGHT: Final = 3


@dataclass(frozen=True, slots=True)
class Raised:
    """An area brought up to a target, and the total that follows; None where it is not known."""

    before: Decimal
    after: Decimal
    total_before: Decimal | None
    total_after: Decimal | None

    @property
    def gain(self) -> Decimal:
        return self.after - self.before


def raised(
    score: Decimal, target: Decimal, total: Decimal | None, highest_total: Decimal
) -> Raised:
    """An area that reaches a target. One that is there already stays as it is: nothing is lost.

    Raises:
        ValueError: the target is outside 0–100.
    """
    if not 0 <= target <= 100:
        raise ValueError(f"a target of {target} is outside 0–100")
    after = max(score, target)
    if total is None:
        return Raised(score, after, None, None)
    # A stated total may be a little more than its areas, and never more than can be had.
    reached = max(total, min(total + after - score, highest_total))
    return Raised(score, after, total, reached)


def weighted_total(scores: Sequence[Decimal], weights: Sequence[int]) -> Decimal:
    """The areas counted by other weights, on the scale of the ordinary total.

    With equal weights it is the sum of the areas.

    Raises:
        ValueError: there is not one weight for each area, or all weights are 0.
    """
    if len(scores) != len(weights) or any(weight < 0 for weight in weights) or not any(weights):
        raise ValueError("each area needs a weight, and one of them must be more than 0")
    weighed = sum(
        (score * weight for score, weight in zip(scores, weights, strict=True)), Decimal()
    )
    return weighed * len(scores) / sum(weights)


@dataclass(frozen=True, slots=True)
class Firmness:
    """In how many random weightings one comes out above, below or level with another."""

    above: int
    below: int
    level: int

    @property
    def draws(self) -> int:
        return self.above + self.below + self.level


def firmness(
    a: Sequence[Decimal], b: Sequence[Decimal], draws: int = DRAWS, seed: int = SEED
) -> Firmness:
    """How often `a` stays above `b` when the weights of the areas are drawn at random.

    Every weighting is as likely as any other (a flat Dirichlet distribution).
    """
    gaps = [float(one - other) for one, other in zip(a, b, strict=True)]
    above = below = 0
    for weights in weightings(len(gaps), draws, seed):
        gap = sum(map(mul, weights, gaps))
        above += gap > 0
        below += gap < 0
    return Firmness(above, below, draws - above - below)


@lru_cache(maxsize=4)
def weightings(areas: int, draws: int, seed: int) -> tuple[tuple[float, ...], ...]:
    """Random weights of areas, all positive and 1 together: the same for the same numbers."""
    random = Random(seed)  # noqa: S311
    found = []
    for _ in range(draws):
        parts = [random.expovariate(1.0) for _ in range(areas)]
        whole = sum(parts)
        found.append(tuple(part / whole for part in parts))
    return tuple(found)
