"""Files as people have them: every cell with its text, its value, its format and its place."""

import datetime
import io
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook as MadeByAnother

from app.publishing.importing.reading import SheetCell, Workbook, read_tables
from tests.publishing.importing import books

CASES = Path(__file__).parent / "cases"


def read(name: str) -> Workbook:
    return read_tables(name, (CASES / name).read_bytes())


def test_a_number_has_its_fewest_digits_and_a_text_stays_one() -> None:
    made = MadeByAnother()
    sheet = made.active
    assert sheet is not None
    sheet.append([0.1 + 0.2 - 0.3 + 41.2, 39.0, "8,8", "4 310", 1e-7, True, None, " x "])
    memory = io.BytesIO()
    made.save(memory)
    (only,) = read_tables("tall.xlsx", memory.getvalue()).sheets
    assert [(c.raw, c.value) for c in only.by_row[1].values()] == [
        ("41.2", Decimal("41.2")),
        ("39", Decimal(39)),
        ("8,8", "8,8"),
        ("4 310", "4 310"),
        ("0.0000001", Decimal("0.0000001")),
        ("1", True),
        (" x ", " x "),
    ]
    assert (1, 7) not in only.cells


def test_a_formula_is_seen_beside_what_it_gave() -> None:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory)
    sheet = book.add_worksheet("Sum")
    sheet.write_formula(6, 2, "=SUM(A1:A3)", None, 12.5)
    sheet.write_formula(7, 2, '=HYPERLINK("http://example.org")', None, "her")
    sheet.write_formula(8, 2, "=1/0", None, "#DIV/0!")
    book.close()
    (only,) = read_tables("sum.xlsx", memory.getvalue()).sheets
    assert only.cells[7, 3] == SheetCell("12.5", Decimal("12.5"), "General", "=SUM(A1:A3)")
    assert only.cells[8, 3].is_formula
    assert only.cells[8, 3].value == "her"
    assert (only.cells[9, 3].raw, only.cells[9, 3].value) == ("#DIV/0!", None)


def test_a_date_is_a_date_whatever_was_meant() -> None:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory)
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 43132, book.add_format({"num_format": "d.mmm"}))
    sheet.write_number(1, 0, 0.412, book.add_format({"num_format": "0 %"}))
    sheet.write_number(2, 0, 433, book.add_format({"num_format": '0 "poeng, dvs. 433 d"'}))
    book.close()
    (only,) = read_tables("dato.xlsx", memory.getvalue()).sheets
    assert only.cells[1, 1].value == datetime.date(2018, 2, 1)
    assert only.cells[1, 1].number_format == "d.mmm"
    assert (only.cells[2, 1].value, only.cells[2, 1].is_share) == (Decimal("0.412"), True)
    assert only.cells[3, 1].value == Decimal(433)


def test_texts_in_pieces_are_whole_and_how_they_are_spoken_is_left_out() -> None:
    strings = (
        f'<sst xmlns="{books.MAIN}"><si><r><t>Lede</t></r><r><rPr><b/></rPr>'
        "<t>rskap </t></r><rPh><t>uttale</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si></sst>"
    )
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c>'
        '<c r="D2" t="inlineStr"><is><t>inni</t></is></c><c r="E2"/></row>'
    )
    sheet = books.sheet(rows, '<mergeCells><mergeCell ref="B2:D4"/></mergeCells>')
    given = books.parts() | {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet}
    (only,) = read_tables("ark.xlsx", books.packed(given)).sheets
    assert {at: cell.value for at, cell in only.cells.items()} == {
        (2, 2): "Lederskap ",
        (2, 3): "a\rb_x000D_",
        (2, 4): "inni",
    }
    assert only.merged == ((2, 2, 4, 4),)


def test_the_strict_kind_of_workbook_is_read_too() -> None:
    given = {
        name: content.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006", "http://purl.oclc.org/ooxml"
        )
        for name, content in books.parts('<row r="1"><c r="A1"><v>7</v></c></row>').items()
    }
    (only,) = read_tables("ark.xlsx", books.packed(given)).sheets
    assert only.cells[1, 1].value == Decimal(7)


