"""What a test says is there: it fails where it is not, and mypy knows of it from then on."""

from decimal import Decimal
from typing import TypeVar

from app.domain.message import LocalText, Message, Points

T = TypeVar("T")


def known(value: T | None) -> T:
    assert value is not None
    return value


def message(text: Message | LocalText | str) -> Message:
    """A text that is to be translated, and not one that stands in a language already."""
    assert isinstance(text, Message)
    return text


def points(text: Message | LocalText, name: str) -> Decimal:
    """The points that a message has under a name."""
    value = message(text).values[name]
    assert isinstance(value, Points)
    return value.value


def plain(text: Message | LocalText) -> str:
    """Any language will do where only the kind of text matters."""
    return text.key if isinstance(text, Message) else text.in_language("en")
