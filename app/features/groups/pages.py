"""`/grupper`: every way of grouping. `/grupper/{scheme}/{code}`: one group. A size group is
found by its code alone, too."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.charts.map.members import EVALUATED
from app.domain.groups import SIZE
from app.errors import Moved
from app.features.dependencies import ReadingDep
from app.features.groups.content import group_content, groups_content
from app.features.members import members_page
from app.web.addresses import with_part
from app.web.page.rendering import render
from app.web.parameters import OwnParameters, PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]
Marking = Annotated[OwnParameters, Query()]


@router.get("/grupper")
def groups_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    return render(request, "groups/index.html", groups_content(reading))


@router.get("/grupper/{code}")
def size_page(
    request: Request, reading: ReadingDep, code: str, _parameters: Parameters
) -> HTMLResponse:
    found = group_content(reading, SIZE, code)
    raise Moved(with_part(request, code, f"{SIZE}/{found.group.code}"), 308)


@router.get("/grupper/{scheme}/{code}")
def group_page(
    request: Request, reading: ReadingDep, scheme: str, code: str, parameters: Marking
) -> HTMLResponse:
    found = group_content(reading, scheme, code)
    return members_page(
        request,
        reading,
        "groups/detail.html",
        found,
        parameters,
        chosen=("group", found.group.key),
        marks=(EVALUATED,),
    )
