"""`/api/v1/averages`: every set against a computation of the test's own, and against the page."""

import csv
import io
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from statistics import mean, median, quantiles
from typing import Any

import pandas as pd
import pytest
from pyjstat import pyjstat

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import Fact, evaluations, latest, written
from tests.pages.test_api_equality import data_of, page_of

LIST = "/api/v1/averages"
MEASURES = ("total", "1", "2", "3", "4", "5", "6", "7", "8")
NOT_A_READER = "ignore:Shouldn't use this function:DeprecationWarning"


def asked(site: Client, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site.json(f"{LIST}?few=true&{query}")["sets"]
    return found


def whole(points: float) -> int:
    """Rounded as people do."""
    return int(Decimal(str(points)) + Decimal("0.5"))


def number(measure: str) -> int:
    return 0 if measure == "total" else int(measure)


def published() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        (SEED / "reference-averages.json").read_text(encoding="utf-8")
    )
    return found


def check(one: dict[str, Any], facts: Iterable[Fact]) -> None:
    """A set against the seed files: members of each measure, and the mean of the few. Of no set of
    the real data enough is known for statistics."""
    admitted = list(facts)
    assert [m["measure"] for m in one["measures"]] == list(MEASURES)
    for answered in one["measures"]:
        at = number(answered["measure"])
        members = latest(admitted, at)
        figures = [float(fact.scores[at]) for fact in members.values()]
        assert {m["evaluation"]: (m["year"], m["score"]) for m in answered["members"]} == {
            fact.id: (fact.year, float(fact.scores[at])) for fact in members.values()
        }
        assert answered["n"] == len(figures)
        assert answered["statistics"] is None
        assert answered["representative"] is False
        assert answered["reason"]
        if len(figures) < 5:
            assert answered["unrepresentative"] == "too-few"
            assert answered["mean_of_few"] is None
        else:
            assert answered["unrepresentative"] in ("coverage-below-limit", "coverage-unknown")
            assert answered["mean_of_few"] == pytest.approx(mean(figures))


def test_statistics_are_those_of_the_members_where_enough_is_known(demo_site: Client) -> None:
    seen = 0
    for query in ("", "country=NO&size_group=small", "country=SE&family=2020", "as_of=2014"):
        for one in asked(demo_site, query):
            for answered in one["measures"]:
                figures = [m["score"] for m in answered["members"]]
                found = answered["statistics"]
                assert answered["n"] == len(figures)
                assert answered["mean_of_few"] is None
                if not answered["representative"]:
                    assert found is None
                    continue
                seen += 1
                assert answered["reason"] is None
                assert found["mean"] == pytest.approx(mean(figures))
                assert found["median"] == pytest.approx(median(figures))
                assert (found["minimum"], found["maximum"]) == (min(figures), max(figures))
                if len(figures) >= 8:
                    lower, _, upper = quantiles(figures, n=4, method="inclusive")
                    assert found["lower_quartile"] == pytest.approx(lower)
                    assert found["upper_quartile"] == pytest.approx(upper)
    assert seen > 40


def test_without_a_choice_each_country_stands_by_itself(site: Client) -> None:
    found = asked(site)
    assert [one["countries"] for one in found] == [["NO"], ["SE"]]
    for one in found:
        (country,) = one["countries"]
        check(one, (f for f in evaluations() if f.country == country and f.family == "2"))


@in_turn(
    "family, size, country",
    list(product(["1", "2", "2020"], ["", "small", "medium", "large"], ["NO", "SE", "both"])),
)
def test_any_set_is_that_of_the_seed_files(
    site: Client, family: str, size: str, country: str
) -> None:
    query = f"family={family}&country={country}" + (f"&size_group={size}" if size else "")
    (one,) = asked(site, query)
    check(
        one,
        (
            fact
            for fact in evaluations()
            if fact.family == family
            and country in ("both", fact.country)
            and size in ("", fact.size_group)
        ),
    )


