"""Every import case gives the values of its `expected.json`, or the named faults."""

import csv
import json
from decimal import Decimal
from typing import Any

import pytest

from app.domain.evaluation import Evaluation
from app.domain.score import Measure
from app.publishing.build_evaluations import build_evaluation
from app.publishing.checks.checking import checked
from app.publishing.faults import Faults, Lines, in_english
from app.publishing.importing.foreign.municipalities import Municipalities
from app.publishing.importing.reading import read_tables
from app.publishing.importing.understanding import Certainty, FileShape, Understanding
from app.publishing.parse import EVALUATION, Parsed
from tests.publishing.importing.foreign.making import (
    CASES,
    asked,
    case,
    known_of_cases,
    scores,
    stated,
)

EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
SOURCE = {"source": "Rapport (oppdiktet) https://example.org/r.pdf"}


def areas_of(expected: dict[str, Any]) -> list[float | None]:
    return [expected["area_stated"][str(no)] for no in range(1, 9)]


def built(found: Understanding, position: int = 0) -> Evaluation:
    """The evaluation as it would be published: by the builders of the seed."""
    document = dict(found.candidates[position].document)
    name = f"{document['municipality']}-{document['year']}"
    shape = EVALUATION.validate_json(json.dumps(document))
    faults, known = Faults(), known_of_cases()
    parsed = Parsed(name, shape, Lines(name, {}))
    evaluation = build_evaluation(parsed, known.instrument, known.register, faults)
    assert faults.found == []
    assert evaluation is not None
    return evaluation


def said(messages: Any) -> str:
    return "\n".join(in_english(fault.problem) for fault in messages)


def test_a_report_gives_every_question_and_what_it_states() -> None:
    expected = EXPECTED["01_ks_report_questions.xlsx"]
    found = case("01_ks_report_questions.xlsx", SOURCE)
    assert found.shape is FileShape.REPORT_TABLE
    assert (found.asked, found.faults) == ((), ())
    (one,) = (candidate.document for candidate in found.candidates)
    read = {code: Decimal(str(score)) for code, score in scores(one).items()}
    assert read == {code: Decimal(score) for code, score in expected["questions"].items()}
    assert stated(one) == areas_of(expected)
    for key in ("municipality", "year", "method_version", "detail", "report_number"):
        assert one[key] == expected[key], key
    assert one["total"] == expected["total_stated"]
    assert one["method_version_basis"] == "inferred"
    assert one["year_basis"] == "title"
    evaluation = built(found)
    for no, score in expected["area_score"].items():
        assert evaluation.figure(Measure(no)).score == Decimal(score)
    assert evaluation.total.score == Decimal(expected["total_score"])


def test_what_a_report_says_twice_is_seen_and_not_repaired() -> None:
    found = case("01_ks_report_questions.xlsx")
    sums = [f.problem.values for f in found.remarks]
    points = [{k: getattr(v, "value", v) for k, v in values.items()} for values in sums]
    assert {"sum": 422, "total": 423} in points
    assert {"shown": 85, "max": 100} in points
    assert not any("do" in v for v in points)
    assert {f.cell for f in found.remarks if f.cell} == {"D67", "D18"}


def test_two_years_and_a_mean() -> None:
    expected = EXPECTED["02_two_years_and_mean.xlsx"]
    found = case("02_two_years_and_mean.xlsx", SOURCE)
    assert found.shape is FileShape.YEARS_SIDE_BY_SIDE
    assert (found.asked, found.faults) == ((), ())
    assert len(found.candidates) == len(expected["evaluations"])
    for position, wanted in enumerate(expected["evaluations"]):
        one = found.candidates[position].document
        for key in ("municipality", "year", "method_version", "detail"):
            assert one[key] == wanted[key], key
        assert stated(one) == areas_of(wanted)
        assert one["total"] == wanted["total_stated"]
        assert built(found, position).total.score == wanted["total_stated"]
    (mean,) = (reference.document for reference in found.references)
    average = expected["reference_average"]
    assert mean["areas"] == average["areas"]
    assert mean["total"] == average["total_stated"]
    assert (mean["country"], mean["statistic"], mean["n"]) == ("SE", "mean", 40)
    assert [f.cell for f in found.remarks if f.cell] == ["E10"]


