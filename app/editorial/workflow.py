"""The steps of a draft, from its submission to its publication."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session

from app.database import session_factory
from app.domain.editing import Actor, Doing, DraftState, ItemAction, LedgerStep
from app.domain.message import say, say_n
from app.editorial.applying import conflict_of, publish_draft
from app.editorial.checking import Checked, check
from app.editorial.draft import Draft, DraftConflict, NotReady
from app.editorial.draft_rows import to_the_second
from app.editorial.drafts import get, move, taken_up
from app.editorial.due import publish_due
from app.errors import Unavailable
from app.publishing.faults import RejectedError
from app.publishing.progress import Tell, untold
from app.publishing.release import Published
from app.publishing.turn import take_turn

__all__ = [
    "Scheduled",
    "approve",
    "approve_within",
    "in_turn",
    "publish_due",
    "send_back",
    "set_dates",
    "submit",
]


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A draft that is approved and is published by the clock at that time."""

    draft: int
    at: datetime


def submit(
    session: Session,
    actor: Actor,
    draft_id: int,
    comment: str = "",
    acknowledged: Collection[str] = (),
    now: datetime | None = None,
    *,
    checked: Checked | None = None,
) -> Draft:
    """Hands a draft to whoever reviews it. `acknowledged` are the remarks that were seen, each as
    its text (`str(remark)`); `checked` what came of its items, where the same transaction has
    checked them already.

    Raises:
        RejectedError: the draft has faults.
        NotReady: a remark has not been acknowledged, or there is nothing in the draft.
    """
    draft = taken_up(session, actor, draft_id, Doing.SUBMIT, now)
    if not draft.items:
        raise NotReady(say("There is nothing in the draft."))
    checked = _sound(checked or check(session, draft))
    seen = frozenset(acknowledged)
    unseen = [remark for remark in checked.remarks if str(remark) not in seen]
    if unseen:
        raise NotReady(
            say_n(
                "%(n)s remark has to be acknowledged before the draft is submitted.",
                "%(n)s remarks have to be acknowledged before the draft is submitted.",
                len(unseen),
            )
        )
    move(
        session,
        actor,
        draft,
        LedgerStep.SUBMITTED,
        comment,
        now,
        state=DraftState.IN_REVIEW,
        submitted_by=actor.account,
    )
    return get(session, actor, draft_id)


def send_back(
    session: Session, actor: Actor, draft_id: int, comment: str, now: datetime | None = None
) -> Draft:
    """Gives a draft back to who wrote it. The comment says why.

    Raises:
        NotReady: it says nothing.
    """
    draft = taken_up(session, actor, draft_id, Doing.SEND_BACK, now)
    if not comment.strip():
        raise NotReady(say("Say why you send the draft back."))
    state = DraftState.DRAFT
    move(session, actor, draft, LedgerStep.SENT_BACK, comment, now, state=state, approved_by=None)
    return get(session, actor, draft_id)


def set_dates(
    session: Session,
    actor: Actor,
    draft_id: int,
    embargo_at: datetime | None,
    reply_until: datetime | None,
    now: datetime | None = None,
) -> Draft:
    """When a draft may become public, and until when the municipality may reply."""
    draft = taken_up(session, actor, draft_id, Doing.SET_DATES, now)
    said = "; ".join(
        f"{name} {to_the_second(time).isoformat()}"
        for name, time in (("embargo", embargo_at), ("reply", reply_until))
        if time is not None
    )
    values: dict[str, Any] = {
        "embargo_at": embargo_at and to_the_second(embargo_at),
        "reply_until": reply_until and to_the_second(reply_until),
    }
    if draft.state is DraftState.IN_REVIEW:  # who approves has seen these dates, or is told
        values["version"] = draft.version + 1
    move(session, actor, draft, LedgerStep.DATED, "", now, said=said, **values)
    return get(session, actor, draft_id)


def approve(
    engine: Engine,
    actor: Actor,
    draft_id: int,
    reason: str = "",
    now: datetime | None = None,
    *,
    language: str = "nb",
    version: int | None = None,
    tell: Tell = untold,
) -> Published | Scheduled:
    """Publishes a draft, or lets the clock publish it when its embargo ends. In a transaction of
    its own. `version` is the one that was reviewed.

    Raises:
        NotAllowed: four eyes; or the municipality may still reply.
        NotReady: a correction or withdrawal without a reason, or nothing differs.
        DraftConflict: the draft, or what is public, has changed since.
        RejectedError: the draft has faults beside what is public now.
        Unavailable: somebody else publishes, and takes long.
    """
    with in_turn(engine) as session:
        return approve_within(
            session, actor, draft_id, reason, now, language=language, version=version, tell=tell
        )


@contextmanager
def in_turn(engine: Engine) -> Iterator[Session]:
    """A transaction in which nobody else publishes, nor changes what is public.

    Raises:
        Unavailable: somebody else publishes, and takes long.
    """
    try:
        with session_factory(engine)() as session, session.begin():
            take_turn(session.connection())
            yield session
    except OperationalError as error:
        if _waited_in_vain(error):
            raise Unavailable(
                say("Somebody else is publishing just now. Try again in a minute.")
            ) from error
        raise


def approve_within(
    session: Session,
    actor: Actor,
    draft_id: int,
    reason: str = "",
    now: datetime | None = None,
    *,
    language: str = "nb",
    version: int | None = None,
    tell: Tell = untold,
    checked: Checked | None = None,
) -> Published | Scheduled:
    """The same as `approve`, within a transaction that has its turn. `checked` as for `submit`."""
    draft = taken_up(session, actor, draft_id, Doing.APPROVE, now)
    if version is not None and version != draft.version:
        raise DraftConflict(
            say("The draft has changed since you read it. Read it again before you approve it."),
            draft.changed_by_login,
            draft.changed_at,
        )
    reason = reason.strip()
    if not reason and _changes_what_is_public(draft):
        raise NotReady(say("Say why something public is corrected or withdrawn."))
    time = to_the_second(now)
    if draft.embargo_at is None or draft.embargo_at <= time:
        return publish_draft(session, actor, draft, reason, language, now, tell, checked=checked)
    if conflict := conflict_of(session, draft):
        raise conflict
    _sound(checked or check(session, draft))
    move(
        session,
        actor,
        draft,
        LedgerStep.SCHEDULED,
        reason,
        now,
        state=DraftState.SCHEDULED,
        approved_by=actor.account,
        reason=reason or None,
        reason_language=language if reason else None,
    )
    return Scheduled(draft.id, draft.embargo_at)


def _changes_what_is_public(draft: Draft) -> bool:
    return any(
        item.based_on is not None or item.action is ItemAction.WITHDRAW for item in draft.items
    )


def _sound(checked: Checked) -> Checked:
    if checked.faults:
        raise RejectedError(checked.faults)
    return checked


def _waited_in_vain(error: DBAPIError) -> bool:
    """Whether another writer was not done in time."""
    state = getattr(error.orig, "sqlstate", None)
    return state == "55P03" or "database is locked" in str(error.orig)
