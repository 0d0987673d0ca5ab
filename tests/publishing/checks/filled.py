"""Workbooks as somebody fills them in: our own, changed cell by cell by another program."""

import io
from collections.abc import Mapping
from functools import lru_cache

import openpyxl

from app.domain.evaluation import Evaluation
from app.publishing.workbook.files import exported, template
from tests.publishing.changing import real_state


@lru_cache
def workbook_of(*ids: str) -> bytes:
    found = [e for e in real_state().evaluations if e.id in ids]
    assert len(found) == len(ids)
    return exported(found, real_state().instrument)


def evaluation(id: str) -> Evaluation:
    (found,) = (e for e in real_state().evaluations if e.id == id)
    return found


@lru_cache
def empty(version: str, evaluations: int = 1) -> bytes:
    instrument = real_state().instrument
    return template(instrument.versions[version], instrument, evaluations=evaluations)


def changed(content: bytes, cells: Mapping[tuple[str, str], object]) -> bytes:
    """The workbook with other values in some cells, by sheet and address."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for (sheet, cell), value in cells.items():
        book[sheet][cell].value = value
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def cell_of(content: bytes, sheet: str, key: str, column: str) -> str:
    """The address of a cell by the hidden keys of its row and column."""
    book = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    (row,) = (cells[0].row for cells in book.iter_rows() if cells[0].value == key)
    (at,) = (cell.column_letter for cell in book[1] if cell.value == column)
    return f"{at}{row}"
