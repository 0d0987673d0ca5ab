"""`/embed/utvikling/…`: the figures of the development over time on other sites."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.averages.content import averages_content
from app.features.averages.figures import FIGURES
from app.features.dependencies import ReadingDep
from app.web.parameters import PageParameters
from app.web.pictures.embeds import embed_answer

router = APIRouter()


@router.get("/embed/utvikling/{name}")
def averages_embed(
    request: Request,
    reading: ReadingDep,
    name: str,
    _parameters: Annotated[PageParameters, Query()],
) -> Response:
    return embed_answer(request, reading.release, FIGURES, averages_content(reading), name)
