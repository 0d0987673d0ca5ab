"""Spreadsheets: the data, what the columns mean, and what to know before using them."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.message import Say, say
from app.domain.release import Release
from app.web.api.tables import Cell, CellKind, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDEST = 60
_NARROWEST = 8


def xlsx_file(table: Table, release: Release, words: Say, about: Sequence[str]) -> bytes:
    """A workbook with three sheets; `about` are the lines of the last, one a row.

    The same table of the same release is the same file: its dates are those of the release.
    """
    import xlsxwriter  # few ask for it, and every start would wait for it

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(
        memory,
        {
            "in_memory": True,
            "default_date_format": "yyyy-mm-dd",
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    moment: datetime = release.published_at.replace(tzinfo=None)
    book.set_properties({"title": words(table.title), "created": moment})
    bold = book.add_format({"bold": True})
    points = book.add_format({"num_format": "0.0"})
    _data(book.add_worksheet("data"), table, bold, points)
    _columns(book.add_worksheet("metadata"), table, words, bold)
    readme = book.add_worksheet("readme")
    readme.set_column(0, 0, 110)
    for index, line in enumerate(about):
        readme.write_string(index, 0, line)
    book.close()
    return memory.getvalue()


def _data(sheet: "Worksheet", table: Table, bold: "Format", points: "Format") -> None:
    for column, described in enumerate(table.columns):
        sheet.write_string(0, column, described.name, bold)
    for row, cells in enumerate(table.rows, 1):
        for column, cell in enumerate(cells):
            _write(sheet, row, column, cell, table.columns[column].kind, points)
    sheet.freeze_panes(1, 0)
    for column, described in enumerate(table.columns):
        longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
        width = min(max(longest, len(described.name), _NARROWEST) + 2, _WIDEST)
        sheet.set_column(column, column, width)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(
    sheet: "Worksheet", row: int, column: int, cell: Cell, kind: CellKind, points: "Format"
) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, cell)
        case Decimal() | int():
            style: Any = points if kind is CellKind.POINTS else None
            sheet.write_number(row, column, float(cell), style)
        case date():
            sheet.write_datetime(row, column, cell)
        case str():
            sheet.write_string(row, column, cell)


def _columns(sheet: "Worksheet", table: Table, words: Say, bold: "Format") -> None:
    for column, heading in enumerate((say("Column"), say("Type"), say("Meaning"))):
        sheet.write_string(0, column, words(heading), bold)
    for row, described in enumerate(table.columns, 1):
        sheet.write_string(row, 0, described.name)
        sheet.write_string(row, 1, described.kind.value)
        sheet.write_string(row, 2, words(described.meaning))
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 90)
