"""The parts of a web: axes from twelve o'clock, clockwise, rings, and polygons on them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import parts
from app.charts.look import GRID, LOOKS
from app.charts.parts import Cross, Series
from app.charts.svg import Svg, element

FULL: Final = 100
RINGS: Final = (25, 50, 75, 100)

_BETWEEN_CROSSES: Final = 10
"""Where several series miss the same axis, their crosses lie this far from each other."""


@dataclass(frozen=True, slots=True)
class Polar:
    """Where the values 0–100 of some axes lie around a centre."""

    centre_x: float
    centre_y: float
    radius: float
    axes: int

    def point(self, axis: float, value: Decimal | float) -> tuple[float, float]:
        """Where a value lies on an axis, counted from 0; halves lie between two axes."""
        angle = 2 * math.pi * axis / self.axes
        distance = self.radius * float(value) / FULL
        across, up = distance * math.sin(angle), distance * math.cos(angle)
        return self.centre_x + across, self.centre_y - up

    def between(self, value: float) -> tuple[float, float]:
        """Where a ring crosses the middle between the last axis and the first."""
        return self.point(-0.5, value * math.cos(math.pi / self.axes))

    def ring(self, value: int) -> list[tuple[float, float]]:
        """The same value on every axis."""
        return [self.point(at, value) for at in range(self.axes)]

    def sector(self, at: int) -> str:
        """What belongs to an axis, as a path: from the centre to the rim, half way to both
        neighbours."""
        side = FULL * math.cos(math.pi / self.axes)
        rim = ((-0.5, side), (0, FULL), (0.5, side))
        corners = [self.point(at, 0), *(self.point(at + by, far) for by, far in rim)]
        return parts.path(corners, closed=True)

    def grid(self) -> list[Svg]:
        """The rings and the axes."""
        rings = [
            element(
                "path",
                d=parts.path(self.ring(value), closed=True),
                fill="none",
                stroke=GRID,
                class_="figure-grid",
            )
            for value in RINGS
        ]
        axes = [parts.grid_line(self.centre_x, self.centre_y, x, y) for x, y in self.ring(FULL)]
        return [*rings, *axes]

    def crosses(self, series: Sequence[Series]) -> list[Cross]:
        """On the rim, for each series without a figure on the axis."""
        found: list[Cross] = []
        for at in range(self.axes):
            without = [one for one in series if one.values[at] is None]
            for inwards, one in enumerate(without):
                x, y = self.point(at, FULL - FULL * inwards * _BETWEEN_CROSSES / self.radius)
                found.append(Cross(one.role, x, y, at))
        return found

    def edges(
        self, limits: Sequence[tuple[Decimal, Decimal]]
    ) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """The outer and the inner edge of a middle half."""
        outer = [self.point(at, high) for at, (_, high) in enumerate(limits)]
        return outer, [self.point(at, low) for at, (low, _) in enumerate(limits)]

    def middle(self, limits: Sequence[tuple[Decimal, Decimal]]) -> list[Svg]:
        """The middle half of a set; nothing without limits."""
        if not limits:
            return []
        d = "".join(parts.path(edge, closed=True) for edge in self.edges(limits))
        return [element("path", d=d, fill_rule="evenodd", **parts.MIDDLE_PAINT)]

    def polygon(self, one: Series) -> Svg:
        """The line of a series with its marks; it has a gap where a value is missing."""
        points = [None if v is None else self.point(at, v) for at, v in enumerate(one.values)]
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


def _area(one: Series, points: Sequence[tuple[float, float]]) -> Svg:
    look = LOOKS[one.role]
    return element(
        "path",
        d=parts.path(points, closed=True),
        fill=look.colour,
        fill_opacity=look.fill_opacity,
        class_="series-area",
    )
