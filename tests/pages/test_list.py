"""The list of municipalities against an independent reading of the seed files."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from statistics import mean
from typing import Any

import pytest

from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page
from tests.pages.facts import Fact, evaluations, latest, municipalities, written

PREFIXES = {"nb": "", "nn": "/nn", "sv": "/sv", "en": "/en"}
LAST = {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}
LAST_IN_SWEDISH = {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"}


def by_name(name: str, language: str = "nb") -> str:
    """The order of a language for the names there are among evaluated municipalities."""
    last = LAST_IN_SWEDISH if language == "sv" else LAST
    return "".join(last.get(letter, letter) for letter in name.lower())


def listed(page: Page) -> list[str]:
    """The slugs of the rows, in order."""
    rows = page.table("list-caption").element.findall("tbody/tr/th/a")
    return [(link.get("href") or "").partition("?")[0].rpartition("/")[2] for link in rows]


def counted(page: Page) -> int:
    found = re.match(r"\d+", page.by_id("count").text or "")
    assert found
    return int(found.group())


Fits = Callable[[Fact], bool]
FILTERS: list[tuple[str, Fits]] = [
    ("country=NO", lambda f: f.country == "NO"),
    ("country=SE", lambda f: f.country == "SE"),
    ("county=M%C3%B8re+og+Romsdal", lambda f: f.county == "Møre og Romsdal"),
    ("county=Sk%C3%A5ne+l%C3%A4n", lambda f: f.county == "Skåne län"),
    ("size_group=small", lambda f: f.size_group == "small"),
    ("size_group=medium", lambda f: f.size_group == "medium"),
    ("size_group=large", lambda f: f.size_group == "large"),
    ("family=1", lambda f: f.family == "1"),
    ("family=2", lambda f: f.family == "2"),
    ("family=2020", lambda f: f.family == "2020"),
    ("version=1.0", lambda f: f.version == "1.0"),
    ("version=2.0", lambda f: f.version == "2.0"),
    ("version=2.1", lambda f: f.version == "2.1"),
    ("version=2020", lambda f: f.version == "2020"),
    ("from=2018", lambda f: f.year >= 2018),
    ("to=2012", lambda f: f.year <= 2012),
    ("from=2013&to=2015", lambda f: 2013 <= f.year <= 2015),
    ("detail=questions", lambda f: f.detail == "questions"),
    ("detail=areas", lambda f: f.detail == "areas"),
    ("detail=some-areas", lambda f: f.detail == "some-areas"),
    ("detail=total", lambda f: f.detail == "total"),
    ("detail=known", lambda f: f.detail == "known"),
    ("area=3", lambda f: f.family == "2" and 3 in f.scores),
    ("q=ulstein", lambda f: f.slug == "ulstein"),
    ("q=1612", lambda f: f.slug == "hemne"),
    (
        "country=SE&family=2&detail=areas",
        lambda f: f.country == "SE" and f.family == "2" and f.detail == "areas",
    ),
    (
        "country=NO&size_group=small&from=2019",
        lambda f: f.country == "NO" and f.size_group == "small" and f.year >= 2019,
    ),
    ("country=SE&family=1&detail=questions", lambda f: False),
]


PAGE = 500
"""Rows of one page of the list."""
HEADS = {
    "year": ("Evaluert", "Evaluert", "Utvärderad", "Evaluated"),
    "version": ("Metode", "Metode", "Metod", "Method"),
    "total": ("Samlet (av 800)", "Samla (av 800)", "Totalpoäng (av 800)", "Total (out of 800)"),
}
"""The columns of every language, in the order of `PREFIXES`."""


def column(page: Page, name: str, language: str = "en") -> dict[str, str]:
    """The cells of a column, by slug."""
    table = page.table("list-caption")
    at = table.heads.index(HEADS[name][list(PREFIXES).index(language)])
    return {slug: row[at] for slug, row in zip(listed(page), table.rows, strict=True)}


def published(country: str) -> list[dict[str, Any]]:
    """The averages that others have published of all sizes, each with its areas by number; none
    that is told at second hand."""
    found = json.loads((SEED / "reference-averages.json").read_text(encoding="utf-8"))
    return [
        {"as_of": one["as_of"], "total": one["total"], **one["areas"]}
        for one in found
        if one["total"] is not None
        and one["basis"] != "opinion-piece"
        and (one["country"], one["family"], one["size_group"]) == (country, "2", None)
    ]


@pytest.mark.parametrize("language", PREFIXES)
def test_without_filters_every_evaluated_municipality_is_listed_by_name(
    site: Client, language: str
) -> None:
    page = site.get(f"{PREFIXES[language]}/kommuner")
    facts = latest(evaluations())
    assert counted(page) == len(facts)
    in_order = sorted(facts, key=lambda slug: (by_name(facts[slug].name, language), slug))
    assert listed(page) == in_order
    years, versions, totals = (column(page, name, language) for name in HEADS)
    for slug in listed(page):
        fact = facts[slug]
        assert str(fact.year) in years[slug]
        assert versions[slug] == fact.version
        assert (0 in fact.scores) == totals[slug][0].isdigit()
        if 0 in fact.scores:
            assert totals[slug] == written(fact.scores[0], language, 0)


@pytest.mark.parametrize("language", PREFIXES)
@in_turn("query, fits", FILTERS)
def test_each_filter_admits_what_the_seed_files_say(
    site: Client, language: str, query: str, fits: Fits
) -> None:
    wanted = latest(fact for fact in evaluations() if fits(fact))
    page = site.get(f"{PREFIXES[language]}/kommuner?{query}")
    assert counted(page) == len(wanted)
    if not wanted:
        assert page.find_all("table") == []
        assert f"{PREFIXES[language]}/kommuner" in page.links()
        return
    assert set(listed(page)) == set(wanted)
    years = column(page, "year", language)
    assert all(str(wanted[slug].year) in shown for slug, shown in years.items())


OPTION = re.compile(r"^(.*) \(([\d ]+)\)$")


@pytest.mark.parametrize("field", ["country", "size_group", "from", "to", "detail"])
def test_the_number_behind_a_choice_is_what_choosing_it_lists(site: Client, field: str) -> None:
    start = site.get("/en/kommuner?country=NO") if field != "country" else site.get("/en/kommuner")
    others = "" if field == "country" else "country=NO&"
    options = start.by_id(f"filter-{field}").findall("option")[1:]
    assert options
    for option in options:
        told = OPTION.match(option.text or "")
        if told is None:
            continue
        page = site.get(f"/en/kommuner?{others}{field}={option.get('value')}")
        assert counted(page) == int(told.group(2)), option.text


@pytest.mark.parametrize("country", ["NO", "SE"])
@pytest.mark.parametrize("measure", [0, 1, 8])
def test_sorting_by_points_keeps_to_one_family_and_puts_the_highest_first(
    site: Client, country: str, measure: int
) -> None:
    sort = str(measure or "total")
    page = site.get(f"/en/kommuner?country={country}&sort={sort}")
    family = [f for f in evaluations() if f.family == "2" and f.country == country]
    with_it, all_of_it = latest(family, measure), latest(family)
    assert set(listed(page)) == set(all_of_it)
    points = {slug: fact.scores[measure] for slug, fact in with_it.items()}
    expected = sorted(
        all_of_it,
        key=lambda s: (s not in points, -points.get(s, 0), by_name(all_of_it[s].name), s),
    )
    assert listed(page) == expected


def test_sorting_by_year_puts_the_newest_first(site: Client) -> None:
    facts = latest(evaluations())
    expected = sorted(facts, key=lambda s: (-facts[s].year, by_name(facts[s].name), s))
    assert listed(site.get("/kommuner?sort=year")) == expected


def test_sorting_by_county_keeps_counties_together(site: Client) -> None:
    facts = latest(evaluations())
    expected = sorted(facts, key=lambda s: (by_name(facts[s].county), by_name(facts[s].name), s))
    assert listed(site.get("/kommuner?sort=county")) == expected


@pytest.mark.parametrize("country", ["NO", "SE"])
def test_nobody_has_a_place_among_too_few(site: Client, country: str) -> None:
    page = site.get(f"/en/kommuner?country={country}&sort=total")
    assert page.table("list-caption").heads[0] == "Municipality"


def test_places_are_those_of_the_answers_where_enough_are_known(demo_site: Client) -> None:
    """The page is of the newest method that may be ranked, and leads to the same as data."""
    page = demo_site.get("/en/kommuner?country=SE&sort=total")
    address = "/api/v1/municipalities?family=2020&country=SE&sort=total"
    assert page.headers["link"].startswith(f"<{address}&")
    found = demo_site.json(f"{address}&limit=1000")["items"]
    places = {item["slug"]: item["place"] for item in found}
    assert page.table("list-caption").heads[0] == "Rank"
    for slug, cells in zip(listed(page), page.table("list-caption").rows, strict=True):
        place = places[slug]
        if place is None:
            assert not cells[0][0].isdigit()
        elif place["place_from"] == place["place_to"]:
            assert cells[0] == str(place["place"])
        else:
            assert cells[0] == f"{place['place_from']}–{place['place_to']}"


def test_no_places_across_countries(site: Client) -> None:
    page = site.get("/en/kommuner?sort=total")
    assert page.table("list-caption").heads[0] != "Rank"
    assert "We have figures for 6 of at least 58 evaluated" in page.words
    assert "Choose a country" not in page.words


def test_a_country_is_to_be_chosen_where_that_gives_places(demo_site: Client) -> None:
    page = demo_site.get("/en/kommuner?sort=total")
    assert page.table("list-caption").heads[0] != "Rank"
    assert "Choose a country" in page.words
    assert "/en/kommuner?sort=total&country=NO" in page.links()


@pytest.mark.parametrize("country", ["NO", "SE"])
def test_above_the_list_stands_what_others_have_published(site: Client, country: str) -> None:
    facts = [f for f in evaluations() if f.family == "2" and f.country == country]
    page = site.get(f"/en/kommuner?country={country}")
    for one in published(country):
        assert f"{one['total']} in {one['as_of']}" in page.words
    assert f"We have figures for {len(latest(facts, 0))} of " in page.words
    assert "points on average" not in page.words


@pytest.mark.parametrize("country", ["NO", "SE"])
def test_the_average_above_the_list_is_that_of_the_latest_totals(
    demo_site: Client, country: str
) -> None:
    """Of those members that the answer names, where enough are known."""
    query = f"country={country}"
    (one,) = demo_site.json(f"/api/v1/municipalities?{query}&lang=en")["averages"]
    totals = {
        e["id"]: e["total"] for e in demo_site.json("/api/v1/evaluations?limit=1000")["items"]
    }
    average = mean(Decimal(str(totals[id])) for id in one["members"])
    page = demo_site.get(f"/en/kommuner?{query}")
    assert f"{written(average, 'en', 0)} points on average" in page.words
    assert one["coverage"]["text"] in page.words


@pytest.mark.parametrize(
    "query, no, most", [("", 0, 800), ("sort=total", 0, 800), ("area=2", 2, 100)]
)
def test_the_list_can_be_quoted(site: Client, query: str, no: int, most: int) -> None:
    quotes = [text_of(e) for e in site.get(f"/en/kommuner?{query}").find_all("blockquote")]
    expected = []
    for country, adjective in (("NO", "Norwegian"), ("SE", "Swedish")):
        measure = str(no or "total")
        fitting = [one for one in published(country) if measure in one]
        newest = [one for one in fitting if one["as_of"] == max(o["as_of"] for o in fitting)]
        if newest:
            figures = {str(one[measure]) for one in newest}
            expected.append((adjective, f"out of {most} points in {newest[0]['as_of']}.", *figures))
    assert expected
    assert len(quotes) == len(expected)
    for quote, parts in zip(quotes, expected, strict=True):
        assert "not how good its services are" in quote
        assert [part for part in parts if part not in quote] == []


@pytest.mark.parametrize("query", ["size_group=small", "from=2015", "q=lom", "sort=1&area=2"])
def test_a_list_of_some_for_another_reason_is_not_quoted(site: Client, query: str) -> None:
    assert not site.get(f"/en/kommuner?{query}").find_all("blockquote")


@pytest.mark.parametrize(
    "query, said",
    [
        ("", False),
        ("country=NO", False),
        ("family=2", False),
        ("version=2.1", False),
        ("area=3", False),
        ("sort=1&area=2", True),
        ("detail=areas", True),
        ("size_group=small", True),
        ("to=2018", True),
        ("q=hemne", True),
        ("county=M%C3%B8re+og+Romsdal", True),
    ],
)
def test_an_average_says_that_the_filters_leave_some_out(
    site: Client, query: str, *, said: bool
) -> None:
    page = site.get(f"/en/kommuner?{query}")
    assert "average" in page.words
    assert ("Only those that match the filters are counted." in page.words) is said


def test_the_average_of_a_version_names_that_version_alone(demo_site: Client) -> None:
    page = demo_site.get("/en/kommuner?country=SE&version=2.0")
    assert "points on average" in page.words
    assert "(version 2.0, " in page.words
    assert "versions 2.0 and 2.1, " not in page.words


def test_few_get_no_average(site: Client) -> None:
    facts = [f for f in evaluations() if f.county == "Møre og Romsdal" and f.family == "2"]
    n = len(latest(facts, 0))
    assert 0 < n < 5
    page = site.get("/en/kommuner?county=M%C3%B8re+og+Romsdal")
    assert f"no average, since only {n} municipalities have a figure" in page.words


def test_the_rest_of_the_register_is_added_page_by_page(site: Client) -> None:
    """No row is lost and none comes twice."""
    evaluated = set(latest(evaluations()))
    current = {slug for slug, row in municipalities().items() if not row["valid_to"]}
    wanted = evaluated | current
    seen: list[str] = []
    address: str | None = "/en/kommuner?detail=none"
    while address:
        page = site.get(address)
        assert counted(page) == len(wanted)
        assert len(listed(page)) <= PAGE
        seen += listed(page)
        forward = [a for a in page.root.iter("a") if a.text == "Next"]
        address = forward[0].get("href") if forward else None
    assert len(seen) == len(wanted)
    assert set(seen) == wanted


def test_choices_that_are_about_evaluations_leave_the_others_out(site: Client) -> None:
    page = site.get("/en/kommuner?detail=none&size_group=large")
    facts = [f for f in evaluations() if f.size_group == "large"]
    assert set(listed(page)) == set(latest(facts))
    assert "They are left out" in page.words


def test_filters_stay_in_every_link_of_the_list(site: Client) -> None:
    page = site.get("/en/kommuner?detail=none&country=NO")
    heads = page.table("list-caption").element.findall("thead/tr/th/a")
    forward = [a for a in page.root.iter("a") if a.text == "Next"]
    assert heads
    for link in [*heads, *forward]:
        assert "country=NO" in (link.get("href") or "")
        assert "detail=none" in (link.get("href") or "")


def test_an_empty_field_of_a_form_is_not_a_filter(site: Client) -> None:
    address = "/kommuner?q=&country=&county=&size_group=&family=&from=&to=&detail=&sort="
    assert counted(site.get(address)) == len(latest(evaluations()))


def test_the_made_up_list_is_marked_and_on_one_page(demo_site: Client) -> None:
    page = demo_site.get("/en/kommuner")
    assert page.find_all("p", class_="notice--synthetic")
    assert 300 < len(listed(page)) == counted(page) <= PAGE
