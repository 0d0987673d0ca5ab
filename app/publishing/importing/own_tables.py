"""The tables of our own files, by their keys: whatever language, order or place they are in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from app.domain.plain_text import plain
from app.publishing.importing.tables import Sheet, SheetCell, Workbook
from app.publishing.importing.understanding import PlaceInFile
from app.publishing.workbook.fields import CHOICES, HEADING, MARK, WORDS, FieldForm
from app.publishing.workbook.packed_tables import unguarded

_ROWS_SEARCHED: Final = 10
_POINTS: Final = re.compile(r"[-−+]?\d{1,6}(?:[.,]\d{1,6})?")
_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YES: Final = ("1", "x", "true")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row with its key and the cells in it by the keys of their columns."""

    number: int
    key: str
    cells: Mapping[str, SheetCell]


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that says by its key what it is; `version` is that of a table of scores."""

    workbook: Workbook
    sheet: Sheet
    kind: str
    version: str
    columns: Mapping[str, int]
    rows: tuple[OwnRow, ...]
    twice: tuple[tuple[int, int], ...] = ()
    """Where a column or a row begins that has the key of another: a copy that nobody can tell."""

    def place(self, row: int, column: str) -> PlaceInFile:
        return self.workbook.place(self.sheet, row, self.columns.get(column, 0))


def own_tables(workbook: Workbook) -> tuple[OwnTable, ...]:
    """The tables in a file that are ours; none where it is somebody else's."""
    found = (_table(workbook, sheet) for sheet in workbook.sheets)
    return tuple(table for table in found if table is not None)


def _table(workbook: Workbook, sheet: Sheet) -> OwnTable | None:
    key_row = _key_row(sheet)
    if key_row is None:
        return None
    keys = sheet.by_row[key_row]
    first = min(keys)
    kind, _, version = keys[first].raw.strip().removeprefix(MARK).partition(":")
    columns = {at: key for at, cell in keys.items() if at != first and (key := cell.raw.strip())}
    rows = []
    for number, cells in sheet.rows():
        key = cells[first].raw.strip() if first in cells else ""
        if number <= key_row or key.startswith(HEADING):
            continue
        here = {columns[at]: cell for at, cell in cells.items() if at in columns}
        rows.append(OwnRow(number, key, here))
    by_key = {key: column for column, key in columns.items()}
    twice = [(key_row, at) for at, key in columns.items() if by_key[key] != at]
    last = {row.key: row.number for row in rows}
    twice += [(row.number, first) for row in rows if row.key and last[row.key] != row.number]
    return OwnTable(workbook, sheet, kind, version, by_key, tuple(rows), tuple(twice))


def _key_row(sheet: Sheet) -> int | None:
    for number, cells in list(sheet.rows())[:_ROWS_SEARCHED]:
        first = next(iter(cells.values()))
        if first.raw.strip().startswith(MARK):
            return number
    return None


class Reader:
    """Turns cells into the values of a document. What cannot be read stays as it was written."""

    def __init__(self, tables: Iterable[OwnTable], is_text: bool) -> None:
        self.is_text = is_text
        self.words: dict[str, dict[str, str]] = {
            name: {code.casefold(): code for code in codes} for name, codes in CHOICES.items()
        }
        for table in tables:
            if table.kind == WORDS:
                for row in table.rows:
                    self._learn({key: cell.raw for key, cell in row.cells.items()})

    def _learn(self, row: Mapping[str, str]) -> None:
        codes = self.words.get(row.get("set", ""), {})
        if row.get("code") in codes.values():
            codes.setdefault(row.get("word", "").strip().casefold(), row["code"])

    def text(self, cell: SheetCell) -> str:
        """What a cell says, without the sign that guarded it and without space around it."""
        text = cell.raw
        return (unguarded(text) if self.is_text else text).strip()

    def value(self, cell: SheetCell, kind: FieldForm, choices: str = "") -> Any:
        """The value of a cell, as JSON has it."""
        text = self.text(cell)
        if choices:
            return self.choice(text, choices)
        match kind:
            case FieldForm.WHOLE:
                return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text
            case FieldForm.NUMBERS:
                parts = [part for part in re.split(r"[,;\s]+", text) if part]
                ours = all(part.isascii() and part.isdigit() and len(part) < 3 for part in parts)
                return [int(part) for part in parts] if ours else text
            case FieldForm.PARAGRAPHS:
                return plain(text)
            case FieldForm.DAY:
                return _day(cell.value, text)
            case _:
                return text

    def choice(self, text: str, choices: str) -> Any:
        """The code of a word that is chosen."""
        if choices == "yes":
            said = text.casefold()
            return True if said in self.words[choices] or said in _YES else text
        return self.words[choices].get(text.casefold(), text)

    def points(self, cell: SheetCell) -> Any:
        """Points as a number, a kind of missing as a text of its own, or what stands there."""
        if isinstance(cell.value, Decimal):
            return _number(cell.value)
        text = self.text(cell)
        if _POINTS.fullmatch(text):
            return _number(Decimal(text.replace(",", ".").replace("−", "-")))
        return text

    def missing(self, value: object) -> str | None:
        """The kind of missing that a word says."""
        if not isinstance(value, str):
            return None
        return self.words["missing"].get(value.casefold())


def _day(value: object, text: str) -> str:
    """The day as JSON has it; a text that is none stays as it was written."""
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    if written := _DAY.fullmatch(text):
        with suppress(ValueError):
            return str(date(int(written[3]), int(written[2]), int(written[1])))
    return text


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral() else float(value)


def items(table: OwnTable) -> Iterator[OwnRow]:
    """The rows that say anything beside which evaluation they are of."""
    for row in table.rows:
        if any(not cell.is_blank for key, cell in row.cells.items() if key != "evaluation"):
            yield row
