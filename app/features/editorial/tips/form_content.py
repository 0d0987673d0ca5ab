"""What is said around the form for tips, and what is wrong with one that was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.domain.message import Message, say
from app.domain.tips import (
    CONTACT_DAYS,
    LONGEST_ABOUT,
    LONGEST_CONTACT,
    LONGEST_TIP,
    TipField,
    TipKind,
    WrittenTip,
)
from app.editorial.tips import TipRefused

TIP_KIND_WORDS: Final[Mapping[TipKind, Message]] = {
    TipKind.EVALUATION: say("Of an evaluation that is missing here, or of its figures"),
    TipKind.ERROR: say("Of an error"),
}

REFUSED_WORDS: Final[Mapping[TipRefused, Message]] = {
    TipRefused.TOO_SOON: say(
        "The form was sent faster than it can be read, or it had been open for long. Nothing is "
        "lost: send it once more."
    ),
    TipRefused.TOO_MANY: say(
        "No more can be taken from where you are just now. Try again in an hour, or tomorrow."
    ),
}

FIELD_WORDS: Final[Mapping[TipField, Message]] = {
    TipField.KIND: say("What do you want to tell us of?"),
    TipField.ABOUT: say("Which municipality and year, or which page?"),
    TipField.TEXT: say("What do you want to tell us?"),
    TipField.CONTACT: say("Your e-mail address, if you want an answer"),
}


@dataclass(frozen=True, slots=True)
class TipForm:
    """The form, as it is shown first or again."""

    mark: str
    given: WrittenTip = field(default_factory=lambda: WrittenTip("", "", "", ""))
    faults: Mapping[TipField, Message] = field(default_factory=dict)
    refused: TipRefused | None = None
    longest_about: int = LONGEST_ABOUT
    longest_text: int = LONGEST_TIP
    longest_contact: int = LONGEST_CONTACT
    contact_days: int = CONTACT_DAYS

    @property
    def title(self) -> Message:
        return say("Tell us of an evaluation or an error")

    @property
    def description(self) -> Message:
        return say("A form for what is missing here, or wrong. No account is needed.")

    @property
    def kinds(self) -> tuple[tuple[TipKind, Message], ...]:
        return tuple(TIP_KIND_WORDS.items())

    @property
    def refused_words(self) -> Message | None:
        return REFUSED_WORDS[self.refused] if self.refused else None

    @property
    def fields(self) -> Mapping[TipField, Message]:
        return FIELD_WORDS


@dataclass(frozen=True, slots=True)
class TipThanks:
    """The page after a tip was taken."""

    @property
    def title(self) -> Message:
        return say("Thank you")

    @property
    def description(self) -> None:
        return None
