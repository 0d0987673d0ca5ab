"""The list of municipalities, and the search for one."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse

from app.errors import Moved
from app.features.dependencies import ReadingDep, own_municipality
from app.features.municipality_list.content import list_content
from app.features.municipality_list.parameters import ListParameters
from app.features.municipality_list.search import search_content
from app.queries.search import opened_by
from app.web.addresses import address
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import LONGEST_TEXT, PageParameters
from app.web.words.languages import language_of

router = APIRouter()


class SearchParameters(PageParameters):
    """What is searched for. `open` is what the box sends when it is pressed, and suggestions while
    somebody types do not: then a name or number that one municipality has opens its page."""

    q: str = Field("", max_length=LONGEST_TEXT)
    open: Literal["1"] | None = None


@router.get("/kommuner")
def municipalities_page(
    request: Request, reading: ReadingDep, parameters: Annotated[ListParameters, Query()]
) -> HTMLResponse:
    found = list_content(reading, parameters)
    settled = parameters.compares_scores and not parameters.family and not parameters.version
    return render(
        request,
        "municipality_list/index.html",
        found,
        card=True,
        own=own_municipality(reading, parameters.min),
        counterpart=Counterpart(
            "/api/v1/municipalities",
            rows=found.listed,
            codes=("code", "code_in_year", "method_version", "family"),
            chosen=(("family", found.family),) if settled else (),
        ),
    )


@router.get("/kommuner/sok")
def search_page(
    request: Request, reading: ReadingDep, parameters: Annotated[SearchParameters, Query()]
) -> HTMLResponse:
    text = parameters.q.strip()
    slug = opened_by(reading, text) if parameters.open else None
    if slug is not None:
        kept = [("release", str(parameters.release or ""))]
        raise Moved(address(f"/kommuner/{slug}", language_of(request), kept), 303)
    found = search_content(reading, text)
    return render(request, "municipality_list/search.html", found, noindex=True)
