"""What is wrong with data that somebody wants to publish: every fault is found before any stops."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a JSON document: names and positions."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, and where: `line` counts from 1, 0 stands for the whole file."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.problem}"


class RejectedError(Exception):
    """The data has faults; nothing has been written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(slots=True)
class Faults:
    """Collects faults along the way."""

    found: list[Fault] = field(default_factory=list)

    def add(self, place: "LineOfFile", problem: str) -> None:
        self.found.append(Fault(place.file, place.line, problem))

    def stop_if_any(self) -> None:
        """Ends the work where anything is wrong.

        Raises:
            RejectedError: there are faults; it carries all of them.
        """
        if self.found:
            raise RejectedError(self.found)


@dataclass(frozen=True, slots=True)
class LineOfFile:
    """A line of a file."""

    file: str
    line: int


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
        problem = "the file is missing"
    except UnicodeDecodeError:
        problem = "the file is not UTF-8"
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror}"
    faults.add(LineOfFile(name, 0), problem)
    return None
