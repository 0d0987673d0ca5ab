"""`/api/v1/gold-stars` against the seed files."""

import csv
import io
import json
from typing import Any

import pytest

from tests.databases import SEED
from tests.pages.client import Client

LIST = "/api/v1/gold-stars"


def given() -> dict[str, dict[str, Any]]:
    """The gold stars of the seed by the ids they are given: the evaluation's, and a number."""
    found = {}
    for file in sorted((SEED / "evaluations").glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        for number, star in enumerate(document.get("gold_stars", ()), 1):
            found[f"{file.stem}/{number}"] = star
    return found


def test_all_are_there_with_whom_they_were_given_to(site: Client) -> None:
    found = site.json(LIST)
    items = {item["id"]: item for item in found["items"]}
    assert set(items) == set(given())
    assert found["total"] == len(given())
    assert (found["findings"], found["findings_total"]) == ([], 0)
    for id, star in given().items():
        item = items[id]
        assert item["evaluation"]["id"] == id.partition("/")[0]
        assert item["scope"] == star["scope"]
        assert item["question"] == star.get("question")
        assert item["practice"] == {
            "text": star["practice"]["nb"],
            "lang": "nb",
            "unofficial": False,
        }


def test_the_figure_is_that_of_what_it_was_given_for(site: Client) -> None:
    items = {item["id"]: item for item in site.json(LIST)["items"]}
    question = items["hemne-2018/1"]
    assert (question["area"], question["question"]) == (5, "5.1")
    assert (question["figure"]["score"], question["figure"]["max"]) == (10.5, 15.0)
    area = items["ulstein-2019/1"]
    assert (area["area"], area["figure"]["score"], area["figure"]["max"]) == (1, 72.0, 100.0)
    unknown = items["ovre-eiker-2015/1"]
    assert (unknown["scope"], unknown["area"], unknown["figure"]) == ("unknown", None, None)


@pytest.mark.parametrize(
    "query, ids",
    [
        ("?area=5", {"hemne-2018/1"}),
        ("?question=5.1", {"hemne-2018/1"}),
        ("?county=Buskerud", {"ovre-eiker-2015/1", "ovre-eiker-2015/2"}),
        ("?size_group=small", {"hemne-2018/1"}),
        ("?version=2.0", {"ovre-eiker-2015/1", "ovre-eiker-2015/2"}),
        ("?from=2016&to=2018", {"hemne-2018/1"}),
        ("?country=SE", set()),
        ("?q=visjon", {"ovre-eiker-2015/1"}),
    ],
)
def test_filters_and_words(site: Client, query: str, ids: set[str]) -> None:
    assert {item["id"] for item in site.json(LIST + query)["items"]} == ids


def test_a_search_also_finds_findings(site: Client) -> None:
    found = site.json(f"{LIST}?q=brukerunders%C3%B8kelser&lang=en")
    assert (found["total"], found["findings_total"]) == (0, 1)
    (finding,) = found["findings"]
    assert finding["evaluation"]["id"] == "hemne-2018"
    assert (finding["area"], finding["kind"], finding["lang"]) == (2, "strength", "nb")
    assert "brukerundersøkelser" in finding["text"]


def test_the_file_has_a_row_for_each(site: Client) -> None:
    text = site.http.get(f"{LIST}.csv").text
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert set(rows) == set(given())
    assert rows["hemne-2018/1"]["score"] == "10.5"
    assert rows["hemne-2018/1"]["practice"] == given()["hemne-2018/1"]["practice"]["nb"]
    assert rows["ovre-eiker-2015/1"]["score"] == ""


@pytest.mark.parametrize(
    "query, name",
    [
        ("?question=99", "question"),
        ("?version=9", "version"),
        ("?sort=name", "sort"),
        ("?page=1", "page"),
        ("?area=9", "area"),
        ("?from=2019&to=2018", "from"),
    ],
)
def test_bad_input(site: Client, query: str, name: str) -> None:
    assert site.problem(LIST + query, 400)["parameter"] == name
