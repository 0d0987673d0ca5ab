"""A value that cannot stand where it stands, told in words that have a language."""

import json
from typing import Final
from unicodedata import category

from app.domain.message import Message, say
from app.publishing.faults import in_english

FIGURES_ALONE: Final = say("Write figures alone.")
SHORTEN: Final = say("Shorten it.")

_MOST_SHOWN: Final = 60


class Unfit(ValueError):
    """Raised where a value is read; whoever tells of it finds the message and how to mend it."""

    def __init__(self, message: Message, mend: Message | None = None) -> None:
        super().__init__(in_english(message))
        self.message = message
        self.mend = mend


def visible(value: object) -> str:
    """A value as it can be told in a message, whatever it is: of what only JSON has, as JSON has
    it."""
    as_json = value is None or isinstance(value, bool | list | dict)
    text = json.dumps(value, ensure_ascii=False, default=str) if as_json else str(value)
    begun = text[:_MOST_SHOWN]
    return "".join(" " if category(letter).startswith("C") else letter for letter in begun)


def no_number(value: object) -> Unfit:
    """What stands in the place of a number."""
    shown = visible(value)
    return Unfit(say("“%(value)s” is no number.", value=shown), _figures(shown))


def no_whole_number(value: object) -> Unfit:
    """What stands in the place of a whole number."""
    shown = visible(value)
    return Unfit(say("“%(value)s” is no whole number.", value=shown), _figures(shown))


def no_text(shown: str) -> Message:
    """What is said of a number, a list or the like in the place of a text."""
    return say("A text should stand here, not “%(value)s”.", value=shown)


def no_date(value: object) -> Unfit:
    """What stands in the place of a day, or is a day that no calendar has."""
    problem = say("“%(value)s” is no date.", value=visible(value))
    return Unfit(problem, written_like("2026-01-31"))


def written_like(example: str) -> Message:
    """How to mend what is written in another way."""
    return say("It is written like this: %(example)s", example=example)


def no_line_of_text(text: str) -> Unfit:
    """A text that is empty, or more or less than a line of words."""
    if not text.strip():
        return Unfit(say("The text is empty."))
    return Unfit(say("The text has space around it, or is not one line."))


def not_seen(letter: str) -> Message:
    """What is said of a character that nobody sees."""
    return say("The text holds a character that is not seen (%(code)s).", code=code_point(letter))


def too_long(length: int, most: int) -> Message:
    """What is said of a text that is longer than it may be."""
    return say(
        "The text has %(length)s characters; %(most)s is the most.", length=length, most=most
    )


def code_point(letter: str) -> str:
    """What a character is called that cannot be shown: `U+202E`."""
    return f"U+{ord(letter):04X}"


def _figures(shown: str) -> Message:
    if any(letter in "Oo" for letter in shown) and any(letter.isdigit() for letter in shown):
        return say("It holds the letter O. Write the figure 0.")
    return FIGURES_ALONE
