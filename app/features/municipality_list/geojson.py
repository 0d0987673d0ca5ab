"""`/api/v1/municipalities.geojson`: the list as points on a map (RFC 7946)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import JSONResponse, Response

from app.bounds import LIST_FILE_ROWS
from app.domain.municipality import Municipality
from app.features.dependencies import ReadingDep
from app.features.municipality_list.listed import Beside, ListedParameters, beside, fitting
from app.features.municipality_list.matches import FittingMunicipalities
from app.features.municipality_list.tables import municipality_list_table
from app.web.api.answers import PROBLEMS, last_modified, part_of
from app.web.api.attribution import attribution
from app.web.api.parameters import ListingParameters
from app.web.api.schemas import Out
from app.web.api.tables import Cell
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Municipalities"])

PLACE: Final = ("latitude", "longitude")
"""Columns of the table that are the point itself."""


class GeoJsonAnswer(JSONResponse):
    """What is answered is GeoJSON."""

    media_type = "application/geo+json"


class GeoParameters(ListedParameters, ListingParameters):
    """The filters of the list. A file holds all of them."""

    limit: int = Field(
        LIST_FILE_ROWS,
        ge=1,
        le=LIST_FILE_ROWS,
        description="The highest number of municipalities in one file.",
        examples=[LIST_FILE_ROWS],
    )


class PointOut(Out):
    """The middle of an area: longitude, then latitude (WGS84)."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


class FeatureOut(Out):
    """A municipality. `geometry` is null where it is not known where it lies."""

    type: Literal["Feature"]
    id: str = Field(description="Its name in addresses.")
    geometry: PointOut | None
    properties: dict[str, Any] = Field(
        description="The columns of `/api/v1/municipalities.csv` by their names, without the place."
    )


class FeatureCollectionOut(Out):
    """Municipalities on a map, each with its latest result that fits."""

    type: Literal["FeatureCollection"]
    features: list[FeatureOut]
    total: int = Field(ge=0)
    next: str | None = Field(description="The address of the next items; null at the end.")
    release: int = Field(description="The release that the answer was read from.")
    synthetic: bool = Field(description="True where all data are made up for demonstration.")
    source: str = Field(description="How to say where the data were found, and their licence.")


@router.get(
    "/api/v1/municipalities.geojson",
    response_model=FeatureCollectionOut,
    response_class=GeoJsonAnswer,
    responses=PROBLEMS,
    operation_id="listMunicipalitiesGeojson",
    summary="Municipalities as points on a map, with their latest result (GeoJSON)",
)
def municipalities_on_a_map(
    request: Request, reading: ReadingDep, parameters: Annotated[GeoParameters, Query()]
) -> Response:
    """The same municipalities as the list has under the same filters, as GeoJSON (RFC 7946).

    Each is a point, the middle of its area, with the columns of the CSV file as properties.
    """
    found, language = fitting(reading, parameters), language_of(request)
    part = part_of(request, reading.release, found.entries, parameters)
    shown, around = replace(found, entries=part.items), beside(reading, part.items)
    response = GeoJsonAnswer(
        {
            "type": "FeatureCollection",
            "features": features(shown, around, language),
            "total": part.total,
            "next": part.next,
            "release": reading.release.number,
            "synthetic": reading.release.demo,
            "source": words(language)(attribution(reading.release)),
        }
    )
    response.headers["Content-Language"] = language
    response.headers["Last-Modified"] = last_modified(reading.release)
    response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in part.links)
    return response


def features(shown: FittingMunicipalities, around: Beside, language: str) -> list[dict[str, Any]]:
    """Those that are answered, in the order of the list."""
    table = municipality_list_table(shown, around, language)
    names = [column.name for column in table.columns]
    return [
        {
            "type": "Feature",
            "id": entry.slug,
            "geometry": _point(around.municipalities[entry.slug]),
            "properties": {
                name: _json(cell)
                for name, cell in zip(names, row, strict=True)
                if name not in PLACE
            },
        }
        for entry, row in zip(shown.entries, table.rows, strict=True)
    ]


def _point(municipality: Municipality) -> dict[str, Any] | None:
    m = municipality
    if m.longitude is None or m.latitude is None:
        return None
    return {"type": "Point", "coordinates": [m.longitude, m.latitude]}


def _json(cell: Cell) -> str | int | float | bool | None:
    match cell:
        case Decimal():
            return float(cell)
        case date():
            return cell.isoformat()
    return cell