def test_a_change_is_no_points() -> None:
    cells = [c for c in case("02_two_years_and_mean.xlsx").cells if c.place.cell[0] == "D"]
    assert len(cells) == 10
    assert {cell.certainty for cell in cells} == {Certainty.LEFT_OUT}
    assert {cell.value for cell in cells} == {""}


def test_a_list_in_a_text() -> None:
    expected = EXPECTED["03_list_in_text.txt"]
    found = case("03_list_in_text.txt", SOURCE)
    assert found.shape is FileShape.TEXT_LIST
    assert (found.asked, found.faults) == ((), ())
    (one,) = (candidate.document for candidate in found.candidates)
    for key in ("municipality", "year", "method_version", "detail"):
        assert one[key] == expected[key], key
    assert stated(one) == areas_of(expected)
    assert one["total"] == expected["total_stated"]
    assert not any(cell.value == "608" for cell in found.cells)
    assert built(found).total.score == 496


def test_rows_of_municipalities_from_a_nordic_spreadsheet() -> None:
    expected = EXPECTED["05_excel_export_cp1252.csv"]
    found = case("05_excel_export_cp1252.csv", SOURCE)
    assert found.shape is FileShape.MUNICIPALITY_ROWS
    assert (found.asked, found.faults, found.references) == ((), (), ())
    for key in ("encoding", "delimiter", "decimal"):
        assert found.facts[key] == expected[key]
    assert len(found.candidates) == len(expected["evaluations"])
    register = known_of_cases().register
    for position, wanted in enumerate(expected["evaluations"]):
        one = found.candidates[position].document
        assert (one["municipality"], one["year"]) == (wanted["municipality"], wanted["year"])
        assert register.municipalities[one["municipality"]].code == wanted["code"]
        assert stated(one) == areas_of(wanted)
        assert one["total"] == wanted["total_stated"]
        assert one["detail"] == wanted.get("detail", "areas")
        assert built(found, position).total.stated == wanted["total_stated"]
    assert [c.value for c in found.cells if "4\xa0310" in c.raw] == ["4310"]
    mean = [cell for cell in found.cells if cell.place.line == 6]
    assert {cell.certainty for cell in mean} == {Certainty.LEFT_OUT}


def test_shares_are_shown_as_points_to_be_confirmed() -> None:
    expected = EXPECTED["07_percent_cells.xlsx"]
    found = case("07_percent_cells.xlsx")
    (one,) = (candidate.document for candidate in found.candidates)
    assert stated(one) == areas_of(expected)
    assert one["total"] == 416
    assert asked(found) == {"shares", "municipality", "year", "source"}
    assert "municipality" not in one
    assert "year" not in one
    points = [c for c in found.cells if c.place.cell.startswith("B") and c.value]
    assert {cell.certainty for cell in points} == {Certainty.CONFIRM}
    assert len(points) == 9


def test_answers_complete_what_was_understood() -> None:
    questions = {q.id.partition(":")[0]: q.id for q in case("07_percent_cells.xlsx").asked}
    answers = SOURCE | {
        questions["shares"]: "points",
        questions["municipality"]: "Ålmeby kommun",
        questions["year"]: "2014",
    }
    found = case("07_percent_cells.xlsx", answers)
    assert (found.asked, found.faults) == ((), ())
    assert not [c for c in found.cells if c.certainty is Certainty.CONFIRM]
    evaluation = built(found)
    assert (evaluation.id, evaluation.total.score) == ("almeby-2014", 416)
    assert evaluation.source.url == "https://example.org/r.pdf"
    assert evaluation.source.title == "Rapport (oppdiktet)"
    left = case("07_percent_cells.xlsx", answers | {questions["shares"]: "leave"})
    assert left.candidates == ()
    assert left.faults


