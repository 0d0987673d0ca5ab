"""Spreadsheets: numbers are numbers, the head stays in view, and the same is made twice alike."""

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from app.web.api.tables import Table
from app.web.api.xlsx_files import xlsx_file
from tests.web.api.examples import MISSING, RELEASE, ROW, example, in_english, texts


def written(table: Table) -> bytes:
    return xlsx_file(table, RELEASE, in_english, ("About it", "Licence"))


def opened(table: Table) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(table)))


def test_there_are_data_their_meaning_and_what_to_know() -> None:
    book = opened(example(ROW))
    assert book.sheetnames == ["data", "metadata", "readme"]
    meanings = [[cell.value for cell in row] for row in book["metadata"].rows]
    assert meanings[0] == ["Column", "Type", "Meaning"]
    assert meanings[4] == ["score", "points", "Points"]
    assert [row[0].value for row in book["readme"].rows] == ["About it", "Licence"]


def test_cells_have_the_kind_of_what_they_hold() -> None:
    heads, row, missing = opened(example(ROW, MISSING))["data"].rows
    assert [cell.value for cell in heads] == [
        "name",
        "code",
        "inhabitants",
        "score",
        "day",
        "starred",
    ]
    assert [cell.value for cell in row] == [
        "Hemne; «Øst», nord",
        "0112",
        4225,
        38.9,
        datetime(2018, 1, 2),  # noqa: DTZ001 - a spreadsheet has no time zones
        True,
    ]
    assert [cell.data_type for cell in row] == ["s", "s", "n", "n", "d", "b"]
    assert row[3].number_format == "0.0"
    assert [cell.value for cell in missing[2:5]] == [None, None, None]


def test_the_head_is_frozen() -> None:
    assert opened(example(ROW))["data"].freeze_panes == "A2"


def test_no_text_becomes_a_formula_or_a_link() -> None:
    values = ("=1+1", "+47", "-5", "@A1", "https://example.org", "007")
    cells = [row[0] for row in opened(texts(*values))["data"].rows][1:]
    assert [cell.value for cell in cells] == list(values)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * len(values)


def test_the_same_table_of_the_same_release_is_the_same_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = written(example(ROW, MISSING))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert written(example(ROW, MISSING)) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert b"2026-03-01T12:30:00Z" in parts.read("docProps/core.xml")


def test_pandas_reads_it() -> None:
    frame = pd.read_excel(io.BytesIO(written(example(ROW, MISSING))), dtype={"code": str})
    assert frame["score"].tolist()[0] == 38.9
    assert frame["code"].tolist() == ["0112", "5055"]


def test_a_table_without_rows_is_a_file_with_a_head() -> None:
    assert opened(example())["data"].max_row == 1
