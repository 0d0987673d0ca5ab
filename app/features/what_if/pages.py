"""`/kommuner/{slug}/hva-om`: scenarios for a municipality, never for search engines."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.what_if.content import WhatIfContent, content
from app.features.what_if.figures import FIGURES
from app.features.what_if.parameters import WhatIfParameters
from app.web.api.formats import Format
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.pictures.figures import FigureView

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
        figures=_figures(request, found),
    )


def _figures(request: Request, found: WhatIfContent) -> Mapping[str, FigureView | None]:
    """As drawings alone: the sliders move them."""
    views = FIGURES.views(request, found)
    return {name: view and replace(view, explorable=False) for name, view in views.items()}
