"""Bars as SVG: in each row a bar for the first series, and below it marks for the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.areas import AreasFigure
from app.charts.legend import Legend
from app.charts.look import LINE, QUARTERS, TEXT_SIZE
from app.charts.parts import Cross, Series, TextLine
from app.charts.svg import Svg

LEFT: Final = 6
_VALUE: Final = 46
"""Room for a value to the right of the scale."""
BAR: Final = 12
_MARKS: Final = 14
"""Room for the marks under the bar."""
_BETWEEN: Final = 9
_LEAST_BETWEEN: Final = 2


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

    def __init__(self, figure: AreasFigure, width: float, highest: float | None = None) -> None:
        self.figure = figure
        self.width = width
        self.right = width - _VALUE
        self.max = max((axis.max for axis in figure.axes), default=Decimal(1))
        self._marks = _MARKS if len(figure.series) > 1 else 0
        self._place(_BETWEEN)
        if highest is not None and self.height > highest and self.rows:
            less = (self.height - highest) / len(self.rows)
            self._place(max(_LEAST_BETWEEN, _BETWEEN - less))
        self.legend = Legend(figure.series, figure.write(None), as_bars=True)

    def _place(self, between: float) -> None:
        """The rows, so far from one another."""
        self.rows: list[Row] = []
        top = 2.0
        for axis in self.figure.axes:
            self.rows.append(self._row(axis.label, top))
            top = self.rows[-1].bottom + between
        self._foot = top
        self.height = top + LINE + 6

    def x(self, value: Decimal) -> float:
        """Where a value lies between the left and the right end of the scale."""
        return LEFT + (self.right - LEFT) * float(value / self.max)

    def names(self) -> list[TextLine]:
        """The label of each row above it."""
        room = self.width - LEFT - 2
        return [
            text
            for row in self.rows
            for text in parts.lines_of_text(row.lines, LEFT, row.top + 11, room=room)
        ]

    def values(self) -> list[TextLine]:
        """What each bar is worth, at its end; words where there is none."""
        texts: list[TextLine] = []
        for subject in self.figure.series[:1]:
            for row, value in zip(self.rows, subject.values, strict=True):
                x = LEFT if value is None else self.x(value)
                written = self.figure.write(value)
                texts.append(TextLine(written, x + 5, row.baseline, bold=value is not None))
        return texts

    def scale(self) -> list[TextLine]:
        """The quarters of the scale, below all rows."""
        values = [self.max * quarter for quarter in QUARTERS]
        return [
            TextLine(self.figure.write.tick(v), self.x(v), self._foot + LINE - 3, "middle")
            for v in values
        ]

    def grid(self) -> list[tuple[float, float, float]]:
        """In each row the quarters of the scale as far as its own maximum: x, top, bottom."""
        lines: list[tuple[float, float, float]] = []
        for axis, row in zip(self.figure.axes, self.rows, strict=True):
            within = {v for v in (self.max * q for q in QUARTERS) if v < axis.max}
            values = sorted(within | {axis.max})
            lines += [(self.x(value), row.bar - 1, row.bottom + 1) for value in values]
        return lines

    def crosses(self) -> list[Cross]:
        """For marks without a figure, beyond the end of the scale."""
        found: list[Cross] = []
        for at, row in enumerate(self.rows):
            without = [one for one in self.figure.series[1:] if one.values[at] is None]
            for place, one in enumerate(without):
                x = self.right + 12 + 12 * place
                found.append(Cross(one.role, x, row.marks, at))
        return found

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        series = self.figure.series
        return [
            *(parts.grid_line(x, top, x, bottom) for x, top, bottom in self.grid()),
            *(text.drawn() for text in self.names()),
            *(_bars(one, self) for one in series[:1]),
            *(_marks(one, self) for one in reversed(series[1:])),
            *(text.drawn() for text in (*self.values(), *self.scale())),
            *(cross.drawn() for cross in self.crosses()),
            *(
                parts.hit(
                    at,
                    self.figure.said(at),
                    x=0,
                    y=row.top,
                    width=self.width,
                    height=row.bottom - row.top,
                )
                for at, row in enumerate(self.rows)
            ),
        ]

    def _row(self, label: str, top: float) -> Row:
        lines = lettering.wrapped(label, TEXT_SIZE, self.width - LEFT - 2)
        bar = top + len(lines) * LINE + 1
        return Row(lines, top, bar, bar + BAR + _MARKS / 2, bar + BAR + self._marks)


def _bars(one: Series, rows: Rows) -> Svg:
    bars = [parts.bar(LEFT, row.bar, x - LEFT, BAR, at) for at, row, x in _known(one, rows)]
    return parts.series_group(one.role, *bars)


def _marks(one: Series, rows: Rows) -> Svg:
    marks = [parts.mark(one.role, x, row.marks, at) for at, row, x in _known(one, rows)]
    return parts.series_group(one.role, *marks)


def _known(one: Series, rows: Rows) -> Iterator[tuple[int, Row, float]]:
    """Each known value: which it is, its row, and how far it reaches."""
    for at, (row, value) in enumerate(zip(rows.rows, one.values, strict=True)):
        if value is not None:
            yield at, row, rows.x(value)
