"""The map and its list against an independent reading of the seed files."""

from collections.abc import Callable
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest

from app.config import settings
from app.database import engine_for
from tests.conftest import UseDatabase
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.pages.facts import Fact, evaluations, latest, municipalities, written
from tests.statements import count_queries, forgetting

NOT_FOUND = "not found in the sources we have read"
"""The kind of every total that the seed lacks, in the words of the glossary."""


def slug(link: Element) -> str:
    return (link.get("href") or "").partition("?")[0].rpartition("/")[2]


def listed(page: Page) -> dict[str, list[str]]:
    """The cells of each row, by slug."""
    tables = [page.table("list-caption")]
    if page.find_all("details", class_="map-rest"):
        tables.append(page.table("rest-caption"))
    return {
        slug(row[0]): [text_of(cell) for cell in cells]
        for table in tables
        for cells in table.element.findall("tbody/tr")
        for row in [cells.findall("th/a")]
    }


def drawn(page: Page) -> dict[str, tuple[str, str]]:
    """What each point says and its classes, by slug."""
    found = {}
    for link in page.find_all("a", tabindex="-1"):
        title, shape, _ = link
        found[slug(link)] = (text_of(title), shape.get("class") or "")
    return found


Fits = Callable[[Fact], bool]
FILTERS: list[tuple[str, Fits]] = [
    ("colour=detail", lambda f: True),
    ("colour=detail&country=NO", lambda f: f.country == "NO"),
    ("colour=detail&county=Sk%C3%A5ne+l%C3%A4n", lambda f: f.county == "Skåne län"),
    ("colour=detail&size_group=small", lambda f: f.size_group == "small"),
    ("colour=detail&family=2020", lambda f: f.family == "2020"),
    ("colour=detail&version=2.0", lambda f: f.version == "2.0"),
    ("colour=detail&from=2013&to=2015", lambda f: 2013 <= f.year <= 2015),
    ("colour=detail&detail=known", lambda f: f.detail == "known"),
    ("colour=detail&q=ulstein", lambda f: f.slug == "ulstein"),
    (
        "colour=detail&country=NO&family=2&to=2012",
        lambda f: f.country == "NO" and f.family == "2" and f.year < 2013,
    ),
]


@in_turn("query, fits", FILTERS)
def test_map_and_list_have_the_latest_evaluation_that_fits(
    site: Client, query: str, fits: Fits
) -> None:
    wanted = latest(fact for fact in evaluations() if fits(fact))
    page = site.get(f"/en/kart?{query}" if query else "/en/kart")
    rows, points = listed(page), drawn(page)
    assert set(rows) == set(points) == set(wanted)
    assert text_of(page.by_id("count")).startswith(f"{len(wanted)} ")
    for name, fact in wanted.items():
        assert str(fact.year) in rows[name][3]
        assert f" {fact.year}: " in points[name][0]


def test_marks_tell_how_much_is_known(site: Client) -> None:
    shades = {"questions": 5, "areas": 4, "some-areas": 3, "total": 2, "known": 0}
    points = drawn(site.get("/en/kart?colour=detail"))
    for name, fact in latest(evaluations()).items():
        assert points[name][1] == f"map-mark map-shade-{shades[fact.detail]}"


@pytest.mark.parametrize("family", [None, "1", "2", "2020"])
def test_totals_are_of_one_family_and_each_is_in_its_band(site: Client, family: str | None) -> None:
    """Totals are what the map shows unless something else is asked for."""
    page = site.get("/en/kart" + (f"?family={family}" if family else ""))
    facts = [fact for fact in evaluations() if fact.family == (family or "2")]
    wanted = {**latest(facts), **latest(facts, 0)}
    rows, points = listed(page), drawn(page)
    assert set(rows) == set(points) == set(wanted)
    for name, fact in wanted.items():
        total = fact.scores.get(0)
        shade = 0 if total is None else sum(total >= limit for limit in (0, 300, 400, 500, 600))
        assert points[name][1] == f"map-mark map-shade-{shade}"
        assert rows[name][2] == (NOT_FOUND if total is None else written(total, "en", 0))
    points_of = {name: fact.scores.get(0, Decimal(-1)) for name, fact in wanted.items()}
    in_order = [points_of[name] for name in rows]
    assert in_order == sorted(in_order, reverse=True)
    (tab,) = [a for a in page.find_all("a") if a.get("aria-current") and a.get("id")]
    assert tab.get("id") == f"family-{family or '2'}"


