"""The pages about the site: who answers for it, where the data come from, and what is true."""

import csv
import json
import re
from collections import Counter, defaultdict

import pytest

from app.config import ROOT, settings
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.pages.checks import text_of
from tests.pages.client import Client, opened
from tests.pages.facts import evaluations

PATHS = ("/om", "/om/data", "/om/tilgjengelighet", "/om/personvern")
DETAILS = {
    "questions": "points for every question",
    "areas": "points for all eight areas",
    "some-areas": "points for some areas",
    "total": "only the total",
    "known": "evaluated, but no figures found",
}


@pytest.mark.parametrize("path", PATHS)
def test_each_page_is_right_and_is_reached_from_every_page(site: Client, path: str) -> None:
    for prefix in ("", "/nn", "/sv", "/en"):
        assert site.get(prefix + path).meta("robots") is None
        footer = next(site.get(prefix or "/").root.iter("footer"))
        assert prefix + path in [link.get("href") for link in footer.iter("a")]
    assert site.get(f"{path}?release=1").meta("robots") == "noindex"
    assert site.redirect(f"{path}?country=NO") == (308, path)


def test_without_an_address_to_write_to_none_is_promised(site: Client) -> None:
    page = site.get("/en/om")
    assert settings().publisher_name in page.words
    assert "has not given an address" in page.words
    assert not any(link.startswith("mailto:") for link in page.links())


