"""`/api/v1/municipalities.geojson` against RFC 7946, the register and the list itself."""

import csv
from typing import Any

from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client

MAP = "/api/v1/municipalities.geojson"
QUERIES = [
    "",
    "?detail=none&former=true",
    "?country=SE&detail=areas,total",
    "?code=1444",
    "?sort=-total&family=2",
    "?county=Trøndelag&q=hemne",
]


def answered(site: Client, query: str = "") -> Any:
    response = site.http.get(MAP + query)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/geo+json"
    return response.json()


def register() -> dict[str, dict[str, str]]:
    with (SEED / "register" / "municipalities.csv").open(encoding="utf-8") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def test_it_is_a_collection_of_points_where_the_register_has_them(site: Client) -> None:
    found = answered(site, "?detail=none&former=true")
    assert found["type"] == "FeatureCollection"
    assert (found["release"], found["synthetic"]) == (1, False)
    known = register()
    assert {feature["id"] for feature in found["features"]} == set(known)
    assert len(found["features"]) == found["total"] == len(known)
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        row = known[feature["id"]]
        if not row["longitude"]:
            assert feature["geometry"] is None
            continue
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        assert feature["geometry"] == {"type": "Point", "coordinates": [longitude, latitude]}
        assert 4 < longitude < 32
        assert 54 < latitude < 72
    assert "crs" not in found, "RFC 7946 has none"


@in_turn("query", QUERIES)
def test_it_has_those_that_the_list_has_with_the_same_figures(site: Client, query: str) -> None:
    mark = "&" if query else "?"
    items = site.json(f"/api/v1/municipalities{query}{mark}limit=1000")["items"]
    found = answered(site, query)["features"]
    assert [feature["id"] for feature in found] == [item["slug"] for item in items]
    assert found
    for feature, item in zip(found, items, strict=True):
        held, own = feature["properties"], item["evaluation"]
        assert (held["name"], held["code"]) == (item["name"], item["code"])
        assert held["evaluation"] == (own and own["id"])
        assert held["total"] == (own and own["total"])
        assert [held[f"area_{no}"] for no in range(1, 9)] == [
            own and own["areas"][str(no)] for no in range(1, 9)
        ]
        assert "latitude" not in held


def test_it_is_kept_shared_and_refused_like_every_answer(site: Client) -> None:
    plain = site.http.get(MAP, headers={"Origin": "https://example.org"})
    assert plain.headers["access-control-allow-origin"] == "*"
    again = site.http.get(MAP, headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    frozen = site.http.get(f"{MAP}?release=1")
    assert frozen.json()["features"] == plain.json()["features"]
    assert site.problem(f"{MAP}?colour=red", 400)["parameter"] == "colour"
    assert site.problem(f"{MAP}?country=DK", 400)["parameter"] == "country"
    site.problem("/api/v1/evaluations.geojson", 404)


def test_made_up_places_are_said_to_be_made_up(demo_site: Client) -> None:
    assert answered(demo_site)["synthetic"] is True
