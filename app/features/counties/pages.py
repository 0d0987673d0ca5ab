"""`/fylker`: every county. `/fylker/{slug}`: one of them, by its name."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.charts.map.members import EVALUATED, NOT_EVALUATED
from app.errors import Moved
from app.features.counties.content import counties_content, county_content
from app.features.dependencies import ReadingDep
from app.features.members import members_page
from app.web.addresses import with_part
from app.web.page.rendering import render
from app.web.parameters import OwnParameters, PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]
Marking = Annotated[OwnParameters, Query()]


@router.get("/fylker")
def counties_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    return render(request, "counties/index.html", counties_content(reading))


@router.get("/fylker/{county}")
def county_page(
    request: Request, reading: ReadingDep, county: str, parameters: Marking
) -> HTMLResponse:
    found = county_content(reading, county)
    slug = found.county.slug
    if slug != county:
        raise Moved(with_part(request, county, slug), 308)
    return members_page(
        request,
        reading,
        "counties/detail.html",
        found,
        parameters,
        chosen=("county", found.county.name),
        marks=(EVALUATED, NOT_EVALUATED),
    )
