"""A sheet as a grid that can be turned, so that measures always stand across and records down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from app.publishing.importing.foreign.numbers import DecimalSign, tidy
from app.publishing.importing.tables import Sheet, SheetCell, Workbook
from app.publishing.importing.understanding import PlaceInFile


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that holds something, with where it is in the file. `text` is one tidy line."""

    place: PlaceInFile
    raw: str
    text: str
    number: Decimal | None = None
    is_share: bool = False
    day: date | None = None
    is_formula: bool = False
    merged: bool = False
    """It is the first of several cells that are merged."""

    @property
    def where(self) -> str:
        """What people call the place: `C7`, or the number of a line."""
        return self.place.cell or str(self.place.line)


@dataclass(frozen=True)
class Grid:
    """Spots by row and column. `covered` leads from merged cells to the one that holds the text.

    `down` says that it has been turned: its rows are the columns of the sheet.
    """

    file: str
    sheet: str
    spots: Mapping[tuple[int, int], Spot]
    covered: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    down: bool = False
    sign: DecimalSign = DecimalSign.NONE
    lines: tuple[str, ...] = ()
    """Of a running text."""

    @cached_property
    def by_row(self) -> Mapping[int, Mapping[int, Spot]]:
        found: dict[int, dict[int, Spot]] = {}
        for (row, column), spot in sorted(self.spots.items()):
            found.setdefault(row, {})[column] = spot
        return found

    def row(self, row: int) -> Mapping[int, Spot]:
        return self.by_row.get(row, {})

    def at(self, row: int, column: int) -> Spot | None:
        return self.spots.get((row, column))

    def label(self, row: int, column: int) -> Spot | None:
        """The cell, or the merged one that covers its place: a heading over several columns."""
        found = self.spots.get((row, column))
        if found is None and (row, column) in self.covered:
            found = self.spots.get(self.covered[row, column])
        return found

    def turned(self) -> "Grid":
        """The same with rows for columns."""
        return Grid(
            self.file,
            self.sheet,
            {(column, row): spot for (row, column), spot in self.spots.items()},
            {(b, a): (d, c) for (a, b), (c, d) in self.covered.items()},
            not self.down,
            self.sign,
            self.lines,
        )

    def part(self, first: int, last: int) -> "Grid":
        """Only the rows from `first` to `last`."""
        spots = {at: spot for at, spot in self.spots.items() if first <= at[0] <= last}
        covered = {at: to for at, to in self.covered.items() if first <= at[0] <= last}
        return Grid(self.file, self.sheet, spots, covered, self.down, self.sign, self.lines)

    def __iter__(self) -> Iterator[Spot]:
        yield from self.spots.values()


MOST_COVERED = 20_000
"""Cells of merged ones that are kept; nobody merges more around a table of eight areas."""


def grid_of(workbook: Workbook, sheet: Sheet) -> Grid:
    """A sheet as a grid."""
    firsts = {(top, left) for top, left, *_ in sheet.merged}
    spots = {
        (row, column): _spot(workbook.place(sheet, row, column), cell, (row, column) in firsts)
        for (row, column), cell in sheet.cells.items()
        if tidy(cell.raw) or cell.is_formula
    }
    return Grid(workbook.name, sheet.name, spots, _covered(sheet), lines=sheet.lines)


def _covered(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in sheet.merged:
        if len(found) + (bottom - top + 1) * (right - left + 1) > MOST_COVERED:
            break
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found[row, column] = (top, left)
    return found


def _spot(place: PlaceInFile, cell: SheetCell, merged: bool) -> Spot:
    value = cell.value
    number = value if isinstance(value, Decimal) else None
    day = (
        value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
    )
    return Spot(
        place,
        cell.raw,
        tidy(cell.raw),
        number if number is not None and number.is_finite() else None,
        cell.is_share,
        day,
        cell.is_formula,
        merged,
    )
