"""The page of one municipality, and its figures as Plotly draws them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from app.contents.municipalities.content import MunicipalityParameters, content
from app.contents.municipalities.figures import FIGURES
from app.features.dependencies import MunicipalityDep, NamedDep, ReadingDep
from app.features.municipalities.choice_content import choice_content
from app.features.municipalities.nearby_map import nearby_map
from app.features.municipalities.quote import quotes
from app.web.api.formats import CUBES, TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.page.structured import administrative_area
from app.web.words.languages import language_of

router = APIRouter()


Parameters = Annotated[MunicipalityParameters, Query()]


@router.get("/kommuner/{slug}")
def municipality_page(
    request: Request, reading: ReadingDep, named: NamedDep, slug: str, parameters: Parameters
) -> Response:
    if len(named) > 1:
        choice = choice_content(slug, named)
        return render(request, "municipalities/choice.html", choice, noindex=True)
    found = content(reading, named[0], parameters.set)
    return render(
        request,
        "municipalities/detail.html",
        found,
        counterpart=Counterpart(
            f"/api/v1/municipalities/{slug}", CUBES if found.evaluations else TABLES
        ),
        structured=administrative_area(found.municipality, language_of(request)),
        figures=FIGURES.views(request, found),
        quotes=quotes(found),
        map=nearby_map(request, found),
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
    return FIGURES.answer(request, found, name)
