"""The figures of a page: one mapping from their names in addresses to what makes them.

`app.charts` draws them. This layer knows of a figure what it answers, and nothing of how.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Generic, Protocol, Self, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse

from app.domain.message import Say, say_n
from app.errors import NotFound
from app.web.addresses import address
from app.web.pictures.provenance import Provenance
from app.web.words.languages import language_of, words

Content = TypeVar("Content")


class LegendEntry(Protocol):
    """A sample of a line, mark or area with its name."""

    @property
    def name(self) -> str: ...
    @property
    def series(self) -> str | None: ...


class Drawing(Protocol):
    """A figure as SVG, which templates write as it is."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def key(self) -> Sequence[LegendEntry]: ...
    @property
    def longest(self) -> str: ...

    def __html__(self) -> str: ...
    def fitted(self, left: float, top: float, width: float, height: float) -> str: ...
    def fitted_key(self, left: float, top: float, width: float) -> tuple[str, float]: ...
    def framed(self, notes: Sequence[str], warning: str | None) -> str: ...


class TableLine(Protocol):
    """A row of a figure that is a table: what it is of, its strip, all of it in words, and what
    stands in the columns beside."""

    @property
    def label(self) -> str: ...
    @property
    def path(self) -> str | None: ...
    @property
    def said(self) -> str: ...
    @property
    def texts(self) -> tuple[str, ...]: ...


class Figure(Protocol):
    """What a figure answers: its drawings, whose ids begin with `id`, the same for Plotly, and the
    same in numbers: a row with the names of its series, and rows that begin with what they are
    of. `explorers` is empty where Plotly does not draw it, `lines` where it is no table itself."""

    @property
    def title(self) -> str: ...
    def linked(self, link: Callable[[str], str]) -> Self: ...
    def drawing(self, id: str) -> Drawing: ...
    def drawings(self, id: str) -> tuple[Drawing, Drawing]: ...
    def framed(self, id: str) -> tuple[Drawing, Drawing]: ...
    def card(self) -> Drawing: ...
    def explorers(self) -> dict[str, Any]: ...
    def columns(self) -> tuple[str, ...]: ...
    def row_head(self) -> str: ...
    def scale(self) -> tuple[tuple[int, str], ...]: ...
    def lines(self) -> Sequence[TableLine]: ...
    def table(self) -> tuple[tuple[str, ...], ...]: ...
    def cells(self) -> tuple[tuple[str | int | Decimal | None, ...], ...]: ...


@dataclass(frozen=True, slots=True)
class FigureMaker(Generic[Content]):
    """What makes a figure from the content of its page, None where too little is known, and what
    has to be said of it. A figure without provenance is an example, and goes nowhere."""

    make: Callable[[Content, Say], Figure | None]
    provenance: Callable[[Content], Provenance] | None = None
    on_page: bool = True
    """Whether the page shows it; what others have embedded stays though the page has left it."""
    about: Callable[[Content], str] | None = None
    """The slug of the municipality that it is about: pages that it leads to mark it."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as a page shows it in its frame."""

    name: str
    narrow: Drawing
    wide: Drawing
    table: tuple[tuple[str, ...], ...]
    provenance: Provenance | None
    explorable: bool = True
    columns: tuple[str, ...] = ()
    lines: tuple[TableLine, ...] = ()
    """The rows of a figure that is itself a table."""
    row_head: str = ""
    """What they are of, where they are no areas."""
    scale: tuple[tuple[int, str], ...] = ()
    """What stands above them, by per cent across."""

    @property
    def longest(self) -> str:
        """The longest of what it tells of one of its parts, to keep its room; empty where it tells
        nothing."""
        said = (self.narrow.longest, self.wide.longest, *(line.said for line in self.lines))
        return max(said, key=len)


@dataclass(frozen=True, slots=True)
class Figures(Generic[Content]):
    """The figures of a page by their names in addresses."""

    makers: Mapping[str, FigureMaker[Content]]

    def views(self, request: Request, content: Content) -> dict[str, FigureView | None]:
        """Every figure by its name, for the page."""
        return {
            name: self._view(request, content, name)
            for name, maker in self.makers.items()
            if maker.on_page
        }

    def card_drawing(self, request: Request, content: Content, *names: str) -> Drawing | None:
        """The first that can be drawn, for a picture that goes along with the page; None where none
        of them can."""
        found = (self.figure(request, content, name) for name in names)
        return next((figure.card() for figure in found if figure), None)

    def figure(self, request: Request, content: Content, name: str) -> Figure | None:
        """One of them; None where there is none of the name, or too little is known."""
        maker = self.makers.get(name)
        return maker.make(content, words(language_of(request))) if maker else None

    def answer(self, request: Request, content: Content | None, name: str) -> JSONResponse:
        """The figure that the last part of an address names, as Plotly draws it in both layouts.

        Raises:
            NotFound: there is no such figure, or too little is known to draw it.
        """
        figure = self.figure(request, content, name) if content is not None else None
        explorers = figure.explorers() if figure is not None else {}
        if not explorers:
            raise NotFound(
                say_n(
                    "There is no such figure. The figure is %(names)s.",
                    "There is no such figure. The figures are %(names)s.",
                    len(self.makers),
                    names=tuple(self.makers),
                )
            )
        return JSONResponse(explorers)

    def _view(self, request: Request, content: Content, name: str) -> FigureView | None:
        figure = self.figure(request, content, name)
        if figure is None:
            return None
        release = [(key, value) for key, value in request.query_params.items() if key == "release"]
        maker = self.makers[name]
        marked = [("min", maker.about(content))] if maker.about else []
        link = partial(address, language=language_of(request), query=[*release, *marked])
        linked = figure.linked(link)
        narrow, wide = linked.drawings(name)
        return FigureView(
            name,
            narrow,
            wide,
            figure.table(),
            maker.provenance(content) if maker.provenance else None,
            bool(figure.explorers()),
            linked.columns(),
            tuple(linked.lines()),
            linked.row_head(),
            linked.scale(),
        )
