"""A column for each area from zero, those that matter strong, with its value and its number."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import parts
from app.charts.look import BREAK, LOOKS, SURFACE, SeriesRole
from app.charts.parts import TextLine
from app.charts.small import ABOVE, SmallFigure, texts
from app.charts.svg import Svg, element, number

_FIELD: Final = 84
"""From zero to the most points."""
_SHARE: Final = 0.72
"""Of the room of a column that it takes."""


@dataclass(frozen=True, slots=True)
class AreaColumn:
    """One area. `average` is a line across it; a quiet one stands back behind the others."""

    name: str
    value: Decimal
    written: str
    average: Decimal | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsFigure(SmallFigure):
    """In the order of the method, 0–max."""

    columns: tuple[AreaColumn, ...]
    max: Decimal

    @property
    def height(self) -> float:
        return ABOVE + _FIELD + 20

    @property
    def _room(self) -> float:
        return self.width / len(self.columns)

    def _y(self, value: Decimal) -> float:
        return ABOVE + _FIELD * (1 - float(value / self.max))

    def shapes(self) -> list[Svg]:
        base = ABOVE + _FIELD
        return [
            parts.series_group(SeriesRole.SUBJECT, *self._bars(base)),
            parts.series_group(SeriesRole.REFERENCE, *self._averages()),
            parts.grid_line(0, base, self.width, base),
            *texts(self._texts(base)),
        ]

    def _bars(self, base: float) -> Iterator[Svg]:
        width = self._room * _SHARE
        for quiet in (True, False):
            bars = "".join(
                f"M{number(left)} {number(base)}V{number(self._y(column.value))}h{number(width)}"
                f"V{number(base)}z"
                for at, column in enumerate(self.columns)
                if column.quiet is quiet
                for left in [self._room * at + (self._room - width) / 2]
            )
            colour = BREAK if quiet else LOOKS[SeriesRole.SUBJECT].colour
            css = "series-quiet" if quiet else "series-bar"
            if bars:
                yield element("path", d=bars, fill=colour, class_=css)

    def _averages(self) -> list[Svg]:
        """Lines a little wider than the columns, rimmed so that they are seen on them."""
        across = "".join(
            parts.path([(self._room * at + 1, y), (self._room * (at + 1) - 1, y)])
            for at, column in enumerate(self.columns)
            if column.average is not None
            for y in [self._y(column.average)]
        )
        if not across:
            return []
        line = LOOKS[SeriesRole.REFERENCE].colour
        return [
            element("path", d=across, stroke=SURFACE, stroke_width=4, class_="series-rim"),
            element("path", d=across, stroke=line, stroke_width=2, class_="series-line"),
        ]

    def _texts(self, base: float) -> Iterator[TextLine]:
        for at, column in enumerate(self.columns):
            middle = self._room * (at + 0.5)
            top = min(self._y(v) for v in (column.value, column.average) if v is not None)
            bold = not column.quiet
            yield TextLine(column.written, middle, top - 5, "middle", bold=bold)
            yield TextLine(column.name, middle, base + 15, "middle")
