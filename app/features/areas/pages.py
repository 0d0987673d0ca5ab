"""`/omrader`: the areas of every method version. `/omrader/{version}/{no}`: one of them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse

from app.features.areas.content import area_content
from app.features.areas.figures import FIGURES
from app.features.areas.index_content import areas_content
from app.features.areas.quote import quotes
from app.features.dependencies import ReadingDep, own_municipality
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.results import ResultParameters

router = APIRouter()

Parameters = Annotated[ResultParameters, Query()]


@router.get("/omrader")
def areas_page(
    request: Request, reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> HTMLResponse:
    found = areas_content(reading)
    return render(request, "areas/index.html", found)


@router.get("/omrader/{version}/{no}")
def area_page(
    request: Request, reading: ReadingDep, version: str, no: str, parameters: Parameters
) -> HTMLResponse:
    found = area_content(reading, version, no, parameters)
    return render(
        request,
        "areas/detail.html",
        found,
        counterpart=found.results.counterpart(found.api_path),
        figures=FIGURES.views(request, found),
        quotes=quotes(found),
        card=True,
        own=own_municipality(reading, parameters.min),
    )


@router.get("/omrader/{version}/{no}/figur/{name}")
def area_figure(
    request: Request,
    reading: ReadingDep,
    version: str,
    no: str,
    name: str,
    parameters: Parameters,
) -> JSONResponse:
    found = area_content(reading, version, no, parameters)
    return FIGURES.answer(request, found, name)
