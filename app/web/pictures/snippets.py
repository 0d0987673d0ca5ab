"""What others paste into their own pages: a figure as a frame or as a picture, live or frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from app.domain.message import Message, say
from app.web.api.downloads import Wanted, offered, suffix_of
from app.web.api.formats import TABLES, Part
from app.web.pictures.figures import FigureView

FRAME_WIDTH: Final = 560
FRAME_HEIGHT: Final = 520
"""The size of a frame in pixels. In a narrower column it shrinks, and its inside with it: what is
copied says so in styles, as a width in an attribute would make a phone's page wider than it is."""

PICTURES: Final = ("png", "svg")
FILES: Final[Mapping[str, Wanted]] = {
    suffix_of(wanted): wanted for wanted in offered([f for f in TABLES if f.part is Part.TABLE])
}
SUFFIXES: Final = (*PICTURES, *FILES)
"""What a figure can be had as, besides as a page for a frame."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """HTML to be copied, with what it is called and an id. `way` is one of each of the two choices
    that lead to it; `address` is what it shows."""

    id: str
    label: Message
    code: str
    way: str
    address: str


@dataclass(frozen=True, slots=True)
class Places:
    """Whole addresses of a figure and its page, live or frozen, without a suffix."""

    figure: str
    page: str
    query: str

    def embed(self, suffix: str = "") -> str:
        return f"{self.figure}{suffix}{self.query}"

    @property
    def whole_page(self) -> str:
        return f"{self.page}{self.query}"


def snippets(figure: FigureView, live: Places, frozen: Places, release: int) -> tuple[Snippet, ...]:
    """The four ways to show a figure elsewhere: a frame or a picture, live or frozen.

    Only a frozen picture is described in figures: those of the others may change.
    """
    name, drawing = figure.name, figure.wide
    title = drawing.title
    number = str(release)

    def frame(places: Places) -> str:
        return (
            f'<iframe src="{escape(places.embed())}" title="{escape(title)}" '
            f'style="width:100%;max-width:{FRAME_WIDTH}px;height:{FRAME_HEIGHT}px;border:0" '
            'loading="lazy"></iframe>'
        )

    def image(places: Places, said: str) -> str:
        return (
            f'<a href="{escape(places.whole_page)}"><img src="{escape(places.embed(".svg"))}" '
            f'alt="{escape(said)}" width="{FRAME_WIDTH}" '
            'style="max-width:100%;height:auto;border:0"></a>'
        )

    return (
        Snippet(
            f"{name}-frame",
            say("As a frame that follows new releases"),
            frame(live),
            "live-frame",
            live.embed(),
        ),
        Snippet(
            f"{name}-image",
            say("As a picture that follows new releases"),
            image(live, title),
            "live-picture",
            live.embed(".svg"),
        ),
        Snippet(
            f"{name}-frame-frozen",
            say("As a frame, frozen at release %(number)s", number=number),
            frame(frozen),
            "frozen-frame",
            frozen.embed(),
        ),
        Snippet(
            f"{name}-image-frozen",
            say("As a picture, frozen at release %(number)s", number=number),
            image(frozen, f"{title}. {drawing.description}"),
            "frozen-picture",
            frozen.embed(".svg"),
        ),
    )
