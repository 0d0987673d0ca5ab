"""Which mark a total has on a map, and what those marks stand for."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from app.charts.map.drawing import MapMark
from app.domain.decimals import total_points
from app.domain.message import Message, say

LIMITS: Final = tuple(map(Decimal, (300, 400, 500, 600)))
"""Where one band of totals ends and the next begins: steps of a hundred points, our choice.

A total on a limit belongs to the band above it.
"""
BANDS: Final = (MapMark.BAND_1, MapMark.BAND_2, MapMark.BAND_3, MapMark.BAND_4, MapMark.BAND_5)


def band_of(total: Decimal | None) -> MapMark:
    """How an evaluation with this total is drawn; None is a total that is not known."""
    if total is None:
        return MapMark.UNKNOWN
    return BANDS[sum(total >= limit for limit in LIMITS)]


def band_words() -> dict[MapMark, Message]:
    """Every mark of a total in words: highest first, and last that it is not known."""
    between = [
        say("from %(low)s to under %(high)s points", low=total_points(low), high=total_points(high))
        for low, high in pairwise(LIMITS)
    ]
    bands = [
        say("under %(points)s points", points=total_points(LIMITS[0])),
        *between,
        say("%(points)s points or more", points=total_points(LIMITS[-1])),
    ]
    found = dict(zip(reversed(BANDS), reversed(bands), strict=True))
    return {**found, MapMark.UNKNOWN: say("evaluated, but the total is not known")}
