"""What the clock does: it publishes drafts whose embargo has ended, without anyone awake."""

import logging
from datetime import datetime
from typing import Final

from sqlalchemy import Engine
from sqlalchemy import select as select_columns
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from app.database import session_factory
from app.domain.editing import Actor, DraftState, LedgerStep, Role
from app.domain.message import Message
from app.editorial import ledger
from app.editorial.applying import publish_draft
from app.editorial.draft import Draft
from app.editorial.draft_rows import to_the_second, whole_draft
from app.editorial.drafts import move
from app.errors import KompassError, Unavailable, one_line
from app.models.editorial import DraftRow
from app.publishing.faults import in_english
from app.publishing.release import Published
from app.publishing.turn import take_turn

logger = logging.getLogger(__name__)

MOST_AT_ONCE: Final = 20
"""Drafts that one look publishes; the next look takes more."""


def due(session: Session, now: datetime) -> tuple[int, ...]:
    """The drafts whose time has come, the longest due first. One statement."""
    statement = (
        select_columns(col(DraftRow.id))
        .where(
            col(DraftRow.state) == DraftState.SCHEDULED.value,
            col(DraftRow.embargo_at) <= to_the_second(now),
        )
        .order_by(col(DraftRow.embargo_at), col(DraftRow.id))
        .limit(MOST_AT_ONCE)
    )
    return tuple(id for id in session.execute(statement).scalars() if id is not None)


def publish_due(engine: Engine, now: datetime) -> list[Published]:
    """Publishes the drafts whose embargo has ended, each in a transaction of its own.

    A draft that cannot be published any more goes back to review, and says why. Several processes
    may do this at once: each draft is published by one of them.
    """
    with session_factory(engine)() as session:
        waiting = due(session, now)
    published = []
    for draft_id in waiting:
        try:
            found = _publish(engine, draft_id, now)
        except (DBAPIError, Unavailable):  # it may pass: the next look tries again
            raise
        except Exception as error:  # whatever it is, it is told, and stops no other draft
            _hold_back(engine, draft_id, error, now)
        else:
            published += [found] if found is not None else []
    return published


def _publish(engine: Engine, draft_id: int, now: datetime) -> Published | None:
    """Publishes a draft, where nobody was faster."""
    with session_factory(engine)() as session, session.begin():
        take_turn(session.connection())
        draft = _still_due(session, draft_id, now)
        if draft is None:
            return None
        actor = _approver(session, draft)
        language = draft.reason_language or "nb"
        return publish_draft(session, actor, draft, draft.reason or "", language, now)


def _hold_back(engine: Engine, draft_id: int, error: Exception, now: datetime) -> None:
    message = error.message if isinstance(error, KompassError) else str(error) or one_line(error)
    why = in_english(message) if isinstance(message, str | Message) else str(message)
    with session_factory(engine)() as session, session.begin():
        draft = _still_due(session, draft_id, now)
        if draft is not None:
            logger.warning("draft %d could not be published by the clock: %s", draft_id, why)
            state = DraftState.IN_REVIEW
            actor = _approver(session, draft)
            move(
                session, actor, draft, LedgerStep.HELD_BACK, why, now, state=state, approved_by=None
            )


def _still_due(session: Session, draft_id: int, now: datetime) -> Draft | None:
    draft = whole_draft(session, draft_id, for_change=True)
    if draft is None or draft.state is not DraftState.SCHEDULED or draft.embargo_at is None:
        return None
    return draft if draft.embargo_at <= to_the_second(now) else None


def _approver(session: Session, draft: Draft) -> Actor:
    """Whoever approved the draft: the clock acts for them."""
    line = ledger.last_of_draft(session, draft.id, LedgerStep.SCHEDULED)
    office = line.office if line else ""
    return Actor(draft.approved_by, office, Role.EDITOR)
