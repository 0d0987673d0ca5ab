"""`/api/v1/evaluations` against the seed files: every figure, every filter, every format."""

import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyjstat import pyjstat

from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import Fact, evaluations

HEMNE = {1: 38.9, 2: 37.4, 3: 77.4, 4: 61.0, 5: 58.4, 6: 49.4, 7: 47.8, 8: 62.7}
LIST = "/api/v1/evaluations"
NOT_A_READER = "ignore:Shouldn't use this function:DeprecationWarning"


def exact(answered: str) -> Any:
    """JSON with its numbers as they are written."""
    return json.loads(answered, parse_float=Decimal)


def seed_of(id: str) -> Any:
    text = (SEED / "evaluations" / f"{id}.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal)


def items(site: Client, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site.json(f"{LIST}?limit=1000{query}")["items"]
    return found


def test_hemne_2018_is_there_with_everything(site: Client) -> None:
    found = site.json(f"{LIST}/hemne-2018")
    assert found["id"] == "hemne-2018"
    assert found["municipality"] == {
        "slug": "hemne",
        "name": "Hemne",
        "label": "Hemne",
        "qualifier": None,
        "code": "5011",
        "country": "NO",
    }
    assert found["code_in_year"] == "5011"
    assert (found["year"], found["method_version"], found["family"]) == (2018, "2.1", "2")
    assert found["method_version_basis"] == "stated"
    assert found["detail"] == "questions"
    assert found["population"] == {"value": 4225, "year": 2018, "basis": "same-year"}
    assert found["size_group"] == "small"
    assert found["total"] == {"score": 433.0, "max": 800.0, "stated": 433.0, "missing": None}
    assert {area["no"]: area["score"] for area in found["areas"]} == HEMNE
    assert sum(len(area["questions"]) for area in found["areas"]) == 45
    assert found["report_number"] == "KS-K rapport 3/2018"
    assert [(s["scope"], s["area"], s["question"]) for s in found["gold_stars"]] == [
        ("question", None, "5.1")
    ]


def test_hemne_2018_question_by_question(site: Client) -> None:
    found = exact(site.http.get(f"{LIST}/hemne-2018").text)
    for area, stated in zip(found["areas"], seed_of("hemne-2018")["areas"], strict=True):
        assert area["stated"] == stated["stated"]
        scores = {question["code"]: question["score"] for question in area["questions"]}
        assert scores == {question["code"]: question["score"] for question in stated["questions"]}
        assert [f["text"] for f in area["findings"]] == [
            text
            for kind in ("strengths", "challenges", "weaknesses")
            for text in stated["findings"].get(kind, ())
        ]
        assert {finding["lang"] for finding in area["findings"]} == {"nb"}
    starred = [q["code"] for a in found["areas"] for q in a["questions"] if q["gold_star"]]
    assert starred == ["5.1"]


def test_hemne_2018_says_what_disagrees(site: Client) -> None:
    found = site.json(f"{LIST}/hemne-2018?lang=en")["discrepancies"]
    by_kind: dict[str, list[Any]] = {}
    for one in found:
        by_kind.setdefault(one["kind"], []).append(one)
    noticed = {one["kind"] for one in seed_of("hemne-2018")["discrepancies"]}
    assert set(by_kind) == noticed | {"rounding", "maxima-incomplete", "reconstructed-digit"}
    assert "add up to 432, while the printed total is 433" in by_kind["rounding"][0]["text"]
    assert "426" in by_kind["stated-twice"][0]["text"]
    assert [one["measure"] for one in by_kind["maxima-incomplete"]] == ["2"]
    assert "85 points at most" in by_kind["maxima-incomplete"][0]["text"]
    lost = {one["question"] for one in by_kind["reconstructed-digit"]}
    stated = seed_of("hemne-2018")["areas"]
    assert lost == {
        q["code"] for area in stated for q in area["questions"] if q.get("reconstructed")
    }
    assert len(lost) == 5


def test_numbers_are_written_as_numbers(site: Client) -> None:
    text = site.http.get(f"{LIST}/hemne-2018").text
    assert '"total":{"score":433.0,"max":800.0,"stated":433.0,"missing":null}' in text
    assert '"code":"5011"' in text


@in_turn("fact", evaluations(), label=lambda fact: fact.id)
def test_every_evaluation_has_its_figures_and_reasons(site: Client, fact: Fact) -> None:
    found = exact(site.http.get(f"{LIST}/{fact.id}").text)
    assert (found["year"], found["method_version"]) == (fact.year, fact.version)
    assert (found["detail"], found["size_group"]) == (fact.detail, fact.size_group)
    figures = {0: found["total"], **{area["no"]: area for area in found["areas"]}}
    assert list(figures) == list(range(9))
    for measure, figure in figures.items():
        assert figure["score"] == fact.scores.get(measure)
        assert (figure["missing"] is None) == (measure in fact.scores)
        if figure["missing"]:
            assert figure["missing"]["kind"] == "not-found"
            assert figure["missing"]["text"]


def test_what_the_page_sets_beside_it_is_there(site: Client) -> None:
    found = site.json(f"{LIST}/karlskrona-2014?lang=en")
    assert found["earlier"]["id"] == "karlskrona-2011"
    assert found["earlier"]["total"] == 415.0
    assert {no: area["score"] for no, area in found["earlier"]["areas"].items()} == {
        str(no): float(score)
        for no, score in next(f for f in evaluations() if f.id == "karlskrona-2011").scores.items()
        if no
    }
    assert "karlskrona-2011" in found["others"]


def test_the_language_is_that_asked_for(site: Client) -> None:
    norwegian = site.json(f"{LIST}/hemne-2018")["areas"][0]["name"]
    english = site.json(f"{LIST}/hemne-2018?lang=en")["areas"][0]["name"]
    assert norwegian == {"text": "Offentlighet og demokrati", "lang": "nb", "unofficial": False}
    assert (english["lang"], english["unofficial"]) == ("en", True)
    assert english["text"] == "Openness and democracy"


def test_the_file_of_an_evaluation_has_a_row_for_each_measure(site: Client) -> None:
    body = site.http.get(f"{LIST}/hemne-2018.csv").content
    frame = pd.read_csv(io.BytesIO(body), dtype={"code": str}, keep_default_na=False)
    assert frame["level"].value_counts().to_dict() == {"question": 45, "area": 8, "total": 1}
    areas = frame[frame["level"] == "area"]
    assert dict(zip(areas["code"].astype(int), areas["score"].astype(float), strict=True)) == HEMNE
    assert float(frame["score"].iloc[0]) == 433.0
    assert frame[frame["gold_star"].astype(str).str.lower() == "true"]["code"].tolist() == ["5.1"]
    assert (frame["reconstructed"].astype(str).str.lower() == "true").sum() == 5


def test_the_spreadsheet_of_an_evaluation_has_the_same_numbers(site: Client) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(site.http.get(f"{LIST}/hemne-2018.xlsx?lang=en").content)
    )
    heads, *rows = [[cell.value for cell in row] for row in book["data"].rows]
    level, score = heads.index("level"), heads.index("score")
    questions = [row[score] for row in rows if row[level] == "question"]
    assert round(sum(float(str(points)) for points in questions), 1) == 433.0
    readme = "\n".join(str(row[0].value) for row in book["readme"].rows)
    assert "85 points at most" in readme
    assert "NLOD 2.0" in readme
    assert "does not measure the quality of its services" in readme


@pytest.mark.filterwarnings(NOT_A_READER)
def test_the_cube_of_an_evaluation_is_read_by_others(site: Client) -> None:
    text = site.http.get(f"{LIST}/hemne-2018.jsonstat?lang=en").text
    found = json.loads(text)
    assert found["role"] == {"geo": ["municipality"], "metric": ["area"], "time": ["year"]}
    frame = pyjstat.Dataset.read(text).write("dataframe", naming="id")
    read = dict(zip(frame["area"], frame["value"], strict=True))
    assert read == {"total": 433.0, **{str(no): score for no, score in HEMNE.items()}}


@pytest.mark.parametrize(
    "address",
    ["hemne-2019", "hemne", "2018", "hemne-2018-v9.9", "%C3%A5", "hemne-2018.xml", "a%00"],
)
def test_what_is_no_evaluation_is_not_found(site: Client, address: str) -> None:
    assert site.problem(f"{LIST}/{address}", 404)["detail"]


def test_all_are_listed_with_their_figures(site: Client) -> None:
    found = {item["id"]: item for item in items(site)}
    assert set(found) == {fact.id for fact in evaluations()}
    for fact in evaluations():
        item = found[fact.id]
        scores = {0: item["total"], **{int(no): score for no, score in item["areas"].items()}}
        for measure, score in scores.items():
            known = fact.scores.get(measure)
            assert score == (None if known is None else float(known))
            assert ((str(measure) if measure else "total") in item["missing"]) == (score is None)
        assert (item["county"], item["family"]) == (fact.county, fact.family)


FILTERS: list[tuple[str, Callable[[Fact], bool]]] = [
    ("&country=SE", lambda f: f.country == "SE"),
    ("&county=M%C3%B8re+og+Romsdal", lambda f: f.county == "Møre og Romsdal"),
    ("&size_group=small", lambda f: f.size_group == "small"),
    ("&family=2", lambda f: f.family == "2"),
    ("&version=2.0", lambda f: f.version == "2.0"),
    ("&from=2014&to=2017", lambda f: 2014 <= f.year <= 2017),
    ("&detail=areas", lambda f: f.detail == "areas"),
    ("&area=1", lambda f: f.family == "2" and 1 in f.scores),
    ("&area=1&family=2020", lambda f: f.family == "2020" and 1 in f.scores),
    ("&q=ulstein", lambda f: f.slug == "ulstein"),
    ("&q=1612", lambda f: f.slug == "hemne"),
    (
        "&country=NO&detail=known&to=2012",
        lambda f: (f.country, f.detail) == ("NO", "known") and f.year <= 2012,
    ),
]


@in_turn("query, fits", FILTERS)
def test_filters_admit_what_they_say(
    site: Client, query: str, fits: Callable[[Fact], bool]
) -> None:
    expected = {fact.id for fact in evaluations() if fits(fact)}
    assert expected
    assert {item["id"] for item in items(site, query)} == expected


def test_sorting_by_points_needs_one_family_and_puts_the_highest_first(site: Client) -> None:
    found = site.json(f"{LIST}?limit=1000&sort=total&lang=en")
    facts = [fact for fact in evaluations() if fact.family == "2"]
    assert {item["id"] for item in found["items"]} == {fact.id for fact in facts}
    totals = [item["total"] for item in found["items"]]
    known = [total for total in totals if total is not None]
    assert known == sorted(known, reverse=True)
    assert totals == known + [None] * (len(totals) - len(known))
    assert found["remarks"][0].startswith("Only results with versions 2.0 and 2.1 are listed")


def test_sorting_by_year_puts_the_newest_first(site: Client) -> None:
    years = [item["year"] for item in items(site, "&sort=year")]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    "parameter, allowed",
    [
        ("detail=none", "questions"),
        ("size_group=huge", "small"),
        ("county=Atlantis", "Trøndelag"),
        ("family=9", "2020"),
        ("version=9", "2.1"),
        ("country=DK", "NO"),
        ("sort=worst", "total"),
    ],
)
def test_a_value_that_does_not_exist_is_refused_with_those_that_do(
    site: Client, parameter: str, allowed: str
) -> None:
    told = site.problem(f"{LIST}?{parameter}", 400)
    assert told["parameter"] == parameter.partition("=")[0]
    assert allowed in told["allowed"]


