"""The spider: fixed axes in the order of the method, 0–100, of at most three series."""

from dataclasses import dataclass
from typing import Final

from app.charts.areas import AreasFigure
from app.charts.look import WIDE
from app.charts.plotly_parts import PlotlyFigure
from app.charts.spider.drawing import Web
from app.charts.spider.plotly import plotly

MOST_POLYGONS: Final = 3
FEWEST_AXES: Final = 3
"""A spider with fewer known axes has no shape to read."""


@dataclass(frozen=True, slots=True)
class SpiderFigure(AreasFigure):
    """A polygon for each series.

    Raises:
        ValueError: more than three series, or a series without a value or None per axis.
    """

    def __post_init__(self) -> None:
        AreasFigure.__post_init__(self)
        if len(self.series) > MOST_POLYGONS:
            raise ValueError("a spider has room for three polygons")

    def layout(self, width: float) -> Web:
        return Web(self, width, self.highest)

    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        return plotly(self.layout(width))
