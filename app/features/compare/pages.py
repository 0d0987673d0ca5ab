"""The page that sets evaluations side by side, and its figures as Plotly draws them."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from markupsafe import Markup
from pydantic import Field
from starlette.responses import HTMLResponse

from app.charts.bars import bars_svg
from app.charts.plotly_figures import bars_plotly, spider_plotly
from app.charts.spider import spider_svg
from app.domain.message import Say, say
from app.errors import NotFound
from app.features.compare.content import CompareContent, content, description
from app.features.compare.figures import bars_figure, spider_figure
from app.features.compare.quote import quotes
from app.features.compare.tables import has_cube
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.api.formats import CUBES, TABLES
from app.web.languages import language_of, words
from app.web.page_context import Counterpart
from app.web.parameters import LONGEST_TEXT, PageParameters
from app.web.rendering import render

router = APIRouter()


class CompareParameters(PageParameters):
    """`e` is given once for each evaluation; `q` searches for another one to add."""

    e: list[str] = Field(default_factory=list)
    q: str = Field("", max_length=LONGEST_TEXT)


Parameters = Annotated[CompareParameters, Query()]


@router.get("/sammenlign")
def compare_page(request: Request, reading: ReadingDep, parameters: Parameters) -> HTMLResponse:
    found = _content(reading, parameters)
    return render(
        request,
        "compare/index.html",
        found,
        title=found.title,
        description=description(found),
        noindex=bool(parameters.q),
        counterpart=_counterpart(found),
        figures=_drawings(found, words(language_of(request))),
        quotes=quotes(found),
        card=True,
    )


@router.get("/sammenlign/figur/{name}")
def compare_figure(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> JSONResponse:
    found = _content(reading, parameters)
    plotly = _plotly(found, name, words(language_of(request)))
    if plotly is None:
        raise NotFound(say("There is no such figure. The figures are spider and bars."))
    return JSONResponse(plotly)


def _content(reading: Reading, parameters: CompareParameters) -> CompareContent:
    return content(reading, parameters.e, parameters.q.strip())


def _counterpart(found: CompareContent) -> Counterpart | None:
    """The same as data, once anything is chosen. It has no search."""
    if not found.compared:
        return None
    formats = CUBES if has_cube(found) else TABLES
    return Counterpart("/api/v1/compare", formats, without=("q",))


def _drawings(found: CompareContent, say_it: Say) -> dict[str, Markup | None]:
    spider, bars = spider_figure(found, say_it), bars_figure(found, say_it)
    return {
        "spider": Markup(spider_svg(spider, id_prefix="spider")) if spider else None,  # noqa: S704
        "bars": Markup(bars_svg(bars, id_prefix="bars")) if bars else None,  # noqa: S704
    }


def _plotly(found: CompareContent, name: str, say_it: Say) -> dict[str, Any] | None:
    """The figure by its name in the address; None where there is none."""
    drawers: dict[str, Callable[[], dict[str, Any] | None]] = {
        "spider": lambda: spider_plotly(f) if (f := spider_figure(found, say_it)) else None,
        "bars": lambda: bars_plotly(f) if (f := bars_figure(found, say_it)) else None,
    }
    draw = drawers.get(name)
    return draw() if draw else None
