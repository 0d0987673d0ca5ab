"""What a command tells: lines for people, one JSON object for programs, and an exit code.

0  done
1  faults: in a file, in a draft, in the database
2  the command was not written as it has to be
3  there are questions that only a person can answer
4  somebody else was faster
5  something is missing first: a remark to acknowledge, a reason, a second office
6  not allowed
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Any, Final

import typer

from app.domain.language import SOURCE
from app.domain.message import LocalText, Message
from app.editorial.draft import DraftConflict, NotAllowed, NotReady
from app.errors import KompassError
from app.publishing.faults import Fault, RejectedError
from app.upkeep.telling import words_of
from app.web.words.languages import translate


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    FAULTS = 1
    USAGE = 2
    QUESTIONS = 3
    CONFLICT = 4
    NOT_READY = 5
    NOT_ALLOWED = 6


_CODES: Final[tuple[tuple[type[Exception], ExitCode], ...]] = (
    (DraftConflict, ExitCode.CONFLICT),
    (NotReady, ExitCode.NOT_READY),
    (NotAllowed, ExitCode.NOT_ALLOWED),
)
_LENGTH_OF_ID: Final = 8

MOST_LINES: Final = 100
"""Of one kind that are told one by one."""


class Ended(Exception):
    """The command is over before its end, with this code."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code.name)
        self.code = code


@dataclass(frozen=True, slots=True)
class FileRemark:
    """No fault, but to be acknowledged by its id, which is the same as long as it says the same."""

    id: str
    said: Fault

    @staticmethod
    def of(said: Fault) -> "FileRemark":
        """One that has no name of its own."""
        return FileRemark(sha256(str(said).encode()).hexdigest()[:_LENGTH_OF_ID], said)

    @property
    def text(self) -> str:
        """What it says, wherever it stands."""
        return in_words(self.said.problem)


class CommandOutcome:
    """Collects what a command has to tell. `data` is what programs get."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.data: dict[str, Any] = {}

    def line(self, words: str = "", *, error: bool = False) -> None:
        """A line for people."""
        if not self.as_json:
            typer.echo(words, err=error)

    def lines(self, words: Sequence[str], *, error: bool = False) -> None:
        """As many lines as somebody reads, and how many there are besides."""
        for line in words[:MOST_LINES]:
            self.line(line, error=error)
        if len(words) > MOST_LINES:
            self.line(f"… and {len(words) - MOST_LINES} more: --json has them all", error=error)

    def faults(self, found: Iterable[Fault]) -> None:
        """What is wrong: each with its place, and how to mend it."""
        for fault in found:
            self.data.setdefault("faults", []).append(fault_data(fault))
            self.line(_told(fault), error=True)

    def remarks(self, found: Iterable[FileRemark]) -> None:
        """What is to be seen, with the id by which it is acknowledged."""
        for remark in found:
            self.data.setdefault("remarks", []).append({"id": remark.id, **fault_data(remark.said)})
            self.line(f"Remark {remark.id}: {_told(remark.said)}", error=True)

    def problem(self, words: str) -> None:
        """Why it could not be done."""
        self.data["problem"] = words
        self.line(words, error=True)


@contextmanager
def outcome(*, as_json: bool) -> Iterator[CommandOutcome]:
    """Tells what came of a command, and ends it with its code."""
    found = CommandOutcome(as_json=as_json)
    code = ExitCode.DONE
    try:
        yield found
    except Ended as ended:
        code = ended.code
    except RejectedError as error:
        code = ExitCode.FAULTS
        found.faults(error.faults)
        found.line("Nothing has been written.", error=True)
    except KompassError as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.FAULTS)
        found.problem(in_words(error.message))
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:
        if not as_json:
            raise
        code = ExitCode.FAULTS
        found.problem(words_of(error))
    if as_json:
        found.data = {"ok": code is ExitCode.DONE, "exit": int(code), **found.data}
        typer.echo(json.dumps(found.data, ensure_ascii=False, indent=2, default=str))
    if code is not ExitCode.DONE:
        raise typer.Exit(int(code))


def in_words(said: str | Message | LocalText) -> str:
    """What the terminal says: the language of the program."""
    return said if isinstance(said, str) else translate(said, SOURCE)


def _told(fault: Fault) -> str:
    mend = f" {in_words(fault.mend)}" if fault.mend else ""
    return f"{fault.place}: {in_words(fault.problem)}{mend}"


def fault_data(fault: Fault) -> dict[str, Any]:
    """Where something stands and what it says, for programs."""
    return {
        "file": fault.file,
        "sheet": fault.sheet,
        "cell": fault.cell,
        "line": fault.line,
        "problem": in_words(fault.problem),
        "mend": in_words(fault.mend) if fault.mend else None,
    }
