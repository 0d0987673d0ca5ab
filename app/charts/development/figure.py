"""Averages of a country, 0–max, with breaks where the method family changes, over the number of
evaluations each year."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.charts.development.drawing import AverageSeries, Counts, Plane
from app.charts.development.plotly import plotly
from app.charts.figure import FigureCells, FigureTable, PlottedFigure
from app.charts.look import WIDE
from app.charts.plotly_parts import PlotlyFigure
from app.charts.timescale import Break


@dataclass(frozen=True, slots=True)
class DevelopmentFigure(PlottedFigure):
    """At least one year with evaluations; the tables beside it have every figure."""

    max: Decimal
    series: tuple[AverageSeries, ...]
    counts: Counts
    breaks: tuple[Break, ...]

    @property
    def description(self) -> str:
        """Every average and every count in words."""
        said = [point.said for one in self.series for point in one.points]
        return ". ".join([*said, *(one.said for one in self.counts.years)])

    def cells(self) -> FigureCells:
        """A row for each year, a column for each series and one for how many were evaluated; where
        a series has several results of a year, all of them."""
        return self._rows(str)

    def table(self) -> FigureTable:
        return tuple(tuple(self._written(cell) for cell in row) for row in self._rows(self.write))

    def _rows(self, write: Callable[[Decimal], str]) -> FigureCells:
        years = sorted(
            {point.year for one in self.series for point in one.points}
            | {one.year for one in self.counts.years}
        )
        counted = {one.year: one.count for one in self.counts.years}

        def row(year: int) -> tuple[str | int | Decimal | None, ...]:
            values = (_cell(one, year, write) for one in self.series)
            return str(year), *values, counted.get(year, 0)

        head = ("", *(one.name for one in self.series), self.counts.title)
        return head, *map(row, years)

    def layout(self, width: float) -> Plane:
        return Plane(self.series, self.counts, self.breaks, self.max, self.write, width)

    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        return plotly(self.layout(width))


def _cell(one: AverageSeries, year: int, write: Callable[[Decimal], str]) -> str | Decimal | None:
    """The value of a year; several are written one after the other."""
    values = [point.value for point in one.points if point.year == year]
    return "; ".join(map(write, values)) if len(values) > 1 else next(iter(values), None)
