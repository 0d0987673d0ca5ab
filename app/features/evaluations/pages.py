"""The page of one evaluation, and its figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from app.contents.evaluations.content import YearContent
from app.contents.evaluations.figures import FIGURES
from app.features.dependencies import EvaluationDep, YearDep
from app.features.evaluations.quote import quotes
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/kommuner/{slug}/{year}")
def evaluation_page(request: Request, found: YearDep, _parameters: Parameters) -> Response:
    if isinstance(found, YearContent):
        return render(request, "evaluations/year.html", found)
    return render(
        request,
        "evaluations/detail.html",
        found,
        counterpart=Counterpart(f"/api/v1/evaluations/{found.evaluation.id}", codes=("code",)),
        figures=FIGURES.views(request, found),
        quotes=quotes(found),
        card=True,
    )


@router.get("/kommuner/{slug}/{year}/figur/{name}")
def evaluation_figure(
    request: Request, found: EvaluationDep, name: str, _parameters: Parameters
) -> JSONResponse:
    return FIGURES.answer(request, found, name)
