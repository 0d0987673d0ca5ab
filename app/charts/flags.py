"""Names of a few marks above a field: each with a line down to its mark, and none on another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts import lettering
from app.charts.look import LINE, TEXT, TEXT_SIZE
from app.charts.parts import TextLine
from app.charts.svg import Svg, element

_ASIDE: Final = 4
"""From the line to the name beside it."""


@dataclass(frozen=True, slots=True)
class NameFlag:
    """A mark by its top, with what is written of it; those that matter most are strong."""

    x: float
    y: float
    words: str
    bold: bool = False


def height(count: int) -> float:
    """The room above a field that so many names take."""
    return LINE * count


def poles(flags: Sequence[NameFlag], top: float) -> list[tuple[float, float, float]]:
    """The lines from the names to the marks: x, top, bottom."""
    return [
        (flag.x, top + LINE * row + 4, flag.y) for row, flag in _rows(flags) if flag.y > top + LINE
    ]


def names(flags: Sequence[NameFlag], top: float, left: float, right: float) -> list[TextLine]:
    """The names, each in a row of its own and within the edges: a name stands to the right of its
    line, and what lies farther to the left above it, so that no line runs through a name."""
    found = []
    for row, flag in _rows(flags):
        measure = lettering.bold_width if flag.bold else lettering.width
        room = right - left
        x = max(left, min(flag.x + _ASIDE, right - measure(flag.words, TEXT_SIZE) - 2))
        y = top + LINE * (row + 1) - 4
        found.append(TextLine(flag.words, x, y, bold=flag.bold, room=room))
    return found


def drawn_pole(x: float, top: float, bottom: float) -> Svg:
    """One of the lines."""
    return element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=TEXT, class_="figure-own")


def _rows(flags: Sequence[NameFlag]) -> list[tuple[int, NameFlag]]:
    return list(enumerate(sorted(flags, key=lambda flag: flag.x)))
