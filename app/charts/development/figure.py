"""Averages of a country, 0–max, with breaks where the method family changes, over the number of
evaluations each year."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.development.drawing import AverageSeries, Counts, Plane
from app.charts.development.plotly import plotly
from app.charts.figure import Figure
from app.charts.look import WIDTH
from app.charts.plotly_parts import PlotlyFigure
from app.charts.timescale import Break
from app.charts.writing import Writer


@dataclass(frozen=True, slots=True)
class DevelopmentFigure(Figure):
    """At least one year with evaluations; the tables beside it have every figure."""

    max: Decimal
    series: tuple[AverageSeries, ...]
    counts: Counts
    breaks: tuple[Break, ...]
    write: Writer

    @property
    def description(self) -> str:
        """Every average and every count in words."""
        said = [point.said for one in self.series for point in one.points]
        return ". ".join([*said, *(one.said for one in self.counts.years)])

    def layout(self, width: float) -> Plane:
        return Plane(self.series, self.counts, self.breaks, self.max, self.write, width)

    def plotly(self, width: float = WIDTH) -> PlotlyFigure:
        return plotly(self.layout(width))