@pytest.mark.parametrize(
    "query, first, last",
    [
        ("from=2014", 2014, 2100),
        ("to=2014", 1900, 2014),
        ("from=2013&to=2016", 2013, 2016),
        ("as_of=2013", 1900, 2013),
        ("from=2012&to=2018&as_of=2014", 2012, 2014),
        ("from=2015&to=2015", 2015, 2015),
    ],
)
def test_years_leave_out_what_lies_outside(site: Client, query: str, first: int, last: int) -> None:
    for one in asked(site, query):
        facts = [f for f in evaluations() if f.family == "2" and first <= f.year <= last]
        check(one, (f for f in facts if [f.country] == one["countries"]))


@pytest.mark.parametrize(
    "query", ["country=both", "country=NO&country=SE", "country=SE&country=NO"]
)
def test_countries_are_put_together_only_on_request(site: Client, query: str) -> None:
    (one,) = asked(site, f"{query}&lang=en")
    assert one["countries"] == ["NO", "SE"]
    check(one, (f for f in evaluations() if f.family == "2"))
    figured = [f for f in evaluations() if f.family == "2" and f.scores]
    for country, word in (("NO", "Norwegian"), ("SE", "Swedish")):
        n = len({f.slug for f in figured if f.country == country})
        assert f"{word}: {n}" in one["text"][0]
    total = one["measures"][0]["coverage"]
    assert (total["known"], total["share"], total["as_of"]) == (None, None, None)
    apart = [(part["country"], part["n"], part["known"]) for part in total["by_country"]]
    assert apart == [("NO", 6, 58), ("SE", 12, 140)], "what was counted apart is never added"


@pytest.mark.parametrize("without", ["hemne-2018", "hemne", "ulstein", "ulstein-2019"])
def test_one_can_leave_oneself_out(site: Client, without: str) -> None:
    (one,) = asked(site, f"without={without}&lang=en")
    assert one["countries"] == ["NO"]
    slug = without.partition("-")[0]
    own = (f for f in evaluations() if (f.country, f.family) == ("NO", "2") and f.slug != slug)
    check(one, own)
    assert one["text"][-1] == f"{slug.title()} is left out."


def test_without_an_evaluation_there_is_nobody_to_leave_out(site: Client) -> None:
    found = site.json(f"{LIST}?few=true&without=oslo")
    assert found["scope"]["without"] == {
        "municipality": "oslo",
        "name": "Oslo",
        "label": "Oslo",
        "evaluation": None,
    }
    check(found["sets"][0], (f for f in evaluations() if (f.country, f.family) == ("NO", "2")))


def test_the_family_follows_who_is_left_out(site: Client) -> None:
    newest = next(f for f in evaluations() if f.family == "2020")
    found = site.json(f"{LIST}?without={newest.id}")
    assert found["scope"]["family"] == "2020"
    assert found["sets"][0]["countries"] == [newest.country]


def test_norway_has_six_of_at_least_58_totals_and_too_few_areas(site: Client) -> None:
    (one,) = asked(site, "country=NO&lang=en")
    total, *areas = one["measures"]
    assert total["n"] == 6
    assert total["coverage"]["text"] == "6 of at least 58 evaluated"
    assert total["coverage"]["sources"][0]["id"] == "no-2-2019"
    assert total["reason"] == (
        "We have figures for 6 of at least 58 evaluated. That is too few for an average or a rank."
    )
    assert all(area["statistics"] is None for area in areas)
    assert areas[1]["reason"].startswith("Only 2 municipalities have points for it, and are named.")
    assert [m["name"] for m in areas[1]["members"]] == ["Hareid", "Hemne"]


