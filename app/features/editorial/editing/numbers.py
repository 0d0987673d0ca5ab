"""Points as they are typed, and as they are shown in a field to be changed."""

import re
from decimal import Decimal
from typing import Any, Final

from app.domain.decimals import decimals_of
from app.domain.language import SOURCE
from app.domain.message import Message, Points, say

_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER: Final = re.compile(r"[-\u2212]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def typed_points(text: str) -> int | float | str | None:
    """What a document keeps of a field for points: a number, None of an empty field, and else the
    very text, so that nothing typed is lost: it is told of as a fault."""
    written = _SPACES.sub("", text)
    if not written:
        return None
    if not _NUMBER.fullmatch(written):
        return text.strip()
    value = Decimal(written.replace(",", ".").replace("\u2212", "-"))
    return int(value) if value == value.to_integral_value() else float(value)


def shown_points(value: Any, language: str) -> str:
    """The content of a field for points, with the decimal sign of the language."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    written = str(value)
    return written if language == SOURCE else written.replace(".", ",")


def points_of(value: Any) -> Decimal | None:
    """A value of a document as points; None of what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(str(value))


def points_problem(value: Any, most: Decimal) -> Message | None:
    """What is wrong with points, and how to mend it."""
    if value is None:
        return None
    found = points_of(value)
    if found is None:
        return say("This is not a number. Write points such as 7.5.")
    if found < 0:
        return say("Points cannot be below 0.")
    if found > most:
        return say("The most here is %(max)s points.", max=Points(most, decimals_of([most])))
    if found != round(found, 1):
        return say("Points have one decimal at most.")
    return None
