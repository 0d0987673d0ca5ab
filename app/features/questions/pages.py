"""`/sporsmal/{version}/{code}`: one question of a method version."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse

from app.features.dependencies import ReadingDep, own_municipality
from app.features.questions.content import question_content
from app.features.questions.figures import FIGURES
from app.features.questions.quote import quotes
from app.web.page.rendering import render
from app.web.results import ResultParameters

router = APIRouter()

Parameters = Annotated[ResultParameters, Query()]


@router.get("/sporsmal/{version}/{code}")
def question_page(
    request: Request, reading: ReadingDep, version: str, code: str, parameters: Parameters
) -> HTMLResponse:
    found = question_content(reading, version, code, parameters)
    return render(
        request,
        "questions/detail.html",
        found,
        counterpart=found.results.counterpart(found.api_path),
        figures=FIGURES.views(request, found),
        card=True,
        quotes=quotes(found),
        own=own_municipality(reading, parameters.min),
    )


@router.get("/sporsmal/{version}/{code}/figur/{name}")
def question_figure(
    request: Request,
    reading: ReadingDep,
    version: str,
    code: str,
    name: str,
    parameters: Parameters,
) -> JSONResponse:
    found = question_content(reading, version, code, parameters)
    return FIGURES.answer(request, found, name)
