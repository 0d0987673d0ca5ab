"""Which mark a municipality has on the map, and what the marks stand for."""

from dataclasses import dataclass
from enum import StrEnum

from app.charts.map.bands import band_of, band_words
from app.charts.map.drawing import MapMark
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording.evaluation import DETAIL_WORDS


class Colour(StrEnum):
    """What the marks tell of, and its name in addresses."""

    DETAIL = "detail"
    TOTAL = "total"


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
    return band_of(evaluation.score(Measure.TOTAL))


def words_by_mark(colour: Colour) -> dict[MapMark, Message]:
    """Every mark that can be seen, in words: most known first, or highest first."""
    if colour is Colour.DETAIL:
        return {MapMark(level.value): words for level, words in DETAIL_WORDS.items()}
    return band_words()
