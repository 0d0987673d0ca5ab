"""What the codes of a font in a PDF mean, and how wide its letters are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Letters:
    """What the codes of a font mean, which are of two bytes, and how wide they are."""

    table: dict[int, str]
    widths: dict[int, float]
    usual: float

    def said(self, shown: Any, fault: Callable[[str], None]) -> tuple[str, float, float]:
        """What is said, how far it goes on and how far one sees it, for letters of size 1."""
        found, length, seen = "", 0.0, 0.0
        for part in shown if isinstance(shown, list) else [shown]:
            if isinstance(part, int | float):
                length -= float(part) / 1000
                continue
            data: Any = getattr(part, "original_bytes", part)
            for at in range(0, len(data), 2):
                code = int.from_bytes(data[at : at + 2])
                if code == 0 or code not in self.table:
                    fault(f"a letter ({code}) means nothing")
                found += self.table.get(code, "")
                length += self.widths.get(code, self.usual) / 1000
                seen = seen if found.endswith(" ") else length
        return found, length, seen


def widths(table: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    rest = list(table)
    while rest:
        first, second = int(rest.pop(0)), rest.pop(0)
        if isinstance(second, list):
            found |= {first + at: float(width) for at, width in enumerate(second)}
        else:
            width = float(rest.pop(0))
            found |= dict.fromkeys(range(first, int(second) + 1), width)
    return found


def meanings(table: str) -> dict[int, str]:
    """The letters of each code in a `ToUnicode` table."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = bytes.fromhex(meant).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = bytes.fromhex(meant).decode("utf-16-be")
            for at in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + at] = start[:-1] + chr(ord(start[-1]) + at)
    return found