def test_errors_are_reported_to_the_address_of_the_settings(
    use_database: UseDatabase, real_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_EMAIL", "post@example.org")
    monkeypatch.setenv("PUBLISHER_NAME", "Example publisher")
    use_database(real_url)
    with opened() as client:
        page = client.get("/en/om")
        lost = client.get("/en/nothing", 404)
    assert "Published by Example publisher." in page.words
    assert any(link.startswith("mailto:post@example.org?subject=") for link in page.links())
    assert "has not given an address" not in page.words
    footer = next(lost.root.iter("footer"))
    assert any("post@example.org" in (a.get("href") or "") for a in footer.iter("a"))


def test_the_way_to_cite_is_an_address_that_never_changes(site: Client) -> None:
    (cite,) = site.get("/en/om").find_all("p", class_="cite")
    assert text_of(cite).endswith(f"{settings().site_url}/en/om?release=1")


def test_every_evaluation_has_its_source(site: Client) -> None:
    first = site.get("/en/om/data")
    pages = [first, *(site.get(f"/en/om/data?page={number}") for number in (2, 3))]
    rows = [row for page in pages for row in page.table("sources-table").rows]
    links = {link for page in pages for link in page.links()}
    assert len(rows) == len(evaluations())
    by_place = {(row[0].partition(" (")[0], row[1].split()[-1]): row for row in rows}
    for fact in evaluations():
        written = json.loads((SEED / "evaluations" / f"{fact.id}.json").read_text("utf-8"))
        row = by_place[(fact.name, str(fact.year))]
        assert row[2] == DETAILS[fact.detail]
        assert row[3] == re.sub(r"\s+", " ", written["source"]["title"])
        assert written["source"]["url"] is None or written["source"]["url"] in links
        assert f"/en/kommuner/{fact.slug}/{fact.year}" in links
    site.get("/en/om/data?page=4", 404)


def test_what_is_missing_is_counted(site: Client) -> None:
    rows = site.get("/en/om/data").table("details-table").rows
    counted = Counter(fact.detail for fact in evaluations())
    expected = [[words, str(counted[detail])] for detail, words in DETAILS.items()]
    assert rows == [*expected, ["All", str(len(evaluations()))]]


def test_published_averages_stand_with_their_sources(site: Client) -> None:
    page = site.get("/en/om/data")
    written = json.loads((SEED / "reference-averages.json").read_text("utf-8"))
    rows = {row[0]: row for row in page.table("references-table").rows}
    assert len(rows) == len(written)
    for one in written:
        row = rows[one["label"]["en"]]
        total = "only areas" if one["total"] is None else f"{one['total']:.1f}".removesuffix(".0")
        assert row[1] == str(one["as_of"])
        assert row[2] == {"mean": "average", "median": "median"}[one["statistic"]]
        assert row[3] == total
        assert row[4] == ("the source does not say" if one["n"] is None else str(one["n"]))
        assert row[5].startswith(one["source"]["title"])
        assert one["source"]["url"] is None or one["source"]["url"] in page.links()


def test_the_years_of_inhabitants_are_those_of_the_register(site: Client) -> None:
    years: dict[str, set[int]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    with (SEED / "register" / "populations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years[row["source"]].add(int(row["year"]))
            places[row["source"]].add(row["slug"])
    table = site.get("/en/om/data").table("population-table")
    rows = {cells[0]: cells for cells in table.rows}
    assert set(rows) == set(years)
    for source, cells in rows.items():
        first, last = min(years[source]), max(years[source])
        assert cells[2] == (str(first) if first == last else f"{first}–{last}")
        assert cells[3] == str(len(places[source]))


def test_the_made_up_site_has_a_page_about_its_data(
    use_database: UseDatabase, demo_url: str
) -> None:
    use_database(demo_url)
    with opened() as client:
        page = client.get("/en/om/data")
        assert len(page.table("sources-table").rows) == 50
        assert page.find_all("p", class_="notice--synthetic")


def test_the_licences_of_the_register_are_those_of_the_notice(site: Client) -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for row in site.get("/en/om/data").table("register-table").rows:
        for collection in row[2].split(", "):
            assert collection in notice, collection
        for licence in ("CC BY 4.0", "CC0 1.0", "NLOD 2.0", "LGPL-3.0"):
            assert licence not in row[3] or licence in notice


@pytest.mark.parametrize("address", ["/", "/en/kommuner?q=hemne", "/en/om/personvern", "/nothing"])
def test_no_cookie_is_ever_set(site: Client, address: str) -> None:
    assert "set-cookie" not in site.http.get(address).headers


def test_nothing_is_stored_and_no_log_of_readers_is_kept() -> None:
    """What the page about privacy says of the program, held against the program."""
    written = {
        file: file.read_text("utf-8")
        for folder, ending in (("app", "*.py"), ("app/static/src", "*.js"))
        for file in (ROOT / folder).rglob(ending)
    }
    assert len(written) > 50
    stores = re.compile(r"set_cookie|document\.cookie|localStorage|sessionStorage|indexedDB")
    asks_who = re.compile(
        r"request\.client\b|scope(\[|\.get\().client|x-forwarded-for", re.IGNORECASE
    )

    def having(pattern: re.Pattern[str]) -> set[str]:
        return {
            str(f.relative_to(ROOT / "app")) for f, text in written.items() if pattern.search(text)
        }

    asked_for = {"static/src/js/own.js", "static/src/js/remember.js"}
    signing_in = {"web/cookies.py"}
    assert having(stores) == asked_for | signing_in, "what a reader asks the device to remember"
    gives = {f for f in having(re.compile("give_cookie")) if f not in signing_in}
    assert all(file.startswith("features/editorial/signing_in/") for file in gives), "no other does"
    assert having(asks_who) == {
        "config.py",  # a setting
        "web/rate_limits.py",  # the counting
        "features/editorial/signing_in/pages.py",  # attempts that failed
        "features/editorial/tips/form_pages.py",  # how many tips came from one, by a keyed hash
        "features/reports/files.py",  # how many files are being made for one
    }
    assert '"access_log": False' in written[ROOT / "app" / "serving.py"]


def test_what_has_not_been_tested_is_said(site: Client) -> None:
    said = site.get("/en/om/tilgjengelighet").words
    assert "Nobody with a disability has tested the site" in said
    assert "must make its own accessibility statement at uustatus.no" in said


def test_the_parts_of_the_pages_are_all_there_and_marked_as_made_up(site: Client) -> None:
    page = site.get("/en/om/design")
    assert page.meta("robots") == "noindex"
    assert "No figure and no name here is real." in text_of(page.by_id("made-up"))
    assert len(page.find_all("figure")) == 9
    for name in ("notice--caution", "gold-star", "missing", "ds-chip", "ds-pagination", "facets"):
        assert any(
            name in (e.get("class") or "").split() for e in page.main.iter() if e.get("class")
        ), name
    explored = [address for f in page.find_all("figure") if (address := f.get("data-figure"))]
    assert len(explored) == 8, "a chart-table is read as it is"
    for address in explored:
        drawn = site.json(address)
        assert all(drawn[layout]["data"] for layout in ("narrow", "wide"))
    assert site.problem("/en/om/design/figur/cake", 404)


@pytest.mark.parametrize("query", ["page=1", "page=3", "country=SE&sort=total&q=x", "release=1"])
def test_the_examples_of_forms_and_lists_lead_somewhere(site: Client, query: str) -> None:
    page = site.get(f"/en/om/design?{query}")
    for link in {link for link in page.links() if link.startswith("/en/om/design")}:
        assert site.get(link).heading == page.heading


COMPONENTS = """
    breadcrumb chip data_table facets figure finding_columns local_text notice pagination score
    search_box share source_box
"""


def test_every_simple_component_is_among_the_parts() -> None:
    folder = ROOT / "app" / "templates" / "about"
    shown = "".join(f.read_text("utf-8") for f in folder.glob("*design*.html"))
    assert [c for c in COMPONENTS.split() if f'"components/{c}.html" import' not in shown] == []
