"""`/api/v1/municipalities/{slug}/peers`: likeness computed anew from the register, and the page."""

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pandas as pd
import pytest

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import Fact, evaluations, latest, municipalities, written
from tests.pages.test_api_equality import data_of, page_of, said

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
    """What stands for each: the latest evaluation with figures of the family, else of any, else the
    latest."""
    own = [f for f in evaluations() if f.country == country and f.slug != without]
    figures = [f for f in own if f.scores]
    of_family = latest(f for f in figures if f.family == family)
    return {**latest(own), **latest(figures), **of_family}


@cache
def centrality() -> dict[str, int]:
    with (SEED / "register" / "group_memberships.csv").open(encoding="utf-8", newline="") as file:
        return {row["slug"]: int(row["index"]) for row in csv.DictReader(file) if row["index"]}


def index_likeness(a: str, b: str) -> float | None:
    if a not in centrality() or b not in centrality():
        return None
    return 100 / (100 + abs(centrality()[a] - centrality()[b]))


@pytest.mark.parametrize("weights", [(2, 1, 1), (3, 0, 0), (0, 0, 3), (1, 3, 2)])
@pytest.mark.parametrize("slug, year", [("hemne", 2018), ("hareid", 2019)])
def test_likeness_is_what_the_register_gives(
    site: Client, slug: str, year: int, weights: tuple[int, ...]
) -> None:
    names = ("population", "conditions", "distance")
    chosen = "&".join(f"w_{n}={w}" for n, w in zip(names, weights, strict=True))
    found = site.json(address(slug, f"?scheme=own&{chosen}"))
    assert found["weights"] == dict(zip(names, weights, strict=True))
    own = inhabitants(slug, year)
    assert own is not None
    expected = {}
    evaluated = standing("NO", "2", slug)
    for other, fact in evaluated.items():
        theirs = inhabitants(other, fact.year)
        assert theirs is not None
        parts = (
            min(own, theirs) / max(own, theirs),
            index_likeness(slug, other),
            100 / (100 + kilometres(slug, other)),
        )
        known = [(w, part) for w, part in zip(weights, parts, strict=True) if part is not None]
        weight = sum(w for w, _ in known)
        if weight:
            total = sum(w * part for w, part in known) / weight
            expected[other] = (total, *parts)
    alike = sorted((o for o in expected if expected[o][0] >= 0.5), key=lambda o: -expected[o][0])
    assert found["known"] == len(evaluated)
    answered = {peer["municipality"]["slug"]: peer["likeness"] for peer in found["peers"]}
    assert list(answered) == alike[:20]
    for other, likeness in answered.items():
        for name, value in zip(
            ("total", "population", "centrality", "distance"), expected[other], strict=True
        ):
            assert likeness[name] == (None if value is None else pytest.approx(value, abs=1e-3))


def test_every_group_says_who_is_in_it_and_who_is_evaluated(site: Client) -> None:
    found = site.json(address("hareid", "?lang=en"))
    kostra, central = found["groups"]
    assert (found["scheme"], kostra["scheme"]) == ("kostra-2020", "kostra-2020")
    assert (kostra["of"], kostra["version"], kostra["group"]) == (
        38,
        "2020",
        "KOSTRA-gruppe 1",
    )
    assert (kostra["label"], kostra["later"]) == ("KOSTRA groups 2020", True)
    assert len(kostra["others"]) == 38
    evaluated = {fact.slug for fact in evaluations() if fact.slug in kostra["others"]}
    assert set(kostra["evaluated"]) == evaluated
    assert {peer["municipality"]["slug"] for peer in found["peers"]} == evaluated
    assert (central["scheme"], central["of"]) == ("centrality-2024", 64)
    swedish = [group["scheme"] for group in site.json(address("orebro"))["groups"]]
    assert swedish == ["kolada", "kolada-socioeconomic", "skr"]
    unknown = site.json(address("hemne"))["groups"][0]
    assert (unknown["group"], unknown["of"], unknown["others"]) == (None, None, [])


def test_hareid_can_learn_from_ulstein_by_37_points(site: Client) -> None:
    found = site.json(address("hareid", "?lang=en"))
    area = next(lesson for lesson in found["areas"] if lesson["no"] == 1)
    assert (area["score"], area["median"], area["why"]) == (35.0, None, ["under-half"])
    better = {b["evaluation"]["id"]: b for b in area["better"]}
    assert better["ulstein-2019"]["score"] == 72.0
    assert better["ulstein-2019"]["more"] == pytest.approx(37)
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
@in_turn("query", ["", "?scheme=own"])
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


