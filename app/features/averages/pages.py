"""`/utvikling`: results over time, and the figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from markupsafe import Markup
from starlette.responses import HTMLResponse

from app.charts.development import development_svg
from app.charts.plotly_development import development_plotly
from app.domain.message import say
from app.errors import NotFound
from app.features.averages.content import averages_content
from app.features.averages.figures import development_figure
from app.features.averages.quote import quotes
from app.features.dependencies import ReadingDep
from app.web.languages import language_of, words
from app.web.page_context import Counterpart
from app.web.parameters import PageParameters
from app.web.rendering import render

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/utvikling")
def averages_page(request: Request, reading: ReadingDep, parameters: Parameters) -> HTMLResponse:
    found = averages_content(reading)
    say_it = words(language_of(request))
    figures = {
        part.slug: Markup(  # noqa: S704
            development_svg(development_figure(found, part, say_it), id_prefix=part.slug)
        )
        for part in found.countries
    }
    return render(
        request,
        "averages/index.html",
        found,
        title=found.title,
        description=found.description,
        counterpart=Counterpart("/api/v1/averages"),
        figures=figures,
        quotes=quotes(found),
    )


@router.get("/utvikling/figur/{name}")
def averages_figure(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> JSONResponse:
    found = averages_content(reading)
    part = found.part(name)
    if part is None:
        raise NotFound(say("There is no such figure. The figures are no and se."))
    figure = development_figure(found, part, words(language_of(request)))
    return JSONResponse(development_plotly(figure))
