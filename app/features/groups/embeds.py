"""`/embed/grupper/{scheme}/{code}/share.png`: the share image of a group."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.dependencies import ReadingDep
from app.features.groups.content import group_content
from app.features.members import members_card
from app.web.parameters import PageParameters

router = APIRouter()


@router.get("/embed/grupper/{scheme}/{code}/share.png")
def group_card(
    request: Request,
    reading: ReadingDep,
    scheme: str,
    code: str,
    _parameters: Annotated[PageParameters, Query()],
) -> Response:
    return members_card(request, reading, group_content(reading, scheme, code))
