"""What is wrong with data that somebody wants to publish: every fault is found before any stops."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from app.domain.language import SOURCE
from app.domain.message import Either, LocalText, Message, Points, Value, say

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a JSON document: names and positions."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where: `line` counts from 1, 0 stands for the whole file.

    In a workbook `sheet` and `cell` say where. `mend` says how to put it right.
    """

    file: str
    line: int
    problem: Message
    sheet: str = ""
    cell: str = ""
    mend: Message | None = None

    def __str__(self) -> str:
        mend = f" {in_english(self.mend)}" if self.mend else ""
        return f"{self.place}: {in_english(self.problem)}{mend}"

    @property
    def place(self) -> str:
        """`file:12`, `file, sheet Skår, C7`, or the file alone."""
        if self.cell or self.sheet:
            return ", ".join(filter(None, (self.file, self.sheet, self.cell)))
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """Faults are told file by file, from top to bottom."""
        return (self.file, self.sheet, self.line, len(self.cell), self.cell, str(self))


class RejectedError(Exception):
    """The data has faults; nothing has been written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda fault: fault.order))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(slots=True)
class Faults:
    """Collects faults along the way."""

    found: list[Fault] = field(default_factory=list)

    def add(self, place: "LineOfFile", problem: Message, mend: Message | None = None) -> None:
        self.found.append(Fault(place.file, place.line, problem, place.sheet, place.cell, mend))

    def stop_if_any(self) -> None:
        """Ends the work where anything is wrong.

        Raises:
            RejectedError: there are faults; it carries all of them.
        """
        if self.found:
            raise RejectedError(self.found)


@dataclass(frozen=True, slots=True)
class LineOfFile:
    """A line of a file, or a cell of a sheet in it."""

    file: str
    line: int
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the values of a JSON file stand."""

    file: str
    lines: Mapping[Way, int]

    def at(self, *path: str | int) -> LineOfFile:
        """The line of a value, or of the nearest value around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return LineOfFile(self.file, self.lines.get(path, 1))


def text_of(file: Path, name: str, faults: Faults) -> str | None:
    """The text of a file that faults call by a name. None, with its fault noted, where it cannot
    be read."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        problem = say("the file is missing")
    except UnicodeDecodeError:
        problem = say("the file is not UTF-8")
    except IsADirectoryError:
        problem = say("a folder is where the file should be")
    except PermissionError:
        problem = say("the file may not be read")
    except OSError as error:
        problem = say("the file cannot be read (error %(code)s)", code=str(error.errno))
    faults.add(LineOfFile(name, 0), problem)
    return None


def in_english(said: str | Message) -> str:
    """A problem in the words of the program, for logs and those who keep files."""
    if isinstance(said, str):
        return said
    key = said.plural if said.plural is not None and said.count != 1 else said.key
    return key % {name: _value_in_english(value) for name, value in said.values.items()}


def _value_in_english(value: Value) -> object:
    match value:
        case Message():
            return in_english(value)
        case Points():
            return value.value
        case LocalText():
            return value.in_language(SOURCE)
        case tuple():
            return ", ".join(str(_value_in_english(one)) for one in value)
        case Either():
            return " or ".join(str(_value_in_english(one)) for one in value.items)
        case _:
            return value