@pytest.mark.parametrize("query, country", [("country=NO", "NO"), ("country=SE", "SE")])
@pytest.mark.parametrize("size", [None, "small"])
def test_published_averages_stand_beside_with_their_source(
    site: Client, query: str, country: str, size: str | None
) -> None:
    (one,) = asked(site, query + (f"&size_group={size}" if size else ""))
    expected = [
        p
        for p in published()
        if (p["country"], p["family"], p.get("size_group")) == (country, "2", size)
    ]
    assert sorted(r["id"] for r in one["references"]) == sorted(p["id"] for p in expected)
    for answered in one["references"]:
        seed = next(p for p in expected if p["id"] == answered["id"])
        figures = {**seed["areas"], **({"total": seed["total"]} if seed.get("total") else {})}
        assert answered["figures"] == {key: float(value) for key, value in figures.items()}
        assert answered["n"] == seed["n"]
        assert answered["source"]["title"] == seed["source"]["title"]
    for measure in one["measures"]:
        beside = {p["reference"]: p["value"] for p in measure["published"]}
        assert beside == {
            r["id"]: r["figures"][measure["measure"]]
            for r in one["references"]
            if measure["measure"] in r["figures"]
        }


def test_a_published_figure_carries_how_it_is_known_wherever_it_stands(site: Client) -> None:
    """359 has lost digits and its n = 55 is another report's; 475 is an opinion piece's."""
    by_id = {p["id"]: p for p in published()}
    seen = set()
    for country in ("NO", "SE"):
        for query in ("", "&size_group=small"):
            (one,) = asked(site, f"country={country}{query}")
            for figure in (p for measure in one["measures"] for p in measure["published"]):
                seed = by_id[figure["reference"]]
                source = seed.get("n_source")
                assert [figure[key] for key in ("n", "basis", "n_basis")] == [
                    seed[key] for key in ("n", "basis", "n_basis")
                ]
                assert (figure["n_source"] and figure["n_source"]["title"]) == (
                    source and source["title"]
                )
                seen.add(figure["reference"])
    assert {"no-2018", "se-2018-august"} < seen
    for ending in ("csv", "xlsx"):
        answer = site.http.get(f"{LIST}.{ending}?country=NO&lang=en")
        if ending == "csv":
            frame = pd.read_csv(io.StringIO(answer.text), keep_default_na=False)
        else:
            frame = pd.read_excel(io.BytesIO(answer.content), keep_default_na=False)
        (row,) = (r for r in frame.to_dict("records") if r["n"] == 55)
        assert float(row["mean"]) == 359
        assert (row["basis"], row["n_basis"]) == ("reconstructed", "other-source")
        assert "Herøy" in row["n_source"]
        assert row["n_source_url"].startswith("http")
        assert {r["basis"] for r in frame.to_dict("records") if r["kind"] == "computed"} == {""}


def test_what_was_published_later_is_left_out_as_of_a_year(site: Client) -> None:
    (one,) = asked(site, "country=SE&as_of=2014")
    assert {r["id"] for r in one["references"]} == {
        p["id"]
        for p in published()
        if (p["country"], p["family"], p.get("size_group")) == ("SE", "2", None)
        and p["as_of"] <= 2014
    }


