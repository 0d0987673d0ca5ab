"""The spider as SVG: axes from twelve o'clock, clockwise, in the order of the method."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.charts import parts
from app.charts.areas import AreasFigure
from app.charts.legend import Legend
from app.charts.look import GRID, LOOKS, TEXT_SIZE
from app.charts.parts import Cross, Series, TextLine
from app.charts.spider.labels import labels
from app.charts.svg import Svg, element

RADIUS: Final = 80
FULL: Final = 100
RINGS: Final = (25, 50, 75, 100)

_BETWEEN_CROSSES: Final = 9
"""Where several series miss the same axis, their crosses lie this far from each other."""


class Web:
    """Where everything in a spider lies; Plotly is given the same places."""

    def __init__(self, figure: AreasFigure, width: float) -> None:
        self.figure = figure
        self.width = width
        self.centre_x = width / 2
        self._axes = len(figure.axes)
        names = labels([axis.short for axis in figure.axes], width, RADIUS)
        self.centre_y = 3 - min(label.top for label in names)
        self.labels = [text for label in names for text in label.texts(self.centre_y)]
        top = self.centre_y + max(label.bottom for label in names) + 10
        self.legend = Legend(figure.series, top, width, figure.write(None))

    @property
    def height(self) -> float:
        return self.legend.bottom

    def point(self, axis: int, value: Decimal | float) -> tuple[float, float]:
        """Where a value lies on an axis, counted from 0."""
        angle = 2 * math.pi * axis / self._axes
        distance = RADIUS * float(value) / FULL
        across, up = distance * math.sin(angle), distance * math.cos(angle)
        return self.centre_x + across, self.centre_y - up

    def ring(self, value: int) -> list[tuple[float, float]]:
        """The same value on every axis."""
        return [self.point(at, value) for at in range(self._axes)]

    def scale(self) -> list[TextLine]:
        """What the rings stand for, between two axes, where no mark can lie on it."""
        angle = math.pi / self._axes
        return [
            TextLine(
                str(ring),
                self.centre_x + RADIUS * ring / FULL * math.cos(angle) * math.sin(angle),
                self.centre_y - RADIUS * ring / FULL * math.cos(angle) ** 2 + TEXT_SIZE * 2 / 3,
                "middle",
            )
            for ring in RINGS
        ]

    def crosses(self) -> list[Cross]:
        """On the rim, for each series without a figure on the axis."""
        found: list[Cross] = []
        for at in range(self._axes):
            without = [one for one in self.figure.series if one.values[at] is None]
            for inwards, one in enumerate(without):
                x, y = self.point(at, FULL - FULL * inwards * _BETWEEN_CROSSES / RADIUS)
                found.append(Cross(one.role, x, y, self.figure.said(at, one)))
        return found

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *(_ring(self.ring(value)) for value in RINGS),
            *(parts.grid_line(self.centre_x, self.centre_y, x, y) for x, y in self.ring(FULL)),
            *(text.drawn() for text in self.scale()),
            # The subject comes last, and lies on top.
            *(_polygon(one, self) for one in reversed(self.figure.series)),
            *(cross.drawn() for cross in self.crosses()),
            *(text.drawn() for text in self.labels),
            *self.legend.drawn(),
        ]


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
        parts.mark(one.role, *point, web.figure.said(at, one))
        for at, point in enumerate(points)
        if point is not None
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
