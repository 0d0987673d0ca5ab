"""CSV: what a reader of the standard gets back is what was put in. In the dialect for spreadsheets
no text can do anything, and none is taken for something else."""

import csv
import io
import re
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.api.csv_files import Dialect, csv_file, plain
from app.web.api.tables import Table
from tests.web.api.examples import MISSING, ROW, example, texts

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def read(body: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8"), newline=""), delimiter=delimiter))


def spreadsheet(table: Table) -> list[list[str]]:
    body = csv_file(table, Dialect.EXCEL_NO)
    return read(body.removeprefix(b"\xef\xbb\xbf"), ";")


def said(cell: str) -> str:
    """The text that a formula says which is a text alone, or the cell as it is."""
    inner = re.fullmatch(r'="((?:[^"]|"")*)"', cell, re.DOTALL)
    return inner[1].replace('""', '"') if inner else cell


def test_the_standard_dialect_is_that_of_the_rfc() -> None:
    assert csv_file(example(ROW, MISSING)).decode() == (
        "name,code,inhabitants,score,day,starred\r\n"
        '"Hemne; «Øst», nord",0112,4225,38.9,2018-01-02,true\r\n'
        "Heim,5055,,,,false\r\n"
    )


def test_the_norwegian_dialect_is_what_excel_opens() -> None:
    body = csv_file(example(ROW, MISSING), Dialect.EXCEL_NO)
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.decode("utf-8-sig") == (
        "name;code;inhabitants;score;day;starred\r\n"
        '"Hemne; «Øst», nord";"=""0112""";4225;38,9;2018-01-02;true\r\n'
        'Heim;"=""5055""";;;;false\r\n'
    )


def test_pandas_reads_both() -> None:
    standard = pd.read_csv(io.BytesIO(csv_file(example(ROW, MISSING))), dtype={"code": str})
    norwegian = pd.read_csv(
        io.BytesIO(csv_file(example(ROW, MISSING), Dialect.EXCEL_NO)),
        sep=";",
        decimal=",",
        encoding="utf-8-sig",
        converters={"code": said},
    )
    assert standard.equals(norwegian)
    assert standard["score"].tolist()[0] == 38.9
    assert standard["code"].tolist() == ["0112", "5055"]
    assert pd.isna(standard["score"][1])


@pytest.mark.parametrize(
    "value, written",
    [("433.0", "433"), ("38.90", "38.9"), ("0", "0"), ("100", "100"), ("0.05", "0.05")],
)
def test_numbers_are_plain(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe_in_spreadsheets_alone(
    beginning: str,
) -> None:
    for text in (f"{beginning}1+1", f" {beginning}SUM(A1)"):
        assert read(csv_file(texts(text)))[1] == [text]
        assert spreadsheet(texts(text))[1] == [f"'{text}"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_every_text_comes_back_and_none_is_a_formula_that_does_anything(values: list[str]) -> None:
    # A line with nothing in it is how one empty field is written.
    standard = [row[0] if row else "" for row in read(csv_file(texts(*values)))[1:]]
    assert standard == values
    for value, row in zip(values, spreadsheet(texts(*values))[1:], strict=True):
        cell = row[0] if row else ""
        assert said(cell) in (value, f"'{value}")
        if said(cell) == cell:
            assert not cell.lstrip(" ").startswith(BEGINNINGS)


@given(st.decimals("0", "800", places=1), st.integers(0, 10**9))
def test_every_number_comes_back(score: Decimal, inhabitants: int) -> None:
    row = ("x", "1", inhabitants, score, None, False)
    standard = read(csv_file(example(row)))[1]
    norwegian = spreadsheet(example(row))[1]
    assert Decimal(standard[3]) == Decimal(norwegian[3].replace(",", ".")) == score
    assert int(standard[2]) == inhabitants
