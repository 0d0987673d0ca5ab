"""`/metode`: the method. `/metode/{version}`: one of its versions."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.domain.explained import EXPLAINED
from app.domain.language import LANGUAGES
from app.features.dependencies import ReadingDep
from app.features.methods.content import methods_content
from app.features.methods.version.content import version_content
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/metode")
def methods_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    found = methods_content(reading)
    return render(
        request,
        "methods/index.html",
        found,
        counterpart=Counterpart("/api/v1/methods", TABLES, codes=("method_version", "family")),
        explained=EXPLAINED,
    )


@router.get("/metode/{version}")
def version_page(
    request: Request, reading: ReadingDep, version: str, _parameters: Parameters
) -> HTMLResponse:
    found = version_content(reading, version)
    return render(
        request,
        "methods/detail.html",
        found,
        counterpart=Counterpart(f"/api/v1/methods/{version}", TABLES),
        languages=LANGUAGES,
    )
