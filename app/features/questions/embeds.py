"""`/embed/sporsmal/{version}/{code}/…`: a question's figure on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.dependencies import ReadingDep
from app.features.questions.content import question_content
from app.features.questions.figures import FIGURES
from app.features.spreads import spread_card
from app.web.pictures.embeds import embed_answer
from app.web.results import ResultParameters

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
    return spread_card(request, reading, FIGURES, found)


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
