"""The template and the export as people see them: drop-downs, maxima and running sums."""

import io
from decimal import Decimal

import openpyxl
import pytest

from app.publishing.importing.reading import read_tables
from app.publishing.workbook.files import english, exported, template
from tests.publishing.changing import real_state
from tests.publishing.checks.filled import cell_of, empty, evaluation, workbook_of
from tests.publishing.checks.test_checks import checked_file

VERSIONS = [*real_state().instrument.versions]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("evaluations", [1, 3])
def test_an_empty_template_has_nothing_wrong_but_that_it_is_empty(
    version: str, evaluations: int
) -> None:
    (fault,) = checked_file(empty(version, evaluations)).faults
    assert str(fault).endswith("No evaluation is filled in.")


def test_sums_stand_there_before_any_spreadsheet_has_worked_them_out() -> None:
    (scores,) = (
        s for s in read_tables("a.xlsx", workbook_of("hemne-2018")).sheets if "2.1" in s.name
    )
    sums = {cells[1].raw: cells[5] for _, cells in scores.rows() if 5 in cells and 1 in cells}
    assert sums["area:1"].value == Decimal("38.9")
    assert sums["total"].value == Decimal(433)
    assert sums["area:1"].formula == '=IF(COUNT(E4:E8)=0,"",SUM(E4:E8))'


def test_the_table_is_the_report_s_own() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of("hemne-2018")))
    sheet = book["Scores 2.1"]
    seen = [[cell.value for cell in row][1:] for row in sheet.iter_rows(min_row=2, max_row=5)]
    assert seen[0] == ["No.", "Area or question", "Max", "Score", "%", "Printed"]
    assert seen[1][:3] == ["1", "Openness and democracy", 100]
    assert seen[1][5] == 39
    assert seen[2][:4] == ["1.1", "Democracy and communication strategy", 15, 7.5]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden


def test_points_and_choices_are_held_where_they_are_written() -> None:
    instrument = real_state().instrument
    labels = ["Hemne", "Våler (Østfold)"]
    content = template(instrument.versions["2.1"], instrument, english, labels)
    book = openpyxl.load_workbook(io.BytesIO(content))
    at = cell_of(content, "Scores 2.1", "question:1.1", "score:1")
    (points,) = (
        rule for rule in book["Scores 2.1"].data_validations.dataValidation if at in rule.sqref
    )
    assert points.formula1 == (
        f"OR(AND(ISNUMBER({at}),{at}>=0,{at}<=$D{at[1:]},ROUND({at},1)={at}),"
        f"COUNTIF(kompass_missing,{at})>0)"
    )
    (kinds,) = (r for r in book["Findings"].data_validations.dataValidation if "D3" in r.sqref)
    named = book.defined_names[kinds.formula1].attr_text.replace("'", "").replace("$", "")
    sheet, _, cells = named.partition("!")
    assert [cell.value for (cell,) in book[sheet][cells]] == ["strength", "challenge", "weakness"]
    free = book.defined_names["kompass_municipalities"].attr_text.replace("'", "").replace("$", "")
    sheet, _, cells = free.partition("!")
    assert [cell.value for (cell,) in book[sheet][cells]] == labels


def test_evaluations_of_several_versions_stand_in_a_table_for_each() -> None:
    found = [evaluation(id) for id in ("hemne-2018", "hareid-2019", "ale-2020", "hemne-2011")]
    book = read_tables("a.xlsx", exported(found, real_state().instrument))
    versions = {e.version for e in found}
    assert {s.name for s in book.sheets if s.name.startswith("Scores")} == {
        f"Scores {version}" for version in versions
    }
    assert len(versions) > 1
