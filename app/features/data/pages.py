"""`/data` with the whole data set, `/data/endringer` with its releases, and the catalogue."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import HTMLResponse, Response

from app.config import settings
from app.features.data.catalogue import JSON_LD, TURTLE, catalogue, written
from app.features.data.changes_content import ChangesParameters, changes_content
from app.features.data.content import data_content
from app.features.data.dataset_document import dataset_document
from app.features.data.holdings import read_holdings
from app.features.data.package import MEDIA_TYPE, package, package_name
from app.features.data.readme import NLOD, READING
from app.features.dependencies import NumberedReadingDep, ReadingDep
from app.queries.reading import Reading
from app.web.api.answers import last_modified
from app.web.api.suffixes import TABLES
from app.web.caching import FROZEN
from app.web.languages import language_of
from app.web.page_context import Twin
from app.web.parameters import PageParameters
from app.web.rendering import render
from app.web.structured import json_ld

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/data")
def data_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    found = data_content(reading)
    return render(
        request,
        "data/index.html",
        found,
        title=found.title,
        description=found.description,
        structured=json_ld(dataset_document(found, language_of(request))),
        reading=READING,
        licence=NLOD,
    )


@router.get("/data/endringer")
def changes_page(
    request: Request, reading: ReadingDep, parameters: Annotated[ChangesParameters, Query()]
) -> HTMLResponse:
    found = changes_content(reading, parameters.page)
    return render(
        request,
        "data/changes.html",
        found,
        title=found.title,
        description=found.description,
        twin=Twin("/api/v1/releases", TABLES),
    )


@router.get("/data/kommunekompasset-r{number}.zip")
def whole_data_set(
    reading: NumberedReadingDep, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> Response:
    return Response(
        package(read_holdings(reading)),
        media_type=MEDIA_TYPE,
        headers={
            "Content-Disposition": f'attachment; filename="{package_name(number)}"',
            "Last-Modified": last_modified(reading.release),
            "Cache-Control": FROZEN,
        },
    )


@router.get("/dcat")
def catalogue_as_turtle(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, TURTLE)


@router.get("/dcat.ttl")
def catalogue_as_turtle_by_suffix(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, TURTLE)


@router.get("/dcat.jsonld")
def catalogue_as_json_ld(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, JSON_LD)


def _catalogue(reading: Reading, media_type: str) -> Response:
    text = written(catalogue(data_content(reading), settings()), media_type)
    begins = settings().root_path
    others = f'<{begins}/dcat.ttl>; rel="alternate"; type="{TURTLE}", '
    others += f'<{begins}/dcat.jsonld>; rel="alternate"; type="{JSON_LD}"'
    headers = {"Last-Modified": last_modified(reading.release), "Link": others}
    return Response(text, media_type=media_type, headers=headers)
