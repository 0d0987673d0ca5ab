"""Figures on other sites, without scripts: as SVG, as PNG, or as a small page for a frame.

What has to be said of a figure stands in the picture itself, since pictures are copied alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Generic, Protocol

from starlette.requests import Request
from starlette.responses import Response

from app.config import settings
from app.domain.evaluation import Source
from app.domain.message import Message, Say, Value, say, say_n
from app.domain.release import Release
from app.errors import NotFound
from app.web.addresses import whole_address
from app.web.answering.cache_headers import REVALIDATED
from app.web.api.attribution import LICENCE_NAME, MADE_UP
from app.web.page.rendering import render
from app.web.pictures.figures import Content, Drawing, Figure
from app.web.pictures.png import PNG, png
from app.web.words.languages import language_of, translate, words

SVG: Final = "image/svg+xml"
ZOOM: Final = 2
"""Pixels of a PNG for each that the picture is meant to take: sharp on fine screens."""

OF_ONE: Final = say(
    "The points show how the municipality is governed and led, not how good its services are."
)
OF_SEVERAL: Final = say(
    "The points show how municipalities are governed and led, not how good their services are."
)


class TabledFigure(Figure, Protocol):
    """A figure that is told in numbers too: a row with the names of its series, and rows that begin
    with what they are of."""

    def table(self) -> tuple[tuple[str, ...], ...]: ...


@dataclass(frozen=True, slots=True)
class Embed:
    """All that has to be said of a figure where it leaves its page.

    `basis` is what it is made of and set beside, `path` the page that it belongs to.
    """

    basis: tuple[Message, ...]
    caveat: Message
    sources: tuple[Source, ...]
    remarks: int
    path: str


@dataclass(frozen=True, slots=True)
class Embeddable(Generic[Content]):
    """What makes a figure from the content of its page, and what has to be said of it."""

    make: Callable[[Content, Say], TabledFigure | None]
    embed: Callable[[Content], Embed]


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """What the page in a frame shows. `newer` is the newest release where a frozen one is older."""

    drawing: Drawing
    table: tuple[tuple[str, ...], ...]
    notes: tuple[Message, ...]
    address: str
    live: str
    newer: int | None
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        return say("%(title)s", title=self.drawing.title)


def embed_answer(
    request: Request,
    release: Release,
    embeddable: Mapping[str, Embeddable[Content]],
    content: Content,
    name: str,
) -> Response:
    """The figure that the last part of an address names, in the form that its suffix asks for.

    Raises:
        NotFound: there is no such figure, or too little is known to draw it.
    """
    stem, dot, suffix = name.partition(".")
    found = embeddable.get(stem) if suffix in ("svg", "png") or not dot else None
    language = language_of(request)
    figure = found.make(content, words(language)) if found else None
    if found is None or figure is None:
        raise NotFound(
            say(
                "There is no such figure to embed. There may be %(names)s, each also with .svg or "
                ".png behind it, where enough is known to draw it.",
                names=tuple(embeddable),
            )
        )
    embed, drawing = found.embed(content), figure.drawing(stem)
    if not dot:
        return _page(request, release, embed, drawing, figure.table())
    lines = [
        *(translate(note, language) for note in notes_of(request, release, embed)),
        page_address(request, embed.path, frozen=is_frozen(request)),
    ]
    warning = translate(MADE_UP, language) if release.demo else None
    return picture(request, drawing.framed(lines, warning), suffix, ZOOM)


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


def _page(
    request: Request,
    release: Release,
    embed: Embed,
    drawing: Drawing,
    table: tuple[tuple[str, ...], ...],
) -> Response:
    """The figure as a page of its own. A frozen one has to be asked after: it tells of newer
    releases."""
    newest: int | None = getattr(request.state, "newest_release", None)
    frozen = is_frozen(request)
    shown = EmbedPage(
        drawing=drawing,
        table=table,
        notes=notes_of(request, release, embed),
        address=page_address(request, embed.path, frozen=frozen),
        live=page_address(request, embed.path, frozen=False),
        newer=newest if newest is not None and newest > release.number else None,
    )
    response = render(request, "embeds/figure.html", shown, noindex=True)
    response.headers["Cache-Control"] = REVALIDATED
    return response
