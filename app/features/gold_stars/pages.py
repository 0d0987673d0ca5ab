"""`/gullstjerner`: practices to learn from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import gold_stars_content
from app.features.gold_stars.filters import GoldStarParameters
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render

router = APIRouter()


@router.get("/gullstjerner")
def gold_stars_page(
    request: Request, reading: ReadingDep, parameters: Annotated[GoldStarParameters, Query()]
) -> HTMLResponse:
    found = gold_stars_content(reading, parameters)
    return render(
        request,
        "gold_stars/index.html",
        found,
        noindex=parameters.q is not None,
        card=True,
        counterpart=Counterpart(
            "/api/v1/gold-stars",
            TABLES,
            rows=found.fitting,
            codes=("code", "code_in_year", "method_version", "question"),
        ),
    )
