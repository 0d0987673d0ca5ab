"""A table as a spreadsheet or a CSV file has it: named columns with a meaning, rows of values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeAlias, TypeVar

from app.domain.message import LocalText, Message

Cell: TypeAlias = "str | int | Decimal | date | bool | None"

Item = TypeVar("Item")

MOST_DIGITS: Final = 15
"""Of a decimal number, that a number of JSON holds exactly."""


class CellKind(StrEnum):
    """What a column holds; `points` have one decimal where their source has one."""

    TEXT = "text"
    CODE = "code"
    """Text that looks like a number and must stay text, such as a municipality code."""
    INTEGER = "integer"
    POINTS = "points"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is fixed and English, for programs; `meaning` says what it holds, for people."""

    name: str
    kind: CellKind
    meaning: Message


@dataclass(frozen=True, slots=True)
class Table:
    """Everything a file needs besides the release. A missing value is None, never 0."""

    name: str
    """A word or two for the file's name, such as `municipalities`."""
    title: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Message | LocalText, ...] = ()
    """What must be known to read the figures right; goes into the files."""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of {self.name} has another length than its columns")
        if len({column.name for column in self.columns}) != len(self.columns):
            raise ValueError(f"two columns of {self.name} have the same name")


@dataclass(frozen=True, slots=True)
class Field(Generic[Item]):
    """A column together with how its value is read off an item."""

    name: str
    kind: CellKind
    meaning: Message
    value: Callable[[Item], Cell]


def several(values: Iterable[str]) -> str | None:
    """Values that stand in one cell, clearly apart; None where there are none."""
    return "; ".join(values) or None


def _written(cell: Cell) -> Cell:
    """A number with as many digits as JSON has of it: a mean has no more to tell."""
    if isinstance(cell, Decimal) and len(cell.as_tuple().digits) > MOST_DIGITS:
        return Decimal(repr(float(cell)))
    return cell


def table(
    name: str,
    title: Message,
    fields: Sequence[Field[Item]],
    items: Sequence[Item],
    notes: Sequence[Message | LocalText] = (),
) -> Table:
    """A table with a row for each item."""
    return Table(
        name,
        title,
        tuple(Column(field.name, field.kind, field.meaning) for field in fields),
        tuple(tuple(_written(field.value(item)) for field in fields) for item in items),
        tuple(notes),
    )
