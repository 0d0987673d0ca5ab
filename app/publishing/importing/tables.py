"""A file as tables of cells, whatever kind of file it was; what the cells mean is not read here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from openpyxl.utils import get_column_letter

from app.publishing.importing.understanding import PlaceInFile

CellValue: TypeAlias = "str | Decimal | bool | date | datetime | time | timedelta | None"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What stands in a cell.

    `raw` is the text as it stands, no-break spaces and all; of a number its shortest digits with a
    point, of a date its ISO form. `value` is text, number, truth or date as the file has it: all
    of a text file is text, and a value that a formula could not work out is None. `formula` begins
    with `=`; `value` and `raw` are then what was last worked out, which nobody has vouched for.
    """

    raw: str
    value: CellValue
    number_format: str = ""
    formula: str = ""
    line: int = 0

    @property
    def is_formula(self) -> bool:
        return self.formula != ""

    @property
    def is_blank(self) -> bool:
        """Whether nobody has written anything in it but space."""
        return not self.raw.strip() and not self.formula

    @property
    def is_share(self) -> bool:
        """Whether it is shown as a percentage: 0.412 as `41 %`."""
        return "%" in self.number_format


Merged: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row and last column, all of them counted from 1."""


@dataclass(frozen=True)
class Sheet:
    """A table: cells by row and column, counted from 1; empty ones are not there.

    The name is "" for a file that is one table. A running text has its lines, and each of them as
    the only cell of its row.
    """

    name: str
    cells: Mapping[tuple[int, int], SheetCell]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    lines: tuple[str, ...] = ()

    @cached_property
    def by_row(self) -> Mapping[int, Mapping[int, SheetCell]]:
        """The rows that hold anything, from the top, and their cells from the left."""
        found: dict[int, dict[int, SheetCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found

    def rows(self) -> Iterator[tuple[int, Mapping[int, SheetCell]]]:
        yield from self.by_row.items()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that has been read. `text` is all of it where it is no table (JSON, a running text).

    `facts` say how it was read: `kind` (xlsx, csv, text, json, zip), `encoding`, `delimiter`.
    """

    name: str
    sheets: tuple[Sheet, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    def place(self, sheet: Sheet, row: int = 0, column: int = 0) -> PlaceInFile:
        """Where a cell is, or a row or a sheet where no more is said."""
        cell = sheet.cells.get((row, column))
        line = cell.line if cell else next((c.line for c in sheet.by_row.get(row, {}).values()), 0)
        return PlaceInFile(
            self.name, sheet.name, address(row, column) if row and column else "", line
        )


def address(row: int, column: int) -> str:
    """What a cell is called: `C7`."""
    return f"{get_column_letter(column)}{row}"
