"""Bars: a row for each area with a bar for the first series and marks for the others."""

from dataclasses import dataclass

from app.charts.areas import AreasFigure
from app.charts.bars.drawing import Rows, shapes
from app.charts.bars.plotly import plotly
from app.charts.drawing import Drawing
from app.charts.look import WIDTH
from app.charts.plotly_parts import PlotlyFigure


@dataclass(frozen=True, slots=True)
class BarsFigure(AreasFigure):
    """A row per axis, 0–max."""

    def drawing(self, id: str, width: float = WIDTH) -> Drawing:
        rows = Rows(self, width)
        return Drawing.of(id, width, rows.height, self.title, self.description, *shapes(rows))

    def plotly(self, width: float = WIDTH) -> PlotlyFigure:
        return plotly(Rows(self, width))
