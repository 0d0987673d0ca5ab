"""What the workspace keeps for a time only, and its end: one job looks at all of it.

What has no end here stays for a reason. The ledger and the accounts and drafts that it names are
how it is known who did what; what a published draft holds has become public, and the comments say
why. Tips that nobody has dealt with are bounded in number.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, exists, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.bounds import DISCARDED_DAYS, UPLOADS_FORGOTTEN_AT_ONCE
from app.domain.editing import DraftState, LedgerStep
from app.editorial import attempts, replies, reset_links, sessions, tips, uploads
from app.models.editorial import (
    DraftCommentRow,
    DraftItemRow,
    DraftRow,
    LedgerRow,
    LoginAttemptRow,
    LoginSessionRow,
    ReplyLinkRow,
    ResetLinkRow,
    TipRow,
    UploadRow,
)


def _of_discarded(column: Any, now: datetime) -> ColumnElement[bool]:
    """What belongs to drafts that were given up long ago."""
    given_up = select(col(DraftRow.id)).where(_discarded(now))
    return col(column).in_(given_up)


def _discarded(now: datetime) -> ColumnElement[bool]:
    """The ledger says since when: the draft says when it was last changed before that."""
    given_up = exists().where(
        col(LedgerRow.draft_id) == col(DraftRow.id),
        col(LedgerRow.step) == LedgerStep.DISCARDED.value,
        col(LedgerRow.at) <= now - timedelta(days=DISCARDED_DAYS),
    )
    return (col(DraftRow.state) == DraftState.DISCARDED.value) & given_up


def _with_reply(now: datetime) -> ColumnElement[bool]:
    return _discarded(now) & col(DraftRow.reply_text).is_not(None)


DELETED: Final = (
    (LoginSessionRow, sessions.outdated),
    (LoginAttemptRow, attempts.outdated),
    (ResetLinkRow, reset_links.outdated),
    (ReplyLinkRow, replies.outdated),
    (DraftItemRow, lambda now: _of_discarded(DraftItemRow.draft_id, now)),
    (DraftCommentRow, lambda now: _of_discarded(DraftCommentRow.draft_id, now)),
)
"""Rows that go as soon as their time is up, and which those are at a time."""

LOOKED_AT: Final = (
    *DELETED,
    (UploadRow, uploads.outdated),
    (DraftRow, _with_reply),
    (TipRow, tips.untidy),
)
"""All that is looked at."""


def is_due(session: Session, now: datetime) -> bool:
    """Whether anything is kept longer than it should be. One statement."""
    found = (
        exists().select_from(table).where(outdated(now)).correlate(None)
        for table, outdated in LOOKED_AT
    )
    return bool(session.scalar(select_columns(func.count()).where(or_(*found))))


def forget(session: Session, now: datetime) -> None:
    """Deletes what is kept longer than it should be; of files, which are large, some at a time."""
    for table, outdated in DELETED:
        session.execute(delete(table).where(outdated(now)))
    some = (
        select(col(UploadRow.id))
        .where(uploads.outdated(now))
        .order_by(col(UploadRow.id))
        .limit(UPLOADS_FORGOTTEN_AT_ONCE)
    )
    session.execute(delete(UploadRow).where(col(UploadRow.id).in_(some)))
    session.execute(update(DraftRow).where(_with_reply(now)).values(reply_text=None))
    tips.tidy(session, now)
