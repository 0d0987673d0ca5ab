"""Where the names of a spider's axes stand: close to their axis, inside the drawing, apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE
from app.charts.parts import Anchor, TextLine

_GAP: Final = 5
"""Between a label and the web, or the edge of the drawing."""
_SPACE: Final = "\N{NO-BREAK SPACE}"
_ASCENT: Final = 10
_DESCENT: Final = 3
_LONGEST: Final = 136
"""The longest line, unless a single word is longer."""


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Lines of text in a box; `top` and `bottom` are counted from the centre of the web."""

    lines: tuple[str, ...]
    anchor: Anchor
    x: float
    room: float
    top: float

    @property
    def bottom(self) -> float:
        return self.top + _height(self.lines)

    @property
    def left(self) -> float:
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.x - share * self.width

    @property
    def width(self) -> float:
        widest = max(lettering.width(line, TEXT_SIZE) for line in self.lines)
        return min(widest, self.room)

    def texts(self, centre_y: float) -> list[TextLine]:
        first = centre_y + self.top + _ASCENT
        return parts.lines_of_text(self.lines, self.x, first, self.anchor, self.room)

    def meets(self, other: "AxisLabel") -> bool:
        across = self.left < other.left + other.width + _GAP and other.left < (
            self.left + self.width + _GAP
        )
        return across and self.top < other.bottom and other.top < self.bottom


def labels(names: Sequence[str], width: float, radius: float) -> tuple[AxisLabel, ...]:
    """A label for each axis, in order, numbered from 1."""
    found = [
        _label(f"{no}", name, 2 * math.pi * (no - 1) / len(names), width, radius)
        for no, name in enumerate(names, 1)
    ]
    # Those above and below the web give way to their neighbours.
    for at, label in enumerate(found):
        if label.anchor == "middle":
            found[at] = _apart(label, found[:at] + found[at + 1 :])
    return tuple(found)


def _label(no: str, name: str, angle: float, width: float, radius: float) -> AxisLabel:
    across, up = math.sin(angle), math.cos(angle)
    if abs(across) < 0.1:
        lines = lettering.in_two_lines(f"{no}{_SPACE}{name}", TEXT_SIZE, _LONGEST)
        top = -radius - _GAP - _height(lines) if up > 0 else radius + _GAP
        return AxisLabel(lines, "middle", width / 2, width - 2 * _GAP, top)
    if abs(up) < 0.1:
        return _beside(no, name, across > 0, width, radius)
    return _at_corner(f"{no}{_SPACE}{name}", across, up, width, radius)


def _beside(no: str, name: str, right: bool, width: float, radius: float) -> AxisLabel:
    """At three or nine o'clock, where room is scarcest: the number may get a line of its own."""
    room = width / 2 - radius - _GAP - 1
    lines = lettering.in_two_lines(f"{no}{_SPACE}{name}", TEXT_SIZE, room)
    if max(lettering.width(line, TEXT_SIZE) for line in lines) > room:
        lines = (no, *lettering.in_two_lines(name, TEXT_SIZE, room))
    x = width / 2 + (radius + _GAP if right else -radius - _GAP)
    return AxisLabel(lines, "start" if right else "end", x, room, -_height(lines) / 2)


def _at_corner(text: str, across: float, up: float, width: float, radius: float) -> AxisLabel:
    """Above or below the end of the axis, moved inwards as far as its length demands."""
    lines = lettering.in_two_lines(text, TEXT_SIZE, _LONGEST)
    length = max(lettering.width(line, TEXT_SIZE) for line in lines)
    corner = radius * abs(across)
    inner = max(0.0, min(corner - 2, width / 2 - 1 - length))
    # The rim falls from the top of the web to the corner in a straight line.
    rim = radius + (radius * abs(up) - radius) * min(1.0, inner / corner)
    top = -rim - _GAP - _height(lines) if up > 0 else rim + _GAP
    x = width / 2 + math.copysign(inner, across)
    return AxisLabel(lines, "start" if across > 0 else "end", x, width / 2 - 1 - inner, top)


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


def _height(lines: Sequence[str]) -> float:
    return _ASCENT + _DESCENT + LINE * (len(lines) - 1)
