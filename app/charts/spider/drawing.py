"""The spider as SVG: axes from twelve o'clock, clockwise, in the order of the method."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.areas import AreasFigure
from app.charts.legend import Legend
from app.charts.look import GRID, LINE, LOOKS, TEXT_SIZE
from app.charts.parts import Cross, Series, TextLine
from app.charts.spider.labels import labels
from app.charts.svg import Svg, element

FULL: Final = 100
RINGS: Final = (25, 50, 75, 100)

_SIDE: Final = 56
"""Beside the web on a phone: room for the number of an area and a value."""
_NAMED_SIDE: Final = 114
"""Beside the web where the areas are named at their axes."""
_LARGEST: Final = 186
_NAMED_FROM: Final = 480
"""Units across from which the names stand at the axes."""
_BETWEEN_CROSSES: Final = 10
"""Where several series miss the same axis, their crosses lie this far from each other."""


class Web:
    """Where everything in a spider lies; Plotly is given the same places."""

    def __init__(self, figure: AreasFigure, width: float) -> None:
        self.figure = figure
        self.width = width
        self.centre_x = width / 2
        self._axes = len(figure.axes)
        named = width >= _NAMED_FROM
        self.radius = min(_LARGEST, width / 2 - (_NAMED_SIDE if named else _SIDE))
        names = [axis.short for axis in figure.axes]
        values = [figure.write(value) for value in figure.series[0].values]
        ends = labels(names if named else None, values, width, self.radius)
        self.centre_y = 3 - min(label.top for label in ends)
        self.labels = [text for label in ends for text in label.texts(self.centre_y)]
        self.height = self.centre_y + max(label.bottom for label in ends) + 4
        self.names: list[TextLine] = []
        if not named:
            self.names, self.height = _in_columns(names, self.height + 6, width)
        self.legend = Legend(figure.series, figure.write(None), middle=figure.middle_name)

    def point(self, axis: float, value: Decimal | float) -> tuple[float, float]:
        """Where a value lies on an axis, counted from 0; halves lie between two axes."""
        angle = 2 * math.pi * axis / self._axes
        distance = self.radius * float(value) / FULL
        across, up = distance * math.sin(angle), distance * math.cos(angle)
        return self.centre_x + across, self.centre_y - up

    def ring(self, value: int) -> list[tuple[float, float]]:
        """The same value on every axis."""
        return [self.point(at, value) for at in range(self._axes)]

    def scale(self) -> list[TextLine]:
        """What the rings stand for, on the rings, between the last axis and the first, where no
        mark can lie."""
        flat = math.cos(math.pi / self._axes)
        places = [(ring, self.point(-0.5, ring * flat)) for ring in RINGS]
        return [TextLine(str(ring), x, y + TEXT_SIZE / 3, "middle") for ring, (x, y) in places]

    def crosses(self) -> list[Cross]:
        """On the rim, for each series without a figure on the axis."""
        found: list[Cross] = []
        for at in range(self._axes):
            without = [one for one in self.figure.series if one.values[at] is None]
            for inwards, one in enumerate(without):
                x, y = self.point(at, FULL - FULL * inwards * _BETWEEN_CROSSES / self.radius)
                found.append(Cross(one.role, x, y, at))
        return found

    def middle(self) -> tuple[list[tuple[float, float]], list[tuple[float, float]]] | None:
        """The outer and the inner edge of the middle half; None where there is none."""
        limits = self.figure.middle
        if not limits:
            return None
        outer = [self.point(at, high) for at, (_, high) in enumerate(limits)]
        return outer, [self.point(at, low) for at, (low, _) in enumerate(limits)]

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *([_middle(*edges)] if (edges := self.middle()) else []),
            *(_ring(self.ring(value)) for value in RINGS),
            *(parts.grid_line(self.centre_x, self.centre_y, x, y) for x, y in self.ring(FULL)),
            *(text.drawn() for text in self.scale()),
            # The subject comes last, and lies on top.
            *(_polygon(one, self) for one in reversed(self.figure.series)),
            *(cross.drawn() for cross in self.crosses()),
            *(text.drawn() for text in (*self.labels, *self.names)),
            *(self._sector(at) for at in range(self._axes)),
        ]

    def _sector(self, at: int) -> Svg:
        """From the centre to the rim, half way to both neighbours."""
        side = FULL * math.cos(math.pi / self._axes)
        rim = ((-0.5, side), (0, FULL), (0.5, side))
        corners = [self.point(at, 0), *(self.point(at + by, far) for by, far in rim)]
        return parts.hit(at, self.figure.said(at), d=parts.path(corners, closed=True))


def _in_columns(names: Sequence[str], top: float, width: float) -> tuple[list[TextLine], float]:
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


def _middle(outer: Sequence[tuple[float, float]], inner: Sequence[tuple[float, float]]) -> Svg:
    both = parts.path(outer, closed=True) + parts.path(inner, closed=True)
    return element("path", d=both, fill_rule="evenodd", **parts.MIDDLE_PAINT)


def runs(values: Sequence[Decimal | None]) -> list[list[int]]:
    """The axes that a line may join, around the web: a missing value ends a run.

    One run of all axes where nothing is missing, and none where everything is.
    """
    count = len(values)
    start = next((at for at, value in enumerate(values) if value is None), None)
    if start is None:
        return [list(range(count))]
    found: list[list[int]] = [[]]
    for at in ((start + step) % count for step in range(1, count + 1)):
        if values[at] is not None:
            found[-1].append(at)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def _ring(points: Sequence[tuple[float, float]]) -> Svg:
    ring = parts.path(points, closed=True)
    return element("path", d=ring, fill="none", stroke=GRID, class_="figure-grid")


def _polygon(one: Series, web: Web) -> Svg:
    points = [None if v is None else web.point(at, v) for at, v in enumerate(one.values)]
    whole = [point for point in points if point is not None]
    if len(whole) == len(points):
        lines = [_area(one, whole), parts.line(one.role, whole, closed=True)]
    else:
        lines = [
            parts.line(one.role, [point for at in run if (point := points[at])])
            for run in runs(one.values)
            if len(run) > 1
        ]
    marks = [
        parts.mark(one.role, *point, at) for at, point in enumerate(points) if point is not None
    ]
    return parts.series_group(one.role, *lines, *marks)


def _area(one: Series, points: Sequence[tuple[float, float]]) -> Svg:
    look = LOOKS[one.role]
    return element(
        "path",
        d=parts.path(points, closed=True),
        fill=look.colour,
        fill_opacity=look.fill_opacity,
        class_="series-area",
    )
