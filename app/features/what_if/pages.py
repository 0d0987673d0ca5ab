"""`/kommuner/{slug}/hva-om`: scenarios for a municipality, never for search engines."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.what_if.content import content
from app.features.what_if.parameters import WhatIfParameters
from app.web.api.formats import Format
from app.web.page.context import Counterpart
from app.web.page.rendering import render

router = APIRouter()

Parameters = Annotated[WhatIfParameters, Query()]


@router.get("/kommuner/{slug}/hva-om")
def what_if_page(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, parameters: Parameters
) -> Response:
    found = content(reading, municipality, parameters)
    return render(
        request,
        "what_if/index.html",
        found,
        counterpart=Counterpart(
            f"/api/v1/municipalities/{municipality.slug}/what-if", (Format.JSON,)
        ),
        noindex=True,
    )
