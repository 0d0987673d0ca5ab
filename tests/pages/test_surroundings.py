"""What every municipality's page answers: its county, the nearest evaluated, and those most alike.

What is expected is worked out from the lists of the API, by other formulas than the site's.
"""

from math import acos, cos, radians, sin
from typing import Any

import pytest

from tests.pages.checks import text_of
from tests.pages.client import Client

EVERY_KIND = ["oslo", "heim", "nesodden", "roros", "hemne", "vallentuna", "goteborg"]
"""Never evaluated, with predecessors, without figures, with a total, with everything; of Sweden."""


def everybody(site: Client) -> dict[str, Any]:
    found: list[Any] = []
    address: str | None = "/api/v1/municipalities?detail=none&former=true&limit=1000"
    while address:
        answer = site.json(address)
        found += answer["items"]
        address = answer["next"]
    return {one["slug"]: one for one in found}


def evaluated(site: Client) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in site.json("/api/v1/evaluations?limit=1000")["items"]:
        found.setdefault(one["municipality"]["slug"], []).append(one)
    return found


def kilometres(a: Any, b: Any) -> float:
    """By the spherical law of cosines."""
    north_a, north_b = radians(a["latitude"]), radians(b["latitude"])
    east = radians(a["longitude"] - b["longitude"])
    inside = sin(north_a) * sin(north_b) + cos(north_a) * cos(north_b) * cos(east)
    return 6371.0088 * acos(min(1.0, inside))


@pytest.mark.parametrize("slug", EVERY_KIND)
def test_the_county_is_counted_right(site: Client, slug: str) -> None:
    all_of_them, known = everybody(site), evaluated(site)
    own = all_of_them[slug]
    county = [
        one
        for one in all_of_them.values()
        if (one["country"], one["county"]) == (own["country"], own["county"])
    ]
    today = [one for one in county if one["valid_to"] is None]
    assert site.json(f"/api/v1/municipalities/{slug}")["county_coverage"] == {
        "municipalities": len(today),
        "evaluated": sum(one["slug"] in known for one in today),
        "former_evaluated": sum(one["slug"] in known for one in county)
        - sum(one["slug"] in known for one in today),
    }


@pytest.mark.parametrize("slug", EVERY_KIND)
def test_the_nearest_evaluated_are_the_nearest(site: Client, slug: str) -> None:
    all_of_them, known = everybody(site), evaluated(site)
    answer = site.json(f"/api/v1/municipalities/{slug}")
    relatives = {
        one["municipality"]["slug"]
        for name in ("predecessors", "successors", "parts_from", "parts_to")
        for one in answer[name]
    }
    own = all_of_them[slug]
    distances = sorted(
        (kilometres(own, all_of_them[other]), other)
        for other in known
        if other not in {slug, *relatives} and all_of_them[other]["latitude"] is not None
    )
    near = answer["nearest_evaluated"]
    assert [one["municipality"] for one in near] == [other for _, other in distances[:5]]
    assert [one["km"] for one in near] == [round(km) for km, _ in distances[:5]]
    for one in near:
        totals = {e["year"]: e["total"] for e in known[one["municipality"]]}
        with_total = [year for year, total in totals.items() if total is not None]
        assert one["year"] == max(with_total or totals)
        assert one["total"] == totals[one["year"]]


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
@pytest.mark.parametrize("slug", ["oslo", "heim", "nesodden", "goteborg"])
def test_the_page_without_figures_answers_all_the_same(
    site: Client, prefix: str, slug: str
) -> None:
    page = site.get(f"{prefix}/kommuner/{slug}")
    near = site.json(f"/api/v1/municipalities/{slug}")["nearest_evaluated"]
    assert len(near) == 5
    links = page.links()
    for one in near:
        address = f'href="{prefix}/kommuner/{one["municipality"]}"'
        assert page.text.count(address) >= 2  # in the map and in the list
    looks_at = page.find_all("ol", class_="looks-at")
    assert len(list(looks_at[0].iter("li"))) == 8
    assert f"{prefix}/om#report" in links  # nobody has set an address to write to
    assert page.find_all("caption", id="alike-table")


def test_only_results_of_one_method_stand_in_a_group(site: Client) -> None:
    known = {one["id"]: one for some in evaluated(site).values() for one in some}
    for slug in EVERY_KIND:
        page = site.get(f"/en/kommuner/{slug}")
        table = page.by_id("alike-table")
        parent = next(t for t in page.root.iter("table") if table in list(t))
        for group in parent.iter("tbody"):
            rows = [row for row in group.iter("tr") if row.get("class") != "break"]
            ids = [_evaluation(row) for row in rows]
            families = {
                "2"
                if known[id]["method_version"] in ("2.0", "2.1")
                else known[id]["method_version"]
                for id in ids
            }
            assert len(families) == 1, slug
            for row, id in zip(rows, ids, strict=True):
                shown = [text_of(cell) for cell in row.iter("td")]
                assert shown == [f"{known[id]['total']:.0f}"]


def _evaluation(row: Any) -> str:
    (*_, year) = [a.get("href") for a in row.iter("a")]
    return "-".join(year.split("/")[-2:])


def test_the_predecessors_result_is_told_as_the_predecessors(site: Client) -> None:
    page = site.get("/en/kommuner/heim")
    assert "Its predecessor Hemne scored 433 out of 800 points in 2018." in page.words
    assert page.find_all("strong", class_="score__value") == []
    answer = site.json("/api/v1/municipalities/heim?lang=en")
    assert "Its predecessor Hemne scored 433 out of 800 points in 2018." in answer["answer"]
    assert answer["evaluations"] == []


def test_a_place_that_the_source_states_leads_where_there_are_no_figures(site: Client) -> None:
    page = site.get("/en/kommuner/nesodden")
    words = "According to the source of 2014: ranked 6 of the 46 Norwegian municipalities evaluated"
    assert words in text_of(page.find_all("div", class_="hero__words")[0])
    assert "ranked 6 of the 46" in text_of(page.by_id("quote-1"))
    assert "Nesodden kommune (2011)" in page.words


def test_top_findings_stand_in_the_open_with_how_many_there_are(site: Client) -> None:
    answer = site.json("/api/v1/evaluations/hemne-2018")
    counted = {
        kind: sum(f["kind"] == kind for area in answer["areas"] for f in area["findings"])
        for kind in ("strength", "challenge", "weakness")
    }
    page = site.get("/en/kommuner/hemne")
    (section,) = [s for s in page.find_all("section") if s.get("aria-labelledby") == "findings"]
    boxes = list(section.iter("h3"))[:3]
    assert [text_of(box) for box in boxes] == [
        f"{counted['strength']} strengths",
        f"{counted['challenge']} challenges",
        f"{counted['weakness']} weaknesses",
    ]
