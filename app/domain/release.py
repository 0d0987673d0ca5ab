"""A release: the numbered, immutable state of everything public."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.message import LocalText


class Signature(NamedTuple):
    """Which release it is. The number alone is not enough: a database that was restored can have
    another release under the same one."""

    number: int
    sha256: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """Where a database stands: its newest release, and the SHA-256 of all it has published.

    Two databases that differ in any release stand differently.
    """

    newest: Signature
    history: str


@dataclass(frozen=True, slots=True)
class Release:
    """`number` counts from 1; `sha256` is that of the canonical export of the whole state."""

    number: int
    published_at: datetime
    summary: str
    sha256: str
    demo: bool = False
    """Made-up data: every page and answer says so."""
    reason: LocalText | None = None
    """Why it was made, in the words of whoever published it. None of what came from files."""
    office: str | None = None
    """Which office published it."""
    ledger_hash: str | None = None
    """The hash of the ledger's last line about it, by which the ledger can be held to it."""

    @property
    def signature(self) -> Signature:
        """Which release it is."""
        return Signature(self.number, self.sha256, self.published_at)
