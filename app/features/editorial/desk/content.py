"""What those see first who sign in: their drafts, and what waits for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.editing import Actor, DraftState
from app.domain.message import Message, say, say_n
from app.editorial.draft import Draft
from app.features.editorial.words import NEXT, STATES


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list: how far it has come, and what is next."""

    id: int
    title: str
    state: Message
    next: Message
    by: str
    records: Message
    changed_at: datetime
    embargo_at: datetime | None


@dataclass(frozen=True, slots=True)
class DraftTable:
    """Some drafts under a heading."""

    id: str
    heading: Message
    lines: tuple[DraftLine, ...]
    nothing: Message
    scheduled: bool = False


@dataclass(frozen=True, slots=True)
class DeskContent:
    """The desk, or the queue of those who review."""

    title: Message
    lead: Message
    tables: tuple[DraftTable, ...]
    is_desk: bool
    waiting: int = 0
    is_first: bool = False
    """Whether nothing has been made by this account yet: what to do first is said then."""
    description: Message | None = None


_OPEN = (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.SCHEDULED)


def desk_content(actor: Actor, drafts: Sequence[Draft]) -> DeskContent:
    """An actor's own drafts: those under way first, then those that are done."""
    own = [draft for draft in drafts if draft.author == actor.account]
    waiting = sum(draft.state is DraftState.IN_REVIEW for draft in drafts)
    return DeskContent(
        title=say("My drafts"),
        lead=say("A draft is seen by nobody outside until somebody else has approved it."),
        tables=()
        if not own
        else (
            _table(
                "under-way",
                say("Under way"),
                [draft for draft in own if draft.state in _OPEN],
                say("You have no draft under way."),
            ),
            _table(
                "done",
                say("Done"),
                [draft for draft in own if draft.state not in _OPEN],
                say("Nothing of yours has been published yet."),
            ),
        ),
        is_desk=True,
        waiting=waiting,
        is_first=not own,
    )


def queue_content(drafts: Sequence[Draft]) -> DeskContent:
    """What waits for a second pair of eyes, longest first, and what waits for its time."""
    return DeskContent(
        title=say("To review"),
        lead=say("Whoever wrote a draft cannot approve it."),
        tables=(
            _table(
                "in-review",
                say("Waiting for review"),
                sorted(
                    (draft for draft in drafts if draft.state is DraftState.IN_REVIEW),
                    key=lambda draft: draft.changed_at,
                ),
                say("Nothing waits for review."),
            ),
            _table(
                "scheduled",
                say("Approved, and published later"),
                sorted(
                    (draft for draft in drafts if draft.state is DraftState.SCHEDULED),
                    key=lambda draft: draft.embargo_at or draft.changed_at,
                ),
                say("Nothing waits for its time."),
                scheduled=True,
            ),
            _table(
                "others",
                say("Drafts that are being written"),
                [draft for draft in drafts if draft.state is DraftState.DRAFT],
                say("Nobody is writing a draft."),
            ),
        ),
        is_desk=False,
    )


def _table(
    id: str, heading: Message, drafts: Sequence[Draft], nothing: Message, *, scheduled: bool = False
) -> DraftTable:
    return DraftTable(id, heading, tuple(_line(draft) for draft in drafts), nothing, scheduled)


def _line(draft: Draft) -> DraftLine:
    return DraftLine(
        id=draft.id,
        title=draft.title,
        state=STATES[draft.state],
        next=NEXT[draft.state],
        by=draft.author_login or draft.author_office,
        records=say_n("%(n)s record", "%(n)s records", draft.item_count),
        changed_at=draft.changed_at,
        embargo_at=draft.embargo_at,
    )
