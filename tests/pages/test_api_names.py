"""Names and codes in the API: data fields hold official data, wherever a municipality is named."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client

NAMESAKES = "heroy-more-og-romsdal"
E = "e=heroy-more-og-romsdal-2018&e=heroy-more-og-romsdal-2020"
ANSWERS = [
    f"/api/v1/municipalities/{NAMESAKES}",
    f"/api/v1/municipalities/{NAMESAKES}/peers",
    f"/api/v1/municipalities/{NAMESAKES}/what-if",
    "/api/v1/municipalities/heroy-nordland/peers?scheme=own",
    "/api/v1/municipalities/lindesnes",
    "/api/v1/municipalities/heim",
    "/api/v1/municipalities/hareid",
    "/api/v1/municipalities?detail=none&former=true&limit=1000",
    "/api/v1/evaluations?limit=1000",
    f"/api/v1/evaluations/{NAMESAKES}-2018",
    f"/api/v1/compare?{E}",
    "/api/v1/points?limit=1000&level=total",
    "/api/v1/findings",
    "/api/v1/gold-stars",
    "/api/v1/averages?few=true",
    f"/api/v1/averages?without={NAMESAKES}",
    "/api/v1/methods/2.1/areas/3",
    "/api/v1/methods/2.1/questions/5.1",
]
FILES = [
    "/api/v1/municipalities.csv?detail=none&former=true",
    "/api/v1/evaluations.csv",
    "/api/v1/points.csv?level=total",
    "/api/v1/findings.csv",
    "/api/v1/gold-stars.csv",
    f"/api/v1/compare.csv?{E}",
    f"/api/v1/municipalities/{NAMESAKES}/peers.csv",
    "/api/v1/methods/2.1/areas/3.csv",
]


def register() -> dict[str, dict[str, str]]:
    with (SEED / "register" / "municipalities.csv").open(encoding="utf-8") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def code_in(slug: str, year: int) -> str:
    """The code that held on 1 January, read off the file of the register."""
    with (SEED / "register" / "codes.csv").open(encoding="utf-8") as file:
        held = [
            row["code"]
            for row in csv.DictReader(file)
            if row["slug"] == slug
            and (row["valid_from"] or "0000") <= f"{year}-01-01"
            and (row["valid_to"] or "9999") >= f"{year}-01-01"
        ]
    return held[0] if held else ""


def objects(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from objects(one)


def named(found: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object that names a municipality, with its slug."""
    for one in objects(found):
        if "name" not in one or not isinstance(one["name"], str):
            continue
        evaluation, municipality = one.get("evaluation"), one.get("municipality")
        if isinstance(one.get("slug"), str):
            yield one["slug"], one
        elif isinstance(municipality, str):
            yield municipality, one
        elif isinstance(evaluation, str):
            yield evaluation.rsplit("-", 1)[0], one


@in_turn("address", ANSWERS)
def test_names_are_official_and_labels_ours(site: Client, address: str) -> None:
    known, seen = register(), 0
    for slug, one in named(site.json(address)):
        official = known[slug]["name"]
        assert one["name"] == official, slug
        assert one["label"].startswith(official)
        if "qualifier" in one:
            qualified = official if one["qualifier"] is None else f"{official} ({one['qualifier']})"
            assert one["label"] == qualified
        seen += 1
    assert seen or "questions" in address


@in_turn("address", FILES)
def test_files_have_official_names_too(site: Client, address: str) -> None:
    text = site.http.get(address).text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    known = register()
    assert rows
    for row in rows:
        slug = row.get("municipality") or row["evaluation"].rsplit("-", 1)[0]
        assert row["name"] == known[slug]["name"]
        label = row["municipality_label"] if "municipality_label" in row else row["label"]
        assert label.startswith(row["name"])


def test_namesakes_have_labels_of_their_own(site: Client) -> None:
    items = site.json("/api/v1/municipalities?detail=none&former=true&limit=1000")["items"]
    labels = [(item["country"], item["label"]) for item in items]
    assert len(set(labels)) == len(labels)
    assert len({(item["country"], item["name"]) for item in items}) < len(items)


