"""What stands at the ends of the axes of a web: close to their axis, inside the drawing, apart.

Where there is room, the name of the area and the value of the subject; on a phone the number of
the area and the value, and the names stand below the web.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE
from app.charts.parts import Anchor, TextLine

_GAP: Final = 6
"""Between a label and the web, or the edge of the drawing."""
_SPACE: Final = "\N{NO-BREAK SPACE}"
_ASCENT: Final = 11
_DESCENT: Final = 3
_LONGEST: Final = 150
"""The longest line, unless a single word is longer."""


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Lines of text in a box, the last `bold` of them the value; `top` and `bottom` are counted
    from the centre of the web."""

    lines: tuple[str, ...]
    anchor: Anchor
    x: float
    room: float
    top: float
    bold: int = 1

    @property
    def bottom(self) -> float:
        return self.top + _height(self.lines)

    @property
    def left(self) -> float:
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.x - share * self.width

    @property
    def width(self) -> float:
        return min(_width(self.lines, self.bold), self.room)

    def texts(self, centre_y: float) -> list[TextLine]:
        first = centre_y + self.top + _ASCENT
        value = len(self.lines) - self.bold
        return [
            TextLine(line, self.x, first + at * LINE, self.anchor, at >= value, self.room)
            for at, line in enumerate(self.lines)
        ]

    def meets(self, other: "AxisLabel") -> bool:
        across = self.left < other.left + other.width + _GAP and other.left < (
            self.left + self.width + _GAP
        )
        return across and self.top < other.bottom and other.top < self.bottom


def labels(
    names: Sequence[str] | None, values: Sequence[str], width: float, radius: float
) -> tuple[AxisLabel, ...]:
    """A label for each axis, in order, numbered from 1; without names, number and value alone, and
    where a value is empty, none."""
    found = [
        _label(
            f"{no}",
            names[no - 1] if names is not None else None,
            value,
            2 * math.pi * (no - 1) / len(values),
            width,
            radius,
        )
        for no, value in enumerate(values, 1)
    ]
    # Those above and below the web give way to their neighbours.
    for at, label in enumerate(found):
        if label.anchor == "middle":
            found[at] = _apart(label, found[:at] + found[at + 1 :])
    return tuple(found)


def names_in_columns(
    names: Sequence[str], top: float, width: float
) -> tuple[list[TextLine], float]:
    """The numbered names below the web, in two columns."""
    half = math.ceil(len(names) / 2)
    texts: list[TextLine] = []
    bottom = top
    for column, first in enumerate((0, half)):
        y, left = top, 4 + column * width / 2
        for no, name in enumerate(names[first : first + half], first + 1):
            lines = lettering.wrapped(f"{no}\N{NO-BREAK SPACE}{name}", TEXT_SIZE, width / 2 - 8)
            texts += parts.lines_of_text(lines, left, y + LINE - 4, room=width / 2 - 8)
            y += LINE * len(lines) + 2
        bottom = max(bottom, y)
    return texts, bottom + 2


def _label(
    no: str, name: str | None, value: str, angle: float, width: float, radius: float
) -> AxisLabel:
    across, up = math.sin(angle), math.cos(angle)
    values = (value,) if value else ()
    if abs(across) < 0.1:
        lines = (*_named(no, name, _LONGEST), *values)
        top = -radius - _GAP - _height(lines) if up > 0 else radius + _GAP
        return AxisLabel(lines, "middle", width / 2, width - 2 * _GAP, top, len(values))
    if abs(up) < 0.1:
        return _beside(no, name, value, across > 0, width, radius)
    lines = (*_named(no, name, _LONGEST), *values)
    return _at_corner(lines, len(values), across, up, width, radius)


def _named(no: str, name: str | None, room: float) -> tuple[str, ...]:
    if name is None:
        return (no,)
    return lettering.in_two_lines(f"{no}{_SPACE}{name}", TEXT_SIZE, room)


def _beside(
    no: str, name: str | None, value: str, right: bool, width: float, radius: float
) -> AxisLabel:
    """At three or nine o'clock, where room is scarcest: the number may get a line of its own, and
    that there is no value may take two."""
    room = width / 2 - radius - _GAP - 1
    named = _named(no, name, room)
    if name is not None and max(lettering.width(line, TEXT_SIZE) for line in named) > room:
        named = (no, *lettering.in_two_lines(name, TEXT_SIZE, room))
    values = lettering.in_two_lines(value, TEXT_SIZE, room, bold=True) if value else ()
    lines = (*named, *values)
    x = width / 2 + (radius + _GAP if right else -radius - _GAP)
    anchor: Anchor = "start" if right else "end"
    return AxisLabel(lines, anchor, x, room, -_height(lines) / 2, len(values))


def _at_corner(
    lines: tuple[str, ...], bold: int, across: float, up: float, width: float, radius: float
) -> AxisLabel:
    """Above or below the end of the axis, moved inwards as far as its length demands."""
    length = _width(lines, bold)
    corner = radius * abs(across)
    inner = max(0.0, min(corner - 2, width / 2 - 1 - length))
    # The rim falls from the top of the web to the corner in a straight line.
    rim = radius + (radius * abs(up) - radius) * min(1.0, inner / corner)
    top = -rim - _GAP - _height(lines) if up > 0 else rim + _GAP
    x = width / 2 + math.copysign(inner, across)
    anchor: Anchor = "start" if across > 0 else "end"
    return AxisLabel(lines, anchor, x, width / 2 - 1 - inner, top, bold)


def _apart(label: AxisLabel, others: Sequence[AxisLabel]) -> AxisLabel:
    for _ in others:
        met = [other for other in others if label.meets(other)]
        if not met:
            break
        if label.top < 0:
            top = min(other.top for other in met) - _height(label.lines) - 1
        else:
            top = max(other.bottom for other in met) + 1
        label = replace(label, top=top)
    return label


def _width(lines: Sequence[str], bold: int) -> float:
    """Of the widest line; the last ones are bold."""
    value = len(lines) - bold
    widths = [lettering.width(line, TEXT_SIZE) for line in lines[:value]]
    return max([*widths, *(lettering.bold_width(line, TEXT_SIZE) for line in lines[value:])])


def _height(lines: Sequence[str]) -> float:
    return _ASCENT + _DESCENT + LINE * (len(lines) - 1)
