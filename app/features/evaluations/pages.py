"""The page of one evaluation, and its figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.evaluations.content import EvaluationContent, YearContent, content
from app.features.evaluations.figures import FIGURES
from app.features.evaluations.quote import quotes
from app.web.page_context import Counterpart
from app.web.parameters import PageParameters
from app.web.rendering import render

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/kommuner/{slug}/{year}")
def evaluation_page(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    year: str,
    _parameters: Parameters,
) -> Response:
    """`year` is `2018`, or `2018-v2.1` where a year has two evaluations."""
    found = content(reading, municipality, year)
    if isinstance(found, YearContent):
        return render(request, "evaluations/year.html", found, title=found.title)
    return render(
        request,
        "evaluations/detail.html",
        found,
        title=found.title,
        description=found.lead[0],
        counterpart=Counterpart(f"/api/v1/evaluations/{found.evaluation.id}"),
        figures=FIGURES.drawings(request, found),
        quotes=quotes(found),
        card=True,
    )


@router.get("/kommuner/{slug}/{year}/figur/{name}")
def evaluation_figure(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    year: str,
    name: str,
    _parameters: Parameters,
) -> JSONResponse:
    found = content(reading, municipality, year)
    return FIGURES.answer(request, found if isinstance(found, EvaluationContent) else None, name)
