"""`/embed/innsikt/…`: the figure of a story on other sites, and the share images of stories."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.drawing import land_picture
from app.charts.stories import story_figure
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.wording.story_cards import StoryCard
from app.features.dependencies import ReadingDep
from app.features.stories.content import stories_content, story_content
from app.features.stories.figures import FIGURES
from app.web.parameters import PageParameters
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/embed/innsikt/share.png")
def stories_card(request: Request, reading: ReadingDep, _parameters: Parameters) -> Response:
    found = stories_content(reading)
    headlines = tuple(card.headline for card in found.cards[:3])
    first = found.cards[0] if found.cards else None
    card = _card(request, found.title, headlines, first, found.instrument)
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/innsikt/{slug}/share.png")
def story_share_card(
    request: Request, reading: ReadingDep, slug: str, _parameters: Parameters
) -> Response:
    found = story_content(reading, slug)
    sentences = (found.card.sentence, found.basis)
    card = _card(request, found.title, sentences, found.card, found.instrument)
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/innsikt/{slug}/{name}")
def story_embed(
    request: Request, reading: ReadingDep, slug: str, name: str, _parameters: Parameters
) -> Response:
    return embed_answer(request, reading.release, FIGURES, story_content(reading, slug), name)


def _card(
    request: Request,
    heading: Message,
    sentences: tuple[Message, ...],
    drawn: StoryCard | None,
    instrument: Instrument,
) -> ShareCard:
    say_it = words(language_of(request))
    drawing = land_picture(say_it(heading))
    if drawn is not None:
        drawing = story_figure(drawn.story, instrument, say_it).drawing("story")
    return ShareCard(heading=heading, sentences=sentences, caveat=OF_SEVERAL, drawing=drawing)
