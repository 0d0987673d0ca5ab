"""Questions under areas: appendices of reports in other layouts than the case."""

from datetime import date
from decimal import Decimal

import pytest

from app.publishing.importing.understanding import Certainty, FileShape
from tests.publishing.importing.foreign.making import (
    AREAS_NB,
    asked,
    book,
    known_of_cases,
    scores,
    stated,
    summary,
    table,
    understood,
)


def report(codes: str = "text") -> tuple[bytes, dict[str, float]]:
    """A report with areas in a column of their own, sums that are only called so, and codes as
    they are or as a spreadsheet spoils them."""
    version = known_of_cases().instrument.version("2.1")
    rows: list[list[object]] = [
        ["Evaluering av Storvik kommune 2018"],
        ["Område", "Spm", "Tekst", "Oppnådd", "Maks"],
    ]
    wanted: dict[str, float] = {}
    total = Decimal(0)
    for area in version.areas:
        rows.append([area.no, None, area.name.texts["nn"]])
        gained = Decimal(0)
        for question in area.questions:
            score = (question.max * Decimal("0.42")).quantize(Decimal("0.1"))
            no, part = (int(text) for text in question.code.split("."))
            code: object = question.code
            if codes == "dates":
                code = date(2024, part, no)
            elif codes == "numbers":
                code = float(question.code)
            rows.append([None, code, "Om noe", str(score).replace(".", ","), int(question.max)])
            wanted[question.code] = float(score)
            gained += score
        rows.append([None, None, "Sum", str(gained).replace(".", ","), 100])
        total += gained
    rows.append([None, None, "Sum", str(total).replace(".", ","), 800])
    return book({"Skår": rows}), wanted


@pytest.mark.parametrize("codes", ["text", "numbers", "dates"])
def test_a_report_of_another_layout(codes: str) -> None:
    content, wanted = report(codes)
    found = understood("rapport.xlsx", content)
    assert found.shape is FileShape.REPORT_TABLE
    assert (asked(found), found.faults) == ({"source"}, ())
    (one,) = (candidate.document for candidate in found.candidates)
    assert (one["municipality"], one["year"], one["detail"]) == ("storvik", 2018, "questions")
    assert scores(one) == wanted
    assert one["total"] == pytest.approx(sum(wanted.values()))
    assert None not in stated(one)
    first = [c for c in found.cells if c.place.cell == "B4"]
    assert {c.certainty for c in first} == {
        Certainty.CONFIRM if codes == "dates" else Certainty.SURE
    }


def test_questions_that_a_version_does_not_have_here_are_left_out_and_said() -> None:
    content = report()[0]
    first = understood("rapport.xlsx", content)
    assert scores(first.candidates[0].document)
    rows = table(
        [
            ["Storvik kommune 2013"],
            ["Spørsmål", "Poeng"],
            *(
                line
                for no, name in enumerate(AREAS_NB, 1)
                for line in ([f"{no} {name}", 40], [f"{no}.1 Om noe", 5], [f"{no}.2 Om mer", 6])
            ),
            ["Totalt", 320],
        ]
    )
    found = understood("a.csv", rows)
    assert summary(found) == [("storvik", 2013, 320, [40] * 8)]
    assert scores(found.candidates[0].document) == {}
    assert found.faults == ()
    assert any("2.0" in str(remark.problem) for remark in found.remarks)


def test_municipalities_across_and_questions_down() -> None:
    version = known_of_cases().instrument.version("2.1")
    questions = [q for area in version.areas for q in area.questions]
    content = table(
        [
            ["Fråga", "Ålmeby", "Lillskog-Örn"],
            ["År", 2018, 2019],
            *([f"{q.code} Något", str(q.max * Decimal("0.4")), "..'"[:2]] for q in questions),
        ]
    )
    found = understood("a.csv", content)
    (first, *_) = (candidate.document for candidate in found.candidates)
    assert (first["municipality"], first["year"], first["detail"]) == ("almeby", 2018, "questions")
    assert scores(first)["8.7"] == 6
    assert first["total"] is None
