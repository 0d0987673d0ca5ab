"""`/data` with the whole data set, `/data/endringer` with its releases, and the catalogues."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from app.config import settings
from app.domain.message import say
from app.errors import Unavailable
from app.features.data.changes_content import ChangesParameters, changes_content
from app.features.data.content import data_content
from app.features.data.dataset_document import dataset_document
from app.features.data.index_schemas import API_CATALOG, LINKSET, linkset, relations
from app.features.data.package import MEDIA_TYPE, download_name
from app.features.data.package_files import package_file
from app.features.data.readme import NLOD, READING
from app.features.data.vocabulary import CATALOGUE, CATALOGUE_FORMS, JSON_LD, RDF_XML, TURTLE
from app.features.dependencies import NumberedReadingDep, ReadingDep
from app.queries.reading import Reading
from app.web.answering.cache_headers import FROZEN, cache_headers
from app.web.answering.finishing import FILE
from app.web.api.answers import last_modified
from app.web.api.formats import TABLES
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.page.structured import json_ld
from app.web.parameters import PageParameters
from app.web.words.languages import language_of

router = APIRouter()

PASSING: Final = "no-store"
"""For what says that a file is being made, and will soon say otherwise."""

Parameters = Annotated[PageParameters, Query()]


@router.get("/data")
def data_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    found = data_content(reading)
    page = render(
        request,
        "data/index.html",
        found,
        structured=json_ld(dataset_document(found, language_of(request))),
        reading=READING,
        licence=NLOD,
    )
    if found.made is None:
        page.headers["Cache-Control"] = PASSING
    return page


@router.get("/data/endringer")
def changes_page(
    request: Request, reading: ReadingDep, parameters: Annotated[ChangesParameters, Query()]
) -> HTMLResponse:
    found = changes_content(reading, parameters.page)
    return render(
        request,
        "data/changes.html",
        found,
        counterpart=Counterpart("/api/v1/releases", TABLES, codes=()),
    )


@router.get("/data/kommunekompasset-r{number}.zip")
def whole_data_set(
    reading: NumberedReadingDep,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
) -> Response:
    found = package_file(reading)
    if found is None:
        raise Unavailable(say("The file is being made. Ask again in a few minutes."))
    headers = {
        "ETag": f'"{found.sha256}"',
        "Cache-Control": FROZEN,
        **cache_headers(FROZEN, None),
        "Last-Modified": last_modified(reading.release),
        "Content-Disposition": f'attachment; filename="{download_name(reading.release)}"',
        FILE: str(found.path),
    }
    return Response(headers=headers, media_type=MEDIA_TYPE)


@router.get(API_CATALOG)
def api_catalogue() -> JSONResponse:
    return JSONResponse(linkset(), headers={"Link": relations()}, media_type=LINKSET)


@router.get(CATALOGUE)
def catalogue_as_asked_for(reading: ReadingDep, _parameters: Parameters) -> Response:
    """In the form that most read. Who asks for another is led to it before (`app.web.answering.
    negotiated`)."""
    return _catalogue(reading, TURTLE)


@router.get("/dcat.ttl")
def catalogue_as_turtle(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, TURTLE)


@router.get("/dcat.jsonld")
def catalogue_as_json_ld(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, JSON_LD)


@router.get("/dcat.rdf")
def catalogue_as_rdf_xml(reading: ReadingDep, _parameters: Parameters) -> Response:
    return _catalogue(reading, RDF_XML)


def _catalogue(reading: Reading, media_type: str) -> Response:
    from app.features.data.catalogue import catalogue, written  # rdflib is slow to start with

    found = data_content(reading)
    text = written(catalogue(found, settings()), media_type)
    begins = settings().root_path
    others = [
        f'<{begins}{path}>; rel="alternate"; type="{kind}"'
        for kind, path in CATALOGUE_FORMS.items()
        if kind != media_type
    ]
    headers = {"Link": ", ".join(others)}
    if found.made is None:
        headers["Cache-Control"] = PASSING
    return Response(text, media_type=media_type, headers=headers)
