"""`/api/v1/compare`: what may be compared, with gap and best, and what may not, with the reason."""

import csv
import io
from typing import Any

import pytest

from tests.pages.client import Client
from tests.pages.facts import evaluations

FACTS = {fact.id: fact for fact in evaluations()}


def beside(*ids: str, more: str = "", suffix: str = "") -> str:
    return f"/api/v1/compare{suffix}?" + "&".join(f"e={id}" for id in ids) + more


def line(found: dict[str, Any], measure: str) -> dict[str, Any]:
    lines: list[dict[str, Any]] = [found["total"]["line"], *found["areas"]["lines"]]
    return next(one for one in lines if one["measure"] == measure)


def test_one_family_is_compared_in_total_and_area_by_area(site: Client) -> None:
    found = site.json(beside("hemne-2018", "hareid-2019", more="&lang=en"))
    assert [e["id"] for e in found["evaluations"]] == ["hemne-2018", "hareid-2019"]
    for no in range(9):
        figures = line(found, str(no) if no else "total")["figures"]
        for figure in figures:
            assert figure["score"] == float(FACTS[figure["evaluation"]].scores[no])
    total = line(found, "total")
    assert total["gap"] == {"difference": 109.0, "standing": "above", "text": "109 above"}
    assert [figure["best"] for figure in total["figures"]] == [True, False]
    assert found["comparison_set"].startswith("Only these are compared: Hemne 2018 and Hareid 2019")
    assert found["answer"][0].startswith("Hemne 2018 got 433 points and Hareid 2019 got 324")


def test_a_small_difference_is_called_about_the_same_and_nobody_best(site: Client) -> None:
    seventh = line(site.json(beside("hemne-2018", "hareid-2019")), "7")
    assert seventh["gap"]["standing"] == "about-the-same"
    assert seventh["gap"]["difference"] == pytest.approx(2.8)
    assert not any(figure["best"] for figure in seventh["figures"])


def test_areas_of_another_family_are_not_compared_and_the_reason_is_given(site: Client) -> None:
    found = site.json(beside("hemne-2018", "vallentuna-2021", more="&lang=en"))
    assert found["areas"]["comparability"]["verdict"] == "no"
    assert found["areas"]["comparability"]["reason"]["text"].startswith("The areas of 2020 do not")
    assert found["areas"]["lines"] == []
    assert found["total"]["comparability"]["verdict"] == "caution"
    assert not any(figure["best"] for figure in found["total"]["line"]["figures"])


def test_totals_that_may_not_be_compared_have_neither_line_nor_gap(site: Client) -> None:
    found = site.json(beside("hemne-2018", "motala-2006"))
    assert found["total"]["comparability"]["verdict"] == "no"
    assert found["total"]["line"] is None
    rows = list(
        csv.reader(
            io.StringIO(
                site.http.get(beside("hemne-2018", "motala-2006", suffix=".csv")).text, newline=""
            )
        )
    )
    assert len(rows) == 1


def test_the_parts_that_may_be_compared_are_offered(site: Client) -> None:
    found = site.json(beside("hemne-2018", "hareid-2019", "vallentuna-2021"))
    assert found["areas"]["parts"] == [["hemne-2018", "hareid-2019"]]


def test_questions_are_there_where_two_have_them(demo_site: Client) -> None:
    listed = demo_site.json("/api/v1/evaluations?detail=questions&limit=2")["items"]
    ids = [item["id"] for item in listed]
    found = demo_site.json(beside(*ids))
    assert found["questions"]["known"] == ids
    own = [demo_site.json(f"/api/v1/evaluations/{id}") for id in ids]
    scores = [
        {q["code"]: q["score"] for area in e["areas"] for q in area["questions"]} for e in own
    ]
    assert len(found["questions"]["lines"]) == len(scores[0]) > 40
    for asked in found["questions"]["lines"]:
        assert [f["score"] for f in asked["figures"]] == [one[asked["code"]] for one in scores]


def test_the_file_has_a_row_for_each_figure(site: Client) -> None:
    text = site.http.get(beside("hemne-2018", "hareid-2019", suffix=".csv")).text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 2 * 9
    for row in rows:
        known = FACTS[row["evaluation"]].scores[int(row["code"] or 0)]
        assert float(row["score"]) == float(known)


def test_gold_stars_and_what_disagrees_come_along(site: Client) -> None:
    found = site.json(beside("hemne-2018", "ulstein-2019"))
    assert [(s["evaluation"], s["question"] or s["area"]) for s in found["gold_stars"]] == [
        ("hemne-2018", "5.1"),
        ("ulstein-2019", 1),
    ]
    assert {d["evaluation"] for d in found["discrepancies"]} == {"hemne-2018"}


@pytest.mark.parametrize(
    "query, name",
    [
        ("", "e"),
        ("?e=atlantis-2018", "e"),
        ("?e=hemne", "e"),
        ("?" + "&".join(f"e={id}" for id in list(FACTS)[:7]), "e"),
        ("?e=hemne-2018&q=hareid", "q"),
        ("?e=hemne-2018&page=1", "page"),
    ],
)
def test_bad_input(site: Client, query: str, name: str) -> None:
    assert site.problem(f"/api/v1/compare{query}", 400)["parameter"] == name
