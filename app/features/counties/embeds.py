"""`/embed/fylker/{slug}/share.png`: the share image of a county."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.counties.content import county_content
from app.features.dependencies import ReadingDep
from app.features.members import members_card
from app.web.parameters import PageParameters

router = APIRouter()


@router.get("/embed/fylker/{county}/share.png")
def county_card(
    request: Request,
    reading: ReadingDep,
    county: str,
    _parameters: Annotated[PageParameters, Query()],
) -> Response:
    return members_card(request, reading, county_content(reading, county))
