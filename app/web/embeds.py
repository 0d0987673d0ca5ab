"""Figures on other sites, without scripts: as SVG, as PNG, or as a small page for a frame.

What has to be said of a figure stands in the picture itself, since pictures are copied alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from app.config import settings
from app.domain.evaluation import Source
from app.domain.message import Message, Value, say, say_n
from app.domain.release import Release
from app.errors import NotFound
from app.web.addresses import whole_address
from app.web.api.about import LICENCE_NAME, MADE_UP
from app.web.caching import REVALIDATED
from app.web.languages import language_of, translate
from app.web.pictures import PNG, png
from app.web.rendering import render

SVG: Final = "image/svg+xml"
ZOOM: Final = 2
"""Pixels of a PNG for each that the picture is meant to take: sharp on fine screens."""

OF_ONE: Final = say(
    "The points say how the municipality is governed and led, not how good its services are."
)
OF_SEVERAL: Final = say(
    "The points say how municipalities are governed and led, not how good their services are."
)

Framing: TypeAlias = Callable[[str, Sequence[str], str | None], str]
"""Puts a drawing, what is said below it and a warning into one SVG."""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figure in numbers: the names of its series, and rows that begin with what they are of."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Embed:
    """A figure with all that has to be said of it.

    `basis` is what it is made of and set beside, `path` the page that it belongs to.
    """

    title: str
    drawing: str
    table: FigureTable
    basis: tuple[Message, ...]
    caveat: Message
    sources: tuple[Source, ...]
    remarks: int
    path: str


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """What the page in a frame shows. `newer` is the newest release where a frozen one is older."""

    embed: Embed
    drawing: Markup
    notes: tuple[Message, ...]
    address: str
    live: str
    newer: int | None


def embed_answer(
    request: Request,
    release: Release,
    name: str,
    embeds: Mapping[str, Callable[[], Embed | None]],
    framed: Framing,
) -> Response:
    """The figure that the last part of an address names, in the form that its suffix asks for.

    Raises:
        NotFound: there is no such figure, or too little is known to draw it.
    """
    figure, dot, suffix = name.partition(".")
    make = embeds.get(figure)
    found = make() if make and (suffix in ("svg", "png") or not dot) else None
    if found is None:
        raise NotFound(
            say(
                "There is no such figure to embed. There may be %(names)s, each also with .svg or "
                ".png behind it, where enough is known to draw it.",
                names=tuple(embeds),
            )
        )
    if not dot:
        return _page(request, release, found)
    language = language_of(request)
    lines = [
        *(translate(note, language) for note in notes_of(request, release, found)),
        page_address(request, found.path, frozen=is_frozen(request)),
    ]
    warning = translate(MADE_UP, language) if release.demo else None
    svg = framed(found.drawing, lines, warning)
    return picture(request, svg, suffix, ZOOM)


def picture(request: Request, svg: str, suffix: str, zoom: float = 1) -> Response:
    """An SVG as it is, or in pixels."""
    headers = {"Content-Language": language_of(request)}
    if suffix == "png":
        return Response(png(svg, zoom), headers=headers, media_type=PNG)
    return Response(svg, headers=headers, media_type=SVG)


def notes_of(request: Request, release: Release, embed: Embed) -> tuple[Message, ...]:
    """What is said below a figure: its make-up, what it is not, sources, release and licence."""
    sources: tuple[Value, ...] = tuple(source.title for source in embed.sources)
    values: dict[str, Value] = {
        "publisher": settings().publisher_name,
        "number": str(release.number),
        "day": release.published_at.date(),
        "licence": LICENCE_NAME,
    }
    compiled = say(
        "Compiled by %(publisher)s: release %(number)s, %(day)s. Licence: %(licence)s.", **values
    )
    if is_frozen(request):
        compiled = say(
            "Compiled by %(publisher)s: frozen at release %(number)s, %(day)s. Newer figures may "
            "exist. Licence: %(licence)s.",
            **values,
        )
    remarks = say_n(
        "There is %(n)s remark on these figures: read it on the page.",
        "There are %(n)s remarks on these figures: read them on the page.",
        embed.remarks,
    )
    return (
        *embed.basis,
        *((remarks,) if embed.remarks else ()),
        embed.caveat,
        *((say("Source: %(sources)s.", sources=sources),) if sources else ()),
        compiled,
    )


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


def _page(request: Request, release: Release, found: Embed) -> Response:
    """The figure as a page of its own. A frozen one has to be asked after: it tells of newer
    releases."""
    newest: int | None = getattr(request.state, "newest_release", None)
    frozen = is_frozen(request)
    shown = EmbedPage(
        embed=found,
        drawing=Markup(found.drawing),  # noqa: S704
        notes=notes_of(request, release, found),
        address=page_address(request, found.path, frozen=frozen),
        live=page_address(request, found.path, frozen=False),
        newer=newest if newest is not None and newest > release.number else None,
    )
    title = say("%(title)s", title=found.title)
    response = render(request, "embeds/figure.html", shown, title=title, noindex=True)
    response.headers["Cache-Control"] = REVALIDATED
    return response
