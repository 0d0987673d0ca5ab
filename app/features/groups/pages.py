"""`/grupper`: every way of grouping. `/grupper/{scheme}/{code}`: one group. A size group is
found by its code alone, too."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.domain.groups import SIZE
from app.errors import Moved
from app.features.dependencies import ReadingDep
from app.features.groups.content import group_content, groups_content
from app.web.addresses import with_part
from app.web.page.rendering import render
from app.web.parameters import PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


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
    request: Request, reading: ReadingDep, scheme: str, code: str, _parameters: Parameters
) -> HTMLResponse:
    return render(request, "groups/detail.html", group_content(reading, scheme, code))
