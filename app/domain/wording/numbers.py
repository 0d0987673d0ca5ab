"""Small numbers as running words have them: written out up to twelve."""

from typing import Final

from app.domain.message import Message, Value, say

_WORDS: Final[dict[int, Message]] = {
    2: say("two"),
    3: say("three"),
    4: say("four"),
    5: say("five"),
    6: say("six"),
    7: say("seven"),
    8: say("eight"),
    9: say("nine"),
    10: say("ten"),
    11: say("eleven"),
    12: say("twelve"),
}


def spelled(n: int) -> Value:
    """A number within a sentence. One has a gender in some languages, so that a sentence with one
    needs a form of its own; it stays a digit here, as do those above twelve."""
    return _WORDS.get(n, n)
