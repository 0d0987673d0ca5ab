"""The figures of a page: one mapping from their names in addresses to what makes them.

`app.charts` draws them. This layer knows of a figure what it answers, and nothing of how.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse

from app.domain.message import Say, say_n
from app.errors import NotFound
from app.web.words.languages import language_of, words

Content = TypeVar("Content")


class Drawing(Protocol):
    """A figure as SVG, which templates write as it is."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...

    def __html__(self) -> str: ...
    def fitted(self, left: float, top: float, width: float, height: float) -> str: ...
    def framed(self, notes: Sequence[str], warning: str | None) -> str: ...


class Figure(Protocol):
    """What a figure answers: its drawing, whose ids begin with `id`, and the same for Plotly."""

    def drawing(self, id: str) -> Drawing: ...
    def plotly(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Figures(Generic[Content]):
    """What makes each figure from the content of its page, or None where too little is known."""

    makers: Mapping[str, Callable[[Content, Say], Figure | None]]

    def drawings(self, request: Request, content: Content) -> dict[str, Drawing | None]:
        """Every figure by its name, for the page."""
        return {name: self.drawing(request, content, name) for name in self.makers}

    def drawing(self, request: Request, content: Content, name: str) -> Drawing | None:
        """One of them, for a picture that goes along with the page."""
        figure = self._figure(request, content, name)
        return figure.drawing(name) if figure else None

    def answer(self, request: Request, content: Content | None, name: str) -> JSONResponse:
        """The figure that the last part of an address names, as Plotly draws it.

        Raises:
            NotFound: there is no such figure, or too little is known to draw it.
        """
        figure = None
        if content is not None and name in self.makers:
            figure = self._figure(request, content, name)
        if figure is None:
            raise NotFound(
                say_n(
                    "There is no such figure. The figure is %(names)s.",
                    "There is no such figure. The figures are %(names)s.",
                    len(self.makers),
                    names=tuple(self.makers),
                )
            )
        return JSONResponse(figure.plotly())

    def _figure(self, request: Request, content: Content, name: str) -> Figure | None:
        return self.makers[name](content, words(language_of(request)))
