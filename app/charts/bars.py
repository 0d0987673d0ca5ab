"""Bars as SVG: in each row a bar for the first series, and below it marks for the others."""

from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE, WIDTH
from app.charts.svg import Svg, drawing
from app.charts.values import Axis, BarsFigure, Series

_LEFT: Final = 6
_RIGHT: Final = WIDTH - 44
"""Where the scale ends; to the right of it there is room for a value."""
_BAR: Final = 11
_MARKS: Final = 14
"""Room for the marks under the bar."""
_BETWEEN: Final = 9
_QUARTERS: Final = (Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))


def bars_svg(figure: BarsFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    most = max((axis.max for axis in figure.axes), default=Decimal(1))
    rows: list[Svg] = []
    top = 2.0
    for at in range(len(figure.axes)):
        row, top = _row(figure, at, top, most)
        rows.append(row)
    scale = [
        parts.text(
            figure.format_points(most * q), x_of(most * q, most), top + LINE, anchor="middle"
        )
        for q in _QUARTERS
    ]
    legend, height = parts.legend(figure.series, top + LINE + 8, figure.missing_label, as_bars=True)
    return drawing(
        WIDTH, height, figure.title, figure.description, id_prefix, *rows, *scale, legend
    )


def x_of(value: Decimal, most: Decimal) -> float:
    """Where a value lies between the left end and the right end of the scale."""
    return _LEFT + (_RIGHT - _LEFT) * float(value / most)


def _row(figure: BarsFigure, at: int, top: float, most: Decimal) -> tuple[Svg, float]:
    """One row and its lower edge: the name, the bar with its value, the marks."""
    axis = figure.axes[at]
    lines = lettering.wrapped(axis.label, TEXT_SIZE, WIDTH - _LEFT - 2)
    y = top + len(lines) * LINE + 1
    others = figure.series[1:]
    bottom = y + _BAR + (_MARKS if others else 0)
    shapes = [*_grid(axis, most, y, bottom)]
    shapes.append(parts.lines_of_text(lines, _LEFT, top + 11, room=WIDTH - _LEFT - 2))
    if figure.series:
        shapes.append(_bar(figure, axis, figure.series[0], at, y, most))
    shapes += _marks(figure, at, y + _BAR + _MARKS / 2, most)
    return Svg("".join(shapes)), bottom + _BETWEEN


def _grid(axis: Axis, most: Decimal, top: float, bottom: float) -> list[Svg]:
    """The quarters of the scale as far as the row's own maximum, and that."""
    within = {most * quarter for quarter in _QUARTERS if most * quarter < axis.max}
    marks = [x_of(value, most) for value in sorted(within | {axis.max})]
    return [parts.grid_line(x, top - 1, x, bottom + 1) for x in marks]


def _bar(figure: BarsFigure, axis: Axis, one: Series, at: int, y: float, most: Decimal) -> Svg:
    value = one.values[at]
    baseline = y + _BAR - 1
    if value is None:
        return parts.text(figure.missing_label, _LEFT + 5, baseline)
    written = figure.format_points(value)
    end = x_of(value, most)
    bar = parts.bar(_LEFT, y, end - _LEFT, _BAR, parts.said(axis, one, written))
    return Svg(
        parts.series_group(one.role, bar) + parts.text(written, end + 4, baseline, weight="bold")
    )


def _marks(figure: BarsFigure, at: int, y: float, most: Decimal) -> list[Svg]:
    """The other series; one without a figure has its cross beyond the end of the scale."""
    axis = figure.axes[at]
    shapes: list[Svg] = []
    crosses = 0
    for one in figure.series[1:]:
        value = one.values[at]
        if value is None:
            words = parts.said(axis, one, figure.missing_label)
            drawn = parts.missing_mark(one.role, _RIGHT + 12 + 12 * crosses, y, words)
            crosses += 1
        else:
            words = parts.said(axis, one, figure.format_points(value))
            drawn = parts.mark(one.role, x_of(value, most), y, words)
        shapes.append(parts.series_group(one.role, drawn))
    return shapes
