"""What if: an area with other points, and areas with other weights.

Nothing here is a result. What comes out is a scenario, and is called so wherever it is shown.
How firm an order is when weights and points are not taken for exact: `app.domain.firmness`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

HIGHEST_WEIGHT: Final = 3


@dataclass(frozen=True, slots=True)
class Raised:
    """An area brought up to a target, or the sum of several that are, and the total that follows;
    None where it is not known."""

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


def raised_together(
    scores: Sequence[tuple[Decimal, Decimal]], total: Decimal | None, highest_total: Decimal
) -> Raised:
    """Several areas, each with what it has and its target: their sums, and the total that follows.

    Raises:
        ValueError: a target is outside 0–100.
    """
    each = [raised(score, target, None, highest_total) for score, target in scores]
    before = sum((one.before for one in each), Decimal())
    after = sum((one.after for one in each), Decimal())
    if total is None:
        return Raised(before, after, None, None)
    reached = max(total, min(total + after - before, highest_total))
    return Raised(before, after, total, reached)


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
