"""Counties on pages, against the files of the register."""

import csv
from collections import defaultdict
from functools import cache

import pytest

from app.domain.county import county_slug
from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.pages.client import Client
from tests.pages.facts import evaluations


@cache
def members() -> dict[str, dict[str, bool]]:
    """Who lies or lay in each county, and whether they exist today."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    with (SEED / "register/municipalities.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            found[row["county"]][row["slug"]] = not row["valid_to"]
    return found


@cache
def evaluated() -> set[str]:
    return {fact.slug for fact in evaluations()}


def of_today(county: str) -> set[str]:
    return {slug for slug, exists in members()[county].items() if exists}


@pytest.mark.parametrize("county", sorted(members()))
def test_every_county_says_how_many_are_evaluated_and_names_all(site: Client, county: str) -> None:
    page = site.get(f"/en/fylker/{county_slug(county)}")
    today, everybody = of_today(county), set(members()[county])
    n = len((today or everybody) & evaluated())
    if not n:
        assert "We know of no evaluation" in page.words
    elif len(today) == 1:
        assert f"The only municipality in {county} is evaluated" in page.words
    else:
        of = "of the" if not today else f"of the {len(today)} municipalities in {county}"
        assert f"{n} {of}" in page.words
    linked = {link.split("/")[3] for link in page.links() if link.startswith("/en/kommuner/")}
    assert linked == today | (everybody & evaluated()) | (set() if today else everybody)


def test_results_of_trondelag_are_by_method_and_never_mixed(site: Client) -> None:
    page = site.get("/en/fylker/trondelag")
    own = [f for f in evaluations() if f.slug in members()["Trøndelag"] and 0 in f.scores]
    by_family: dict[str, dict[str, int]] = defaultdict(dict)
    for fact in sorted(own, key=lambda f: f.year):
        by_family[fact.family][fact.slug] = fact.year
    for family, latest in by_family.items():
        table = page.table(f"results-no-{family}")
        scored = [row for row in table.rows if row[1].isdigit()]
        assert len(scored) == len(latest), family
        totals = [float(row[1]) for row in scored]
        assert totals == sorted(totals, reverse=True)


def test_a_predecessors_result_stays_its_own(site: Client) -> None:
    page = site.get("/en/fylker/trondelag")
    assert "Besides, 2 that no longer exist were evaluated" in page.words
    assert "until 31 December 2019" in page.words


def test_no_average_stands_for_a_county_whose_evaluated_nobody_counts(site: Client) -> None:
    for county in members():
        assert "The average is" not in site.get(f"/en/fylker/{county_slug(county)}").words


def test_where_everybody_is_known_a_county_has_an_average(demo_site: Client) -> None:
    addresses = [a for a in demo_site.get("/en/fylker").links() if a.startswith("/en/fylker/")]
    assert any("The average is" in demo_site.get(address).words for address in addresses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_counties_stand_on_one_page_in_every_language(site: Client, language: str) -> None:
    prefix = "" if language == "nb" else f"/{language}"
    links = site.get(f"{prefix}/fylker").links()
    assert {f"{prefix}/fylker/{county_slug(name)}" for name in members()} <= set(links)


@pytest.mark.parametrize(
    "written,slug",
    [("skane", "skane-lan"), ("tr%C3%B8ndelag", "trondelag"), ("romsa", "troms")],
)
def test_other_names_lead_to_the_address(site: Client, written: str, slug: str) -> None:
    moved = site.http.get(f"/sv/fylker/{written}?release=1", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, f"/sv/fylker/{slug}?release=1")


@pytest.mark.parametrize("address", ["/fylker/viken", "/embed/fylker/viken/share.png"])
def test_a_county_that_is_none(site: Client, address: str) -> None:
    site.get(address, 404)


def test_its_data_are_those_of_the_lists(site: Client) -> None:
    page = site.get("/en/fylker/more-og-romsdal")
    (address,) = {a for a in page.links() if a.startswith("/api/v1/evaluations?")}
    found = {item["municipality"]["slug"] for item in site.json(address)["items"]}
    assert found == set(members()["Møre og Romsdal"]) & evaluated()


def test_names_of_counties_lead_to_them(site: Client) -> None:
    for address in (
        "/kommuner/hemne",
        "/omrader/2.1/2",
        "/kart",
        "/sammenlign?e=hemne-2018&e=hareid-2019",
        "/gullstjerner",
    ):
        assert "/fylker/trondelag" in site.get(address).links(), address
