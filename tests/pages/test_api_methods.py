"""`/api/v1/methods`, its areas and its questions: against the seed files and against the pages."""

import csv
import io
import json
from decimal import Decimal
from statistics import mean, median, quantiles
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyjstat import pyjstat

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import FAMILIES, decimals_of, evaluations, latest
from tests.pages.test_api_equality import data_of, page_of, said, shown

LIST = "/api/v1/methods"
VERSIONS = ("1.0", "2.0", "2.1", "2020")
NOT_A_READER = "ignore:Shouldn't use this function:DeprecationWarning"

each_language = pytest.mark.parametrize("language", LANGUAGES)


def method(version: str) -> Any:
    return json.loads((SEED / "methods" / f"{version}.json").read_text(encoding="utf-8"))


def instrument() -> Any:
    return json.loads((SEED / "methods" / "instrument.json").read_text(encoding="utf-8"))


def hemne() -> dict[str, Any]:
    """Every question of Hemne's report, by its code."""
    report = json.loads((SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8"))
    return {q["code"]: q for area in report["areas"] for q in area["questions"]}


def test_the_versions_are_those_of_the_seed(site: Client) -> None:
    found = site.json(LIST)
    assert [item["version"] for item in found["items"]] == list(VERSIONS)
    for item in found["items"]:
        seed = method(item["version"])
        assert (item["year_from"], item["year_to"]) == (seed["year_from"], seed["year_to"])
        assert item["family"] == seed["family"] == FAMILIES[item["version"]]
        assert item["indicators"] == seed.get("indicator_count")
        assert (item["areas"], item["max"]) == (8, 800.0)
        assert item["questions"] == sum(len(a.get("questions", ())) for a in seed["areas"])
        assert item["summary"]["text"] == seed["summary"]["nb"]
        used = [fact for fact in evaluations() if fact.version == item["version"]]
        assert item["evaluations"] == len(used)
    together = next(item for item in found["items"] if item["version"] == "2.1")
    assert together["family_versions"] == ["2.0", "2.1"]


def test_what_may_be_compared_is_what_the_method_data_say(site: Client) -> None:
    matrices = {m["level"]: m["pairs"] for m in site.json(f"{LIST}?lang=en")["comparability"]}
    assert set(matrices) == {"total", "area", "question"}
    verdicts = {
        (level, *sorted(pair["versions"])): pair["comparability"]["verdict"]
        for level, pairs in matrices.items()
        for pair in pairs
    }
    assert len(verdicts) == 3 * 10
    assert verdicts["total", "2.0", "2.1"] == "caution"
    assert verdicts["total", "1.0", "2.1"] == verdicts["area", "2.1", "2020"] == "no"
    assert verdicts["question", "2.1", "2.1"] == "yes"
    for pairs in matrices.values():
        for pair in pairs:
            plain = pair["comparability"]["verdict"] == "yes"
            assert plain == (pair["comparability"]["reason"] is None)


def test_groups_criteria_and_choices_are_told(site: Client) -> None:
    found = site.json(f"{LIST}?lang=en")
    groups = [(g["code"], g["minimum"], g["maximum"]) for g in found["size_groups"]]
    assert groups == [("small", 0, 4999), ("medium", 5000, 9999), ("large", 10000, None)]
    sized = [fact.size_group for fact in evaluations()]
    for group in found["size_groups"]:
        assert group["evaluations"] == sized.count(group["code"])
    assert found["evaluations_without_size"] == sized.count(None)
    assert len(found["criteria"]) == len(instrument()["criteria"]) == 4
    assert any("3 points" in choice["rule"] for choice in found["editorial_choices"])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_has_its_areas_and_questions(site: Client, version: str) -> None:
    found = site.json(f"{LIST}/{version}")
    seed = method(version)["areas"]
    assert [a["no"] for a in found["area_definitions"]] == list(range(1, 9))
    for answered, area in zip(found["area_definitions"], seed, strict=True):
        assert answered["name"]["text"] == area["name"]["texts"]["nb"]
        assert {n["lang"]: n["text"] for n in answered["names"]} == area["name"]["texts"]
        assert answered["max"] == area["max"]
        questions = area.get("questions", [])
        assert [(q["code"], q["max"], q["label"]["text"]) for q in answered["questions"]] == [
            (q["code"], q["max"], q["label"]["texts"]["nb"]) for q in questions
        ]
        assert answered["questions_max"] == (sum(q["max"] for q in questions) or area["max"])
    assert [b["version"] for b in found["comparability"]] == [
        version,
        *(other for other in VERSIONS if other != version),
    ]
    rows = list(csv.DictReader(io.StringIO(site.http.get(f"{LIST}/{version}.csv").text)))
    parts = [a["no"] for a in seed] + [q["code"] for a in seed for q in a.get("questions", ())]
    assert sorted(row["code"] for row in rows) == sorted(str(part) for part in parts)


@in_turn("version", VERSIONS)
@in_turn("no", range(1, 9))
def test_an_area_has_the_latest_of_each_municipality(site: Client, version: str, no: int) -> None:
    """And neither average nor quartile: of each country under half of those evaluated are known."""
    family = [f for f in evaluations() if f.family == FAMILIES[version]]
    known = latest(family, no)
    found = site.json(f"{LIST}/{version}/areas/{no}")
    assert {
        r["municipality"]["slug"]: (r["id"], r["year"], r["score"]) for r in found["results"]
    } == {slug: (fact.id, fact.year, float(fact.scores[no])) for slug, fact in known.items()}
    scores = [result["score"] for result in found["results"]]
    assert scores == sorted(scores, reverse=True)
    assert found["known"] == found["n"] == len(known)
    for spread in found["spreads"]:
        own = {f.id for f in known.values() if f.country == spread["country"]}
        assert set(spread["members"]) == own
        assert (spread["representative"], spread["statistics"]) == (False, None)
        assert spread["unrepresentative"] == ("too-few" if len(own) < 5 else "coverage-below-limit")


@in_turn("no", range(1, 9))
def test_an_area_has_the_statistics_of_a_country_that_is_well_known(
    demo_site: Client, no: int
) -> None:
    found = demo_site.json(f"{LIST}/2.1/areas/{no}")
    assert len(found["spreads"]) == 2
    for spread in found["spreads"]:
        own = {
            r["id"]: r["score"]
            for r in found["results"]
            if r["municipality"]["country"] == spread["country"]
        }
        assert set(spread["members"]) == set(own)
        assert len(own) >= 5
        _statistics(spread["statistics"], list(own.values()))


def _statistics(answered: Any, figures: list[float]) -> None:
    """Against a computation by the standard library."""
    if len(figures) < 5:
        assert answered is None
        return
    assert answered["n"] == len(figures)
    assert answered["mean"] == pytest.approx(mean(figures))
    assert answered["median"] == pytest.approx(median(figures))
    assert (answered["minimum"], answered["maximum"]) == (min(figures), max(figures))
    quartiles = (answered["lower_quartile"], answered["upper_quartile"])
    if len(figures) < 8:
        assert quartiles == (None, None)
    else:
        lower, _, upper = quantiles(figures, n=4, method="inclusive")
        assert quartiles == (pytest.approx(lower), pytest.approx(upper))


@pytest.mark.parametrize("query", ["", "?country=SE", "?size_group=small", "?country=NO&sort=name"])
def test_statistics_are_those_of_the_members_listed(demo_site: Client, query: str) -> None:
    for address in (f"{LIST}/2.1/areas/3{query}", f"{LIST}/2.1/questions/3.1{query}"):
        found = demo_site.json(address)
        scores = {result["id"]: result["score"] for result in found["results"]}
        assert len(scores) == found["n"] > 10
        assert sorted(scores) == sorted(m for s in found["spreads"] for m in s["members"])
        for spread in found["spreads"]:
            _statistics(spread["statistics"], [scores[member] for member in spread["members"]])
        placed = [result for result in found["results"] if result["place"]]
        assert bool(placed) == (len(found["spreads"]) == 1)
        for result in placed:
            better = sum(score > result["score"] for score in scores.values())
            assert result["place"]["place"] == better + 1


def test_every_question_has_hemnes_points(site: Client) -> None:
    for area in method("2.1")["areas"]:
        for question in area["questions"]:
            code = question["code"]
            found = site.json(f"{LIST}/2.1/questions/{code}")
            seed = hemne()[code]
            (result,) = found["results"]
            assert (result["id"], result["score"]) == ("hemne-2018", seed["score"])
            assert result["reconstructed"] == bool(seed.get("reconstructed"))
            assert (found["max"], found["area"]["no"]) == (question["max"], area["no"])
            (spread,) = found["spreads"]
            assert (spread["n"], spread["statistics"]) == (1, None)
            assert "Hemne 2018" in spread["text"]


def test_gold_stars_stand_with_their_points(site: Client) -> None:
    for address in (f"{LIST}/2.1/areas/5", f"{LIST}/2.1/questions/5.1"):
        (star,) = site.json(address)["gold_stars"]
        assert (star["id"], star["area"], star["question"]) == ("hemne-2018/1", 5, "5.1")
        assert (star["figure"]["score"], star["figure"]["max"]) == (10.5, 15.0)
    assert site.json(f"{LIST}/2.1/questions/5.2")["gold_stars"] == []


@pytest.mark.parametrize("address", [f"{LIST}/2.1/areas/5", f"{LIST}/2.1/questions/3.1"])
@pytest.mark.filterwarnings(NOT_A_READER)
def test_files_have_every_member_with_year_and_points(demo_site: Client, address: str) -> None:
    found = demo_site.json(address)
    expected = {r["id"]: (r["year"], r["score"]) for r in found["results"]}
    frame = pd.read_csv(
        io.StringIO(demo_site.http.get(f"{address}.csv").text), dtype={"method_version": str}
    )
    body = demo_site.http.get(f"{address}.xlsx").content
    sheet = pd.read_excel(io.BytesIO(body))
    for one in (frame, sheet):
        read = zip(one["evaluation"], one["year"], one["score"], strict=True)
        assert {id: (year, score) for id, year, score in read} == expected
    readme = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(body))["readme"].rows]
    assert all(spread["text"] in readme for spread in found["spreads"])
    cube = pyjstat.Dataset.read(demo_site.http.get(f"{address}.jsonstat").text)
    read_back = cube.write("dataframe").dropna(subset=["value"])
    assert sorted(read_back["value"]) == sorted(score for _, score in expected.values())
    assert len(read_back) == len(expected)


