"""Letters: what reads alike, how a name may be spelled, and in which order names stand."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import Final

_LETTERS: Final[Mapping[str, str]] = {
    "æ": "ae",
    "ø": "o",
    "đ": "d",
    "ŧ": "t",
    "ŋ": "n",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
}

_SPELLINGS: Final = (
    ("å", "aa"),
    ("æ", "a"),
    ("ä", "ae"),
    ("ø", "oe"),
    ("ö", "oe"),
    ("aa", "a"),
)
"""Other ways to write a letter, beside the one that `fold` gives: old spelling (Aalesund), and what
keyboards and files without the letter make of it (Tromsoe, Barum)."""


class Collation(StrEnum):
    """An order of names: where the letters after z stand."""

    NORWEGIAN = "norwegian"
    """æ and ä, ø and ö, å."""
    SWEDISH = "swedish"
    """å, ä and æ, ö and ø."""

    def key(self, name: str) -> str:
        """What sorts names in this order."""
        return _key(name, self)


_LAST_LETTERS: Final[Mapping[Collation, Mapping[int, str]]] = {
    Collation.NORWEGIAN: str.maketrans({"æ": "{1", "ä": "{1", "ø": "{2", "ö": "{2", "å": "{3"}),
    Collation.SWEDISH: str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"}),
}
"""`{` sorts after z."""


def fold(text: str) -> str:
    """A text as people type it without the keys for it: lower case, no marks, single spaces.

    `Røyrvik` and `royrvik`, `Kárášjohka` and `karasjohka`, `Älvdalen` and `alvdalen` fold alike.
    """
    lowered = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", lowered)
    plain = "".join(
        _LETTERS.get(letter, letter) for letter in decomposed if not unicodedata.combining(letter)
    )
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def exact(text: str) -> str:
    """A text whose letters count, but not its capitals, dashes and spaces: `Ål` is not `Al`."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in lowered).split())


def spellings(name: str) -> tuple[str, ...]:
    """Every way of writing a name that is read, folded; the first is the name's own.

    A letter is written in the same way throughout a name.
    """
    lowered = unicodedata.normalize("NFC", name).casefold()
    found = [fold(lowered)]
    there = [(letter, other) for letter, other in _SPELLINGS if letter in lowered]
    for chosen in product((False, True), repeat=len(there)):
        written = lowered
        for (letter, other), is_chosen in zip(there, chosen, strict=True):
            written = written.replace(letter, other) if is_chosen else written
        found.append(fold(written))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=131_072)
def _key(name: str, collation: Collation) -> str:
    text = unicodedata.normalize("NFC", name.casefold()).translate(_LAST_LETTERS[collation])
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
