"""Bars: a row for each area with a bar for the first series and marks for the others."""

from dataclasses import dataclass

from app.charts.areas import AreasFigure
from app.charts.bars.drawing import Rows
from app.charts.bars.plotly import plotly
from app.charts.look import WIDE
from app.charts.plotly_parts import PlotlyFigure


@dataclass(frozen=True, slots=True)
class BarsFigure(AreasFigure):
    """A row per axis, 0–max."""

    def layout(self, width: float) -> Rows:
        return Rows(self, width, self.highest)

    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        return plotly(self.layout(width))
