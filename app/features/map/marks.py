"""Which mark a municipality has on the map, and what the marks stand for."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from app.charts.map.drawing import MapMark
from app.domain.decimals import total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say
from app.domain.score import Measure
from app.domain.wording.evaluation import DETAIL_WORDS


class Colour(StrEnum):
    """What the marks tell of, and its name in addresses."""

    DETAIL = "detail"
    TOTAL = "total"


LIMITS: Final = tuple(map(Decimal, (300, 400, 500, 600)))
"""Where one band of totals ends and the next begins: steps of a hundred points, our choice.

A total on a limit belongs to the band above it.
"""
BANDS: Final = (MapMark.BAND_1, MapMark.BAND_2, MapMark.BAND_3, MapMark.BAND_4, MapMark.BAND_5)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A mark in words, with how many municipalities have it."""

    mark: MapMark
    words: Message
    count: int


def mark_of(evaluation: EvaluationSummary, colour: Colour) -> MapMark:
    """How an evaluation is drawn."""
    if colour is Colour.DETAIL:
        return MapMark(evaluation.detail.value)
    total = evaluation.score(Measure.TOTAL)
    if total is None:
        return MapMark.UNKNOWN
    return BANDS[sum(total >= limit for limit in LIMITS)]


def words_by_mark(colour: Colour) -> dict[MapMark, Message]:
    """Every mark that can be seen, in words: most known first, or highest first."""
    if colour is Colour.DETAIL:
        return {MapMark(level.value): words for level, words in DETAIL_WORDS.items()}
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
