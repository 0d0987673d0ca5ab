"""What every figure is: values in the reader's language that can be laid out, drawn and plotted."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Protocol, Self, TypeAlias

from app.charts.drawing import Drawing
from app.charts.legend import Legend
from app.charts.look import CARD, FRAME_NARROW, FRAME_WIDE, NARROW, WIDE
from app.charts.plotly_parts import PlotlyFigure
from app.charts.svg import Ornament, Svg
from app.charts.writing import Writer
from app.domain.message import say

FigureTable: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows of words. The first names the columns, and each begins with what it is of."""

FigureCell: TypeAlias = str | int | Decimal | None
FigureCells: TypeAlias = tuple[tuple[FigureCell, ...], ...]
"""The same with numbers that are exact, and None for what is missing."""

PageLink: TypeAlias = Callable[[str], str]
"""The address of a page in the reader's language, by its path."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row as a page writes it: what it is of, its strip, all of it in words, and what stands in
    the columns beside."""

    label: str
    path: str | None
    strip: Ornament
    said: str
    texts: tuple[str, ...]


class Layout(Protocol):
    """Where everything in a figure lies, at a width; Plotly is given the same places."""

    @property
    def height(self) -> float: ...
    @property
    def legend(self) -> Legend | None: ...
    def shapes(self) -> list[Svg]: ...


@dataclass(frozen=True, slots=True)
class Figure(ABC):
    """A figure under its title: what it shows in a sentence, and below it the measure, the set and
    the years."""

    title: str
    write: Writer = field(kw_only=True)
    subtitle: str = field(default="", kw_only=True)
    axis: str = field(default="", kw_only=True)
    """What its scale measures, with the unit, as it stands at the scale; empty where the subtitle
    or the values themselves say it."""
    link: PageLink | None = field(default=None, kw_only=True)
    """Where dots lead to; nowhere in a picture that stands alone."""
    highest: float | None = field(default=None, kw_only=True)
    """What it is not to be higher than, in units, where it can be laid out so."""

    @property
    def has_links(self) -> bool:
        """Whether its marks lead to pages, where there is a `link`."""
        return False

    @property
    @abstractmethod
    def description(self) -> str:
        """What it shows in words, for those who do not see the drawing."""

    @abstractmethod
    def layout(self, width: float) -> Layout:
        """Everything in its place."""

    @abstractmethod
    def cells(self) -> FigureCells:
        """The same in numbers, for the table in a page and for a file: a column for what each mark
        of it is worth."""

    def told_cells(self) -> FigureCells:
        """All that is drawn, for print, where no mouse asks what a mark is: names and words too."""
        return self.cells()

    def table(self) -> FigureTable:
        """The same as it is read: numbers in the reader's language."""
        return self._read(self.cells())

    def told(self) -> FigureTable:
        """All that is drawn, as it is read in print."""
        return self._read(self.told_cells())

    def in_print(self) -> Self:
        """As it is drawn where no mouse asks what a mark is: all of it is `told`."""
        return self

    def explorers(self) -> dict[str, PlotlyFigure]:
        """What Plotly draws, by the name of the width; nothing where it does not draw it."""
        return {}

    def columns(self) -> tuple[str, ...]:
        """The heads of what stands beside the strips of a figure that is a table itself."""
        return ()

    def row_head(self) -> str:
        """What the rows of a figure that is a table itself are of; empty where they are areas."""
        return ""

    def scale(self) -> tuple[tuple[int, str], ...]:
        """What stands above the strips of a figure that is a table itself, by per cent across."""
        return ()

    def lines(self) -> Sequence[TableLine]:
        """The rows of a figure that is a table itself; none of any other."""
        return ()

    def linked(self, link: PageLink) -> Self:
        """The same with dots that lead to their pages."""
        return replace(self, link=link)

    def drawing(self, id: str, width: float = WIDE) -> Drawing:
        """As SVG, whose ids begin with `id`. Its height is as exact as it is written."""
        layout = self.layout(width)
        return Drawing(
            id,
            width,
            round(layout.height, 2),
            self.title,
            self.description,
            Svg("".join(layout.shapes())),
            layout.legend,
            self.subtitle,
            self.link is not None and self.has_links,
        )

    def drawings(self, id: str) -> tuple[Drawing, Drawing]:
        """Narrow and wide; the style sheet shows the one that there is room for."""
        return self.drawing(f"{id}-narrow", NARROW), self.drawing(id, WIDE)

    def framed(self, id: str) -> tuple[Drawing, Drawing]:
        """Narrow and wide for a frame on another page, which is no higher than it is: a figure that
        had to shrink to fit would have small letters."""
        narrow = replace(self, highest=FRAME_NARROW).drawing(f"{id}-narrow", NARROW)
        return narrow, replace(self, highest=FRAME_WIDE).drawing(id, WIDE)

    def card(self) -> Drawing:
        """For a share image."""
        return replace(self, highest=CARD).drawing("card", CARD)

    def _read(self, cells: FigureCells) -> FigureTable:
        return tuple(tuple(self._written(cell) for cell in row) for row in cells)

    def _written(self, cell: FigureCell) -> str:
        if isinstance(cell, int):
            return self.write.words(say("%(n)s", n=cell))
        return cell if isinstance(cell, str) else self.write(cell)


@dataclass(frozen=True, slots=True)
class PlottedFigure(Figure):
    """A figure that Plotly draws too, for those who explore it."""

    @abstractmethod
    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        """The same for Plotly."""

    def explorers(self) -> dict[str, PlotlyFigure]:
        """Both layouts for Plotly, by the name of the width."""
        return {"narrow": self.plotly(NARROW), "wide": self.plotly(WIDE)}
