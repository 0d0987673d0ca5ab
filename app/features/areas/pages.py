"""`/omrader`: the areas of every method version. `/omrader/{version}/{no}`: one of them."""

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
from app.features.areas.content import AreaContent, area_content
from app.features.areas.index_content import areas_content
from app.features.areas.quote import quotes
from app.features.dependencies import ReadingDep
from app.web.api.formats import CUBES, TABLES
from app.web.languages import language_of, words
from app.web.page_context import Counterpart
from app.web.parameters import PageParameters
from app.web.rendering import render
from app.web.results import ResultParameters

router = APIRouter()

Parameters = Annotated[ResultParameters, Query()]


@router.get("/omrader")
def areas_page(
    request: Request, reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> HTMLResponse:
    found = areas_content(reading)
    return render(
        request, "areas/index.html", found, title=found.title, description=found.description
    )


@router.get("/omrader/{version}/{no}")
def area_page(
    request: Request, reading: ReadingDep, version: str, no: str, parameters: Parameters
) -> HTMLResponse:
    found = area_content(reading, version, no, parameters)
    drawn = _figure(request, found)
    return render(
        request,
        "areas/detail.html",
        found,
        title=found.title,
        description=found.description,
        counterpart=_counterpart(found),
        figure=Markup(distribution_svg(drawn, id_prefix="distribution")) if drawn else None,  # noqa: S704
        quotes=quotes(found),
        card=True,
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
    drawn = _figure(request, found) if name == "distribution" else None
    if drawn is None:
        raise NotFound(say("There is no such figure. The figure is distribution."))
    return JSONResponse(distribution_plotly(drawn))


def _counterpart(found: AreaContent) -> Counterpart:
    """The same as data. Without results there is nothing to make a cube of."""
    formats = CUBES if found.results.every else TABLES
    path = f"/api/v1/methods/{found.version.version}/areas/{found.area.no}"
    return Counterpart(path, formats, rows=found.results.n)


def _figure(request: Request, found: AreaContent) -> DistributionFigure | None:
    say_it = words(language_of(request))
    return distribution(found.figure_title, found.results.spreads, found.area.max, say_it)
