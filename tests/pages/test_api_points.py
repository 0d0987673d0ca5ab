"""`/api/v1/points` against the seed files: a row for each figure, and none beside them."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest

from app.config import settings
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import evaluations

LIST = "/api/v1/points"


def rows(site: Client, query: str = "") -> list[dict[str, str]]:
    text = site.http.get(f"{LIST}.csv?{query}").text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def questions() -> dict[tuple[str, str], Any]:
    """The questions of the seed by evaluation and code."""
    found = {}
    for file in sorted((SEED / "evaluations").glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
        for area in document.get("areas", ()):
            for question in area.get("questions", ()):
                found[file.stem, question["code"]] = question
    return found


def test_every_total_and_area_is_there_with_its_figure_or_reason(site: Client) -> None:
    held = {(row["evaluation"], row["measure"]): row for row in rows(site, "level=total,area")}
    facts = evaluations()
    assert len(held) == 9 * len(facts) > 400
    for fact in facts:
        for measure in range(9):
            row = held[fact.id, str(measure or "total")]
            score = fact.scores.get(measure)
            assert (Decimal(row["score"]) if row["score"] else None) == score, row
            assert bool(row["missing"]) == (score is None)
            assert (row["year"], row["method_version"]) == (str(fact.year), fact.version)


def test_every_question_is_there(site: Client) -> None:
    held = {(row["evaluation"], row["measure"]): row for row in rows(site, "level=question")}
    assert held.keys() == questions().keys()
    for key, question in questions().items():
        assert Decimal(held[key]["score"]) == question["score"]
        assert (held[key]["reconstructed"] == "true") == bool(question.get("reconstructed"))


def test_a_row_can_be_read_joined_and_cited_by_itself(site: Client) -> None:
    (row,) = rows(site, "e=hemne-2018&measure=total")
    assert row["municipality"] == "hemne"
    assert row["name"] == "Hemne"
    assert (row["code"], row["code_in_year"]) == ("5011", "5011")
    assert (row["score"], row["stated"], row["max"]) == ("433", "433", "800")
    assert row["source"].startswith("Kommunekompasset: evaluering av forvaltningspraksisen i Hemne")
    assert row["page"] == f"{settings().site_url}/kommuner/hemne/2018"
    (older,) = rows(site, "e=hemne-2011&measure=total")
    assert (older["code"], older["code_in_year"]) == ("5011", "1612")


def test_json_says_the_same_page_by_page(site: Client) -> None:
    seen: list[Any] = []
    total, asked = 0, f"{LIST}?municipality=hemne&limit=7"
    while asked:
        found = site.json(asked.removeprefix(settings().site_url))
        seen += found["items"]
        total, asked = found["total"], found["next"]
    held = rows(site, "municipality=hemne")
    assert len(seen) == len(held) == total > 60
    for item, row in zip(seen, held, strict=True):
        assert (item["evaluation"]["id"], item["measure"]) == (row["evaluation"], row["measure"])
        assert item["score"] == (float(row["score"]) if row["score"] else None)
        assert (item["label"], item["page"]) == (row["label"], row["page"])


@in_turn(
    "query",
    [
        "municipality=hemne,hareid&measure=total",
        "municipality=hemne&municipality=hareid&measure=total,3",
        "year=2018,2019&level=total",
        "measure=5.1",
        "area=5&e=hemne-2018",
        "level=area&measure=3&country=SE",
        "code=5011&level=question&area=1",
        "detail=questions&level=total",
    ],
)
def test_filters(site: Client, query: str) -> None:
    """What is left is exactly what fits, of all that there is."""
    asked: dict[str, set[str]] = {}
    for pair in query.split("&"):
        name, _, values = pair.partition("=")
        asked.setdefault(name, set()).update(values.split(","))
    detail = {fact.id: fact.detail for fact in evaluations()}
    areas = {code: str(code.split(".")[0]) for _, code in questions()}

    def own(row: dict[str, str]) -> dict[str, str]:
        area = areas.get(row["measure"], row["measure"])
        return {**row, "e": row["evaluation"], "detail": detail[row["evaluation"]], "area": area}

    everything = rows(site)
    assert len(everything) < 10_000, "a file with all of them is one file"
    expected = [row for row in everything if all(own(row)[n] in asked[n] for n in asked)]
    assert rows(site, query) == expected
    assert expected


@pytest.mark.parametrize(
    "query, name",
    [
        ("level=sum", "level"),
        ("measure=99.9", "measure"),
        ("measure=total,9", "measure"),
        ("municipality=nowhere", "municipality"),
        ("year=1", "year"),
        ("e=nothing", "e"),
        ("sort=total", "sort"),
    ],
)
def test_bad_input(site: Client, query: str, name: str) -> None:
    assert site.problem(f"{LIST}?{query}", 400)["parameter"] == name