@pytest.mark.parametrize("address", [f"{LIST}/1.0/areas/3", f"{LIST}/2020/areas/1?country=NO"])
def test_without_results_there_is_no_cube(site: Client, address: str) -> None:
    found = site.json(address)
    assert (found["results"], found["spreads"]) == ([], [])
    path, mark, query = address.partition("?")
    assert site.http.get(f"{path}.csv{mark}{query}").text.count("\n") == 1
    assert ".xlsx" in site.problem(f"{path}.jsonstat{mark}{query}", 404)["detail"]


@in_turn(
    "address, status",
    [
        ("/9", 404),
        ("/9.csv", 404),
        ("/2.1/areas/9", 404),
        ("/2.1/areas/05", 404),
        ("/2.1/areas/x", 404),
        ("/2.1/questions/2.5", 404),
        ("/2.0/questions/5.1", 404),
        ("/2.1/areas/5?country=DK", 400),
        ("/2.1/areas/5?county=Atlantis", 400),
        ("/2.1/areas/5?size_group=huge", 400),
        ("/2.1/areas/5?sort=total", 400),
        ("/2.1/areas/5?page=1", 400),
        ("/2.1/areas/5?limit=1", 400),
        ("/2.1?country=NO", 400),
        ("?country=NO", 400),
    ],
)
def test_what_is_not_there_is_refused(site: Client, address: str, status: int) -> None:
    told = site.problem(f"{LIST}{address}", status)
    if status == 400:
        assert told["parameter"] in address


