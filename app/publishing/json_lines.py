"""JSON with the line of every value, so that an error can say where it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.message import Message, say
from app.publishing.faults import Way
from app.publishing.unfit import visible

MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
"""A string, a mark, or anything else that stands alone. Enough for text that is valid JSON."""


TOO_DEEP: Final = say("it is nested too deep")


@dataclass(frozen=True, slots=True)
class Malformed(Exception):
    """The text is not JSON, or names something twice."""

    line: int
    problem: Message


def line_numbers(text: str) -> dict[Way, int]:
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
    _Scan(text, found).run()
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

    def __init__(self, text: str, found: dict[Way, int]) -> None:
        self.marks = _marks(text)
        self.found = found

    def run(self) -> None:
        path: list[str | int] = []
        expects_name = False
        for mark, line in self.marks:
            if mark in "}]":
                path.pop()
                expects_name = False
            elif mark == ",":
                if isinstance(path[-1], int):
                    path[-1] += 1
                else:
                    expects_name = True
            elif mark == ":":
                expects_name = False
            elif expects_name:
                path[-1] = json.loads(mark)
                if tuple(path) in self.found:
                    raise Malformed(line, say("“%(name)s” is there twice", name=visible(path[-1])))
                self.found[tuple(path)] = line
            else:
                self.found.setdefault(tuple(path), line)
                if mark == "{":
                    path.append("")
                    expects_name = True
                elif mark == "[":
                    path.append(0)


def _marks(text: str) -> Iterator[tuple[str, int]]:
    line, position = 1, 0
    for match in MARK.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        yield match.group(), line