@in_turn(
    "address",
    [
        "/api/v1/evaluations.csv",
        "/api/v1/points.csv?level=total",
        "/api/v1/findings.csv",
        "/api/v1/gold-stars.csv",
        "/api/v1/municipalities.csv",
        "/api/v1/methods/2.1/areas/3.csv",
    ],
)
def test_the_code_of_the_year_stands_beside_the_newest(site: Client, address: str) -> None:
    text = site.http.get(address).text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    for row in rows:
        assert row["code_in_year"] == code_in(row["municipality"], int(row["year"])), row


@pytest.mark.parametrize(
    "id, code", [("karasjok-2019", "2021"), ("baerum-2012", "0219"), ("hemne-2011", "1612")]
)
def test_json_has_the_code_of_the_year(site: Client, id: str, code: str) -> None:
    assert site.json(f"/api/v1/evaluations/{id}")["code_in_year"] == code
    (listed,) = site.json(f"/api/v1/evaluations?e={id}")["items"]
    assert listed["code_in_year"] == code
    assert listed["municipality"]["code"] != code


@in_turn(
    "address",
    [
        "/api/v1/evaluations.jsonstat",
        "/api/v1/municipalities.jsonstat",
        "/api/v1/municipalities/hemne.jsonstat",
        "/api/v1/evaluations/hemne-2018.jsonstat",
        "/api/v1/compare.jsonstat?e=hemne-2018&e=hareid-2019",
        "/api/v1/methods/2.1/areas/3.jsonstat",
    ],
)
def test_cubes_can_be_joined_by_official_codes(site: Client, address: str) -> None:
    dimension = site.json(address)["dimension"]["municipality"]
    codes = dimension["extension"]
    assert set(codes["code"]) == set(dimension["category"]["index"])
    assert set(codes["country"]) == set(codes["code"])
    for slug, years in codes["code_in_year"].items():
        assert years
        for year, code in years.items():
            assert (code or "") == code_in(slug, int(year))


@pytest.mark.parametrize(
    "written, slug", [("NO-1444", "hornindal"), ("SE-1444", "grastorp"), ("no-5011", "hemne")]
)
@pytest.mark.parametrize("beginning", ["/api/v1/municipalities/", "/kommuner/"])
def test_a_code_with_its_country_is_a_key(
    site: Client, beginning: str, written: str, slug: str
) -> None:
    address = beginning + written
    for _ in range(2):
        answered = site.http.get(address)
        if not answered.is_redirect:
            break
        address = answered.headers["location"]
    assert address == beginning + slug


def test_a_code_with_its_country_leads_to_evaluations(site: Client) -> None:
    told = site.redirect("/api/v1/evaluations/se-1444-2014.csv")
    assert told == (307, "/api/v1/evaluations/grastorp-2014.csv")


def test_a_code_without_a_country_that_both_use_still_has_a_choice(site: Client) -> None:
    choices = site.problem("/api/v1/municipalities/1444", 300)["choices"]
    assert [choice["url"] for choice in choices] == [
        "/api/v1/municipalities/grastorp",
        "/api/v1/municipalities/hornindal",
    ]
    assert "SE-5011" in site.problem("/api/v1/municipalities/se-5011", 404)["detail"]


def test_the_county_of_namesakes_is_said_once(site: Client) -> None:
    page = site.get(f"/kommuner/{NAMESAKES}")
    assert page.heading == "Herøy"
    (place,) = page.find_all("p", class_="eyebrow")
    assert "Møre og Romsdal" in "".join(place.itertext())
    assert (page.shown.root.findtext("head/title") or "").startswith("Herøy (Møre og Romsdal)")
    for path in ("/kommuner?q=heroy", "/kart?q=heroy&colour=detail"):
        words = site.get(path).words
        for county in ("Møre og Romsdal", "Nordland"):
            assert f"Herøy ({county}) {county}" not in " ".join(words.split())
    rows = site.get("/kommuner?q=heroy").table("list-caption").rows
    assert [row[:2] for row in rows] == [["Herøy", "Møre og Romsdal"], ["Herøy", "Nordland"]]


def test_years_that_tell_namesakes_apart_stay(site: Client) -> None:
    assert site.get("/kommuner/lindesnes-til-2019").heading.startswith("Lindesnes (")
