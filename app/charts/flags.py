"""Names of a few marks above a field: each with a line down to its mark, and none on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final, TypeAlias

from app.charts import lettering
from app.charts.look import LINE, TEXT, TEXT_SIZE
from app.charts.parts import Anchor, TextLine
from app.charts.svg import Svg, element

_ASIDE: Final = 4
"""From the line to the name beside it."""
_CLEAR: Final = 2
"""From a name to the lines of others, and to the edge on its right."""
_TO_THE_LEFT: Final = 1
_ABOVE: Final = 3
_SQUEEZED: Final = 100
"""What a place that is worse than to the right of the line counts."""


@dataclass(frozen=True, slots=True)
class NameFlag:
    """A mark by its top, with what is written of it; those that matter most are strong."""

    x: float
    y: float
    words: str
    bold: bool = False

    @property
    def width(self) -> float:
        measure = lettering.bold_width if self.bold else lettering.width
        return measure(self.words, TEXT_SIZE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name lies across, how much `worse` than to the right of its line. The line begins
    beside it, or below it where the name stands `above` its own mark."""

    x: float
    worse: float = 0
    anchor: Anchor = "start"
    above: bool = False
    room: float | None = None
    """For a name that has to be squeezed."""


_Rows: TypeAlias = tuple[tuple[NameFlag, _Place], ...]


def height(count: int) -> float:
    """The room above a field that so many names take."""
    return LINE * count


def poles(
    flags: Sequence[NameFlag], top: float, left: float, right: float
) -> list[tuple[float, float, float]]:
    """The lines from the names to the marks: x, top, bottom."""
    found = []
    for row, (flag, place) in enumerate(_rows(tuple(flags), left, right)):
        first = top + LINE * (row + 1) if place.above else top + LINE * row + 4
        if flag.y > max(first, top + LINE):
            found.append((flag.x, first, flag.y))
    return found


def names(flags: Sequence[NameFlag], top: float, left: float, right: float) -> list[TextLine]:
    """The names, each in a row of its own and within the edges. No line runs through a name: it
    stands to the right of its own line, or to the left where the edge is too near; where neither
    side has room it stands above its line. The rows are in the order that lets the lines of those
    above pass by."""
    return [
        TextLine(
            flag.words,
            place.x,
            top + LINE * (row + 1) - 4,
            place.anchor,
            bold=flag.bold,
            room=place.room,
        )
        for row, (flag, place) in enumerate(_rows(tuple(flags), left, right))
    ]


def drawn_pole(x: float, top: float, bottom: float) -> Svg:
    """One of the lines."""
    return element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=TEXT, class_="figure-own")


@lru_cache(maxsize=256)
def _rows(flags: tuple[NameFlag, ...], left: float, right: float) -> _Rows:
    """From above downwards, in the best of the orders; from the left where that is as good."""
    return min(
        (_placed(order, left, right - _CLEAR) for order in _orders(flags)),
        key=lambda rows: sum(place.worse for _, place in rows),
    )


def _orders(flags: Sequence[NameFlag]) -> Iterator[tuple[NameFlag, ...]]:
    """From the left, from the right, and from both ends towards a place between two of them."""
    rising = sorted(flags, key=lambda flag: flag.x)
    for at in range(len(rising), -1, -1):
        from_left, from_right = rising[:at], rising[at:][::-1]
        yield (*from_left, *from_right)
        yield (*from_right, *from_left)


def _placed(order: Sequence[NameFlag], left: float, right: float) -> _Rows:
    """Each past the lines of those above it."""
    return tuple(
        (flag, _place(flag, [one.x for one in order[:row]], left, right))
        for row, flag in enumerate(order)
    )


def _place(flag: NameFlag, passing: Sequence[float], left: float, right: float) -> _Place:
    """The best place between the lines that pass; one that passes right where its own begins is to
    the left or to the right of it."""
    found = []
    for before, after in (
        ([x for x in passing if x <= flag.x], [x for x in passing if x > flag.x]),
        ([x for x in passing if x < flag.x], [x for x in passing if x >= flag.x]),
    ):
        low = max([left, *(x + _CLEAR for x in before)])
        high = min([right, *(x - _CLEAR for x in after)])
        found.append(_between(flag, low, high))
    return min(found, key=lambda place: place.worse)


def _between(flag: NameFlag, low: float, high: float) -> _Place:
    start, end = max(low, flag.x + _ASIDE), min(high, flag.x - _ASIDE)
    if start + flag.width <= high:
        return _Place(start)
    if end - flag.width >= low:
        return _Place(end, _TO_THE_LEFT, "end")
    room = high - low
    if room >= flag.width:
        first = min(max(low, flag.x - flag.width / 2), high - flag.width)
        return _Place(first, _ABOVE, above=True)
    if room > 0:
        return _Place(low, _SQUEEZED * flag.width / room, above=True, room=room)
    return _Place(low, inf, above=True)
