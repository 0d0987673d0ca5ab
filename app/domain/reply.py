"""What a municipality itself says of its evaluation: its own words, published with the figures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.language import LANGUAGES
from app.domain.message import Message, say
from app.domain.plain_text import MARKUP, paragraphs_of, plain, plain_line

LONGEST_REPLY: Final = 6_000
"""Letters: two pages. What is longer belongs in a document of the municipality's own."""

LONGEST_OFFICE: Final = 120
"""Letters of the name of an office."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it was given, signed by an office and by no person. `day` is when it was given."""

    text: str
    language: str
    day: date
    office: str

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each paragraph; an empty line stands between two."""
        return paragraphs_of(self.text)


_MARKED_UP: Final = say("This holds markup. Write plain text.")


class ReplyField(StrEnum):
    """The fields of the form."""

    TEXT = "text"
    LANGUAGE = "language"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """A reply as it came by the form."""

    text: str
    language: str
    office: str

    @classmethod
    def of(cls, text: str, language: str, office: str) -> "WrittenReply":
        """What came, as plain text."""
        return cls(plain(text), plain_line(language), plain_line(office))

    def faults(self) -> dict[ReplyField, Message]:
        """What is wrong with it, by field."""
        found: dict[ReplyField, Message] = {}
        if not self.text:
            found[ReplyField.TEXT] = say("Write the reply.")
        elif len(self.text) > LONGEST_REPLY:
            found[ReplyField.TEXT] = say(
                "This is too long: at most %(n)s characters.", n=LONGEST_REPLY
            )
        elif MARKUP.search(self.text):
            found[ReplyField.TEXT] = _MARKED_UP
        if self.language not in LANGUAGES:
            found[ReplyField.LANGUAGE] = say("Choose the language of the reply.")
        if not self.office:
            found[ReplyField.OFFICE] = say("Say which office of the municipality replies.")
        elif len(self.office) > LONGEST_OFFICE:
            found[ReplyField.OFFICE] = say(
                "This is too long: at most %(n)s characters.", n=LONGEST_OFFICE
            )
        elif MARKUP.search(self.office):
            found[ReplyField.OFFICE] = _MARKED_UP
        return found
