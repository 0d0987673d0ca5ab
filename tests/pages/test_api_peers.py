"""`/api/v1/municipalities/{slug}/peers`: likeness computed anew from the register, and the page."""

import csv
import io
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pandas as pd
import pytest

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import Fact, evaluations, latest, municipalities
from tests.pages.test_api_equality import data_of, page_of, said, shown

SLUGS = ("hemne", "ulstein", "oslo", "orebro", "karasjok", "motala")


def address(slug: str, query: str = "") -> str:
    return f"/api/v1/municipalities/{slug}/peers{query}"


def populations() -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    with (SEED / "register" / "populations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["slug"], {})[int(row["year"])] = int(row["population"])
    return found


def inhabitants(slug: str, year: int) -> int | None:
    """Of the year, else of the nearest earlier one, else of the nearest."""
    known = populations().get(slug, {})
    earlier = [other for other in known if other <= year]
    return known[max(earlier) if earlier else min(known)] if known else None


def kilometres(a: str, b: str) -> float:
    """The great circle between the middles of two areas."""
    first, second = municipalities()[a], municipalities()[b]
    north = radians(float(second["latitude"]) - float(first["latitude"]))
    east = radians(float(second["longitude"]) - float(first["longitude"]))
    chord = (
        sin(north / 2) ** 2
        + cos(radians(float(first["latitude"])))
        * cos(radians(float(second["latitude"])))
        * sin(east / 2) ** 2
    )
    return 2 * 6371.0088 * asin(sqrt(chord))


def standing(country: str, family: str, without: str) -> dict[str, Fact]:
    """What stands for each: the latest evaluation with figures, else the latest."""
    own = [f for f in evaluations() if f.country == country and f.family == family]
    return {
        slug: fact
        for slug, fact in {**latest(own), **latest(f for f in own if f.scores)}.items()
        if slug != without
    }


@pytest.mark.parametrize("weights", [(2, 1, 1), (3, 0, 0), (0, 0, 3), (1, 3, 2)])
def test_likeness_is_what_the_register_gives(site: Client, weights: tuple[int, ...]) -> None:
    w_population, w_county, w_distance = weights
    found = site.json(
        address(
            "hemne", f"?w_population={w_population}&w_county={w_county}&w_distance={w_distance}"
        )
    )
    assert found["weights"] == dict(zip(("population", "county", "distance"), weights, strict=True))
    expected = {}
    for slug, fact in standing("NO", "2", "hemne").items():
        theirs = inhabitants(slug, fact.year)
        assert theirs is not None
        population = min(4225, theirs) / max(4225, theirs)
        county = float(fact.county == municipalities()["hemne"]["county"])
        distance = 100 / (100 + kilometres("hemne", slug))
        total = w_population * population + w_county * county + w_distance * distance
        expected[fact.id] = (total / sum(weights), population, county, distance)
    best = sorted(expected, key=lambda id: -expected[id][0])[:10]
    assert found["known"] == len(expected)
    answered = {peer["id"]: peer["likeness"] for peer in found["peers"]}
    assert [likeness["total"] for likeness in answered.values()] == pytest.approx(
        [expected[id][0] for id in best], abs=1e-3
    )
    for id, likeness in answered.items():
        values = (likeness[name] for name in ("total", "population", "county", "distance"))
        assert tuple(values) == pytest.approx(expected[id], abs=1e-3)


def test_hemne_can_learn_from_ulstein_by_33_points(site: Client) -> None:
    found = site.json(address("hemne", "?lang=en"))
    assert [lesson["no"] for lesson in found["areas"]] == [2, 1, 7, 6]
    area = next(lesson for lesson in found["areas"] if lesson["no"] == 1)
    assert (area["score"], area["median"], area["why"]) == (38.9, None, ["under-half"])
    better = {b["evaluation"]["id"]: b for b in area["better"]}
    assert better["ulstein-2019"]["score"] == 72.0
    assert better["ulstein-2019"]["more"] == pytest.approx(33.1)
    (star,) = better["ulstein-2019"]["gold_stars"]
    assert star in {given["id"] for given in found["gold_stars"]}


def test_stars_that_are_named_are_told_of_once(demo_site: Client) -> None:
    everybody: list[str] = []
    for slug in _some_of(demo_site):
        found = demo_site.json(address(slug))
        told = [star["id"] for star in found["gold_stars"]]
        assert len(told) == len(set(told))
        named = {
            star
            for lesson in (*found["areas"], *found["questions"])
            for better in lesson["better"]
            for star in better["gold_stars"]
        }
        named |= {star for lesson in found["areas"] for star in lesson["other_gold_stars"]}
        assert named <= set(told)
        everybody += named
    assert everybody


def _some_of(client: Client) -> list[str]:
    listed = client.json("/api/v1/evaluations?detail=questions&family=2&limit=1000")["items"]
    return sorted({item["municipality"]["slug"] for item in listed})[:8]


@in_turn("slug", SLUGS)
@in_turn("query", ["", "?country=both"])
def test_files_have_every_peer(site: Client, slug: str, query: str) -> None:
    peers = site.json(address(slug, query))["peers"]
    text = site.http.get(f"/api/v1/municipalities/{slug}/peers.csv{query}").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["evaluation"] for row in rows] == [peer["id"] for peer in peers]
    body = site.http.get(f"/api/v1/municipalities/{slug}/peers.xlsx{query}").content
    frame = pd.read_excel(io.BytesIO(body), dtype={"code": str})
    assert frame["code"].tolist() == [peer["municipality"]["code"] for peer in peers]
    for row, cell, peer in zip(rows, frame["likeness"], peers, strict=True):
        assert float(row["likeness"]) == pytest.approx(peer["likeness"]["total"])
        assert cell == pytest.approx(peer["likeness"]["total"])
        assert (float(row["total"]) if row["total"] else None) == peer["total"]


