"""`/grupper`: every way of grouping. `/grupper/{scheme}/{code}`: one group. A size group is
found by its code alone, too."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.charts.map.crop import crop_drawing
from app.charts.map.drawing import key_drawing
from app.charts.map.members import EVALUATED, member_points
from app.domain.groups import SIZE
from app.errors import Moved
from app.features.dependencies import ReadingDep, own_municipality
from app.features.groups.content import group_content, groups_content
from app.web.addresses import address, with_part
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import OwnParameters, PageParameters
from app.web.words.languages import language_of, words

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
    language = language_of(request)
    frozen = [("release", str(parameters.release or ""))]
    points = member_points(
        found.on_map,
        found.evaluated,
        words(language),
        lambda path: address(path, language, frozen),
        parameters.min,
    )
    counterpart = None
    if found.evaluations:
        counterpart = Counterpart(
            "/api/v1/evaluations",
            TABLES,
            rows=found.evaluations,
            chosen=(("group", found.group.key),),
        )
    return render(
        request,
        "groups/detail.html",
        found,
        counterpart=counterpart,
        card=True,
        own=own_municipality(reading, parameters.min),
        drawing=crop_drawing(points),
        marks={EVALUATED: key_drawing(EVALUATED)},
    )
