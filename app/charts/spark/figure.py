"""A few totals over time: a true scale of time from zero, with a break where methods change."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

from app.charts import lettering, parts
from app.charts.look import TEXT_SIZE, SeriesRole
from app.charts.parts import TextLine
from app.charts.small import ABOVE, SmallFigure, texts
from app.charts.svg import Svg
from app.charts.timescale import Labels

_FIELD: Final = 84
"""From the zero line to the highest value."""
_SIDE: Final = 26


@dataclass(frozen=True, slots=True)
class SparkPoint:
    """One total in time. Points of one segment are joined by a line."""

    year: int
    value: Decimal
    written: str
    label: str
    segment: str


@dataclass(frozen=True, slots=True)
class SparkFigure(SmallFigure):
    """Two points or more, oldest first. Those of different municipalities are not joined."""

    points: tuple[SparkPoint, ...]
    joined: bool = True

    @property
    def height(self) -> float:
        return self._base + 6 + self._labels().height

    @property
    def _base(self) -> float:
        return ABOVE + _FIELD

    def _labels(self) -> Labels:
        return Labels([(point.label, self._x(point.year)) for point in self.points], self.width)

    def _x(self, year: float) -> float:
        first, last = self.points[0].year, self.points[-1].year
        if first == last:
            return self.width / 2
        return _SIDE + (self.width - 2 * _SIDE) * (year - first) / (last - first)

    def _place(self, point: SparkPoint) -> tuple[float, float]:
        highest = max(one.value for one in self.points) or Decimal(1)
        return self._x(point.year), self._base - _FIELD * float(point.value / highest)

    def shapes(self) -> list[Svg]:
        return [
            parts.grid_line(0, self._base, self.width, self._base),
            *(parts.dashed_line(x, ABOVE, self._base) for x in self._breaks()),
            parts.series_group(
                SeriesRole.SUBJECT,
                *self._lines(),
                *(parts.mark(SeriesRole.SUBJECT, *self._place(point)) for point in self.points),
            ),
            *texts((*self._values(), *self._labels().texts(self._base + 4))),
        ]

    def _breaks(self) -> list[float]:
        """Half way between neighbours of different segments."""
        return [
            self._x((before.year + after.year) / 2)
            for before, after in pairwise(self.points)
            if before.segment != after.segment
        ]

    def _lines(self) -> Iterator[Svg]:
        for _, run in groupby(self.points, lambda point: point.segment):
            places = [self._place(point) for point in run]
            if self.joined and len(places) > 1:
                yield parts.line(SeriesRole.SUBJECT, places)

    def _values(self) -> Iterator[TextLine]:
        for point in self.points:
            x, y = self._place(point)
            half = lettering.bold_width(point.written, TEXT_SIZE) / 2
            middle = min(max(x, half + 1), self.width - half - 1)
            yield TextLine(point.written, middle, y - 9, "middle", bold=True)
