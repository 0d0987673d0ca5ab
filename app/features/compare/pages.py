"""The page that sets evaluations side by side, and its figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse

from app.contents.comparisons.content import (
    CompareContent,
    CompareParameters,
    content,
)
from app.contents.comparisons.figures import FIGURES
from app.features.compare.quote import quotes
from app.features.compare.tables import has_cube
from app.features.dependencies import ReadingDep, own_municipality
from app.queries.reading import Reading
from app.web.api.formats import CUBES, TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render

router = APIRouter()


Parameters = Annotated[CompareParameters, Query()]


@router.get("/sammenlign")
def compare_page(request: Request, reading: ReadingDep, parameters: Parameters) -> HTMLResponse:
    own = own_municipality(reading, parameters.min)
    found = _content(reading, parameters, own.slug if own else None)
    return render(
        request,
        "compare/index.html",
        found,
        noindex=bool(parameters.q),
        counterpart=_counterpart(found),
        figures=FIGURES.views(request, found),
        quotes=quotes(found),
        card=bool(found.compared),
        own=own,
    )


@router.get("/sammenlign/figur/{name}")
def compare_figure(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> JSONResponse:
    found = _content(reading, parameters)
    return FIGURES.answer(request, found, name)


def _content(
    reading: Reading, parameters: CompareParameters, own: str | None = None
) -> CompareContent:
    return content(reading, parameters.e, parameters.q.strip(), own)


def _counterpart(found: CompareContent) -> Counterpart | None:
    """The same as data, once anything is chosen. It has no search."""
    if not found.compared:
        return None
    formats = CUBES if has_cube(found) else TABLES
    return Counterpart("/api/v1/compare", formats, without=("q",))