def test_every_fault_at_once_each_with_its_line() -> None:
    found = case("10_faults.csv")
    assert [fault.line for fault in found.faults] == [6, 7, 8, 9, 12, 13]
    words = [str(fault) for fault in found.faults]
    for word, text in zip(words, ("105", "−3", "48,95", "5O", "51", "520"), strict=True):
        assert text in word
    assert "57" in words[4]
    assert "line 11" in words[4]
    assert all(fault.mend is not None for fault in found.faults)
    kept = stated(found.candidates[0].document)
    assert kept == [45, 52, None, None, None, None, 44, 51]


def test_findings_by_kind_and_language() -> None:
    expected = EXPECTED["11_findings.txt"]["areas"]
    found = case("11_findings.txt")
    assert found.shape is FileShape.FINDINGS_TEXT
    assert asked(found) == {"municipality", "year", "source"}
    (one,) = (candidate.document for candidate in found.candidates)
    by_no = {str(area["no"]): area for area in one["areas"]}
    assert set(by_no) == set(expected)
    for no, wanted in expected.items():
        assert by_no[no]["stated"] == wanted.get("score")
        findings = by_no[no]["findings"]
        assert findings["lang"] == wanted["lang"]
        for kind in ("strengths", "challenges", "weaknesses"):
            assert findings[kind] == wanted.get(kind, [])


@pytest.mark.parametrize("name", [n for n in EXPECTED if not n.startswith("12")])
def test_what_is_asked_is_no_fault_too(name: str) -> None:
    """The check of what was understood says nothing of what somebody is asked about already."""
    found = case(name)
    assert found.asked
    assert checked(found, known_of_cases(), {}).faults == found.faults


@pytest.mark.parametrize(
    "name", [n for n in EXPECTED if not n.startswith(("07", "10", "11", "12"))]
)
def test_nothing_is_said_twice_of_what_can_be_published(name: str) -> None:
    found = case(name, SOURCE)
    file = checked(found, known_of_cases(), {})
    assert file.faults == ()
    assert len(file.evaluations) == len(found.candidates)
    problems = [(r.said.problem, r.said.sheet, r.said.cell, r.said.line) for r in file.remarks]
    assert len(problems) == len(set(problems))


def _names() -> list[tuple[str, str]]:
    with (CASES / "12_names_to_match.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["written"], row["expected"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize("written, expected", _names())
def test_names_and_codes_as_people_write_them(written: str, expected: str) -> None:
    found = Municipalities(known_of_cases().names).find(written)
    if expected.startswith("AMBIGUOUS"):
        assert set(found.slugs) == set(expected.partition(": ")[2].split(", "))
        assert found.slug is None
    elif expected.startswith("NONE"):
        assert found.slugs == ()
        suggested = expected.partition("suggest ")[2].removesuffix(")")
        assert (suggested in found.suggested) if suggested else found.suggested == ()
    else:
        assert found.slug == expected


@pytest.mark.parametrize("name", [n for n in EXPECTED if not n.startswith("12")])
def test_every_cell_is_accounted_for(name: str) -> None:
    workbook = read_tables(name, (CASES / name).read_bytes())
    found = case(name)
    seen = {cell.place for cell in found.cells}
    there = {
        workbook.place(sheet, row, column)
        for sheet in workbook.sheets
        for (row, column), cell in sheet.cells.items()
        if cell.raw.strip()
    }
    assert there <= seen


@pytest.mark.parametrize("name", [n for n in EXPECTED if not n.startswith("12")])
def test_every_value_stands_in_its_place(name: str) -> None:
    found = case(name)
    for cell in found.cells:
        if cell.document is None or not cell.way:
            continue
        value: Any = found.candidates[cell.document].document
        for step in cell.way:
            value = value.get(step) if isinstance(value, dict) else value[step]
        assert str(value if value is not None else "") == cell.value
        assert found.candidates[cell.document].place(*cell.way).file == name


@pytest.mark.parametrize("name", [n for n in EXPECTED if not n.startswith("12")])
def test_the_same_file_is_understood_alike(name: str) -> None:
    assert case(name) == case(name)
