"""Everyone about the same shares an interval of places, counted anew from the points answered."""

import csv
from io import StringIO
from statistics import quantiles
from typing import Any

import pytest

from tests.pages.client import Client

LIMITS = {"total": 10, "3": 3}


def interval(own: float, every: list[float], limit: float) -> tuple[int, int]:
    """The first and the last place of all less than `limit` points away."""
    falling = sorted(every, reverse=True)
    near = [at for at, one in enumerate(falling, 1) if round(abs(one - own), 6) < limit]
    return near[0], near[-1]


def written(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


@pytest.mark.parametrize("sort", LIMITS)
@pytest.mark.parametrize("country", ["NO", "SE"])
def test_a_list_gives_places_as_intervals_and_exactly(
    demo_site: Client, sort: str, country: str
) -> None:
    query = f"sort={sort}&country={country}"
    items = demo_site.json(f"/api/v1/municipalities?{query}&limit=1000")["items"]
    points = {
        item["slug"]: found
        for item in items
        if (found := _points(item["evaluation"], sort)) is not None
    }
    assert len(points) > 20
    expected = {
        slug: interval(own, list(points.values()), LIMITS[sort]) for slug, own in points.items()
    }
    for item in items:
        place = item["place"]
        if item["slug"] in points:
            exact = 1 + sum(other > points[item["slug"]] for other in points.values())
            assert (place["place"], place["of"]) == (exact, len(points))
            assert (place["place_from"], place["place_to"]) == expected[item["slug"]]
            assert place["place_from"] <= exact <= place["place_to"]
        else:
            assert place is None
    file = demo_site.http.get(f"/api/v1/municipalities.csv?{query}").text
    for row in csv.DictReader(StringIO(file)):
        if row["municipality"] in points:
            places = (int(row["place_from"]), int(row["place_to"]))
            assert places == expected[row["municipality"]]
    page = demo_site.get(f"/kommuner?{query}&family=2")
    shown = [row[0] for row in page.table("list-caption").rows]
    slugs = [item["slug"] for item in items]
    assert shown == [written(*expected[s]) if s in expected else "ikke rangert" for s in slugs]
    assert "delt plass" not in page.words


def _points(evaluation: dict[str, Any] | None, sort: str) -> float | None:
    if evaluation is None:
        return None
    found: float | None = evaluation["total"] if sort == "total" else evaluation["areas"].get(sort)
    return found


@pytest.mark.parametrize("path", ["/omrader/2.1/3", "/sporsmal/2.1/1.1", "/sporsmal/2.1/5.1"])
def test_areas_and_questions_give_places_as_intervals(demo_site: Client, path: str) -> None:
    rows = demo_site.get(f"{path}?country=NO").table("results-table").rows
    version, code = path.split("/")[2:]
    kind = "areas" if path.startswith("/omrader") else "questions"
    file = demo_site.http.get(f"/api/v1/methods/{version}/{kind}/{code}.csv?country=NO").text
    found = list(csv.DictReader(StringIO(file)))
    scores = [float(row["score"]) for row in found]
    # The errors of the questions of an area add up as squares to that of the area.
    limit = round(LIMITS["3"] * (float(found[0]["max"]) / 100) ** 0.5, 1)
    expected = [interval(own, scores, limit) for own in scores]
    assert [(int(r["place_from"]), int(r["place_to"])) for r in found] == expected
    assert [row[0] for row in rows] == [written(*one) for one in expected[: len(rows)]]
    assert any("–" in row[0] for row in rows)


def test_no_half_and_no_quarter_is_said_within_a_small_difference(demo_site: Client) -> None:
    evaluations = demo_site.json("/api/v1/evaluations?limit=1000")["items"]
    totals = {one["id"]: one["total"] for one in evaluations}
    listed = demo_site.json("/api/v1/municipalities?country=NO&sort=total&limit=1000")["items"]
    bands = set()
    for item in [one for one in listed if one["place"]][::7]:
        found = demo_site.json(f"/api/v1/municipalities/{item['slug']}")["result"]
        for comparison in found["total"]:
            if comparison["kind"] != "computed" or not comparison["figures"]["total"][0]["rank"]:
                continue
            points = sorted(totals[id] for id in comparison["members"])
            lower, middle, upper = quantiles(points, n=4, method="inclusive")
            own = totals[found["evaluation"]]
            band = comparison["figures"]["total"][0]["band"]
            bands.add(band)
            if abs(own - middle) < LIMITS["total"]:
                assert band is None
            elif abs(own - upper) < LIMITS["total"]:
                assert band in ("upper-middle", None)
            elif abs(own - lower) < LIMITS["total"]:
                assert band in ("lower-middle", None)
            else:
                assert band is not None
    assert bands == {"top-quarter", "upper-middle", None, "lower-middle", "bottom-quarter"}
