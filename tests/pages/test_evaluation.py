"""The page of one evaluation: area by area, question by question, against the seed files."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import evaluations, written

PREFIXES = {"nb": "", "nn": "/nn", "sv": "/sv", "en": "/en"}


def seed_file(name: str) -> Any:
    text = (SEED / name).read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal)


@pytest.mark.parametrize("language", PREFIXES)
def test_hemne_2018_is_there_question_by_question(site: Client, language: str) -> None:
    page = site.get(f"{PREFIXES[language]}/kommuner/hemne/2018")
    assert page.heading == "Hemne 2018"
    report = seed_file("evaluations/hemne-2018.json")
    method = seed_file("methods/2.1.json")
    maxima = {q["code"]: q["max"] for area in method["areas"] for q in area["questions"]}
    for area in report["areas"]:
        rows = page.table(f"questions-{area['no']}").rows
        for question in area["questions"]:
            row = next(row for row in rows if row[0].split(" ")[0] == question["code"])
            assert row[1] == written(Decimal(question["score"]), language, 1), question
            assert row[2] == written(Decimal(maxima[question["code"]]), language), question


@pytest.mark.parametrize("language", PREFIXES)
def test_hemne_2018_area_by_area(site: Client, language: str) -> None:
    page = site.get(f"{PREFIXES[language]}/kommuner/hemne/2018")
    rows = page.table("areas-table").rows
    scores = ["38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7"]
    expected = [written(Decimal(score), language, 1) for score in scores]
    assert [row[1] for row in rows] == [*expected, "433"]
    assert [row[2] for row in rows] == ["100"] * 8 + ["800"]
    assert [row[4] for row in rows] == ["39", "37", "77", "61", "58", "49", "48", "63", "433"]
    assert "5.1" in rows[4][5]


def test_hemne_2018_says_what_disagrees_and_where_it_is_from(site: Client) -> None:
    words = site.get("/en/kommuner/hemne/2018").words
    for said in ("also as 426", "85 points at most", "KS-K rapport 3/2018", "45 questions"):
        assert said in words
    for area in seed_file("evaluations/hemne-2018.json")["areas"]:
        for kind in ("strengths", "challenges", "weaknesses"):
            for finding in area["findings"].get(kind, ()):
                assert finding in words


@pytest.mark.parametrize("language", PREFIXES)
def test_every_evaluation_has_a_page_with_its_total(site: Client, language: str) -> None:
    for fact in evaluations():
        page = site.get(f"{PREFIXES[language]}/kommuner/{fact.slug}/{fact.year}")
        assert page.heading.startswith(fact.name)
        assert page.heading.endswith(str(fact.year))
        shown = ["".join(e.itertext()) for e in page.find_all("strong", class_="score__value")]
        total = fact.scores.get(0)
        assert shown[:1] == ([] if total is None else [written(total, language, 0)]), fact.id


def test_what_is_missing_is_said_with_its_reason(site: Client) -> None:
    words = site.get("/en/kommuner/nesodden/2014").words
    assert "What is missing, and why" in words
    assert "The total: not found in the sources we have read." in words


@in_turn(
    "address, status",
    [
        ("/kommuner/hemne/abc", 404),
        ("/kommuner/hemne/2019", 404),
        ("/kommuner/hemne/0", 404),
        ("/kommuner/hemne/-1", 404),
        ("/kommuner/hemne/99999999999999999999", 404),
        ("/kommuner/hemne/2018-v9.9", 404),
        ("/kommuner/hemne/2018%0A", 404),
        ("/kommuner/hemne/%D9%A2%D9%A0%D9%A1%D9%A8", 404),
        ("/kommuner/atlantis/2018", 404),
        ("/kommuner/9999/2018", 404),
        ("/kommuner/hemne/2018?release=abc", 400),
        ("/kommuner/hemne/2018?release=2", 404),
        ("/kommuner/hemne/2018/figur/cake", 404),
        ("/kommuner/hemne/abc/figur/bars", 404),
        ("/kommuner/nesodden/2014/figur/spider", 404),
    ],
)
def test_bad_input(site: Client, address: str, status: int) -> None:
    site.get(address, status)
    site.get(f"/en{address}", status)
    assert site.problem(address, status)["detail"]


def test_a_year_that_is_not_there_names_those_that_are(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2019", 404)
    assert "/en/kommuner/hemne/2018" in page.links()
