"""The tables of the data set one by one, the description of them all, and the newest file of the
whole."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.config import settings
from app.features.data.package import package_path
from app.features.data.table_files import (
    csv_table,
    package_descriptor,
    part_named,
    table_address,
    table_path,
    workbook,
)
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.addresses import query_string
from app.web.answering.cache_headers import REVALIDATED, cache_headers
from app.web.answering.finishing import FILE
from app.web.answering.kept_files import KeptFile
from app.web.api.answers import last_modified
from app.web.api.csvw import DESCRIBED_BY, csv_description
from app.web.api.csvw import MEDIA_TYPE as CSVW
from app.web.api.formats import DESCRIPTION, Format
from app.web.made_up import file_stem
from app.web.parameters import PageParameters
from app.web.words.languages import language_of, words

router = APIRouter()

DESCRIPTOR_TYPE: Final = "application/json"

Parameters = Annotated[PageParameters, Query()]


@router.get("/data/kommunekompasset-latest.zip")
def newest_data_set(reading: ReadingDep, _parameters: Parameters) -> RedirectResponse:
    place = settings().root_path + package_path(reading.release.number)
    return RedirectResponse(place, 307, {"Cache-Control": REVALIDATED})


@router.get("/data/datapackage.json")
def data_package(reading: ReadingDep, _parameters: Parameters) -> JSONResponse:
    return JSONResponse(
        package_descriptor(reading),
        headers={"Last-Modified": last_modified(reading.release)},
        media_type=DESCRIPTOR_TYPE,
    )


@router.get("/data/tables/{name}.csv")
def data_table(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> Response:
    part = part_named(reading, name)
    beside = f"{settings().root_path}/data/tables/{name}{DESCRIPTION}"
    beside += query_string([("release", str(parameters.release))] if parameters.release else [])
    answer = _file(request, reading, csv_table(reading, part), name, Format.CSV)
    answer.headers["Link"] = f'<{beside}>; rel="{DESCRIBED_BY}"; type="{CSVW}"'
    return answer


@router.get("/data/tables/{name}.xlsx")
def data_table_as_workbook(
    request: Request, reading: ReadingDep, name: str, _parameters: Parameters
) -> Response:
    part = part_named(reading, name)
    found = workbook(reading, part, language_of(request))
    answer = _file(request, reading, found, name, Format.XLSX)
    answer.headers["Content-Language"] = language_of(request)
    return answer


@router.get("/data/tables/{name}.csv-metadata.json")
def data_table_description(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> JSONResponse:
    part, language = part_named(reading, name), language_of(request)
    address = settings().site_address + table_path(name)
    if parameters.release:
        address = table_address(name, parameters.release)
    found = csv_description(part.table, reading.release, words(language), language, address)
    found["tableSchema"]["primaryKey"] = list(part.key)
    headers = {"Content-Language": language, "Last-Modified": last_modified(reading.release)}
    return JSONResponse(found, headers=headers, media_type=CSVW)


def _file(
    request: Request, reading: Reading, found: KeptFile, name: str, wanted: Format
) -> Response:
    """A file on disk. It has another name than the list of the API that is called the same: that
    one has other columns."""
    newest: int | None = getattr(request.state, "newest_release", None)
    kept = f"{file_stem(reading.release)}-table-{name}-r{reading.release.number}{wanted.suffix}"
    headers = {
        "ETag": f'"{found.sha256}"',
        "Cache-Control": REVALIDATED,
        **cache_headers(REVALIDATED, newest),
        "Last-Modified": last_modified(reading.release),
        "Content-Disposition": f'attachment; filename="{kept}"',
        FILE: str(found.path),
    }
    return Response(headers=headers, media_type=wanted.media_type)
