"""CSV: UTF-8 and RFC 4180, or the dialect that spreadsheets in Norway and Sweden open with a click.

The first is for programs and holds every text as it is; in the second a text is written so that a
spreadsheet reads it as one.
"""

import csv
import io
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.web.api.spreadsheet_texts import as_text
from app.web.api.tables import Cell, Table

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Dialect(StrEnum):
    """How a CSV file is written. The usual one needs no name in the address."""

    STANDARD = "standard"
    EXCEL_NO = "excel-no"
    """Semicolons, decimal commas, a byte order mark, and texts that stay texts."""


def parameters_of(dialect: Dialect) -> list[tuple[str, str]]:
    """What an address says of the dialect."""
    return [] if dialect is Dialect.STANDARD else [("dialect", dialect.value)]


def csv_file(
    table: Table, dialect: Dialect = Dialect.STANDARD, *, with_names: bool = True
) -> bytes:
    """The table with one line of column names, or its rows alone. Missing values are empty
    fields."""
    norwegian = dialect is Dialect.EXCEL_NO
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if norwegian else ",", lineterminator="\r\n")
    if with_names:
        writer.writerow([_written(column.name, norwegian) for column in table.columns])
    writer.writerows([_written(cell, norwegian) for cell in row] for row in table.rows)
    return ((BYTE_ORDER_MARK if norwegian else "") + text.getvalue()).encode()


def _written(cell: Cell, norwegian: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return plain(cell).replace(".", "," if norwegian else ".")
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case str():
            return as_text(cell) if norwegian else cell


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end: `433`, `38.9`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
