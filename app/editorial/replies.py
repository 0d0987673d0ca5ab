"""Right of reply: a municipality reads a draft about it by a link, and replies once.

The link is a secret that nobody here keeps: only its SHA-256 is. It is good until the day that an
editor has set, or until it is taken back. The reply lands in the draft, and becomes public with it;
an office signs it, and no person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, insert, update
from sqlmodel import Session, col, select

from app.bounds import ENDED_LINK_DAYS
from app.domain.editing import Actor, Doing, DraftState, ItemAction, LedgerStep, Role
from app.domain.message import say
from app.domain.reply import WrittenReply
from app.editorial import evaluation_items, ledger
from app.editorial.draft import Draft, DraftItem, NotReady
from app.editorial.draft_rows import to_the_second, whole_draft
from app.editorial.drafts import get, note, taken_up
from app.editorial.tokens import TOKEN, kept_token, new_token
from app.errors import NotFound
from app.models.editorial import DraftItemRow, DraftRow, ReplyLinkRow


class LinkState(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    REPLIED = "replied"
    """A reply has been given: there is one, and it stands."""
    CLOSED = "closed"
    """Its time is up, it was taken back, or the draft is no longer one."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A new link. Its token is shown once, and kept nowhere."""

    token: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Invited:
    """What a link leads to. `item` is the evaluation that may be replied to."""

    draft: Draft
    item: DraftItem
    state: LinkState
    until: datetime


def invite(
    session: Session, actor: Actor, draft_id: int, now: datetime | None = None
) -> Invitation:
    """A link to a draft, good until the day set for a reply. Earlier links are taken back.

    Raises:
        NotReady: no such day is set, or it has passed; or there is no one evaluation to reply to.
    """
    draft, time = taken_up(session, actor, draft_id, Doing.SET_DATES, now), to_the_second(now)
    if draft.reply_until is None or draft.reply_until <= time:
        raise NotReady(
            say("Set the day until when the municipality may reply, and make the link then.")
        )
    if draft.replied_at is not None:
        raise NotReady(say("The municipality has replied already."))
    if evaluation_in(draft) is None:
        raise NotReady(say("A reply is to one evaluation: put each in a draft of its own."))
    _take_back(session, draft_id, time)
    token = new_token()
    session.execute(
        insert(ReplyLinkRow).values(
            token_sha256=kept_token(token), draft_id=draft_id, expires_at=draft.reply_until
        )
    )
    # Whoever has seen the link could write the reply, and so has a hand in what is approved.
    hands = draft.with_hand(actor.account)
    session.execute(update(DraftRow).where(col(DraftRow.id) == draft_id).values(hands=hands))
    ledger.append(session, actor, LedgerStep.REPLY_LINK, now=now, draft=draft_id)
    return Invitation(token, draft.reply_until)


def revoke(session: Session, actor: Actor, draft_id: int, now: datetime | None = None) -> Draft:
    """Takes back every link to a draft."""
    taken_up(session, actor, draft_id, Doing.SET_DATES, now)
    if _take_back(session, draft_id, to_the_second(now)):
        said = "revoked"
        ledger.append(session, actor, LedgerStep.REPLY_LINK, now=now, draft=draft_id, reason=said)
    return get(session, actor, draft_id)


def open_until(session: Session, draft: Draft, now: datetime) -> datetime | None:
    """Until when a link to a draft is good; None where there is none. One statement."""
    statement = select(col(ReplyLinkRow.expires_at)).where(
        col(ReplyLinkRow.draft_id) == draft.id,
        col(ReplyLinkRow.revoked_at).is_(None),
        col(ReplyLinkRow.expires_at) > to_the_second(now),
    )
    return session.scalar(statement.order_by(col(ReplyLinkRow.expires_at).desc()).limit(1))


def invited(session: Session, token: str, now: datetime | None = None) -> Invited:
    """What a link leads to.

    Raises:
        NotFound: there never was such a link.
    """
    return _invited(session, token, now, for_change=False)


def give(session: Session, token: str, reply: WrittenReply, now: datetime | None = None) -> Invited:
    """Puts a reply that has no faults into the draft. Where a link is good no more, nothing is
    done; what comes back says so.

    Raises:
        NotFound: there never was such a link.
    """
    found = _invited(session, token, now, for_change=True)
    if found.state is not LinkState.OPEN:
        return found
    draft, item, time = found.draft, found.item, to_the_second(now)
    given = {
        "text": reply.text,
        "language": reply.language,
        "day": time.date().isoformat(),
        "office": reply.office,
    }
    row = update(DraftItemRow).where(
        col(DraftItemRow.draft_id) == draft.id, col(DraftItemRow.position) == item.position
    )
    session.execute(row.values(document={**_document(item), "reply": given}))
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft.id)
        .values(
            version=draft.version + 1,
            reply_text=reply.text,
            reply_language=reply.language,
            replied_at=time,
        )
    )
    municipality = Actor(None, reply.office, Role.EVALUATOR)
    note(session, municipality, draft.id, LedgerStep.REPLIED, reply.text, now)
    ledger.append(session, municipality, LedgerStep.REPLIED, now=now, draft=draft.id)
    return _invited(session, token, now, for_change=False)


def outdated(now: datetime) -> ColumnElement[bool]:
    """Which links have been good for nothing so long that nobody asks any more why."""
    return col(ReplyLinkRow.expires_at) <= now - timedelta(days=ENDED_LINK_DAYS)


def evaluation_in(draft: Draft) -> DraftItem | None:
    """The one evaluation that a draft puts; None where it puts none, or several."""
    found = [
        item
        for item in draft.items
        if item.kind == evaluation_items.NAME and item.action is ItemAction.PUT
    ]
    return found[0] if len(found) == 1 and found[0].document is not None else None


def _invited(session: Session, token: str, now: datetime | None, *, for_change: bool) -> Invited:
    row = session.get(ReplyLinkRow, kept_token(token)) if TOKEN.fullmatch(token) else None
    draft = whole_draft(session, row.draft_id, for_change=for_change) if row else None
    item = evaluation_in(draft) if draft else None
    if row is None or draft is None or item is None:
        raise NotFound(say("There is no such link. Look whether all of the address was copied."))
    return Invited(draft, item, _state(row, draft, to_the_second(now)), row.expires_at)


def _state(link: ReplyLinkRow, draft: Draft, now: datetime) -> LinkState:
    if link.revoked_at is not None or draft.state is DraftState.DISCARDED:
        return LinkState.CLOSED
    if draft.replied_at is not None:
        return LinkState.REPLIED
    may_still = draft.reply_until is not None and now < min(link.expires_at, draft.reply_until)
    in_work = draft.state in (DraftState.DRAFT, DraftState.IN_REVIEW)
    return LinkState.OPEN if may_still and in_work else LinkState.CLOSED


def _take_back(session: Session, draft_id: int, now: datetime) -> bool:
    """Whether there was any link that was good until now."""
    held = select(col(ReplyLinkRow.token_sha256)).where(
        col(ReplyLinkRow.draft_id) == draft_id, col(ReplyLinkRow.revoked_at).is_(None)
    )
    found = list(session.scalars(held))
    own = update(ReplyLinkRow).where(col(ReplyLinkRow.token_sha256).in_(found))
    session.execute(own.values(revoked_at=now))
    return bool(found)


def _document(item: DraftItem) -> Mapping[str, Any]:
    assert item.document is not None  # noqa: S101 - `evaluation_in` has seen to it
    return item.document
