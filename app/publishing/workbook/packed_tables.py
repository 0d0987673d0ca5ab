"""Tables as CSV, packed together: for those who have no spreadsheet, or a program of their own."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.publishing.workbook.book import RISKY
from app.publishing.workbook.fields import HEADING, MARK
from app.publishing.workbook.grids import FileTable, GridValue

DELIMITER: Final = ";"
GUARD: Final = "'"
"""Stands before a text that a spreadsheet might take for a formula. It is taken away again."""
_MARK_OF_UTF_8: Final = "\ufeff"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The same tables are the same file."""


def packed_tables(tables: Iterable[FileTable]) -> bytes:
    """The tables, each in a file that spreadsheets of these countries open as it is."""
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as packed:
        for grid in tables:
            part = ZipInfo(f"{grid.key.replace(':', '-')}.csv", _FIRST_DAY)
            part.compress_type = ZIP_DEFLATED
            packed.writestr(part, table_text(grid))
    return memory.getvalue()


def table_text(grid: FileTable) -> str:
    """A table as CSV: a row of keys, a row for people, then what there is."""
    memory = io.StringIO()
    writer = csv.writer(memory, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow([MARK + grid.key, *(column.key for column in grid.columns)])
    if any(column.above for column in grid.columns):
        writer.writerow([HEADING, *(guarded(column.above) for column in grid.columns)])
    writer.writerow([HEADING, *(guarded(column.label) for column in grid.columns)])
    for row in grid.rows:
        cells = (_text(row.values.get(column.key)) for column in grid.columns)
        writer.writerow([row.key, *cells])
    return _MARK_OF_UTF_8 + memory.getvalue()


def guarded(text: str) -> str:
    """The text with the guard before it, where it needs one."""
    return GUARD + text if text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(RISKY) else text


def _text(value: GridValue) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return guarded(value) if isinstance(value, str) else str(value)
