"""`/embed/sporsmal/{version}/{code}/…`: a question's figure on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.drawing import land_picture
from app.features.dependencies import ReadingDep
from app.features.questions.content import question_content
from app.features.questions.figures import FIGURES
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.results import ResultParameters
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/embed/sporsmal/{version}/{code}/share.png")
def question_card(
    request: Request,
    reading: ReadingDep,
    version: str,
    code: str,
    parameters: Annotated[ResultParameters, Query()],
) -> Response:
    found = question_content(reading, version, code, parameters)
    card = ShareCard(
        heading=found.title,
        sentences=(found.results.count, *found.results.medians),
        caveat=OF_SEVERAL,
        drawing=FIGURES.card_drawing(request, found, "distribution")
        or land_picture(words(language_of(request))(found.title)),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/sporsmal/{version}/{code}/{name}")
def question_embed(
    request: Request,
    reading: ReadingDep,
    version: str,
    code: str,
    name: str,
    parameters: Annotated[ResultParameters, Query()],
) -> Response:
    found = question_content(reading, version, code, parameters)
    return embed_answer(request, reading.release, FIGURES, found, name)
