"""The page of one evaluation, and its figures as Plotly draws them."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response
from markupsafe import Markup

from app.charts.bars import bars_svg
from app.charts.plotly_figures import bars_plotly, spider_plotly
from app.charts.spider import spider_svg
from app.domain.message import Say, say
from app.errors import NotFound
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.evaluations.content import EvaluationContent, YearContent, content
from app.features.evaluations.figures import bars_figure, spider_figure
from app.features.evaluations.quote import quotes
from app.web.languages import language_of, words
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
        figures=_drawings(found, words(language_of(request))),
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
    plotly = None
    if isinstance(found, EvaluationContent):
        plotly = _plotly(found, name, words(language_of(request)))
    if plotly is None:
        raise NotFound(say("There is no such figure. The figures are spider and bars."))
    return JSONResponse(plotly)


def _drawings(found: EvaluationContent, say_it: Say) -> dict[str, Markup | None]:
    spider, bars = spider_figure(found, say_it), bars_figure(found, say_it)
    return {
        "spider": Markup(spider_svg(spider, id_prefix="spider")) if spider else None,  # noqa: S704
        "bars": Markup(bars_svg(bars, id_prefix="bars")) if bars else None,  # noqa: S704
    }


def _plotly(found: EvaluationContent, name: str, say_it: Say) -> dict[str, Any] | None:
    """The figure by its name in the address; None where there is none."""
    drawers: dict[str, Callable[[], dict[str, Any] | None]] = {
        "spider": lambda: spider_plotly(f) if (f := spider_figure(found, say_it)) else None,
        "bars": lambda: bars_plotly(f) if (f := bars_figure(found, say_it)) else None,
    }
    draw = drawers.get(name)
    return draw() if draw else None
