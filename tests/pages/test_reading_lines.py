"""The lines that read a page's table in Python and in R do so: run as they stand on the page, they
leave every code as it is in the file."""

import csv
import io
import os
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from tests.in_turn import in_turn
from tests.pages.checks import parsed
from tests.pages.client import Client, Page
from tests.pages.test_data_links import PAGES, data_links

MORE = ("/utvikling", "/fylker/trondelag", "/grupper/size/small", "/gullstjerner?q=bruker")
RUN = (
    "/kommuner",
    "/sv/kommuner?country=SE",
    "/kommuner/hemne/2018",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/gullstjerner",
    "/data/endringer",
)
NEVER_NUMBERS = {
    "countries",
    "country",
    "group",
    "ledger_hash",
    "reason_language",
    "scope",
    "sha256",
}
"""Codes in letters, or too long for a number."""


def line(page: Page, language: str) -> str:
    return page.by_id(f"read-{language}").text or ""


def named(text: str) -> list[str]:
    """The columns that a line says are texts."""
    return re.findall(r'"(\w+)": str', text) + re.findall(r'(\w+) = "character"', text)


def table(site: Client, page: Page) -> tuple[list[list[str]], list[str]]:
    """The file with its head, and the kinds of its columns as the workbook has them."""
    workbook, _, plain, *_ = data_links(page)
    text = site.http.get(plain).text
    book = openpyxl.load_workbook(io.BytesIO(site.http.get(workbook).content))["metadata"]
    kinds = [str(row[1].value) for row in list(book.rows)[1:]]
    return list(csv.reader(io.StringIO(text, newline=""))), kinds


@pytest.mark.parametrize("address", [*PAGES, *MORE])
def test_they_name_every_column_of_codes_that_look_like_numbers(site: Client, address: str) -> None:
    page = site.get(address)
    (heads, *_), kinds = table(site, page)
    codes = {name for name, kind in zip(heads, kinds, strict=True) if kind == "code"}
    codes = {name for name in codes if not name.endswith("missing")}  # reasons are words
    for language in ("python", "r"):
        assert set(named(line(page, language))) == codes - NEVER_NUMBERS, language


def fetched(address: str) -> Page:
    with urllib.request.urlopen(address, timeout=60) as answer:
        text = answer.read().decode()
    return Page(200, {}, text, parsed(address, {}, text))


@in_turn("address", RUN)
def test_python_reads_it(served: str, address: str) -> None:
    page = fetched(served + address)
    found: dict[str, Any] = {}
    exec(line(page, "python"), found)
    data = found["data"]
    assert isinstance(data, pd.DataFrame)
    with urllib.request.urlopen(served + data_links(page)[2], timeout=60) as answer:
        heads, *rows = csv.reader(io.StringIO(answer.read().decode(), newline=""))
    assert list(data.columns) == heads
    assert len(data) == len(rows)
    for at, name in enumerate(heads):
        if name in named(line(page, "python")):
            assert data[name].fillna("").tolist() == [row[at] for row in rows], name
        elif name in ("score", "total", "area_1"):
            assert pd.api.types.is_numeric_dtype(data[name]), name


def test_r_reads_it(served: str, tmp_path: Path) -> None:
    """Where R is."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is missing")
    page = fetched(f"{served}/kommuner?country=SE")
    script = tmp_path / "read.R"
    told = "paste(data$code, data$method_version, class(data$total))"
    text = f"{line(page, 'r')}\nwriteLines({told})\n"
    script.write_text(text, encoding="utf-8")
    said = subprocess.run(
        [program, "--vanilla", str(script)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=120,
    )
    assert said.stderr == ""
    with urllib.request.urlopen(served + data_links(page)[2], timeout=60) as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode(), newline="")))
    assert said.stdout.splitlines() == [
        f"{row['code']} {row['method_version']} numeric" for row in rows
    ]
    assert any(row["code"].startswith("0") for row in rows)
