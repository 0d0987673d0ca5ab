"""Bars as SVG: in each row a bar for the first series, and below it marks for the others."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.legend import Legend
from app.charts.look import LINE, TEXT_SIZE, WIDTH
from app.charts.parts import Cross, Text
from app.charts.svg import Svg, drawing
from app.charts.values import BarsFigure, Series

LEFT: Final = 6
RIGHT: Final = WIDTH - 44
"""Where the scale ends; to the right of it there is room for a value."""
BAR: Final = 11
_MARKS: Final = 14
"""Room for the marks under the bar."""
_BETWEEN: Final = 9
QUARTERS: Final = tuple(Decimal(part) / 4 for part in range(5))


@dataclass(frozen=True, slots=True)
class Row:
    """Where one row lies from top to bottom."""

    lines: tuple[str, ...]
    top: float
    bar: float
    marks: float
    bottom: float

    @property
    def baseline(self) -> float:
        """Of the text beside the bar."""
        return self.bar + BAR - 1.5


class Rows:
    """Where everything in the bars lies; Plotly is given the same places."""

    def __init__(self, figure: BarsFigure) -> None:
        self._figure = figure
        self.max = max((axis.max for axis in figure.axes), default=Decimal(1))
        self._marks = _MARKS if len(figure.series) > 1 else 0
        self.rows: list[Row] = []
        top = 2.0
        for axis in figure.axes:
            self.rows.append(self._row(axis.label, top))
            top = self.rows[-1].bottom + _BETWEEN
        self._foot = top
        self.legend = Legend(figure.series, top + LINE + 9, figure.missing_label, as_bars=True)

    def x(self, value: Decimal) -> float:
        """Where a value lies between the left and the right end of the scale."""
        return LEFT + (RIGHT - LEFT) * float(value / self.max)

    def names(self) -> list[Text]:
        """The label of each row above it."""
        room = WIDTH - LEFT - 2
        return [
            text
            for row in self.rows
            for text in parts.lines_of_text(row.lines, LEFT, row.top + 11, room=room)
        ]

    def values(self) -> list[Text]:
        """What each bar is worth, at its end; words where there is none."""
        texts: list[Text] = []
        for subject in self._figure.series[:1]:
            for row, value in zip(self.rows, subject.values, strict=True):
                if value is None:
                    texts.append(Text(self._figure.missing_label, LEFT + 5, row.baseline))
                else:
                    written = self._figure.format_points(value)
                    texts.append(Text(written, self.x(value) + 5, row.baseline, bold=True))
        return texts

    def scale(self) -> list[Text]:
        """The quarters of the scale, below all rows."""
        values = [self.max * quarter for quarter in QUARTERS]
        return [
            Text(self._figure.format_points(v), self.x(v), self._foot + LINE - 3, "middle")
            for v in values
        ]

    def grid(self) -> list[tuple[float, float, float]]:
        """In each row the quarters of the scale as far as its own maximum: x, top, bottom."""
        lines: list[tuple[float, float, float]] = []
        for axis, row in zip(self._figure.axes, self.rows, strict=True):
            within = {v for v in (self.max * q for q in QUARTERS) if v < axis.max}
            values = sorted(within | {axis.max})
            lines += [(self.x(value), row.bar - 1, row.bottom + 1) for value in values]
        return lines

    def crosses(self) -> list[Cross]:
        """For marks without a figure, beyond the end of the scale."""
        found: list[Cross] = []
        for at, (axis, row) in enumerate(zip(self._figure.axes, self.rows, strict=True)):
            without = [one for one in self._figure.series[1:] if one.values[at] is None]
            for place, one in enumerate(without):
                words = parts.said(axis, one, self._figure.missing_label)
                found.append(Cross(one.role, RIGHT + 12 + 12 * place, row.marks, words))
        return found

    def _row(self, label: str, top: float) -> Row:
        lines = lettering.wrapped(label, TEXT_SIZE, WIDTH - LEFT - 2)
        bar = top + len(lines) * LINE + 1
        return Row(lines, top, bar, bar + BAR + _MARKS / 2, bar + BAR + self._marks)


def bars_svg(figure: BarsFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    rows = Rows(figure)
    return drawing(
        WIDTH,
        rows.legend.bottom,
        figure.title,
        figure.description,
        id_prefix,
        *(parts.grid_line(x, top, x, bottom) for x, top, bottom in rows.grid()),
        *(text.drawn() for text in rows.names()),
        *(_bars(figure, one, rows) for one in figure.series[:1]),
        *(_marks(figure, one, rows) for one in reversed(figure.series[1:])),
        *(text.drawn() for text in (*rows.values(), *rows.scale())),
        *(cross.drawn() for cross in rows.crosses()),
        *rows.legend.drawn(),
    )


def _bars(figure: BarsFigure, one: Series, rows: Rows) -> Svg:
    bars = [
        parts.bar(
            LEFT,
            row.bar,
            rows.x(value) - LEFT,
            BAR,
            parts.said(axis, one, figure.format_points(value)),
        )
        for axis, row, value in zip(figure.axes, rows.rows, one.values, strict=True)
        if value is not None
    ]
    return parts.series_group(one.role, *bars)


def _marks(figure: BarsFigure, one: Series, rows: Rows) -> Svg:
    marks = [
        parts.mark(
            one.role,
            rows.x(value),
            row.marks,
            parts.said(axis, one, figure.format_points(value)),
        )
        for axis, row, value in zip(figure.axes, rows.rows, one.values, strict=True)
        if value is not None
    ]
    return parts.series_group(one.role, *marks)