def test_the_list_is_short_until_it_is_unfolded(site: Client) -> None:
    page = site.get("/en/kart")
    first = page.table("list-caption").rows
    (rest,) = page.find_all("details", class_="map-rest")
    assert len(first) == 20
    assert text_of(rest[0]) == f"Show {len(listed(page)) - 20} more"
    assert not site.get("/en/kart?family=2020").find_all("details", class_="map-rest")


def test_the_headline_counts_what_the_list_has(site: Client) -> None:
    page = site.get("/en/kart")
    facts = [fact for fact in evaluations() if fact.family == "2"]
    totals = [fact.scores[0] for fact in latest(facts, 0).values()]
    high = sum(total >= 500 for total in totals)
    assert text_of(page.by_id("map-title")) == (
        f"{high} of {len(totals)} municipalities with a known total reached 500 points"
    )
    without = site.get("/en/kart?colour=detail")
    assert text_of(without.by_id("map-title")) == "Where we know of an evaluation"


def test_the_key_counts_what_is_on_the_map(site: Client) -> None:
    page = site.get("/en/kart?colour=total")
    (key,) = page.find_all("ul", class_="map-key")
    facts = [fact for fact in evaluations() if fact.family == "2"]
    totals = [fact.scores[0] for fact in latest(facts, 0).values()]
    unknown = len(latest(facts)) - len(totals)
    assert [text_of(entry) for entry in key] == [
        f"600 points or more ({sum(t >= 600 for t in totals)})",
        f"from 500 to under 600 points ({sum(500 <= t < 600 for t in totals)})",
        f"from 400 to under 500 points ({sum(400 <= t < 500 for t in totals)})",
        f"from 300 to under 400 points ({sum(300 <= t < Decimal(400) for t in totals)})",
        f"evaluated, but the total is not known ({unknown})",
    ]


def test_a_municipality_that_is_gone_stands_where_it_was(site: Client) -> None:
    page = site.get("/en/kart?q=hemne")
    assert municipalities()["hemne"]["valid_to"] == "2019-12-31"
    assert "until 31 December 2019" in listed(page)["hemne"][0]
    assert set(drawn(page)) == {"hemne"}


def test_the_page_says_what_it_is_not(site: Client) -> None:
    page = site.get("/en/kart")
    assert "governed and led, not how good its services are" in page.words
    assert "A place without a mark may have been evaluated" in page.words
    assert page.meta("robots") is None
    assert site.get("/en/kart?q=hemne").meta("robots") == "noindex"


def test_nothing_that_fits_is_a_page_with_a_way_back(site: Client) -> None:
    page = site.get("/en/kart?country=SE&family=1&detail=questions")
    assert page.find_all("table") == []
    assert "/en/kart" in page.links()


def test_a_frozen_map_leads_to_frozen_pages(site: Client) -> None:
    page = site.get("/en/kart?release=1")
    links = page.find_all("a", tabindex="-1")
    assert links
    assert all("release=1" in (link.get("href") or "") for link in links)


def test_the_choices_are_counted_and_kept(site: Client) -> None:
    page = site.get("/en/kart?country=SE&colour=detail")
    assert [o.get("value") for o in page.find_all("option", selected="")] == ["detail", "SE"]
    (sweden,) = [o for o in page.by_id("filter-country") if o.get("value") == "SE"]
    assert text_of(sweden) == f"Sweden ({len(listed(page))})"


@in_turn(
    "query, status",
    [
        ("colour=red", 400),
        ("country=DK", 400),
        ("county=Atlantis", 400),
        ("size_group=huge", 400),
        ("family=9", 400),
        ("version=9", 400),
        ("from=2020&to=2010", 400),
        ("detail=none", 400),
        ("q=a%00b", 400),
        ("from=2015&from=2016", 400),
        ("release=99", 404),
    ],
)
def test_bad_input_gets_a_clear_page(site: Client, query: str, status: int) -> None:
    assert site.get(f"/en/kart?{query}", status).status == status


@pytest.mark.parametrize("address, most", [("/kart", 10), ("/kart?colour=detail", 10)])
def test_it_takes_as_many_statements_for_much_as_for_little(
    use_database: UseDatabase, real_url: str, demo_url: str, address: str, most: int
) -> None:
    found = []
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            client.http.get("/healthz")
            with forgetting(), count_queries(engine_for(settings().database_url)) as count:
                assert client.http.get(address).status_code == 200
            found.append(int(count))
    assert found[0] == found[1] <= most


@pytest.mark.parametrize("address", ["/kart", "/en/kart?colour=detail&country=NO"])
def test_every_form_of_the_page_is_sound(demo_site: Client, address: str) -> None:
    """The client checks each page: HTML, headings, names, languages."""
    page = demo_site.get(address)
    assert len(drawn(page)) == len(listed(page)) > 50
