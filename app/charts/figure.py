"""What every figure is: values in the reader's language that can be laid out, drawn and plotted."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from app.charts.drawing import Drawing
from app.charts.look import WIDTH
from app.charts.plotly_parts import PlotlyFigure
from app.charts.svg import Svg

FigureTable: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows of words. The first names the columns, and each begins with what it is of."""


class Layout(Protocol):
    """Where everything in a figure lies, at a width; Plotly is given the same places."""

    @property
    def height(self) -> float: ...
    def shapes(self) -> list[Svg]: ...


@dataclass(frozen=True, slots=True)
class Figure(ABC):
    """A figure under its title."""

    title: str

    @property
    @abstractmethod
    def description(self) -> str:
        """What it shows in words, for those who do not see the drawing."""

    @abstractmethod
    def layout(self, width: float) -> Layout:
        """Everything in its place."""

    @abstractmethod
    def plotly(self, width: float = WIDTH) -> PlotlyFigure:
        """The same for Plotly."""

    def drawing(self, id: str, width: float = WIDTH) -> Drawing:
        """As SVG, whose ids begin with `id`. Its height is as exact as it is written."""
        layout = self.layout(width)
        shapes = Svg("".join(layout.shapes()))
        return Drawing(id, width, round(layout.height, 2), self.title, self.description, shapes)
