"""The page about development against an independent reading of the seed files."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from app.config import settings
from app.database import engine_for
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.pages.facts import Fact, evaluations, latest
from tests.statements import count_queries, forgetting

COUNTRIES = {"no": "NO", "se": "SE"}


def whole(points: Any) -> int:
    """Rounded as people do."""
    return int(Decimal(str(points)) + Decimal("0.5"))


def of(country: str, family: str) -> list[Fact]:
    return [f for f in evaluations() if f.country == COUNTRIES[country] and f.family == family]


def years(page: Page, country: str) -> list[tuple[str, list[str]]]:
    """The rows of the years, each with the family that it stands under."""
    found, family = [], ""
    for row in page.table(f"{country}-years").rows:
        if len(row) == 1:
            numbers = re.findall(r"\d+(?:\.\d)?", row[0])
            family = {"1.0": "1", "2.0": "2", "2020": "2020"}[numbers[0]]
        else:
            found.append((family, row))
    return found


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_year_has_its_evaluations_by_name_and_no_average_of_too_few(
    site: Client, country: str
) -> None:
    shown = years(site.get("/en/utvikling"), country)
    expected = [
        (family, year)
        for family in ("1", "2", "2020")
        for year in sorted({f.year for f in of(country, family)})
    ]
    assert [(family, int(row[0])) for family, row in shown] == expected
    for family, (year, count, of_year, until_then) in shown:
        facts = of(country, family)
        now = [f for f in facts if f.year == int(year)]
        assert int(count) == len(now)
        before = latest([f for f in facts if f.year <= int(year)], 0).values()
        members = latest(now, 0).values()
        for member in members:
            assert f"{member.name} {member.year} (" in of_year
        assert members or of_year == "no total known"
        if before:
            assert until_then.startswith(f"no average: {len(before)}")
        else:
            assert until_then == "no total known"


def test_all_evaluations_are_counted_once(site: Client) -> None:
    page = site.get("/en/utvikling")
    counted = sum(int(row[1]) for country in COUNTRIES for _, row in years(page, country))
    assert counted == len(evaluations()) == 102


def test_the_first_sentence_is_what_others_have_published(site: Client) -> None:
    page = site.get("/en/utvikling")
    leads = [text_of(p) for p in page.find_all("p", class_="lead")]
    for country, lead in zip(COUNTRIES, leads, strict=True):
        fitting = [
            one
            for one in published()
            if (one["country"], one["family"], one.get("size_group"))
            == (COUNTRIES[country], "2", None)
            and one.get("total") is not None
            and one["basis"] != "opinion-piece"
        ]
        assert fitting
        assert "475" not in lead
        for one in fitting:
            assert f"{one['total']} in {one['as_of']}" in lead
            if one["n"] is not None:
                assert f"n = {one['n']}" in lead
        assert f"We have figures for {len(latest(of(country, '2'), 0))} of " in lead
    assert "lie above the published averages" in page.words


def test_the_first_sentence_is_that_of_the_averages_where_enough_are_known(
    demo_site: Client,
) -> None:
    page = demo_site.get("/en/utvikling")
    for country, p in zip(COUNTRIES, page.find_all("p", class_="lead"), strict=True):
        lead = text_of(p)
        cells = [row[3] for family, row in years(page, country) if family == "2"]
        for cell in (cells[0], cells[-1]):
            average, _, coverage = cell.partition(" ")
            assert average in lead
            assert coverage in lead
    assert "does not mean that anybody has become better or worse" in page.words


def published() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SEED / "reference-averages.json").read_text())
    return found


@pytest.mark.parametrize("country", COUNTRIES)
def test_published_averages_stand_with_their_source(site: Client, country: str) -> None:
    wanted = [one for one in published() if one["country"] == COUNTRIES[country]]
    rows = {row[0]: row for row in site.get("/en/utvikling").table(f"{country}-published").rows}
    assert len(rows) == len(wanted)
    for one in wanted:
        row = next(row for label, row in rows.items() if label.startswith(one["label"]["en"]))
        assert row[1] == (str(one["total"]) if one.get("total") is not None else "only areas")
        assert row[2] == (str(one["n"]) if one["n"] is not None else "the source does not say")
        assert one["source"]["title"] in row[3]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("family", ["1", "2", "2020"])
def test_nobody_holds_a_record_among_too_few(site: Client, country: str, family: str) -> None:
    (row,) = site.get("/en/utvikling").table(f"{country}-records-{family}").rows
    assert row[0] == "Total"
    assert row[1] == "too few"
    assert row[2].startswith("no record, since")
    assert row[3] == str(len(latest(of(country, family), 0)))


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("family", ["1", "2", "2020"])
def test_records_are_those_of_the_answers_where_enough_are_known(
    demo_site: Client, country: str, family: str
) -> None:
    table = demo_site.get("/en/utvikling").table(f"{country}-records-{family}").rows
    shown = {row[0]: row for row in table}["Total"]
    totals = {
        (e["municipality"]["name"], e["year"]): e["total"]
        for e in demo_site.json("/api/v1/evaluations?limit=1000")["items"]
        if e["municipality"]["country"] == COUNTRIES[country] and e["family"] == family
    }
    highest = max(total for total in totals.values() if total is not None)
    assert shown[1] == str(whole(highest))
    for (name, year), total in totals.items():
        assert total != highest or f"{name} {year}" in shown[2]


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_figure_has_the_averages_of_the_table(demo_site: Client, name: str) -> None:
    plotted = demo_site.json(f"/en/utvikling/figur/{name}")["wide"]
    shown = [row[3] for _, row in years(demo_site.get("/en/utvikling"), name)]
    drawn = [y for y in plotted["data"][-1]["y"] if y is not None]
    assert [str(whole(y)) for y in drawn] == [
        cell.partition(" ")[0] for cell in shown if cell[0].isdigit()
    ]


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_figure_draws_single_results_where_no_average_stands(site: Client, name: str) -> None:
    plotted = site.json(f"/en/utvikling/figur/{name}")["wide"]
    bars, others, single = plotted["data"]
    facts = [f for f in evaluations() if f.country == COUNTRIES[name] and 0 in f.scores]
    # Marks of one year that would hide each other stand a little beside it.
    drawn = [(round(x), y) for x, y in zip(single["x"], single["y"], strict=True)]
    assert sorted(drawn) == sorted((f.year, float(f.scores[0])) for f in facts)
    assert sorted(others["y"]) == sorted(
        one["total"]
        for one in published()
        if one["country"] == COUNTRIES[name]
        and one.get("total") is not None
        and one.get("size_group") is None
    )
    counted = dict.fromkeys(bars["x"], 0)
    for fact in evaluations():
        if fact.country == COUNTRIES[name]:
            counted[fact.year] += 1
    assert bars["y"] == list(counted.values())


def test_a_published_average_lies_on_the_side_of_its_own_family(site: Client) -> None:
    """Sweden's median of version 1.0 is as of a year without evaluations here."""
    plotted = site.json("/en/utvikling/figur/se")["wide"]
    old = [one for one in published() if one["country"] == "SE" and one["family"] == "1"]
    assert old
    left, right = plotted["layout"]["xaxis"]["range"]
    x0, x1 = plotted["layout"]["xaxis"]["domain"]
    dashed = [s["x0"] for s in plotted["layout"]["shapes"] if s["line"].get("dash") == "4px,4px"]
    first_break = left + (min(dashed) - x0) / (x1 - x0) * (right - left)
    assert all(one["as_of"] < first_break for one in old)
    assert first_break < min(f.year for f in of("se", "2"))


@in_turn(
    "address, status",
    [
        ("/en/utvikling?release=0", 400),
        ("/en/utvikling?release=99", 404),
        ("/en/utvikling/figur/dk", 404),
    ],
)
def test_bad_input_gets_a_clear_page(site: Client, address: str, status: int) -> None:
    assert site.get(address, status).status == status


def test_it_takes_as_many_statements_for_much_as_for_little(
    use_database: UseDatabase, real_url: str, demo_url: str
) -> None:
    found = []
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            client.http.get("/healthz")
            with forgetting(), count_queries(engine_for(settings().database_url)) as count:
                assert client.http.get("/utvikling").status_code == 200
            found.append(int(count))
    assert found[0] == found[1] <= 10


@pytest.mark.parametrize("address", ["/utvikling", "/en/utvikling?release=1"])
def test_every_form_of_the_page_is_sound(site: Client, demo_site: Client, address: str) -> None:
    """The client checks each page: HTML, headings, names, languages."""
    countries_and_sizes = 4
    assert len(site.get(address).find_all("figure")) == countries_and_sizes
    assert len(demo_site.get(address).find_all("figure")) == countries_and_sizes