def test_a_total_of_another_family_is_not_compared_and_the_reason_is_given(site: Client) -> None:
    """Midtre Gauldal's 554 of 2023 are of version 2020, Hemne's 433 of 2.1."""
    peers = {p["id"]: p for p in site.json(address("hemne", "?lang=nb"))["peers"]}
    other = peers["midtre-gauldal-2023"]
    assert (other["total"], other["gap"]) == (554.0, None)
    assert other["not_compared"] == {
        "kind": "not-comparable",
        "text": "ikke sammenlignet: metodene er for ulike",
    }
    text = site.http.get("/api/v1/municipalities/hemne/peers.csv").text
    rows = {row["evaluation"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    row = rows["midtre-gauldal-2023"]
    assert (row["difference"], row["not_compared"]) == ("", "not-comparable")
    assert (rows["hareid-2019"]["difference"], rows["hareid-2019"]["not_compared"]) == ("-109", "")


@in_turn("slug", SLUGS)
def test_likeness_has_four_decimals(site: Client, slug: str) -> None:
    text = site.http.get(f"/api/v1/municipalities/{slug}/peers.csv?scheme=own").text
    for row in csv.DictReader(io.StringIO(text, newline="")):
        shares = [value for name, value in row.items() if name.startswith("likeness") and value]
        assert shares
        assert all(Decimal(share) == round(Decimal(share), 4) for share in shares)
    for peer in site.json(address(slug, "?scheme=own"))["peers"]:
        shares = [str(v) for k, v in peer["likeness"].items() if k not in ("km", "left_out") and v]
        assert all(Decimal(share) == round(Decimal(share), 4) for share in shares)


def test_a_code_leads_to_its_owner(site: Client) -> None:
    assert site.redirect("/api/v1/municipalities/1612/peers.csv?w_distance=3") == (
        307,
        "/api/v1/municipalities/hemne/peers.csv?w_distance=3",
    )
    assert site.problem(address("9999"), 404)["detail"]
    assert site.problem(address("atlantis"), 404)["detail"]
    assert site.problem("/api/v1/municipalities/hemne/peers.jsonstat", 404)["detail"]


@pytest.mark.parametrize(
    "query, name",
    [
        ("w_population=4", "w_population"),
        ("w_conditions=", "w_conditions"),
        ("w_population=0&w_conditions=0&w_distance=0", "w_population"),
        ("w_county=1", "w_county"),
        ("country=both", "country"),
        ("scheme=skr", "scheme"),
        ("scheme=", "scheme"),
        ("limit=1", "limit"),
        ("q=a", "q"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(site: Client, query: str, name: str) -> None:
    problem = site.problem(address("hemne", f"?{query}"), 400)
    assert problem["parameter"] == name
    assert {"w_county", "country"}.isdisjoint(problem.get("allowed", ()))


@pytest.mark.parametrize("language", LANGUAGES)
@in_turn("slug", SLUGS)
@in_turn("query", ["", "?scheme=own&w_population=0&w_conditions=3"])
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
    for row, group in zip(page.table("groups-table").rows, data["groups"], strict=True):
        assert row[0] == said(group["label"])
        if group["of"] is not None:
            assert digits(row[2]) == f"{len(group['evaluated'])}{group['of']}"
    if data["peers"]:
        for row, peer in zip(twin_rows(page), known_first(data["peers"], page), strict=True):
            name = peer["municipality"]["name"].split(" (")[0]  # years are said in each language
            assert row[0].startswith(name)
            assert f" {peer['year']}" in row[0]
            _same_cells(row[1:], peer, data, language)
    for lesson in data["areas"]:
        assert said(lesson["text"]) in page.words
    assert data["comparison_set"] is None or said(data["comparison_set"]) in page.words
    if data["questions"]:
        rows = page.table("questions-table").rows
        for row, question in zip(rows, data["questions"], strict=False):
            assert row[0].split(" ")[0] == question["code"]
            for better in question["better"]:
                name = better["evaluation"]["municipality"]["name"].split(" (")[0]
                assert name in row[3]


TWINS = ("twins-table", "twins-unknown-table")
"""Those with figures, and those without, which are folded below them."""


def twin_rows(page: Any) -> list[list[str]]:
    return [row for id in TWINS if page.find_all("caption", id=id) for row in page.table(id).rows]


def known_first(peers: list[Any], page: Any) -> list[Any]:
    """In the order of the answer, but those of whom nothing is known last."""
    folded = page.table(TWINS[1]).rows if page.find_all("caption", id=TWINS[1]) else []

    def is_folded(peer: Any) -> bool:
        name = peer["municipality"]["name"].split(" (")[0]
        return any(row[0].startswith(f"{name} ") and f" {peer['year']}" in row[0] for row in folded)

    assert all(peer["total"] is None for peer in peers if is_folded(peer))
    return sorted(peers, key=is_folded)


def _same_cells(given: list[str], peer: Any, data: Any, language: str) -> None:
    """The likeness by our own measure, what it rests on, the total and how far it lies."""
    cells = iter(given)
    if data["scheme"] == "own":
        assert digits(next(cells)) == str(round(peer["likeness"]["total"] * 100))
    assert digits(next(cells)).startswith(str(peer["inhabitants"] or ""))
    if data["municipality"]["country"] == "NO":
        assert digits(next(cells)).startswith(str(peer["centrality"] or ""))
    elif data["tax_base_year"]:
        assert digits(next(cells)).startswith(str(peer["tax_base"] or ""))
    assert digits(next(cells)).startswith(str(peer["likeness"]["km"]))
    total = next(cells)
    if peer["total"] is not None:
        half_up = Decimal(str(peer["total"])).quantize(Decimal(1), ROUND_HALF_UP)
        assert total == written(half_up, language)
    if peer["gap"]:
        assert next(cells) == said(peer["gap"]["text"])


def digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
