"""Points in words, the same wherever a figure has them."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from app.domain.message import Points, Say, say

Write: TypeAlias = Callable[[Decimal | None], str]
"""Writes points in the reader's language. None is a value that is not known."""


def points_writer(words: Say) -> Write:
    """What writes points in the language of the words."""

    def write(value: Decimal | None) -> str:
        if value is None:
            return words(say("not known"))
        return words(say("%(points)s", points=Points(value)))

    return write
