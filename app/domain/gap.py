"""The distance between two figures, and what it may be called (design rule 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, TypeVar

from app.domain.score import Measure

Key = TypeVar("Key")

MOST_AT_AN_END: Final = 2
"""More that are about the same are no highest or lowest."""


@dataclass(frozen=True, slots=True)
class SmallDifference:
    """Under these gaps the words say "about the same": editorial, said on the method page.

    Limits are in points. `times_over_time` is what they are multiplied by for a change over time,
    where two evaluations err and not one: about the square root of 2.
    """

    area: Decimal = Decimal(3)
    total: Decimal = Decimal(10)
    times_over_time: Decimal = Decimal("1.4")

    def limit(self, measure: Measure) -> Decimal:
        return self.total if measure is Measure.TOTAL else self.area

    def of_question(self, maximum: Decimal, area_maximum: Decimal) -> Decimal:
        """The limit of a question with `maximum` of the points of its area, to one decimal.

        Errors that do not depend on each other add up as squares, so the questions of an area
        together err as much as the area where each has its limit times the root of its share.
        """
        share = maximum / area_maximum
        return (self.area * share.sqrt()).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def over_time(self) -> "SmallDifference":
        """The limits between two evaluations of the same municipality."""
        times = self.times_over_time
        return SmallDifference(self.area * times, self.total * times, times)


class Standing(StrEnum):
    """How a score stands beside another figure."""

    ABOUT_THE_SAME = "about-the-same"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance from a score to another figure, with what it may be called."""

    difference: Decimal
    standing: Standing
    measure: Measure

    @property
    def size(self) -> Decimal:
        return abs(self.difference)


def near_extreme(
    scores: Mapping[Key, Decimal], limit: Decimal, *, highest: bool
) -> tuple[Key, ...]:
    """The one with the most or the fewest points, and another that is about the same.

    None where more than two lie less than `limit` from the end: then nobody stands out.
    """
    ordered = sorted(scores, key=lambda key: scores[key], reverse=highest)
    if not ordered:
        return ()
    end = scores[ordered[0]]
    # Equal scores share the end also where the limit is nothing.
    near = tuple(k for k in ordered if scores[k] == end or abs(scores[k] - end) < limit)
    return near if len(near) <= MOST_AT_AN_END else ()


def gap(own: Decimal, other: Decimal, measure: Measure, small: SmallDifference) -> Gap:
    """How far `own` lies from `other`; under the limit of the measure it is about the same.

    An earlier figure of the same municipality is given with `small.over_time`.
    """
    difference = own - other
    if not difference or abs(difference) < small.limit(measure):
        return Gap(difference, Standing.ABOUT_THE_SAME, measure)
    return Gap(difference, Standing.ABOVE if difference > 0 else Standing.BELOW, measure)
