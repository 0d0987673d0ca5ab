"""`/embed/utvikling/…`: the figures of the development over time on other sites."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.drawing import land_picture
from app.contents.averages.content import averages_content
from app.contents.averages.figures import FIGURES
from app.features.dependencies import ReadingDep
from app.web.parameters import PageParameters
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/embed/utvikling/share.png")
def averages_card(
    request: Request, reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> Response:
    found = averages_content(reading)
    card = ShareCard(
        heading=found.title,
        sentences=found.lead or (found.description,),
        caveat=OF_SEVERAL,
        drawing=FIGURES.card_drawing(request, found, *FIGURES.makers)
        or land_picture(words(language_of(request))(found.title)),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/utvikling/{name}")
def averages_embed(
    request: Request,
    reading: ReadingDep,
    name: str,
    _parameters: Annotated[PageParameters, Query()],
) -> Response:
    return embed_answer(request, reading.release, FIGURES, averages_content(reading), name)
