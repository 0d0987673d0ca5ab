"""Whatever stands in a file: nothing raises, and no evaluation holds what the file does not."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.publishing.importing.foreign.understand import understand_foreign
from app.publishing.importing.tables import Sheet, SheetCell, Workbook
from app.publishing.importing.understanding import Understanding
from tests.publishing.importing.foreign.making import (
    AREAS_NB,
    AREAS_SV,
    TENTHS,
    known_of_cases,
)

WORDS = (
    *AREAS_NB,
    *AREAS_SV,
    *("Omr 1", "Omr 2", "Omr 3", "Område 4", "1. Offentlighet og demokrati 61", "Sum område 2"),
    *("Kommune", "Knr", "År", "Totalt", "Sum", "Snitt", "Endring", "Maks", "% av maks", "Skår"),
    *("Prøvøy", "Testnes", "Ålmeby 2014", "Storvik kommune 2018", "931", "2088", "Vikk", "Snitt"),
    *("1.1", "1.2", "2.6", "1.10", "2018", "2014", "01.feb", "1,1", "40 kommuner i genomsnitt"),
    *TENTHS,
    *("58", "105", "−3", "48,95", "5O", "41 %", "+4 %", "..", ":", "-", "48*", "61¹", "(44)"),
    *("416", "500", "fikk 496 av 800 poeng", "Styrker", "- En styrke", "Svakheter", "Ingen"),
    *("versjon 2.1", "Rapport 3/2018", "\n63\n", "4\xa0310", "1", "2", "3", "4", "5", "800"),
)
TEXTS = st.sampled_from(WORDS) | st.text(max_size=12)
NUMBERS = st.decimals(-10, 900, places=1) | st.integers(0, 110).map(Decimal)


def text_cell(text: str) -> SheetCell:
    return SheetCell(text, text)


def number_cell(number: Decimal, format: str) -> SheetCell:
    value = number / 100 if "%" in format else number
    return SheetCell(format_of(value), value, format)


def format_of(value: Decimal) -> str:
    return format(value.normalize(), "f")


CELLS = st.builds(text_cell, TEXTS) | st.builds(
    number_cell, NUMBERS, st.sampled_from(("General", "0 %"))
)
GRIDS = st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 6)), CELLS, max_size=60)


def areas_down(
    values: list[list[SheetCell]], names: tuple[str, ...]
) -> dict[tuple[int, int], SheetCell]:
    """A table with areas in the first column, as most have, and anything beside them."""
    found = {(row, 1): text_cell(name) for row, name in enumerate(names, 2)}
    for column, cells in enumerate(values, 2):
        found |= {(row, column): cell for row, cell in enumerate(cells, 1)}
    return found


TABLES = st.builds(
    areas_down,
    st.lists(st.lists(CELLS, min_size=9, max_size=10), min_size=1, max_size=4),
    st.sampled_from((AREAS_NB, AREAS_SV)),
)


def numbers_in(document: Any, way: tuple[str | int, ...] = ()) -> Mapping[tuple[Any, ...], float]:
    """The points of a document by their way."""
    found: dict[tuple[Any, ...], float] = {}
    if isinstance(document, dict):
        for key, value in document.items():
            if key in ("stated", "score", "total") and value is not None:
                found[*way, key] = value
            found |= numbers_in(value, (*way, key))
    elif isinstance(document, list):
        for position, value in enumerate(document):
            found |= numbers_in(value, (*way, position))
    return found


def holds(raw: str, value: float) -> bool:
    """Whether a cell says a figure: its digits are there, or it is a share of one."""
    plain = re.sub(r"\s", "", raw).replace(",", ".").replace("O", "0")
    figures = {Decimal(figure) for figure in re.findall(r"\d+(?:\.\d+)?", plain)}
    exact = Decimal(str(value))
    shares = {round(f * k, 1) for f in figures for k in (1, 8, 100, 800)}
    fractions = {round(f * m / 100, 1) for f in figures for m in range(5, 101, 5)}
    wholes = {round(f * m, 1) for f in figures for m in range(5, 101, 5)}
    return exact in figures | shares | fractions | wholes


def check(found: Understanding, workbook: Workbook) -> None:
    places = {
        workbook.place(sheet, row, column): cell.raw
        for sheet in workbook.sheets
        for (row, column), cell in sheet.cells.items()
    }
    for candidate in found.candidates:
        for way, value in numbers_in(dict(candidate.document)).items():
            assert way in candidate.places, way
            raw = places[candidate.places[way]]
            assert holds(raw, value), (way, raw, value)
            assert value >= 0
        slug = candidate.document.get("municipality")
        assert slug is None or slug in known_of_cases().register.municipalities
    seen = {cell.place for cell in found.cells}
    assert {place for place, raw in places.items() if raw.split()} <= seen or found.faults


@given(GRIDS)
def test_any_grid_of_cells(cells: dict[tuple[int, int], SheetCell]) -> None:
    workbook = Workbook("alt.xlsx", (Sheet("Ark1", cells),), {"kind": "xlsx"})
    check(understand_foreign(workbook, known_of_cases(), {}), workbook)


@given(TABLES)
def test_any_figures_beside_areas(cells: dict[tuple[int, int], SheetCell]) -> None:
    workbook = Workbook("alt.xlsx", (Sheet("Ark1", cells),), {"kind": "xlsx"})
    check(understand_foreign(workbook, known_of_cases(), {}), workbook)


@given(st.lists(TEXTS | st.tuples(TEXTS, TEXTS).map(" ".join), max_size=25))
def test_any_lines_of_text(lines: list[str]) -> None:
    kept = tuple(line.replace("\n", " ").replace("\r", " ") for line in lines)
    cells = {(n, 1): SheetCell(t, t, line=n) for n, t in enumerate(kept, 1) if t.strip()}
    workbook = Workbook("alt.txt", (Sheet("", cells, lines=kept),), {"kind": "text"})
    found = understand_foreign(workbook, known_of_cases(), {})
    for candidate in found.candidates:
        for value in numbers_in(dict(candidate.document)).values():
            assert any(holds(line, value) for line in kept), value


@given(TABLES, st.dictionaries(TEXTS, TEXTS, max_size=3))
def test_any_answers(cells: dict[tuple[int, int], SheetCell], others: dict[str, str]) -> None:
    """Answers that make no sense are asked for again, and raise nothing."""
    workbook = Workbook("alt.xlsx", (Sheet("Ark1", cells),), {"kind": "xlsx"})
    first = understand_foreign(workbook, known_of_cases(), others)
    for text in ("", "tull", "2018", "-", "provoy"):
        answers = dict.fromkeys((question.id for question in first.asked), text)
        again = understand_foreign(workbook, known_of_cases(), answers)
        assert {question.id for question in again.asked} >= {
            question.id
            for question in first.asked
            if text == "tull" and question.id.startswith(("year:", "municipality:", "version:"))
        }
