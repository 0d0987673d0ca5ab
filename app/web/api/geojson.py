"""A table whose rows lie somewhere, as points on a map (GeoJSON, RFC 7946).

Properties are the columns of the CSV file by their names, so that a record is spelled out once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from pydantic import Field

from app.domain.message import Say
from app.domain.release import Release
from app.web.api.attribution import attribution
from app.web.api.schemas import ListPart, Out
from app.web.api.tables import Cell, Table

PLACE: Final = ("latitude", "longitude")
"""Columns of the table that are the point itself."""

ID: Final = "municipality"
"""The column that names what lies there."""


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """The rows of a table with the columns of `PLACE` and `ID`, in the same order."""

    table: Table


class PointOut(Out):
    """The middle of an area: longitude, then latitude (WGS84)."""

    type: str = Field(description="Always `Point`.", json_schema_extra={"enum": ["Point"]})
    coordinates: Sequence[float] = Field(
        min_length=2, max_length=2, description="Longitude and latitude in degrees (WGS84)."
    )


class FeatureOut(Out):
    """A municipality. `geometry` is null where it is not known where it lies."""

    type: str = Field(description="Always `Feature`.", json_schema_extra={"enum": ["Feature"]})
    id: str = Field(description="Its name in addresses.")
    geometry: PointOut | None = Field(description="Where it lies; null where that is not known.")
    properties: dict[str, Any] = Field(
        description="The columns of the CSV file by their names, without the place."
    )


class FeatureCollectionOut(Out):
    """Municipalities on a map, each with its latest result that fits."""

    type: str = Field(
        description="Always `FeatureCollection`.", json_schema_extra={"enum": ["FeatureCollection"]}
    )
    features: list[FeatureOut] = Field(description="In the order of the list.")
    total: int = Field(ge=0, description="How many there are in all.")
    next: str | None = Field(description="The address of the next items; null at the end.")
    release: int = Field(description="The release that the answer was read from.")
    synthetic: bool = Field(description="True where all data are made up for demonstration.")
    source: str = Field(description="How to say where the data were found, and their licence.")


GEOJSON_NAME: Final = FeatureCollectionOut.__name__


def geojson_schemas() -> dict[str, Any]:
    """The shapes by their names, as OpenAPI has them."""
    found = FeatureCollectionOut.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**found.pop("$defs"), GEOJSON_NAME: found}


def geojson(
    places: PlacedRows, part: ListPart[Any], release: Release, say_it: Say
) -> dict[str, Any]:
    """The collection of what is answered of a list."""
    return {
        "type": "FeatureCollection",
        "features": _features(places.table),
        "total": part.total,
        "next": part.next,
        "release": release.number,
        "synthetic": release.demo,
        "source": say_it(attribution(release)),
    }


def _features(table: Table) -> list[dict[str, Any]]:
    names = [column.name for column in table.columns]
    rows = (dict(zip(names, map(_json, row), strict=True)) for row in table.rows)
    return [
        {
            "type": "Feature",
            "id": row[ID],
            "geometry": _point(*(row[name] for name in reversed(PLACE))),
            "properties": {name: cell for name, cell in row.items() if name not in PLACE},
        }
        for row in rows
    ]


def _point(longitude: Any, latitude: Any) -> dict[str, Any] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _json(cell: Cell) -> str | int | float | bool | None:
    match cell:
        case Decimal():
            return float(cell)
        case date():
            return cell.isoformat()
    return cell
