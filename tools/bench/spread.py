"""Percentiles, and the median of several rounds with their range."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (above 0, up to 1) of all values do not exceed.

    Raises:
        ValueError: there are no values, or the share is none.
    """
    if not values or not 0 < share <= 1:
        raise ValueError("a percentile needs values and a share above 0 and up to 1")
    # Rounded first: 0.95 × 20 is a little more than 19 in binary, and the 19th is meant.
    rank = math.ceil(round(share * len(values), 9))
    return sorted(values)[rank - 1]


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over several rounds: its median, and the lowest and highest round."""

    median: float
    lowest: float
    highest: float


def spread(values: Sequence[float]) -> Spread:
    """The median of all rounds and their range.

    Raises:
        ValueError: there are no rounds.
    """
    if not values:
        raise ValueError("there were no rounds")
    return Spread(statistics.median(values), min(values), max(values))


def ratios(ours: Sequence[float], others: Sequence[float]) -> Spread:
    """Ours divided by theirs, round by round.

    Raises:
        ValueError: there were no rounds, or one of the two had more of them.
    """
    return spread([a / b for a, b in zip(ours, others, strict=True)])
