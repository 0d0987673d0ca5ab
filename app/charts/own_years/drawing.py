"""Small panels as SVG, one for each area, with a column for each year."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from app.charts import lettering, parts
from app.charts.look import LINE, LOOKS, SURFACE, TEXT_SIZE, WIDE, SeriesRole
from app.charts.parts import TextLine
from app.charts.svg import Svg, element

if TYPE_CHECKING:
    from app.charts.own_years.figure import OwnYearsFigure

_TALL: Final = 60
"""From zero to the most points."""
_GAP: Final = 14
"""Between two panels, and between years of different method versions."""
_WIDEST: Final = 44
"""A column with what lies around it takes so much at most: room for its year."""
_BAR: Final = 0.56
"""Of that the column itself."""
_MISSING: Final = 16
"""The band under the base line for those without a figure: they are not 0."""


@dataclass(frozen=True, slots=True)
class OwnYear:
    """One evaluation: its year, its method version, and a value or None for each area."""

    year: int
    version: str
    values: tuple[Decimal | None, ...]


class Panels:
    """Where everything lies: four panels beside one another where there is room, two on a phone."""

    def __init__(self, figure: "OwnYearsFigure", width: float) -> None:
        self.figure = figure
        self._beside = 4 if width >= WIDE else 2
        self._room = (width - _GAP * (self._beside - 1)) / self._beside
        breaks = sum(figure.breaks_before(at) for at in range(len(figure.years)))
        self._slot = min(_WIDEST, (self._room - _GAP * breaks) / len(figure.years))
        self._names = max(len(self._name(at)) for at in range(len(figure.areas)))
        gaps = [None in one.values for one in figure.years]
        self._foot = LINE + 4 + (_MISSING if any(gaps) else 0)
        self._panel = LINE * self._names + LINE + _TALL + self._foot + _GAP
        rows = -(-len(figure.areas) // self._beside)
        self.height = rows * self._panel - _GAP + 4
        self.legend = None

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [shape for at in range(len(self.figure.areas)) for shape in self._drawn(at)]

    def _name(self, at: int) -> tuple[str, ...]:
        name = f"{at + 1}\N{NO-BREAK SPACE}{self.figure.areas[at]}"
        return lettering.in_two_lines(name, TEXT_SIZE * 1.14, 0.92 * self._room)

    def _drawn(self, at: int) -> list[Svg]:
        row, column = divmod(at, self._beside)
        left, top = column * (self._room + _GAP), row * self._panel
        base = top + LINE * (self._names + 1) + _TALL
        lines = self._name(at)
        first = top + LINE * (1 + self._names - len(lines)) - 3
        texts = [
            TextLine(line, left, first + LINE * no, bold=True, room=0.98 * self._room)
            for no, line in enumerate(lines)
        ]
        bars: list[Svg] = []
        breaks: list[Svg] = []
        x = left
        for no, one in enumerate(self.figure.years):
            if self.figure.breaks_before(no):
                breaks.append(parts.dashed_line(x + _GAP / 2, base - _TALL, base))
                x += _GAP
            bars.append(self._column(one.values[at], x, base))
            texts += self._texts(no, one.values[at], x + self._slot / 2, base)
            x += self._slot
        return [
            parts.grid_line(left, base - _TALL, x, base - _TALL),
            parts.grid_line(left, base, x, base),
            *breaks,
            parts.series_group(SeriesRole.SUBJECT, *bars),
            *(text.drawn() for text in texts),
            parts.hit(
                at,
                self.figure.said(at),
                x=left,
                y=top,
                width=self._room,
                height=self._panel - _GAP,
            ),
        ]

    def _column(self, value: Decimal | None, x: float, base: float) -> Svg:
        width = self._slot * _BAR
        left = x + (self._slot - width) / 2
        if value is None:
            return element(
                "rect",
                x=left,
                y=base + 4,
                width=width,
                height=9,
                fill=SURFACE,
                stroke=LOOKS[SeriesRole.SUBJECT].colour,
                stroke_width=1.75,
                stroke_dasharray="3 2",
                class_="series-open",
            )
        tall = _TALL * float(value / self.figure.max)
        return parts.bar(left, base - tall, width, tall)

    def _texts(self, no: int, value: Decimal | None, middle: float, base: float) -> list[TextLine]:
        """The year below, and what it is worth above, where the columns leave room for all; else of
        the first and the last."""
        year = str(self.figure.years[no].year)
        if lettering.width(year, TEXT_SIZE) + 4 > self._slot:
            year = f"’{year[-2:]}"
        found = [TextLine(year, middle, base + self._foot - 5, "middle")]
        ends = no in (0, len(self.figure.years) - 1)
        if value is not None and (ends or self._all_written):
            y = base - _TALL * float(value / self.figure.max) - 4
            found.append(TextLine(self.figure.write(value), middle, y, "middle", bold=ends))
        return found

    @property
    def _all_written(self) -> bool:
        found = [value for one in self.figure.years for value in one.values if value is not None]
        return all(
            lettering.bold_width(self.figure.write(value), TEXT_SIZE) <= self._slot
            for value in found
        )