@in_turn(
    "query, name",
    [
        ("country=DK", "country"),
        ("country=", "country"),
        ("country=no", "country"),
        ("family=3", "family"),
        ("family=", "family"),
        ("size_group=huge", "size_group"),
        ("from=2019&to=2018", "from"),
        ("from=2019&as_of=2018", "from"),
        ("as_of=x", "as_of"),
        ("as_of=1800", "as_of"),
        ("without=atlantis", "without"),
        ("without=hemne-2017", "without"),
        ("without=hemne&without=ulstein", "without"),
        ("county=Oslo", "county"),
        ("limit=1", "limit"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(site: Client, query: str, name: str) -> None:
    assert site.problem(f"{LIST}?{query}", 400)["parameter"] == name


@pytest.mark.parametrize("query", ["", "?country=both", "?country=SE&as_of=2013"])
@pytest.mark.filterwarnings(NOT_A_READER)
def test_files_have_every_statistic(demo_site: Client, query: str) -> None:
    site = demo_site
    sets = site.json(LIST + query)["sets"]
    text = site.http.get(f"{LIST}.csv{query}").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    computed = {(r["countries"], r["measure"]): r for r in rows if r["kind"] == "computed"}
    others = [r for r in rows if r["kind"] == "published"]
    assert len(computed) == len(sets) * 9
    assert len(others) == sum(len(r["figures"]) for one in sets for r in one["references"])
    frame = pd.read_excel(io.BytesIO(site.http.get(f"{LIST}.xlsx{query}").content))
    cube = pyjstat.Dataset.read(site.http.get(f"{LIST}.jsonstat{query}").text)
    read = cube.write("dataframe", naming="id")
    values = read.set_index(["countries", "area", "statistic"])["value"]
    for one in sets:
        countries = "+".join(one["countries"])
        for measure in one["measures"]:
            row = computed[countries, measure["measure"]]
            assert int(row["n"]) == measure["n"]
            assert row["coverage_known"] == str(measure["coverage"]["known"] or "")
            assert row["representative"] == str(measure["representative"]).lower()
            assert row["members"].split("; ") == [m["evaluation"] for m in measure["members"]]
            for name in ("mean", "median", "lower_quartile", "upper_quartile", "minimum"):
                expected = measure["statistics"] and measure["statistics"][name]
                assert (float(row[name]) if row[name] else None) == expected
                cell = values[countries, measure["measure"], name]
                assert (None if pd.isna(cell) else cell) == expected
            assert values[countries, measure["measure"], "n"] == measure["n"]
    means = sorted(float(row["mean"]) for row in rows if row["mean"])
    assert sorted(frame["mean"].dropna()) == pytest.approx(means, rel=1e-15)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_same_averages(demo_site: Client, language: str) -> None:
    site = demo_site
    page = page_of(site, "/utvikling", language)
    assert [one["countries"] for one in data_of(site, page)["sets"]] == [["NO"], ["SE"]]
    for country in ("no", "se"):
        family = ""
        for row in page.table(f"{country}-years").rows:
            if len(row) == 1:
                family = {"1.0": "1", "2.0": "2", "2020": "2020"}[
                    re.findall(r"\d+(?:\.\d)?", row[0])[0]
                ]
                continue
            year, _, of_year, until_then = row
            query = f"country={country.upper()}&family={family}&lang={language}"
            for cell, years in (
                (of_year, f"from={year}&to={year}"),
                (until_then, f"as_of={year}"),
            ):
                (one,) = asked(site, f"{query}&{years}")
                total = one["measures"][0]
                if total["statistics"]:
                    average = written(Decimal(whole(total["statistics"]["mean"])), language)
                    assert cell == f"{average} ({total['coverage']['text']})"
                elif years.startswith("from"):
                    for member in total["members"]:
                        assert f"{member['name']} {member['year']}" in cell
                elif total["members"]:
                    assert total["coverage"]["text"] in cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_same_published_averages(site: Client, language: str) -> None:
    page = page_of(site, "/utvikling", language)
    for country in ("NO", "SE"):
        shown = {row[0]: row for row in page.table(f"{country.lower()}-published").rows}
        answered = [
            reference
            for family, size in product(("1", "2", "2020"), ("", "small", "medium", "large"))
            for reference in asked(
                site,
                f"country={country}&family={family}&lang={language}"
                + (f"&size_group={size}" if size else ""),
            )[0]["references"]
        ]
        assert len(answered) == len(shown)
        for reference in answered:
            label = next(key for key in shown if key.startswith(reference["label"]["text"]))
            if "total" in reference["figures"]:
                total = Decimal(whole(reference["figures"]["total"]))
                assert shown[label][1] == written(total, language)
            assert reference["source"]["title"] in shown[label][3]
