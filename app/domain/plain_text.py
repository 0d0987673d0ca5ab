"""Texts that people send: words and lines, and nothing that controls how they are shown."""

import re
from typing import Final
from unicodedata import category

MARKUP: Final = re.compile(r"<\s*[/!?]?\s*[a-zA-Z]")
"""What looks like markup: no text that is published holds any."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def is_unseen(letter: str) -> bool:
    """Whether a character controls how others are shown, or is none at all: such as the marks that
    turn a line of text around."""
    return category(letter) in _UNSEEN


def plain(text: str) -> str:
    """A text as somebody has written it, in lines with at most one empty line between them, without
    what nobody sees and without space around it."""
    lines = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text).replace("\t", " ")
    seen = "".join(letter for letter in lines if letter == "\n" or not is_unseen(letter))
    whole = "\n".join(line.strip() for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", whole).strip()


def paragraphs_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of each paragraph; an empty line stands between two."""
    return tuple(tuple(part.split("\n")) for part in text.split("\n\n") if part.strip("\n"))


def plain_line(text: str) -> str:
    """The same in one line."""
    return " ".join(plain(text).split())
