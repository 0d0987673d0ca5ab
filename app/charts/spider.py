"""The spider as SVG: axes from twelve o'clock, clockwise, in the order of the method."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.charts import parts, spider_labels
from app.charts.look import GRID, LOOKS, TEXT_SIZE, WIDTH
from app.charts.svg import Svg, drawing, element
from app.charts.values import Series, SpiderFigure

CENTRE_X: Final = WIDTH / 2
RADIUS: Final = 80
FULL: Final = 100
RINGS: Final = (25, 50, 75, 100)

_BETWEEN_MISSING: Final = 9
"""Where several series miss the same axis, their crosses lie this far from each other."""


def spider_svg(figure: SpiderFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    labels = spider_labels.placed([axis.short for axis in figure.axes], CENTRE_X, RADIUS)
    centre_y = 3 - min(label.top for label in labels)
    bottom = centre_y + max(label.bottom for label in labels)
    web = Web(len(figure.axes), centre_y)
    legend, height = parts.legend(figure.series, bottom + 10, figure.missing_label)
    polygons = [_polygon(figure, one, web) for one in reversed(figure.series)]
    return drawing(
        WIDTH,
        height,
        figure.title,
        figure.description,
        id_prefix,
        *web.rings(),
        *web.spokes(),
        *web.scale(),
        *polygons,
        *(_missing(figure, at, web) for at in range(len(figure.axes))),
        *(label.drawn(centre_y) for label in labels),
        legend,
    )


class Web:
    """The rings and axes, and where a value lies on them."""

    def __init__(self, axes: int, centre_y: float) -> None:
        self._axes = axes
        self._centre_y = centre_y

    def point(self, axis: int, value: Decimal | float) -> tuple[float, float]:
        """Where a value lies on an axis, counted from 0."""
        angle = 2 * math.pi * axis / self._axes
        distance = RADIUS * float(value) / FULL
        return CENTRE_X + distance * math.sin(angle), self._centre_y - distance * math.cos(angle)

    def rings(self) -> list[Svg]:
        """A ring for each quarter of the scale."""
        return [
            element(
                "path",
                d=parts.path([self.point(at, ring) for at in range(self._axes)], closed=True),
                fill="none",
                stroke=GRID,
                class_="figure-grid",
            )
            for ring in RINGS
        ]

    def spokes(self) -> list[Svg]:
        """The axes from the centre out."""
        ends = [self.point(at, FULL) for at in range(self._axes)]
        return [parts.grid_line(CENTRE_X, self._centre_y, x, y) for x, y in ends]

    def scale(self) -> list[Svg]:
        """What the rings stand for, between two axes, where no mark can lie on it."""
        middle = math.pi / self._axes
        shapes: list[Svg] = []
        for ring in RINGS:
            away = RADIUS * ring / FULL * math.cos(middle)
            x = CENTRE_X + away * math.sin(middle)
            y = self._centre_y - away * math.cos(middle) + TEXT_SIZE / 3
            shapes.append(parts.text(str(ring), x, y + 4, anchor="middle"))
        return shapes


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


def _polygon(figure: SpiderFigure, one: Series, web: Web) -> Svg:
    points = [None if v is None else web.point(at, v) for at, v in enumerate(one.values)]
    whole = [point for point in points if point is not None]
    shapes: list[Svg] = []
    if len(whole) == len(points):
        shapes += [_area(one, whole), parts.line(one.role, whole, closed=True)]
    else:
        shapes += [
            parts.line(one.role, [point for at in run if (point := points[at])])
            for run in runs(one.values)
            if len(run) > 1
        ]
    for axis, value, point in zip(figure.axes, one.values, points, strict=True):
        if value is not None and point is not None:
            words = parts.said(axis, one, figure.format_points(value))
            shapes.append(parts.mark(one.role, *point, words))
    return parts.series_group(one.role, *shapes)


def _area(one: Series, points: Sequence[tuple[float, float]]) -> Svg:
    look = LOOKS[one.role]
    return element(
        "path",
        d=parts.path(points, closed=True),
        fill=look.colour,
        fill_opacity=look.fill_opacity,
        class_="series-area",
    )


def _missing(figure: SpiderFigure, axis: int, web: Web) -> Svg:
    """A cross on the rim for each series without a figure on the axis."""
    without = [one for one in figure.series if one.values[axis] is None]
    return Svg(
        "".join(
            parts.series_group(
                one.role,
                parts.missing_mark(
                    one.role,
                    *web.point(axis, FULL - 100 * at * _BETWEEN_MISSING / RADIUS),
                    parts.said(figure.axes[axis], one, figure.missing_label),
                ),
            )
            for at, one in enumerate(without)
        )
    )
