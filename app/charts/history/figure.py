"""Own evaluations over time, 0–max, with breaks where the method family changes."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.figure import FigureCells, PlottedFigure
from app.charts.history.drawing import HistoryPoint, Timeline
from app.charts.history.plotly import plotly
from app.charts.look import WIDE
from app.charts.plotly_parts import PlotlyFigure
from app.charts.timescale import Break


@dataclass(frozen=True, slots=True)
class HistoryFigure(PlottedFigure):
    """At least one point; `measure` is what the values are of."""

    max: Decimal
    points: tuple[HistoryPoint, ...]
    breaks: tuple[Break, ...]
    measure: str

    @property
    def description(self) -> str:
        return ". ".join(f"{point.label}: {self.write(point.value)}" for point in self.points)

    def layout(self, width: float) -> Timeline:
        return Timeline(self.points, self.breaks, self.max, self.write, width)

    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        return plotly(self.layout(width), self.title)

    def cells(self) -> FigureCells:
        """The measure in the first row, and a row for each evaluation."""
        return ("", self.measure), *((point.label, point.value) for point in self.points)
