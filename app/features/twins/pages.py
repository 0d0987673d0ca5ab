"""`/kommuner/{slug}/tvillinger`: municipalities that are alike, and what to learn from them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.contents.twins.content import content
from app.contents.twins.parameters import TwinsParameters
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render

router = APIRouter()


Parameters = Annotated[TwinsParameters, Query()]


@router.get("/kommuner/{slug}/tvillinger")
def twins_page(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, parameters: Parameters
) -> Response:
    found = content(reading, municipality, parameters)
    return render(
        request,
        "twins/index.html",
        found,
        counterpart=Counterpart(
            f"/api/v1/municipalities/{municipality.slug}/peers",
            TABLES,
            rows=len(found.rows),
            codes=("code", "code_in_year", "method_version"),
        ),
        noindex=not parameters.is_usual,
    )
