"""Texts that are no texts: markup, what is not seen, and what is too long to be read."""

from collections.abc import Iterator
from typing import Any, Final
from unicodedata import category

from app.bounds import (
    FINDING_CHARACTERS,
    QUESTION_TEXT_CHARACTERS,
    REPORT_TEXT_CHARACTERS,
    TEXT_CHARACTERS,
)
from app.domain.message import Message, say
from app.domain.plain_text import MARKUP
from app.domain.reply import LONGEST_REPLY
from app.publishing.faults import Way
from app.publishing.unfit import SHORTEN, code_point, not_seen, too_long, visible

_LINE_ENDS: Final = "\r\n\v\f\x85\u2028\u2029"
_UNSEEN: Final = ("Cf", "Cs", "Co")

REMOVE: Final = say("Take it out; a text is plain text.")


def wrong_texts(value: Any, way: Way = ()) -> Iterator[tuple[Way, Message, Message]]:
    """Every text in a document that cannot be shown as it is: where, what and how to mend it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from wrong_texts(inner, (*way, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from wrong_texts(inner, (*way, position))
    elif isinstance(value, str):
        found = _problem(value, way)
        if found is not None:
            yield (way, *found)


def _problem(text: str, way: Way) -> tuple[Message, Message] | None:
    if (found := MARKUP.search(text)) is not None:
        shown = text[found.start() : found.start() + 20]
        return say("The text holds markup: %(shown)s", shown=visible(shown)), REMOVE
    most = most_in_paragraphs(way)
    for letter in "" if text.isprintable() else text:
        kind = category(letter)
        if letter == "\n" and most is not None:
            continue
        if letter in _LINE_ENDS:
            return say("The text has more than one line."), say("Write it on one line.")
        if kind == "Cc":
            problem = say("The text holds a control character (%(code)s).", code=code_point(letter))
            return problem, REMOVE
        if kind in _UNSEEN:
            return not_seen(letter), REMOVE
    if most is not None:
        return (too_long(len(text), most), SHORTEN) if len(text) > most else None
    most = FINDING_CHARACTERS if "findings" in way else TEXT_CHARACTERS
    if len(text) > most:
        return too_long(len(text), most), say("Shorten it, or divide it into several.")
    return None


def most_in_paragraphs(way: Way) -> int | None:
    """How many characters a text of paragraphs may have; None where the text is one line."""
    match way:
        case ("reply", "text"):
            return LONGEST_REPLY
        case ("preface" | "closing", *_):
            return REPORT_TEXT_CHARACTERS
        case ("areas", _, "questions", _, "text", *_):
            return QUESTION_TEXT_CHARACTERS
    return None
