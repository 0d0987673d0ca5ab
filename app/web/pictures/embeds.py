"""Figures on other sites, without scripts: as SVG, as PNG, or as a small page for a frame.

What has to be said of a figure stands in the picture itself, since pictures are copied alone.
"""

from dataclasses import dataclass
from typing import ClassVar, Final

from starlette.requests import Request
from starlette.responses import Response

from app.domain.message import Message, say
from app.domain.release import Release
from app.errors import NotFound
from app.web.addresses import whole_address
from app.web.answering.cache_headers import REVALIDATED
from app.web.made_up import MADE_UP, is_made_up
from app.web.page.rendering import render
from app.web.pictures.figure_files import figure_file
from app.web.pictures.figures import Content, Figures, FigureView
from app.web.pictures.png import PNG, png
from app.web.pictures.provenance import Provenance, notes_of
from app.web.pictures.snippets import FILES, PICTURES, SUFFIXES
from app.web.words.languages import language_of, translate

SVG: Final = "image/svg+xml"
ZOOM: Final = 2
"""Pixels of a PNG for each that the picture is meant to take: sharp on fine screens."""


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """What the page in a frame shows. `newer` is the newest release where a frozen one is older."""

    figure: FigureView
    notes: tuple[Message, ...]
    address: str
    live: str
    newer: int | None
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        return say("%(title)s", title=self.figure.wide.title)


def embed_answer(
    request: Request, release: Release, figures: Figures[Content], content: Content, name: str
) -> Response:
    """The figure that the last part of an address names, in the form that its suffix asks for.

    Raises:
        NotFound: there is no such figure, or too little is known to draw it.
    """
    stem, dot, suffix = name.partition(".")
    language = language_of(request)
    maker = figures.makers.get(stem) if suffix in SUFFIXES or not dot else None
    figure = figures.figure(request, content, stem)
    if maker is None or figure is None or maker.provenance is None:
        raise NotFound(
            say(
                "There is no such figure to embed. There may be %(names)s, each also with "
                "%(suffixes)s behind it, where enough is known to draw it.",
                names=tuple(figures.makers),
                suffixes=tuple(f".{suffix}" for suffix in SUFFIXES),
            )
        )
    provenance = maker.provenance(content)
    if not dot:
        view = FigureView(stem, *figure.framed(stem), figure.table(), provenance)
        return _page(request, release, view, provenance)
    notes = notes_of(release, provenance, frozen=is_frozen(request))
    if suffix not in PICTURES:
        return figure_file(request, release, figure, notes, stem, FILES[suffix])
    lines = [
        *(translate(note, language) for note in notes),
        page_address(request, provenance.path, frozen=is_frozen(request)),
    ]
    warning = translate(MADE_UP, language) if is_made_up(release) else None
    return picture(request, figure.drawing(stem).framed(lines, warning), suffix, ZOOM)


def picture(request: Request, svg: str, suffix: str, zoom: float = 1) -> Response:
    """An SVG as it is, or in pixels."""
    headers = {"Content-Language": language_of(request)}
    if suffix == "png":
        return Response(png(svg, zoom), headers=headers, media_type=PNG)
    return Response(svg, headers=headers, media_type=SVG)


def is_frozen(request: Request) -> bool:
    """Whether the address holds what it shows at a release."""
    return "release" in request.query_params


def page_address(request: Request, path: str, *, frozen: bool) -> str:
    """The whole address of the page that a figure belongs to, for the same choices."""
    query = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if frozen or name != "release"
    ]
    return whole_address(path, language_of(request), query)


def _page(request: Request, release: Release, view: FigureView, provenance: Provenance) -> Response:
    """The figure as a page of its own. A frozen one has to be asked after: it tells of newer
    releases."""
    newest: int | None = getattr(request.state, "newest_release", None)
    frozen = is_frozen(request)
    shown = EmbedPage(
        figure=view,
        notes=notes_of(release, provenance, frozen=frozen),
        address=page_address(request, provenance.path, frozen=frozen),
        live=page_address(request, provenance.path, frozen=False),
        newer=newest if newest is not None and newest > release.number else None,
    )
    response = render(request, "embeds/figure.html", shown, noindex=True)
    response.headers["Cache-Control"] = REVALIDATED
    return response