def test_the_file_of_the_list_has_a_column_for_each_area(site: Client) -> None:
    body = site.http.get(f"{LIST}.csv").content
    frame = pd.read_csv(io.BytesIO(body), dtype={"code": str, "method_version": str})
    assert len(frame) == len(evaluations())
    rows = {row["evaluation"]: row for _, row in frame.iterrows()}
    for fact in evaluations():
        row = rows[fact.id]
        for measure in range(9):
            cell = row["total" if measure == 0 else f"area_{measure}"]
            known = fact.scores.get(measure)
            assert pd.isna(cell) if known is None else cell == float(known)
        assert row["method_version"] == fact.version
    assert rows["hemne-2018"]["code"] == "5011"
    assert rows["vallentuna-2019"]["code"] == "0115"
    assert pd.isna(rows["hemne-2018"]["missing"])
    assert rows["hareid-2017"]["missing"] == "not-found: 1 2 3 4 5 6 7 8"


@pytest.mark.filterwarnings(NOT_A_READER)
def test_the_cube_of_the_list_has_every_figure_and_every_reason(site: Client) -> None:
    text = site.http.get(f"{LIST}.jsonstat").text
    frame = pyjstat.Dataset.read(text).write("dataframe", naming="id")
    known = frame[frame["value"].notna()]
    read = {
        (row["municipality"], row["year"], row["method_version"], row["area"]): row["value"]
        for _, row in known.iterrows()
    }
    assert read == {
        (f.slug, str(f.year), f.version, str(measure) if measure else "total"): float(score)
        for f in evaluations()
        for measure, score in f.scores.items()
    }
    flags = list(json.loads(text)["status"].values())
    absent = sum(9 - len(fact.scores) for fact in evaluations())
    assert flags.count(":") == absent


@pytest.mark.filterwarnings(NOT_A_READER)
def test_a_list_of_nothing_is_a_right_answer_in_every_format(site: Client) -> None:
    asked = "?country=SE&county=Tr%C3%B8ndelag"
    assert site.json(f"{LIST}{asked}")["items"] == []
    assert len(site.http.get(f"{LIST}.csv{asked}").text.splitlines()) == 1
    assert site.http.get(f"{LIST}.xlsx{asked}").status_code == 200
    found = site.json(f"{LIST}.jsonstat{asked}")
    assert (found["value"], found["size"][0]) == ({}, 0)
