"""Every import case on the command line: the values of its `expected.json`, or the named faults and
no change."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from app.database import close_connections
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from tests.commands.bringing import BY, SEEN, answer
from tests.publishing.changing import everything, exported, numbers, real_state
from tests.publishing.importing.foreign.making import CASES, known_of_cases
from tests.test_cli import Point, Run

EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
SOURCE = ("--answer", "source=Rapport (oppdiktet) https://example.org/r.pdf")


@pytest.fixture
def of_cases(empty: Engine, point: Point) -> Iterator[Engine]:
    """A database with the real method and the municipalities of the cases, and no evaluation."""
    state = replace(real_state(), register=known_of_cases().register, evaluations=(), aliases=())
    publish(empty, Publication(state, Origin.SEED, DatasetKind.REAL))
    point(empty.url.render_as_string(hide_password=False))
    yield empty
    close_connections()


def case(name: str) -> str:
    return str(CASES / name)


def record(engine: Engine, key: str) -> dict[str, Any]:
    line = next(line for line in exported(engine).splitlines() if f'"key":"{key}"' in line)
    found: dict[str, Any] = json.loads(line)["record"]
    return found


def test_a_report_is_published_question_by_question(run: Run, of_cases: Engine) -> None:
    name = "01_ks_report_questions.xlsx"
    expected = EXPECTED[name]
    done = run("import", case(name), *SOURCE, "--publish", *BY, *SEEN)
    assert done.exit_code == 0, done.stderr
    found = record(of_cases, f"{expected['municipality']}-{expected['year']}")
    assert found["version"] == expected["method_version"]
    assert found["total"]["score"] == float(expected["total_score"])
    assert found["total"]["stated"] == expected["total_stated"]
    areas = {str(area["no"]): area for area in found["areas"]}
    for no, score in expected["area_score"].items():
        assert areas[no]["score"] == float(score)
        assert areas[no]["stated"] == expected["area_stated"][no]
    asked = {q["code"]: q["score"] for area in found["areas"] for q in area["questions"]}
    assert asked == {code: float(score) for code, score in expected["questions"].items()}
    assert numbers(of_cases) == [2, 1]


@pytest.mark.parametrize(
    "name", ["02_two_years_and_mean.xlsx", "03_list_in_text.txt", "05_excel_export_cp1252.csv"]
)
def test_tables_and_texts_give_their_evaluations(run: Run, of_cases: Engine, name: str) -> None:
    expected = EXPECTED[name].get("evaluations", [EXPECTED[name]])
    assert run("import", case(name), "--json").exit_code == 3, "the source has to be named"
    done = run("import", case(name), *SOURCE, "--publish", *BY, *SEEN, "--json")
    if done.exit_code != 0:
        assert answer(done.stdout)["faults"], done.stdout
        pytest.fail(done.stdout)
    for wanted in expected:
        found = record(of_cases, f"{wanted['municipality']}-{wanted['year']}")
        for no, stated in wanted["area_stated"].items():
            area = found["areas"][int(no) - 1]
            assert area["stated"] == stated, (wanted["municipality"], no)
            assert (area["score"] is None) is (stated is None)
        assert found["total"]["stated"] == wanted["total_stated"]


def test_shares_are_points_only_when_somebody_says_so(run: Run, of_cases: Engine) -> None:
    name = "07_percent_cells.xlsx"
    asked = run("import", case(name), "--json")
    assert asked.exit_code == 3, asked.stdout
    ids = [question["id"] for question in answer(asked.stdout)["files"][0]["questions"]]
    given = {"municipality": "provoy", "year": "2015", "shares": "points", "source": "Rapport"}
    answers = [part for id in ids for part in ("--answer", f"{id}={given[id.partition(':')[0]]}")]
    done = run("import", case(name), *answers, "--publish", *BY, *SEEN)
    assert done.exit_code == 0, done.stderr
    found = record(of_cases, "provoy-2015")
    assert found["total"]["score"] == 416.0
    assert found["areas"][0]["score"] == 41.2


def test_all_faults_are_told_and_nothing_changes(run: Run, of_cases: Engine) -> None:
    before = everything(of_cases)
    done = run("import", case("10_faults.csv"), *SOURCE, "--publish", *BY, *SEEN, "--json")
    assert done.exit_code == 1
    lines = {fault["line"] for fault in answer(done.stdout)["faults"]}
    assert {6, 7, 8, 9, 12, 13} <= lines
    assert everything(of_cases) == before


@pytest.mark.parametrize("name", ["11_findings.txt", "12_names_to_match.csv"])
def test_what_is_no_evaluation_by_itself_changes_nothing(
    run: Run, of_cases: Engine, name: str
) -> None:
    before = everything(of_cases)
    done = run("import", case(name), "--publish", *BY, *SEEN)
    assert done.exit_code in (1, 3)
    assert done.stderr
    assert everything(of_cases) == before