@each_language
@in_turn("version", VERSIONS)
def test_the_page_of_an_area_has_the_same_figures(
    site: Client, version: str, language: str
) -> None:
    for no in range(1, 9):
        page = page_of(site, f"/omrader/{version}/{no}", language)
        data = data_of(site, page)
        assert page.heading == data["name"]["text"]
        _same(page, data, language)


@each_language
def test_the_page_of_a_question_has_the_same_figures(site: Client, language: str) -> None:
    for code in ("1.1", "2.6", "5.1", "8.5"):
        page = page_of(site, f"/sporsmal/2.1/{code}", language)
        data = data_of(site, page)
        assert page.heading == data["label"]["text"]
        _same(page, data, language)


@each_language
@in_turn("address", ["/omrader/2.1/3", "/sporsmal/2.1/3.1"])
@in_turn("query", ["?country=NO", "?country=SE&sort=year"])
def test_places_and_order_are_the_same(
    demo_site: Client, address: str, query: str, language: str
) -> None:
    page = page_of(demo_site, address + query, language)
    _same(page, data_of(demo_site, page), language)


def _same(page: Any, data: Any, language: str) -> None:
    assert said(data["count"]) in page.words
    for spread in data["spreads"]:
        assert said(spread["text"]) in page.words
        assert all(said(sentence) in page.words for sentence in spread["best"])
    for sentence in data.get("caution", ()):
        assert said(sentence) in page.words
    for star in data["gold_stars"][:6]:  # of more, the page leads to the rest
        assert star["practice"]["text"] in page.words
    if not data["results"]:
        assert not page.find_all("caption", id="results-table")
        return
    rows = page.table("results-table").rows
    assert len(rows) == min(50, data["n"])
    decimals = decimals_of(result["score"] for result in data["results"])
    for row, result in zip(rows, data["results"], strict=False):
        if result["place"]:
            best, last = result["place"]["place_from"], result["place"]["place_to"]
            assert row.pop(0) == (str(best) if best == last else f"{best}–{last}")
        # A span of years in a name is said in words.
        assert row[0].split(" (")[0] == result["municipality"]["name"].split(" (")[0]
        assert row[1] == shown(result["score"], language, None, decimals)
        assert row[2].endswith(str(result["year"]))
        assert row[3] == result["method_version"]


@each_language
def test_the_pages_of_the_method_say_the_same(site: Client, language: str) -> None:
    page = page_of(site, "/metode", language)
    data = data_of(site, page)
    rows = page.table("versions-table").rows
    assert [row[0] for row in rows] == [item["version"] for item in data["items"]]
    for row, item in zip(rows, data["items"], strict=True):
        assert row[2] == " + ".join(item["family_versions"])
        assert row[5] == str(item["evaluations"])
        assert said(item["summary"]["text"]) in page.words
    for choice in data["editorial_choices"]:
        assert said(choice["rule"]) in page.words
    for version in VERSIONS:
        page = page_of(site, f"/metode/{version}", language)
        data = data_of(site, page)
        assert said(data["summary"]["text"]) in page.words
        for area in data["area_definitions"]:
            assert area["name"]["text"] in page.words
            for question in area["questions"]:
                assert question["label"]["text"] in page.words
                assert shown(float(Decimal(str(question["max"]))), language) in page.words
