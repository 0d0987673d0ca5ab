"""What somebody without an account tells the editors: of an evaluation, or of an error."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from app.domain.message import Message, say
from app.domain.plain_text import plain, plain_line

LONGEST_TIP: Final = 4_000
LONGEST_ABOUT: Final = 300
LONGEST_CONTACT: Final = 254
"""Characters of an e-mail address: there are no longer ones."""

CONTACT_DAYS: Final = 90
"""For how long an address to answer to is kept."""
HANDLED_DAYS: Final = 365
"""For how long a tip is kept once it has been dealt with."""
SENDER_TIME: Final = timedelta(days=1)
"""For how long it is known which tips came from the same address."""
MOST_AN_HOUR: Final = 5
MOST_A_DAY: Final = 20
"""Tips from one address."""
MOST_WAITING: Final = 2_000
"""Tips that nobody has looked at: beyond that, no more are taken."""

_EMAIL: Final = re.compile(r"[^@\s<>\"(),:;\[\]\\]{1,64}@[^@\s<>\"(),:;\[\]\\]+\.[^@\s.<>]{2,}")
_OWN_PAGE: Final = re.compile(r"/(?!/)[A-Za-z0-9/._~-]*")


class TipKind(StrEnum):
    """What a tip is about."""

    EVALUATION = "evaluation"
    """There is an evaluation that is not here, or figures of one."""
    ERROR = "error"


class TipState(StrEnum):
    """What has become of a tip."""

    NEW = "new"
    HANDLED = "handled"


class TipField(StrEnum):
    """The fields of the form."""

    KIND = "kind"
    ABOUT = "about"
    TEXT = "text"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class WrittenTip:
    """A tip as somebody has written it. Without a `contact` nobody can answer."""

    kind: str
    about: str
    text: str
    contact: str

    @classmethod
    def of(cls, kind: str, about: str, text: str, contact: str) -> "WrittenTip":
        """What came by the form, as plain text."""
        return cls(plain_line(kind), plain_line(about), plain(text), plain_line(contact))

    def faults(self) -> dict[TipField, Message]:
        """What is wrong with it, by field."""
        found: dict[TipField, Message] = {}
        if self.kind not in set(TipKind):
            found[TipField.KIND] = say("Choose what you want to tell us.")
        if len(self.about) > LONGEST_ABOUT:
            found[TipField.ABOUT] = _too_long(LONGEST_ABOUT)
        if not self.text:
            found[TipField.TEXT] = say("Write what you want to tell us.")
        elif len(self.text) > LONGEST_TIP:
            found[TipField.TEXT] = _too_long(LONGEST_TIP)
        if self.contact and (
            len(self.contact) > LONGEST_CONTACT or not _EMAIL.fullmatch(self.contact)
        ):
            found[TipField.CONTACT] = say(
                "This is not an e-mail address. Leave the field empty if you want no answer."
            )
        return found


def _too_long(most: int) -> Message:
    return say("This is too long: at most %(n)s characters.", n=most)


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip that was given. `about` is what it is about, in the words of who gave it."""

    id: int
    at: datetime
    kind: TipKind
    about: str | None
    text: str
    contact: str | None
    state: TipState
    handled_at: datetime | None = None

    @property
    def page(self) -> str | None:
        """The page of this site that it is about, where it names one."""
        return self.about if self.about and _OWN_PAGE.fullmatch(self.about) else None

    @property
    def contact_until(self) -> datetime:
        """When the address to answer to is deleted."""
        return self.at + timedelta(days=CONTACT_DAYS)
