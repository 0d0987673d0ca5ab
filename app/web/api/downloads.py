"""The files that pages and figures lead to: for spreadsheets first, for programs after that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from app.domain.message import Message, say
from app.web.api.csv_files import Dialect
from app.web.api.formats import Format, Part

FOR_EXCEL: Final = say("CSV for Excel")

Wanted: TypeAlias = tuple[Format, Dialect]

IN_ORDER: Final[Sequence[Wanted]] = (
    (Format.XLSX, Dialect.STANDARD),
    (Format.CSV, Dialect.EXCEL_NO),
    (Format.CSV, Dialect.STANDARD),
    *((found, Dialect.STANDARD) for found in Format if found.part is not Part.TABLE),
)
"""Whoever takes the first one has numbers as numbers and codes as codes with a click."""


@dataclass(frozen=True, slots=True)
class DataLink:
    """A file with what it is called. `is_table` where its rows can be counted."""

    label: str | Message
    url: str
    is_table: bool


def offered(formats: Sequence[Format]) -> tuple[Wanted, ...]:
    """What may be had where there are these formats, in the order in which it is offered."""
    return tuple(wanted for wanted in IN_ORDER if wanted[0] in formats)


def label_of(wanted: Wanted) -> str | Message:
    """What a file is called where it is offered."""
    found, dialect = wanted
    return FOR_EXCEL if dialect is Dialect.EXCEL_NO else found.label


def suffix_of(wanted: Wanted) -> str:
    """What the address of a figure's file ends in, without the dot: `csv`, `excel-no.csv`."""
    found, dialect = wanted
    return found.value if dialect is Dialect.STANDARD else f"{dialect.value}{found.suffix}"
