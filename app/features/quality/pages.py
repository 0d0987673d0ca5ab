"""`/om/kvalitet`: the quality of the figures."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.features.dependencies import ReadingDep
from app.features.quality.content import quality_content
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters

router = APIRouter()


@router.get("/om/kvalitet")
def quality_page(
    request: Request, reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> HTMLResponse:
    found = quality_content(reading)
    counterpart = Counterpart("/api/v1/quality", TABLES, codes=("family",))
    return render(request, "quality/index.html", found, counterpart=counterpart)
