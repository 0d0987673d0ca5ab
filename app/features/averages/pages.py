"""`/utvikling`: results over time, and the figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse

from app.contents.averages.content import averages_content
from app.contents.averages.figures import FIGURES
from app.features.averages.quote import quotes
from app.features.dependencies import ReadingDep
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/utvikling")
def averages_page(request: Request, reading: ReadingDep, parameters: Parameters) -> HTMLResponse:
    found = averages_content(reading)
    return render(
        request,
        "averages/index.html",
        found,
        counterpart=Counterpart("/api/v1/averages", codes=("family", "measure")),
        figures=FIGURES.views(request, found),
        card=True,
        quotes=quotes(found),
    )


@router.get("/utvikling/figur/{name}")
def averages_figure(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> JSONResponse:
    found = averages_content(reading)
    return FIGURES.answer(request, found, name)