def test_a_code_leads_to_its_owner(site: Client) -> None:
    assert site.redirect("/api/v1/municipalities/1612/peers.csv?w_county=3") == (
        307,
        "/api/v1/municipalities/hemne/peers.csv?w_county=3",
    )
    assert site.problem(address("9999"), 404)["detail"]
    assert site.problem(address("atlantis"), 404)["detail"]
    assert site.problem("/api/v1/municipalities/hemne/peers.jsonstat", 404)["detail"]


@pytest.mark.parametrize(
    "query, name",
    [
        ("w_population=4", "w_population"),
        ("w_county=", "w_county"),
        ("w_population=0&w_county=0&w_distance=0", "w_population"),
        ("country=NO", "country"),
        ("limit=1", "limit"),
        ("q=a", "q"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(site: Client, query: str, name: str) -> None:
    assert site.problem(address("hemne", f"?{query}"), 400)["parameter"] == name


@pytest.mark.parametrize("language", LANGUAGES)
@in_turn("slug", SLUGS)
@in_turn("query", ["", "?w_population=0&w_county=3"])
def test_the_page_has_the_same(site: Client, slug: str, query: str, language: str) -> None:
    page = page_of(site, f"/kommuner/{slug}/tvillinger{query}", language)
    data = data_of(site, page)
    _same(page, data, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_one_with_questions_has_the_same(demo_site: Client, language: str) -> None:
    found = [
        (page, data_of(demo_site, page))
        for slug in _some_of(demo_site)
        for page in (page_of(demo_site, f"/kommuner/{slug}/tvillinger", language),)
    ]
    assert any(data["questions"] for _, data in found)
    for page, data in found:
        _same(page, data, language)


def _same(page: Any, data: Any, language: str) -> None:
    assert all(said(sentence) in page.words for sentence in data["answer"])
    if data["peers"]:
        rows = page.table("twins-table").rows
        for row, peer in zip(rows, data["peers"], strict=True):
            assert row[0].startswith(f"{peer['municipality']['name']} {peer['year']}")
            assert digits(row[1]) == str(round(peer["likeness"]["total"] * 100))
            if peer["inhabitants"] is not None:
                assert digits(row[2]).startswith(str(peer["inhabitants"]))
            assert digits(row[4]).startswith(str(peer["likeness"]["km"]))
            if peer["total"] is not None:
                assert row[5] == shown(peer["total"], language)
            if peer["gap"]:
                assert row[6] == said(peer["gap"]["text"])
    for lesson in data["areas"]:
        assert said(lesson["text"]) in page.words
        assert shown(lesson["score"], language) in page.words
    assert data["comparison_set"] is None or said(data["comparison_set"]) in page.words
    if data["questions"]:
        rows = page.table("questions-table").rows
        for row, question in zip(rows, data["questions"], strict=False):
            assert row[0].split(" ")[0] == question["code"]
            assert row[1:3] == [shown(question[name], language) for name in ("score", "max")]
            for better in question["better"]:
                assert better["evaluation"]["municipality"]["name"] in row[3]
                assert shown(better["score"], language) in row[3]


def digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
