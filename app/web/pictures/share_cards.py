"""Pictures that go along where a page is shared: 1200×630, drawn from what the page shows."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from app.config import settings
from app.domain.message import Message, say
from app.domain.release import Release
from app.web.api.attribution import LICENCE_NAME
from app.web.made_up import MADE_UP, is_made_up
from app.web.pictures.embeds import picture
from app.web.pictures.figures import Drawing
from app.web.words.languages import Sayable, language_of, translate


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What stands on a card, always with a drawing. `figures` are the points, where the page has
    one result."""

    heading: Sayable
    sentences: tuple[Message, ...]
    caveat: Message
    drawing: Drawing
    figures: Message | None = None


@dataclass(frozen=True, slots=True)
class SaidCard:
    """The same in the reader's language, with all that every card says."""

    site: str
    heading: str
    figures: str | None
    sentences: tuple[str, ...]
    foot: tuple[str, ...]
    warning: str | None
    drawing: Drawing


def share_answer(
    request: Request, release: Release, card: ShareCard, draw: Callable[[SaidCard], str]
) -> Response:
    """The card as PNG."""
    language = language_of(request)
    made = say(
        "%(site)s, release %(number)s, %(day)s. Licence: %(licence)s.",
        site=urlsplit(settings().site_url).netloc + settings().root_path,
        number=str(release.number),
        day=release.published_at.date(),
        licence=LICENCE_NAME,
    )
    said = SaidCard(
        site=translate(say("Kommunekompasset"), language),
        heading=translate(card.heading, language),
        figures=translate(card.figures, language) if card.figures else None,
        sentences=tuple(translate(sentence, language) for sentence in card.sentences),
        foot=(translate(card.caveat, language), translate(made, language)),
        warning=translate(MADE_UP, language) if is_made_up(release) else None,
        drawing=card.drawing,
    )
    return picture(request, draw(said), "png")
