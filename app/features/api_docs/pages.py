"""`/data/api`: how to use the API. `/api` leads there. The description itself, for programs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from app.domain.language import DEFAULT
from app.features.api_docs.content import api_docs_content
from app.features.dependencies import ReadingDep
from app.web.addresses import address
from app.web.api.formats import API_ROOT
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.words.languages import language_of

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/data/api")
def api_docs_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    found = api_docs_content(request.app.openapi(), reading, language_of(request))
    return render(request, "api_docs/index.html", found)


@router.get("/api")
def api_root(request: Request, _reading: ReadingDep, _parameters: Parameters) -> RedirectResponse:
    query = request.url.query
    target = address("/data/api", DEFAULT) + (f"?{query}" if query else "")
    return RedirectResponse(target, 307)


@router.get(f"{API_ROOT}/openapi.json", include_in_schema=False)
def api_description(request: Request) -> JSONResponse:
    """What the API promises. It is that of the running version, and no release has one."""
    return JSONResponse(request.app.openapi())


@router.get("/openapi.json")
def where_the_description_is_looked_for() -> RedirectResponse:
    return RedirectResponse(address(f"{API_ROOT}/openapi.json", DEFAULT), 308)


@router.get("/docs")
def where_the_documentation_is_looked_for() -> RedirectResponse:
    return RedirectResponse(address("/data/api", DEFAULT), 308)
