"""`/api/v1/findings` against the seed files, and lists beside lists against what they promise."""

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from app.config import settings
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client

LIST = "/api/v1/findings"
KINDS = {"strengths": "strength", "challenges": "challenge", "weaknesses": "weakness"}


def given() -> dict[str, tuple[str, str]]:
    """The findings of the seed by the ids they are given: kind and text."""
    found = {}
    for file in sorted((SEED / "evaluations").glob("*.json")):
        for area in json.loads(file.read_text(encoding="utf-8")).get("areas", ()):
            told = area.get("findings", {})
            texts = [(kind, text) for named, kind in KINDS.items() for text in told.get(named, ())]
            for number, finding in enumerate(texts, 1):
                found[f"{file.stem}/{area['no']}/{number}"] = finding
    return found


def read_on(site: Client, address: str, name: str = "items") -> list[Any]:
    """What a list holds under a name, read to its end by `next`."""
    seen: list[Any] = []
    asked: str | None = address
    while asked is not None:
        found = site.json(asked.removeprefix(settings().site_url))
        seen += found[name]
        asked = found["next"]
    return seen


def test_all_are_there_each_once_with_kind_and_text(site: Client) -> None:
    items = read_on(site, f"{LIST}?limit=40")
    assert {item["id"]: (item["kind"], item["text"]) for item in items} == given()
    assert len(items) == len(given()) > 100


def test_the_newest_reports_come_first_each_in_its_own_order(site: Client) -> None:
    items = read_on(site, LIST)
    years = [item["evaluation"]["year"] for item in items]
    assert years == sorted(years, reverse=True)
    of_one = [item["id"] for item in items if item["evaluation"]["id"] == "hemne-2018"]
    assert of_one == sorted(of_one, key=lambda id: [int(n) for n in id.split("/")[1:]])


@in_turn(
    "query",
    [
        "kind=weakness",
        "kind=strength,weakness",
        "kind=strength&kind=weakness",
        "municipality=hemne",
        "municipality=hemne&kind=challenge",
        "code=5011&area=2",
        "e=hemne-2018",
        "year=2018,2019",
        "country=SE",
        "q=kommunikasjon",
    ],
)
def test_filters(site: Client, query: str) -> None:
    asked: dict[str, set[str]] = {}
    for pair in query.split("&"):
        name, _, values = pair.partition("=")
        asked.setdefault(name, set()).update(values.split(","))
    items = read_on(site, f"{LIST}?{query}")
    expected = {id for id, finding in given().items() if _fits(id, finding, asked)}
    assert {item["id"] for item in items} == expected
    assert expected or "country" in asked


def _fits(id: str, finding: tuple[str, str], asked: dict[str, set[str]]) -> bool:
    evaluation, area, _ = id.split("/")
    slug, year = evaluation.rsplit("-", 1)
    own = {
        "kind": finding[0],
        "municipality": slug,
        "code": {"hemne": "5011"}.get(slug, ""),
        "area": area,
        "e": evaluation,
        "year": year,
        "country": "NO",  # those of Swedish reports are not in the sources read
    }
    words = asked.get("q", set())
    return all(own[name] in values for name, values in asked.items() if name != "q") and all(
        word in finding[1].lower() for word in words
    )


def test_the_file_has_a_row_for_each(site: Client) -> None:
    text = site.http.get(f"{LIST}.csv").text
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert {id: (row["kind"], row["text"]) for id, row in rows.items()} == given()
    assert all(row["source"] for row in rows.values())


@pytest.mark.parametrize(
    "query, name",
    [
        ("kind=good", "kind"),
        ("kind=strength,good", "kind"),
        ("municipality=nowhere", "municipality"),
        ("municipality=hemne,nowhere", "municipality"),
        ("code=0000", "code"),
        ("e=hemne-1900", "e"),
        ("year=1", "year"),
        ("kind=", "kind"),
        ("area=9", "area"),
        ("from=2019&to=2018", "from"),
    ],
)
def test_bad_input(site: Client, query: str, name: str) -> None:
    assert site.problem(f"{LIST}?{query}", 400)["parameter"] == name


LISTINGS = [
    "/api/v1/gold-stars?q=oppdiktet&limit=5",
    "/api/v1/gold-stars?q=oppdiktet&limit=5&area=2",
    "/api/v1/gold-stars?q=oppdiktet&limit=5&question=2.1",
    "/api/v1/gold-stars?q=oppdiktet&limit=5&version=2.0&area=3&country=SE",
    "/api/v1/gold-stars?q=styrke&from=2018&size_group=small",
    "/api/v1/findings?q=styrke&limit=1000",
    "/api/v1/municipalities?limit=1000",
    "/api/v1/evaluations?limit=1000",
]


@pytest.mark.parametrize("address", LISTINGS)
def test_every_list_within_a_list_can_be_read_to_its_end(demo_site: Client, address: str) -> None:
    """By following `next`, or the address that stands beside it; and nothing comes twice."""
    first = demo_site.json(address)
    totals = {name for name in first if name.endswith("_total")}
    for name in (name.removesuffix("_total") for name in totals):
        held = read_on(demo_site, address, name)
        assert max(Counter(json.dumps(one) for one in held).values(), default=0) <= 1 or (
            name == "findings"  # made-up texts of one area may be alike
        )
        if len(held) < first[f"{name}_total"]:
            held = read_on(demo_site, first[f"{name}_url"])
        assert len(held) == first[f"{name}_total"], name
    assert len(read_on(demo_site, address)) == first["total"]


def test_findings_beside_gold_stars_do_not_come_again(demo_site: Client) -> None:
    address = "/api/v1/gold-stars?q=oppdiktet&limit=5"
    first = demo_site.json(address)
    assert first["findings_total"] > len(first["findings"]) == 5
    following = demo_site.json(first["next"].removeprefix(settings().site_url))
    assert following["findings"] == []
