"""The page of one municipality, and its figures as Plotly draws them."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response
from markupsafe import Markup

from app.charts.bars import bars_svg
from app.charts.history import history_svg
from app.charts.plotly_figures import bars_plotly, history_plotly, spider_plotly
from app.charts.spider import spider_svg
from app.domain.message import Message, Say, say
from app.domain.peers import ComparisonKind
from app.errors import NotFound
from app.features.dependencies import MunicipalityDep, NamedDep, ReadingDep
from app.features.municipalities.code_content import code_content
from app.features.municipalities.content import MunicipalityContent, content
from app.features.municipalities.figures import bars_figure, history_figure, spider_figure
from app.features.municipalities.quote import quotes
from app.web.api.formats import CUBES, TABLES
from app.web.languages import language_of, words
from app.web.page_context import Counterpart
from app.web.parameters import PageParameters
from app.web.rendering import render
from app.web.structured import administrative_area

router = APIRouter()


class MunicipalityParameters(PageParameters):
    """`set` chooses whom the municipality is compared with; without it the usual one is shown."""

    set: ComparisonKind | None = None


Parameters = Annotated[MunicipalityParameters, Query()]


@router.get("/kommuner/{slug}")
def municipality_page(
    request: Request, reading: ReadingDep, named: NamedDep, slug: str, parameters: Parameters
) -> Response:
    if len(named) > 1:
        choice = code_content(slug, named)
        return render(request, "municipalities/code.html", choice, title=choice.title, noindex=True)
    found = content(reading, named[0], parameters.set)
    say_it = words(language_of(request))
    return render(
        request,
        "municipalities/detail.html",
        found,
        title=found.title,
        description=_description(found),
        counterpart=Counterpart(
            f"/api/v1/municipalities/{slug}", CUBES if found.evaluations else TABLES
        ),
        structured=administrative_area(found.municipality, language_of(request)),
        figures=_drawings(found, say_it),
        quotes=quotes(found),
        card=True,
    )


@router.get("/kommuner/{slug}/figur/{name}")
def municipality_figure(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    name: str,
    parameters: Parameters,
) -> JSONResponse:
    found = content(reading, municipality, parameters.set)
    plotly = _plotly(found, name, words(language_of(request)))
    if plotly is None:
        raise NotFound(say("There is no such figure. The figures are spider, bars and history."))
    return JSONResponse(plotly)


def _description(found: MunicipalityContent) -> Message:
    return found.lead[0]


def _drawings(found: MunicipalityContent, say_it: Say) -> dict[str, Markup | None]:
    spider, bars, history = (
        spider_figure(found, say_it),
        bars_figure(found, say_it),
        history_figure(found, say_it),
    )
    return {
        "spider": Markup(spider_svg(spider, id_prefix="spider")) if spider else None,  # noqa: S704
        "bars": Markup(bars_svg(bars, id_prefix="bars")) if bars else None,  # noqa: S704
        "history": Markup(history_svg(history, id_prefix="history"))  # noqa: S704
        if history
        else None,
    }


def _plotly(found: MunicipalityContent, name: str, say_it: Say) -> dict[str, Any] | None:
    """The figure by its name in the address; None where there is none."""
    drawers: dict[str, Callable[[], dict[str, Any] | None]] = {
        "spider": lambda: spider_plotly(f) if (f := spider_figure(found, say_it)) else None,
        "bars": lambda: bars_plotly(f) if (f := bars_figure(found, say_it)) else None,
        "history": lambda: history_plotly(f) if (f := history_figure(found, say_it)) else None,
    }
    draw = drawers.get(name)
    return draw() if draw else None
