"""JSON with the line of every value, so that an error can say where it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.publishing.faults import Way

MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
"""A string, a mark, or anything else that stands alone. Enough for text that is valid JSON."""


@dataclass(frozen=True, slots=True)
class Malformed(Exception):
    """The text is not JSON, or names something twice."""

    line: int
    problem: str


def line_numbers(text: str) -> dict[Way, int]:
    """The line on which each value of a JSON text begins, counted from 1.

    Raises:
        Malformed: the text is not JSON, or an object has the same name twice.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise Malformed(error.lineno, f"not JSON: {error.msg}") from None
    except ValueError:
        raise Malformed(1, "not JSON that can be read: a number is too long") from None
    except RecursionError:
        raise Malformed(1, "not JSON that can be read: nested too deep") from None
    found: dict[Way, int] = {}
    _Scan(text, found).run()
    return found


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
                    raise Malformed(line, f"“{path[-1]}” is named twice")
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
