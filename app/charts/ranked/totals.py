"""A few totals as bars with their names, for a picture that goes along where a page is shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.charts.drawing import Drawing
from app.charts.ranked.drawing import MOST_ROWS, RankedBar
from app.charts.ranked.figure import RankedFigure
from app.charts.writing import Writer
from app.domain.decimals import OF_TOTALS
from app.domain.message import Message, Say, say


@dataclass(frozen=True, slots=True)
class NamedTotal:
    """A bar by its name; those that the page is about are strong."""

    name: str
    value: Decimal
    own: bool = False


def totals_picture(
    title: Message, named: Iterable[NamedTotal], maximum: Decimal, words: Say
) -> Drawing | None:
    """The highest first, as many as there is room for; None where there is none."""
    ordered = sorted(named, key=lambda one: -one.value)[:MOST_ROWS]
    if not ordered:
        return None
    figure = RankedFigure(
        words(title),
        bars=tuple(RankedBar(one.name, one.value, own=one.own) for one in ordered),
        max=maximum,
        measure=words(say("Total")),
        own_name=ordered[0].name,
        others_name=None,
        write=Writer(words, OF_TOTALS),
    )
    return figure.card()
