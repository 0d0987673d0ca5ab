"""`/fylker`: every county. `/fylker/{slug}`: one of them, by its name."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.charts.map.crop import crop_drawing
from app.charts.map.drawing import key_drawing
from app.charts.map.members import EVALUATED, NOT_EVALUATED, member_points
from app.errors import Moved
from app.features.counties.content import counties_content, county_content
from app.features.dependencies import ReadingDep, own_municipality
from app.web.addresses import address, with_part
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import OwnParameters, PageParameters
from app.web.words.languages import language_of, words

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
            chosen=(("county", found.county.name),),
        )
    return render(
        request,
        "counties/detail.html",
        found,
        counterpart=counterpart,
        card=True,
        own=own_municipality(reading, parameters.min),
        drawing=crop_drawing(points),
        marks={mark: key_drawing(mark) for mark in (EVALUATED, NOT_EVALUATED)},
    )