def test_hidden_sheets_are_told_from_those_that_are_seen() -> None:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory)
    book.add_worksheet("Sett").write_string(0, 0, "a")
    book.add_worksheet("Gjemt").hide()
    book.close()
    sheets = read_tables("ark.xlsx", memory.getvalue()).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sett", False), ("Gjemt", True)]


def test_a_report_s_table_keeps_its_merged_rows_and_its_kinds_of_numbers() -> None:
    (only,) = read("01_ks_report_questions.xlsx").sheets
    assert (5, 1, 5, 5) in only.merged
    assert only.cells[6, 4].value == Decimal("9.9")
    assert only.cells[7, 4].value == "8,8"
    assert only.cells[6, 5].is_share


def test_a_table_saved_by_a_nordic_spreadsheet() -> None:
    book = read("05_excel_export_cp1252.csv")
    (only,) = book.sheets
    assert book.facts == {"kind": "csv", "encoding": "Windows-1252", "delimiter": ";"}
    assert only.cells[2, 4].raw == "4\xa0310"
    assert only.cells[5, 2].raw == "Ålmeby"
    assert (4, 14) in only.cells
    assert book.place(only, 5, 2).cell == "B5"
    assert book.place(only, 5, 2).line == 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp865", "mac_roman"]
)
def test_letters_come_out_whatever_encoding_they_were_written_in(encoding: str) -> None:
    text = "Kommune;Skår\r\nÅlmeby;41,2\r\nPrøvøy kommune;36,8\r\nNærbyen på øya;50\r\n" * 3
    (only,) = read_tables("navn.csv", text.encode(encoding)).sheets
    assert [only.cells[row, 1].raw for row in (2, 3, 4)] == [
        "Ålmeby",
        "Prøvøy kommune",
        "Nærbyen på øya",
    ]


@pytest.mark.parametrize(
    "text, delimiter, cells",
    [
        ("a;1,5\nb;2,5\n", ";", ("a", "1,5")),
        ("a,1.5\nb,2.5\n", ",", ("a", "1.5")),
        ("a\t1,5\nb\t2,5\n", "\t", ("a", "1,5")),
        ('"a, b";1,5\n"c, d";2\n', ";", ("a, b", "1,5")),
        ("sep=,\na;x,1\n", ",", ("a;x", "1")),
        ("tittel\n\na;1\nb;2,5\n", ";", ("tittel",)),
    ],
)
def test_the_delimiter_is_what_divides_most_rows_alike(
    text: str, delimiter: str, cells: tuple[str, ...]
) -> None:
    book = read_tables("tabell.csv", text.encode())
    assert book.facts["delimiter"] == delimiter
    assert tuple(cell.raw for cell in book.sheets[0].by_row[1].values()) == cells


def test_a_cell_of_several_lines_has_the_line_it_begins_on() -> None:
    (only,) = read_tables("tabell.csv", b'a;"b\nc"\n\nd;"e"\n').sheets
    assert only.cells[1, 2].raw == "b\nc"
    assert {at: cell.line for at, cell in only.cells.items()} == {
        (1, 1): 1,
        (1, 2): 1,
        (3, 1): 4,
        (3, 2): 4,
    }


def test_a_running_text_is_its_lines() -> None:
    book = read("11_findings.txt")
    (only,) = book.sheets
    assert only.lines[3] == "Styrker"
    assert only.cells[4, 1].line == 4
    assert (3, 1) not in only.cells
    assert book.text.startswith("Fokusområde 1")


def test_tables_packed_together_are_sheets() -> None:
    book = read_tables("alt.zip", books.packed({"skår.csv": "a;1", "mappe/funn.csv": "b;2"}))
    assert [(sheet.name, sheet.cells[1, 1].raw) for sheet in book.sheets] == [
        ("skår", "a"),
        ("funn", "b"),
    ]


@pytest.mark.parametrize(
    "name, shown",
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        (r"C:\Mine filer\skår.csv", "skår.csv"),
        ("a\u202evsc.csv", "avsc.csv"),
        ("a\nb.csv", "ab.csv"),
    ],
)
def test_a_file_is_called_by_what_is_seen_of_its_name(name: str, shown: str) -> None:
    assert read_tables(name, b"a;1").name == shown
