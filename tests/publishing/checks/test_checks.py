"""What is checked of an evaluation before it may become public, kind by kind."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from app.domain.evaluation import DetailLevel
from app.publishing.checks.checking import CheckedEvaluation, CheckedFile, check_evaluation, checked
from app.publishing.documents import evaluation_documents
from app.publishing.evaluation_file import evaluation_file
from app.publishing.faults import LineOfFile, Lines
from app.publishing.importing.entry import understand
from tests.publishing.changing import real_state
from tests.publishing.checks.filled import cell_of, changed, empty, evaluation, workbook_of
from tests.publishing.importing.knowing import real_known

HEMNE = "hemne-2018"


class ByWay(Lines):
    """No file: a place is the way itself."""

    def __init__(self) -> None:
        super().__init__("utkast", {})

    def at(self, *path: str | int) -> LineOfFile:
        return LineOfFile(self.file, 0, cell=".".join(map(str, path)))


def document(id: str = HEMNE) -> dict[str, Any]:
    return deepcopy(evaluation_file(evaluation(id)))


def check(found: dict[str, Any], id: str = HEMNE) -> CheckedEvaluation:
    return check_evaluation(id, found, ByWay(), real_known())


def told(found: CheckedEvaluation | CheckedFile) -> dict[str, str]:
    return {fault.cell: str(fault).partition(": ")[2] for fault in found.faults}


def slugs(found: CheckedEvaluation | CheckedFile) -> list[str]:
    return [remark.slug for remark in found.remarks]


def checked_file(content: bytes, name: str = "fil.xlsx", **answers: str) -> CheckedFile:
    known = real_known()
    given = {id.replace("_", ":"): answer for id, answer in answers.items()}
    return checked(understand(name, content, known, given), known, {})


def public(*ids: str) -> dict[str, str]:
    instrument = real_state().instrument
    return {
        record.key: record.sha256
        for id in ids
        for record in evaluation_documents(evaluation(id), instrument)
    }


def test_what_is_public_passes_with_its_known_differences_as_remarks() -> None:
    found = check(document())
    assert found.faults == ()
    assert found.evaluation == evaluation(HEMNE)
    assert slugs(found) == ["hemne-2018/rounding/total"]


@pytest.mark.parametrize("id", [e.id for e in real_state().evaluations])
def test_no_text_of_a_public_evaluation_is_refused(id: str) -> None:
    assert check(document(id), id).faults == ()


def test_without_its_detail_a_document_has_the_one_that_its_figures_show() -> None:
    given = document()
    del given["detail"]
    found = check(given)
    assert found.evaluation is not None
    assert found.evaluation.detail is DetailLevel.QUESTIONS


def ways_to_texts(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ways_to_texts(inner, (*way, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value[:1]):
            yield from ways_to_texts(inner, (*way, position))
    elif isinstance(value, str):
        yield way


EVERY_TEXT = [*ways_to_texts(document())]


@pytest.mark.parametrize(
    "wicked", ["<script>", "</b>", "a\u200bb", "a\x07b", "\u202eab", "x" * 5_000]
)
@pytest.mark.parametrize("way", EVERY_TEXT, ids=lambda way: ".".join(map(str, way)))
def test_a_wicked_text_is_refused_wherever_it_stands(
    way: tuple[str | int, ...], wicked: str
) -> None:
    given = document()
    at: Any = given
    for name in way[:-1]:
        at = at[name]
    at[way[-1]] = wicked
    found = check(given)
    assert [fault.cell for fault in found.faults] == [".".join(map(str, way))]
    assert found.evaluation is None


@pytest.mark.parametrize("way", EVERY_TEXT, ids=lambda way: ".".join(map(str, way)))
@pytest.mark.parametrize("wrong", [17, None, ["a"], {"a": 1}, True, 1.5])
def test_a_value_of_another_kind_is_told_and_the_rest_is_looked_at(
    way: tuple[str | int, ...], wrong: object
) -> None:
    given = document()
    at: Any = given
    for name in way[:-1]:
        at = at[name]
    at[way[-1]] = wrong
    given["areas"][7]["questions"][6]["score"] = 15.3
    said = told(check(given))
    if way[0] != "method_version":  # without a version nobody knows the maxima
        assert said.get("areas.7.questions.6") == "question 8.7: 15.3 is above 15"


@pytest.mark.parametrize(
    "value, said, mended",
    [
        (15.1, "question 1.1: 15.1 is above 15", ""),
        (-0.1, "-0.1 is less than 0.", ""),
        (7.55, "7.55 has more than one decimal.", "one decimal"),
        ("7,5", "“7,5” is no number.", "figures"),
        ("7.O", "“7.O” is no number.", "letter O"),
        ("5. jan", "“5. jan” is no number.", "5.1"),
        ("7.mai", "“7.mai” is no number.", "7.5"),
        ("2026-05-07", "“2026-05-07” is no number.", "7.5"),
        (True, "“true” is no number.", ""),
    ],
)
def test_points_that_are_none_are_told_with_what_to_do(
    value: object, said: str, mended: str
) -> None:
    given = document()
    given["areas"][0]["questions"][0]["score"] = value
    (fault,) = check(given).faults
    assert fault.cell.startswith("areas.0.questions.0")
    assert str(fault).partition(": ")[2].startswith(said)
    assert mended in str(fault)


@pytest.mark.parametrize("code", ["1.2", "9.1"])
def test_a_question_that_became_a_date_is_said_to_be_one(code: str) -> None:
    day, month = code.split(".")
    given = document()
    given["gold_stars"][0]["question"] = f"2026-{int(month):02}-{int(day):02}"
    (fault,) = check(given).faults
    assert fault.cell == "gold_stars.0.question"
    assert code in str(fault.mend)


@pytest.mark.parametrize(
    "written, year, wanted",
    [
        ("hemnee", 2018, "Hemne"),
        ("1612", 2018, "5011"),
        ("5011", 2015, "1612"),
        ("Xyzzy", 2018, None),
    ],
)
def test_an_unknown_municipality_is_told_with_those_that_may_be_meant(
    written: str, year: int, wanted: str | None
) -> None:
    given = document() | {"municipality": written, "year": year, "stated_changes": None}
    (fault,) = check(given, f"{written}-{year}").faults
    assert fault.cell == "municipality"
    assert (fault.mend is None) == (wanted is None)
    assert wanted is None or wanted in str(fault)


def test_points_that_do_not_add_up_are_to_be_acknowledged() -> None:
    given = document()
    given["areas"][3]["stated"] = 55
    assert slugs(check(given)) == [
        "hemne-2018/source-contradicts-itself/total",
        "hemne-2018/source-contradicts-itself/4",
    ]
    place = check(given).remarks[1].said
    assert place.cell == "areas.3.stated"


def test_what_the_file_records_itself_is_not_asked_again() -> None:
    given = document()
    given["discrepancies"].append(
        {"kind": "rounding", "measure": "total", "text": {"nb": "Avrunding."}}
    )
    assert slugs(check(given)) == []


def test_questions_that_are_missing_lower_the_detail_and_are_named() -> None:
    given = document()
    del given["detail"]
    del given["areas"][1]["questions"][2]
    given["areas"][4]["questions"][0] = {"code": "5.1", "missing": "not-public"}
    found = check(given)
    assert found.evaluation is not None
    assert found.evaluation.detail is DetailLevel.AREAS
    (missing,) = (remark for remark in found.remarks if "missing" in remark.slug)
    assert "Questions 2.3, 5.1 have no points" in str(missing.said)


@pytest.mark.parametrize("year, is_usual", [(2015, False), (2016, True), (2019, True)])
def test_a_version_of_other_years_is_remarked_on(year: int, is_usual: bool) -> None:
    given = document() | {"year": year}
    found = check(given, f"hemne-{year}")
    assert found.faults == ()
    assert (f"hemne-{year}/version-year" in slugs(found)) is not is_usual


def test_what_is_public_already_is_a_correction_or_nothing_new() -> None:
    known, given = real_known(), document()
    same = check_evaluation(HEMNE, given, ByWay(), known, public(HEMNE))
    assert "hemne-2018/unchanged" in slugs(same)
    given["notes"] = [{"nb": "Rettet."}]
    other = check_evaluation(HEMNE, given, ByWay(), known, public(HEMNE))
    assert "hemne-2018/correction" in slugs(other)
    given = document()
    given["gold_stars"] = []
    fewer = check_evaluation(HEMNE, given, ByWay(), known, public(HEMNE))
    assert "hemne-2018/correction" in slugs(fewer)
    assert slugs(check_evaluation(HEMNE, document(), ByWay(), known, {})) == [
        "hemne-2018/rounding/total"
    ]


def test_an_evaluation_that_is_in_the_file_twice_is_told() -> None:
    content = json.dumps([document(), document()]).encode()
    (fault,) = checked_file(content, "to.json").faults
    assert "hemne-2018 is in the file twice." in str(fault)


def test_two_versions_of_one_year_are_two_evaluations() -> None:
    other = document("hareid-2019")
    other |= {"municipality": "hemne", "year": 2018, "method_version": "2020"}
    del other["detail"]
    found = checked_file(json.dumps([document(), other]).encode(), "to.json")
    assert found.faults == ()
    assert [e.id for e in found.evaluations] == ["hemne-2018", "hemne-2018-v2020"]


def test_faults_of_json_have_their_line() -> None:
    text = json.dumps(document(), indent=1).replace('"score": 7.5', '"score": 75', 1)
    line = text[: text.index('"score": 75')].count("\n")
    (fault,) = checked_file(text.encode(), "hemne-2018.json").faults
    assert fault.line in (line - 1, line, line + 1)  # the question's, which is around its points


def test_an_empty_template_says_that_nothing_is_filled_in() -> None:
    (fault,) = checked_file(empty("2.1")).faults
    assert "No evaluation is filled in." in str(fault)


def test_a_template_filled_in_by_hand_becomes_what_the_report_says() -> None:
    """Hemne 2018, as somebody types it, comma and point, from an empty workbook."""
    blank, wanted = empty("2.1", 2), evaluation(HEMNE)
    cells: dict[tuple[str, str], object] = {}
    for key, value in {
        "municipality": "Hemne kommune",
        "year": "2018",
        "source.title": wanted.source.title,
        "report_number": wanted.report_number,
    }.items():
        cells["Evaluation", cell_of(blank, "Evaluation", key, "of:1")] = value
    for area in wanted.areas:
        at = cell_of(blank, "Scores 2.1", f"area:{area.no}", "stated:1")
        cells["Scores 2.1", at] = float(area.figure.stated or 0)
        for n, question in enumerate(area.questions):
            at = cell_of(blank, "Scores 2.1", f"question:{question.code}", "score:1")
            typed = f"{question.figure.score}".replace(".", ",")
            cells["Scores 2.1", at] = typed if n % 2 else float(question.figure.score or 0)
    cells["Scores 2.1", cell_of(blank, "Scores 2.1", "total", "stated:1")] = 433
    for row, finding in enumerate(wanted.areas[0].findings, 3):
        for column, typed_in in zip(
            "BCDEF", ("1", 1, finding.kind.value, "nb", finding.text), strict=True
        ):
            cells["Findings", f"{column}{row}"] = typed_in
    found = checked_file(changed(blank, cells))
    assert found.faults == ()
    (made,) = found.evaluations
    assert (made.id, made.total, made.detail) == (HEMNE, wanted.total, DetailLevel.QUESTIONS)
    assert [area.figure for area in made.areas] == [area.figure for area in wanted.areas]
    assert made.areas[0].findings == wanted.areas[0].findings


def test_a_name_of_several_is_asked_and_the_answer_is_taken() -> None:
    whole = workbook_of("heroy-more-og-romsdal-2016")
    at = cell_of(whole, "Evaluation", "municipality", "of:heroy-more-og-romsdal-2016")
    content = changed(whole, {("Evaluation", at): "Herøy"})
    known = real_known()
    (question,) = understand("a.xlsx", content, known, {}).asked
    assert question.place.cell == at
    choices = [slug for slug, _ in question.choices]
    assert "heroy-more-og-romsdal" in choices
    assert len(choices) > 1
    assert checked(understand("a.xlsx", content, known, {}), known, {}).faults == ()
    answered = understand("a.xlsx", content, known, {question.id: "heroy-more-og-romsdal"})
    assert answered.asked == ()
    assert [e.id for e in checked(answered, known, {}).evaluations] == [
        "heroy-more-og-romsdal-2016"
    ]
    wrong = understand("a.xlsx", content, known, {question.id: "hemne"})
    assert wrong.asked


def test_a_row_of_no_evaluation_and_points_in_no_place_are_told() -> None:
    whole = workbook_of(HEMNE, "ulstein-2019")
    at = cell_of(whole, "Scores 2.1", "area:1", f"stated:{HEMNE}")
    question = f"{at[0]}{int(at[1:]) + 1}"
    content = changed(
        whole,
        {
            ("Findings", "B3"): "hemnee-2018",
            ("Findings", "B4"): None,
            ("Findings", "E5"): "sv",
            ("Scores 2.1", question): 3,
        },
    )
    assert set(told(checked_file(content))) == {"B3", "B4", "E6", question}


def test_a_column_or_row_that_was_copied_is_told_and_not_chosen_between() -> None:
    whole = workbook_of(HEMNE)
    content = changed(
        whole,
        {
            ("Scores 2.1", "H1"): f"score:{HEMNE}",
            ("Scores 2.1", "H4"): 3,
            ("Evaluation", "A40"): "year",
            ("Evaluation", "C40"): 2011,
        },
    )
    faults = {(fault.sheet, fault.cell) for fault in checked_file(content).faults}
    assert ("Scores 2.1", "E1") in faults
    assert ("Evaluation", "A4") in faults


def test_a_municipality_without_inhabitants_is_remarked_on() -> None:
    known = real_known()
    nobody = replace(known, register=replace(known.register, populations={}))
    found = check_evaluation(HEMNE, document(), ByWay(), nobody)
    assert "hemne-2018/population" in slugs(found)
