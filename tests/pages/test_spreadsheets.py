"""Files as spreadsheets in Norway and Sweden open them: points are numbers, and every code, version
and name is the text that it is."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import openpyxl
import pytest

from app.web.api.csv_files import Dialect, csv_file
from tests.domain.hemne import SUMS
from tests.pages.client import Client
from tests.pages.spreadsheets import LOCALES, opened
from tests.web.api.examples import texts
from tests.web.api.test_spreadsheet_texts import LEFT, TAKEN

HEMNE = "/api/v1/evaluations/hemne-2018"
LIST = "/api/v1/evaluations"
OTHERS = (
    "/api/v1/municipalities",
    "/api/v1/municipalities/hemne",
    "/api/v1/municipalities/hemne/peers",
    "/api/v1/methods",
    "/api/v1/methods/2.1",
    "/api/v1/methods/2.1/areas/3",
    "/api/v1/methods/2.1/questions/1.1",
    "/api/v1/gold-stars",
    "/api/v1/averages",
    "/api/v1/quality",
    "/api/v1/releases",
    "/api/v1/changes?since=0",
    "/api/v1/compare?e=hemne-2018&e=hareid-2019",
)
NUMBERS = ("integer", "points", "number")
DIGITS = 1e-14
"""A spreadsheet keeps fifteen digits of a mean."""


def fetched(site: Client, address: str, suffix: str, **parameters: str) -> bytes:
    path, _, query = address.partition("?")
    given = urlencode([*parse_qsl(query), ("lang", "nb"), *parameters.items()])
    response = site.http.get(f"{path}.{suffix}?{given}")
    assert response.status_code == 200, f"{address}: {response.text[:400]}"
    return response.content


@pytest.mark.parametrize("locale", LOCALES)
def test_a_spreadsheet_reads_what_the_files_hold(site: Client, locale: str, tmp_path: Path) -> None:
    files, expected = {}, {}
    for number, address in enumerate((HEMNE, LIST, *OTHERS)):
        book, norwegian = f"{number}.xlsx", f"{number}-excel.csv"
        files[book] = fetched(site, address, "xlsx")
        files[norwegian] = fetched(site, address, "csv", dialect="excel-no")
        rows = _standard(fetched(site, address, "csv"))
        expected[book] = expected[norwegian] = _typed(rows, _kinds(files[book]))
    found = opened(files, locale, tmp_path)
    for name, rows in expected.items():
        assert _comparable(found[name]) == rows, name


@pytest.mark.parametrize("locale", LOCALES)
def test_hemne_is_what_the_report_says(site: Client, locale: str, tmp_path: Path) -> None:
    file = fetched(site, HEMNE, "csv", dialect="excel-no")
    heads, *rows = opened({"hemne.csv": file}, locale, tmp_path)["hemne.csv"]
    level, code, score = (heads.index(name) for name in ("level", "code", "score"))
    areas = {row[code]: row[score] for row in rows if row[level] == "area"}
    assert areas == {str(no): float(points) for no, points in SUMS.items()}
    questions = [row[code] for row in rows if row[level] == "question"]
    assert len(questions) == 45
    assert questions[0] == "1.1"
    assert all(isinstance(one, str) for one in questions)


@pytest.mark.parametrize("locale", LOCALES)
def test_any_text_stays_one(locale: str, tmp_path: Path) -> None:
    values = [text for text in (*TAKEN, *LEFT) if text.strip()]
    file = csv_file(texts(*values), Dialect.EXCEL_NO)
    assert opened({"texts.csv": file}, locale, tmp_path)["texts.csv"][1:] == [[v] for v in values]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_standard_dialect_is_not_for_spreadsheets(locale: str, tmp_path: Path) -> None:
    """What these tests would say of a file that does nothing about it."""
    plain = csv_file(texts("1/2", "0381"))
    assert opened({"texts.csv": plain}, locale, tmp_path)["texts.csv"][1:] != [["1/2"], ["0381"]]


def _standard(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def _kinds(book: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(book))["metadata"]
    return [str(row[1].value) for row in list(sheet.rows)[1:]]


def _typed(rows: list[list[str]], kinds: list[str]) -> list[list[Any]]:
    heads, *others = rows
    return [heads, *([_value(*pair) for pair in zip(row, kinds, strict=True)] for row in others)]


def _value(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    if kind in NUMBERS:
        return pytest.approx(float(Decimal(cell)), rel=DIGITS)
    return cell == "true" if kind == "yes-no" else cell


def _comparable(rows: list[list[Any]]) -> list[list[Any]]:
    return [[_same(cell) for cell in row] for row in rows]


def _same(cell: Any) -> Any:
    match cell:
        case bool():
            return cell
        case "true" | "false":
            return cell == "true"
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return cell
