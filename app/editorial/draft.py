"""A draft as those see it who work on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.editing import DraftFacts, DraftState, ItemAction, LedgerStep
from app.domain.message import Message, say
from app.errors import KompassError


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One record that a draft puts or withdraws.

    `document` is in the shape of the seed files, and may be unfinished or faulty; None where the
    record is withdrawn. `based_on` is the SHA-256 of the public record that it changes, None where
    it is new. `position` counts from 1; 0 where the draft is not made yet.
    """

    kind: str
    key: str
    action: ItemAction = ItemAction.PUT
    document: Mapping[str, Any] | None = None
    based_on: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said at a step. `login` is empty for the command line and the clock."""

    at: datetime
    account: int | None
    login: str
    office: str
    step: LedgerStep
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to become public.

    `version` goes up with every change: whoever saves says which one they had before them. In a
    list of drafts `items` and `comments` are left out; `item_count` is there.
    """

    id: int
    title: str
    state: DraftState
    version: int
    author: int | None
    author_login: str
    author_office: str
    changed_by: int | None
    changed_by_login: str
    created_at: datetime
    changed_at: datetime
    item_count: int
    hands: frozenset[int] = frozenset()
    """The accounts with a part in what it says: who wrote, changed or asked for a reply."""
    submitted_by: int | None = None
    approved_by: int | None = None
    embargo_at: datetime | None = None
    reply_until: datetime | None = None
    reply_text: str | None = None
    reply_language: str | None = None
    replied_at: datetime | None = None
    reason: str | None = None
    reason_language: str | None = None
    release: int | None = None
    items: tuple[DraftItem, ...] = ()
    comments: tuple[Comment, ...] = ()

    def facts(self, now: datetime) -> DraftFacts:
        """What decides who may do something with it."""
        waits = self.reply_until is not None and self.replied_at is None and now < self.reply_until
        return DraftFacts(
            self.state,
            self.author,
            self.hands | {self.author, self.submitted_by, self.changed_by},
            self.reply_until if waits else None,
        )

    def with_hand(self, account: int | None) -> list[int]:
        """The accounts that have had a part in it, with one more."""
        return sorted(self.hands if account is None else self.hands | {account})

    def item(self, position: int) -> DraftItem:
        """The item at a position.

        Raises:
            NoSuchDraft: there is none.
        """
        for item in self.items:
            if item.position == position:
                return item
        raise NoSuchDraft


class NoSuchDraft(KompassError):
    """There is no such draft, or none that whoever asks may know of."""

    status = 404
    slug = "not-found"

    def __init__(self) -> None:
        super().__init__(say("There is no such draft."))


class NotAllowed(KompassError):
    """Somebody may not do this; the message says why."""

    status = 403
    slug = "not-allowed"


class DraftConflict(KompassError):
    """Somebody else was faster: the draft, or what is public, is not what was seen."""

    status = 409
    slug = "conflict"

    def __init__(self, message: Message, who: str = "", when: datetime | None = None) -> None:
        super().__init__(message)
        self.who = who
        self.when = when


class NotReady(KompassError):
    """Something is missing before a step can be taken: a reason, or remarks to be acknowledged."""

    status = 422
    slug = "not-ready"
