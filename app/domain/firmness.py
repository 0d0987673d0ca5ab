"""How much an order depends on the weights, and on small differences in the points.

The method counts every area the same, and evaluators judge: neither is exact. As the OECD and JRC
handbook asks (Handbook on Constructing Composite Indicators, 2008, step 7: uncertainty and
sensitivity analysis), both are varied together, around what is used and not over all that could be
thought of: the handbook's example varies weights by a fixed share around the nominal ones.

In each draw
- the weight of each area is drawn evenly from half to one and a half of that of the method
  (`WEIGHT_SPREAD`), and the eight are scaled so that they add up to eight again;
- the points of each area of each evaluation are drawn evenly from what is about the same as those
  given: the limit for an area to either side. They are not cut off at 0 and 100, so that nobody at
  an end is moved more to one side than to the other.

Every draw gives a place. What is said is the interval that holds the middle nine tenths of them,
and the share of the draws that it does hold. Two whose totals are about the same have no order,
however the draws fall. Draws are pseudo-random from a fixed seed: everybody gets the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from operator import mul
from random import Random
from typing import Final

from app.domain.statistics import MINIMUM_MEMBERS

DRAWS: Final = 1000
SEED: Final = 2010
"""Where the draws begin: the same on every machine and every day."""
WEIGHT_SPREAD: Final = Decimal("0.5")
"""By what share of itself the weight of an area is varied, to either side."""
MIDDLE: Final = Decimal("0.9")
"""The share of the draws that an interval of places is to hold at least."""

_MOST_ERRORS: Final = 100
"""As many evaluations err by themselves in a draw; where there are more, some err alike."""

Scores = Sequence[Decimal]


class OrderKind(StrEnum):
    """How one evaluation stands to another when weights and points are not exact."""

    ABOUT_THE_SAME = "about-the-same"
    """Their totals are: it overrides all else."""
    HIGHER_EVERYWHERE = "higher-everywhere"
    """Every area is higher: above by any weights."""
    LOWER_EVERYWHERE = "lower-everywhere"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class PairOrder:
    """The order of two and in how many draws it holds; `held` is None where there is none."""

    order: OrderKind
    held: int | None
    draws: int

    @property
    def share(self) -> Decimal | None:
        return None if self.held is None else Decimal(self.held) / self.draws


@dataclass(frozen=True, slots=True)
class PlaceInterval:
    """The places of one among `of`, itself counted, in the middle of the draws."""

    place_from: int
    place_to: int
    of: int
    held: int
    """In how many draws the place lies in the interval."""
    draws: int

    @property
    def share(self) -> Decimal:
        return Decimal(self.held) / self.draws


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm a place is, and the order to each of the others, in the order that they came."""

    place: PlaceInterval | None
    """None among fewer than five others: there is no place."""
    pairs: tuple[PairOrder, ...]


def order_of(own: Scores, other: Scores, small_total: Decimal) -> OrderKind:
    """The order of two by what is given. With every area higher it is the same by any weights."""
    difference = sum(own, Decimal(0)) - sum(other, Decimal(0))
    if not difference or abs(difference) < small_total:
        return OrderKind.ABOUT_THE_SAME
    pairs = list(zip(own, other, strict=True))
    if difference > 0:
        everywhere = all(one > two for one, two in pairs)
        return OrderKind.HIGHER_EVERYWHERE if everywhere else OrderKind.ABOVE
    everywhere = all(one < two for one, two in pairs)
    return OrderKind.LOWER_EVERYWHERE if everywhere else OrderKind.BELOW


def firmness(
    own: Scores,
    others: Sequence[Scores],
    small_area: Decimal,
    small_total: Decimal,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Firmness:
    """The place of `own` among the others, and its order to each, over all draws.

    `small_area` is to either side of the points of an area what is about the same as they, and
    `small_total` the limit between two totals.
    """
    higher, always_higher = [0] * draws, 0
    pairs = []
    areas, evaluations = len(own), min(1 + len(others), _MOST_ERRORS)
    errors_drawn = _errors(areas, float(small_area), evaluations, draws, seed)
    drawn = [*zip(weightings(areas, draws, seed), errors_drawn, strict=True)]
    for position, other in enumerate(others, 1):
        gaps = [float(two - one) for one, two in zip(own, other, strict=True)]
        above = 0
        if _always_above(gaps, float(small_area)):
            always_higher += 1
            above = draws
        elif not _always_above([-gap for gap in gaps], float(small_area)):
            at = 1 + (position - 1) % (evaluations - 1)
            for draw, (weights, errors) in enumerate(drawn):
                if sum(map(mul, weights, gaps)) + errors[at] > errors[0]:
                    higher[draw] += 1
                    above += 1
        order = order_of(own, other, small_total)
        held = draws - above if order in (OrderKind.ABOVE, OrderKind.HIGHER_EVERYWHERE) else above
        pairs.append(PairOrder(order, None if order is OrderKind.ABOUT_THE_SAME else held, draws))
    places = [1 + always_higher + n for n in higher]
    return Firmness(_interval(places, len(others)), tuple(pairs))


def _always_above(gaps: Sequence[float], small_area: float) -> bool:
    """Whether no weights and no errors that can be drawn put the other at or under one's own."""
    least, most = float(1 - WEIGHT_SPREAD), float(1 + WEIGHT_SPREAD)
    worst = [gap - 2 * small_area for gap in gaps]
    return sum(gap * (least if gap > 0 else most) for gap in worst) > 0


def _interval(drawn: Sequence[int], others: int) -> PlaceInterval | None:
    """The places from where at most a twentieth of the draws are better to where as few are
    worse."""
    if others < MINIMUM_MEMBERS:
        return None
    places = sorted(drawn)
    left_out = int(len(places) * (1 - MIDDLE) / 2)
    first, last = places[left_out], places[-1 - left_out]
    held = sum(first <= place <= last for place in places)
    return PlaceInterval(first, last, 1 + others, held, len(places))


@lru_cache(maxsize=4)
def weightings(areas: int, draws: int = DRAWS, seed: int = SEED) -> tuple[tuple[float, ...], ...]:
    """The weights of each draw: as many together as there are areas."""
    random, spread = Random(seed), float(WEIGHT_SPREAD)  # noqa: S311
    found = []
    for _ in range(draws):
        parts = [random.uniform(1 - spread, 1 + spread) for _ in range(areas)]
        whole = sum(parts)
        found.append(tuple(part * areas / whole for part in parts))
    return tuple(found)


@lru_cache(maxsize=8)
def _errors(
    areas: int, small_area: float, evaluations: int, draws: int, seed: int
) -> tuple[tuple[float, ...], ...]:
    """For each draw by how much the points of each evaluation are off, all areas weighed."""
    random = Random(seed + 1)  # noqa: S311
    return tuple(
        tuple(
            small_area * sum(weight * (2 * random.random() - 1) for weight in weights)
            for _ in range(evaluations)
        )
        for weights in weightings(areas, draws, seed)
    )
