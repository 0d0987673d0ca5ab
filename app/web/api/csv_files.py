"""CSV: UTF-8 and RFC 4180, or the dialect that Excel opens with a double click in Norway."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.web.api.tables import Cell, CellKind, Table, without_formula

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Dialect(StrEnum):
    """How a CSV file is written. The usual one needs no name in the address."""

    STANDARD = "standard"
    EXCEL_NO = "excel-no"
    """Semicolons, decimal commas and a byte order mark."""


def csv_file(
    table: Table, dialect: Dialect = Dialect.STANDARD, *, with_names: bool = True
) -> bytes:
    """The table with one line of column names, or its rows alone. Missing values are empty
    fields."""
    norwegian = dialect is Dialect.EXCEL_NO
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if norwegian else ",", lineterminator="\r\n")
    kinds = [column.kind for column in table.columns]
    if with_names:
        writer.writerow([column.name for column in table.columns])
    writer.writerows(_line(row, kinds, "," if norwegian else ".") for row in table.rows)
    return ((BYTE_ORDER_MARK if norwegian else "") + text.getvalue()).encode()


def _line(row: Iterable[Cell], kinds: Iterable[CellKind], mark: str) -> list[str]:
    return [_written(cell, kind, mark) for cell, kind in zip(row, kinds, strict=True)]


def _written(cell: Cell, kind: CellKind, mark: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return plain(cell).replace(".", mark)
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case str():
            return cell if kind is CellKind.CODE else without_formula(cell)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end: `433`, `38.9`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
