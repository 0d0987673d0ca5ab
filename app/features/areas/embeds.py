"""`/embed/omrader/{version}/{no}/…`: an area's figure on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.areas.content import area_content
from app.features.areas.figures import FIGURES
from app.features.dependencies import ReadingDep
from app.features.spreads import spread_card
from app.web.pictures.embeds import embed_answer
from app.web.results import ResultParameters

router = APIRouter()


@router.get("/embed/omrader/{version}/{no}/share.png")
def area_card(
    request: Request,
    reading: ReadingDep,
    version: str,
    no: str,
    parameters: Annotated[ResultParameters, Query()],
) -> Response:
    found = area_content(reading, version, no, parameters)
    return spread_card(request, reading, FIGURES, found)


@router.get("/embed/omrader/{version}/{no}/{name}")
def area_embed(
    request: Request,
    reading: ReadingDep,
    version: str,
    no: str,
    name: str,
    parameters: Annotated[ResultParameters, Query()],
) -> Response:
    found = area_content(reading, version, no, parameters)
    return embed_answer(request, reading.release, FIGURES, found, name)
