"""`/sporsmal/{version}/{code}`: one question of a method version."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from markupsafe import Markup
from starlette.responses import HTMLResponse

from app.charts.compose_distribution import distribution
from app.charts.distribution import distribution_svg
from app.charts.plotly_figures import distribution_plotly
from app.charts.values import DistributionFigure
from app.domain.message import say
from app.errors import NotFound
from app.features.dependencies import ReadingDep
from app.features.questions.content import QuestionContent, question_content
from app.features.questions.quote import quotes
from app.web.api.formats import CUBES, TABLES
from app.web.languages import language_of, words
from app.web.page_context import Counterpart
from app.web.rendering import render
from app.web.results import ResultParameters

router = APIRouter()

Parameters = Annotated[ResultParameters, Query()]


@router.get("/sporsmal/{version}/{code}")
def question_page(
    request: Request, reading: ReadingDep, version: str, code: str, parameters: Parameters
) -> HTMLResponse:
    found = question_content(reading, version, code, parameters)
    drawn = _figure(request, found)
    return render(
        request,
        "questions/detail.html",
        found,
        title=found.title,
        description=found.description,
        counterpart=_counterpart(found),
        figure=Markup(distribution_svg(drawn, id_prefix="distribution")) if drawn else None,  # noqa: S704
        quotes=quotes(found),
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
    drawn = _figure(request, found) if name == "distribution" else None
    if drawn is None:
        raise NotFound(say("There is no such figure. The figure is distribution."))
    return JSONResponse(distribution_plotly(drawn))


def _counterpart(found: QuestionContent) -> Counterpart:
    """The same as data. Without results there is nothing to make a cube of."""
    formats = CUBES if found.results.every else TABLES
    path = f"/api/v1/methods/{found.version.version}/questions/{found.question.code}"
    return Counterpart(path, formats, rows=found.results.n)


def _figure(request: Request, found: QuestionContent) -> DistributionFigure | None:
    say_it = words(language_of(request))
    return distribution(found.figure_title, found.results.spreads, found.question.max, say_it)
