"""JSON with the line of every value, so that an error can say where it is."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.bounds import JSON_DEPTH
from app.domain.message import Message, say
from app.publishing.faults import Way
from app.publishing.unfit import visible

MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')
"""A string, a mark, or anything else that stands alone. Enough for text that is valid JSON. Nothing
is gone back over, so that nothing is kept to go back to: for a long text that would be gigabytes.
"""

TOO_LONG: Final = say("a list in it is too long")
HALF: Final = say("half a character is written in it")
TOO_DEEP: Final = say("it is nested too deep")


@dataclass(frozen=True, slots=True)
class Malformed(Exception):
    """The text is not JSON, is nested too deep, or names something twice."""

    line: int
    problem: Message


@dataclass(frozen=True, slots=True)
class ListBounds:
    """How long the list may be that a text is, and every list within it."""

    outermost: int
    within: int

    def of(self, path: Sequence[str | int]) -> int:
        return self.outermost if len(path) == 1 else self.within


def line_numbers(text: str, bounds: ListBounds | None = None) -> dict[Way, int]:
    """The line on which each value of a JSON text begins, counted from 1.

    Raises:
        Malformed: the text is not JSON, or an object has the same name twice.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise Malformed(error.lineno, _in_own_words(error.msg)) from None
    except ValueError:
        raise Malformed(1, say("a number is too long")) from None
    except RecursionError:
        raise Malformed(1, TOO_DEEP) from None
    found: dict[Way, int] = {}
    _Scan(text, found, bounds).run()
    return found


def _in_own_words(told: str) -> Message:
    """What Python's reader of JSON says, which it says in English."""
    known = (problem for begins, problem in _SAID_BY_PYTHON if told.startswith(begins))
    return next(known, say("something is wrong here"))


_SAID_BY_PYTHON: Final = (
    ("Expecting ','", say("a comma or a closing bracket is missing")),
    ("Expecting ':'", say("a colon is missing")),
    ("Expecting property name", say("a name between quotation marks is missing")),
    ("Expecting value", say("a value is missing")),
    ("Illegal trailing comma", say("there is a comma too many")),
    ("Extra data", say("something stands after the end")),
    ("Unterminated string", say("a quotation mark is missing")),
    ("Invalid control character", say("a text has a line break or a control character in it")),
    ("Invalid \\", say("a backslash stands where it cannot")),
    ("Unexpected UTF-8 BOM", say("it begins with a mark of byte order")),
)


class _Scan:
    """Walks over the tokens of a valid JSON text and keeps the way to where it is."""

    def __init__(self, text: str, found: dict[Way, int], bounds: ListBounds | None) -> None:
        self.marks = _marks(text)
        self.found = found
        self.bounds = bounds
        self.path: list[str | int] = []
        self.expects_name = False

    def run(self) -> None:
        for mark, line in self.marks:
            if "\\u" in mark and _has_half(mark):
                raise Malformed(line, HALF)
            if mark in "}]":
                self.path.pop()
                self.expects_name = False
            elif mark == ",":
                self._next(line)
            elif mark == ":":
                self.expects_name = False
            elif self.expects_name:
                self._name(mark, line)
            else:
                self._value(mark, line)

    def _next(self, line: int) -> None:
        last = self.path[-1]
        if not isinstance(last, int):
            self.expects_name = True
            return
        self.path[-1] = last + 1
        if self.bounds is not None and last + 1 >= self.bounds.of(self.path):
            raise Malformed(line, TOO_LONG)

    def _name(self, mark: str, line: int) -> None:
        self.path[-1] = json.loads(mark)
        if tuple(self.path) in self.found:
            raise Malformed(line, say("“%(name)s” is there twice", name=visible(self.path[-1])))
        self.found[tuple(self.path)] = line

    def _value(self, mark: str, line: int) -> None:
        self.found.setdefault(tuple(self.path), line)
        if mark not in ("{", "["):
            return
        if len(self.path) >= JSON_DEPTH:
            raise Malformed(line, TOO_DEEP)
        self.expects_name = mark == "{"
        self.path.append("" if self.expects_name else 0)


def _has_half(mark: str) -> bool:
    """Whether a string has one half of a character, which nothing can be written with."""
    try:
        json.loads(mark).encode()
    except UnicodeEncodeError:
        return True
    return False


def _marks(text: str) -> Iterator[tuple[str, int]]:
    line, position = 1, 0
    for match in MARK.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        yield match.group(), line
