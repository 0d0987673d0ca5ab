"""How wide a text is about to be, and where it is broken into lines.

The reader's font is not known here. Widths are those of a wide sans serif, so that text in any
usual font takes the room it was given or less.
"""

from functools import lru_cache
from typing import Final

_WIDTHS: Final = (
    ("ijlI'J .,’:;/\N{NO-BREAK SPACE}", 0.32),
    ("ft()-r", 0.41),
    ("csz–LkF", 0.57),
    ("aeovxyøåäöéPTY0123456789bdghnpquESK", 0.64),
    ("mwMW%æÆ—…", 1.0),
)
_WIDTH: Final = {letter: width for letters, width in _WIDTHS for letter in letters}
_OTHER: Final = 0.8
_BOLD: Final = 1.14


def width(text: str, size: float) -> float:
    """The most room that a text of this size takes."""
    return size * _letters(text)


@lru_cache(maxsize=4096)
def _letters(text: str) -> float:
    """Drawings measure the same names and numbers again and again."""
    return sum(_WIDTH.get(letter, _OTHER) for letter in text)


def bold_width(text: str, size: float) -> float:
    """The same for bold letters."""
    return _BOLD * width(text, size)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines that fit the room; a word that is longer stays whole on its own line."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def in_two_lines(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """One line where it fits, else two lines as even as the words allow."""
    words = text.split(" ")
    if (bold_width if bold else width)(text, size) <= room or len(words) == 1:
        return (text,)
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(halves, key=lambda lines: max(width(line, size) for line in lines))
