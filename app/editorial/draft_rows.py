"""Drafts from their rows."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.domain.editing import DraftState, ItemAction, LedgerStep
from app.editorial.draft import Comment, Draft, DraftItem
from app.models.editorial import AccountRow, DraftCommentRow, DraftItemRow, DraftRow

MOST_LISTED = 1_000
"""Drafts that are listed at most, the last changed first."""


def drafts_without_items() -> Select[Any]:
    """The drafts with who wrote and last changed them, and how many items they have."""
    author, changer = aliased(AccountRow), aliased(AccountRow)
    items = (
        select_columns(func.count())
        .select_from(DraftItemRow)
        .where(col(DraftItemRow.draft_id) == col(DraftRow.id))
        .scalar_subquery()
    )
    columns: list[Any] = [DraftRow, author.login, author.office, changer.login, items]
    return (
        select_columns(*columns)
        .select_from(DraftRow)
        .outerjoin(author, col(author.id) == col(DraftRow.author_id))
        .outerjoin(changer, col(changer.id) == col(DraftRow.changed_by))
    )


def draft_of(row: Any, items: Iterable[DraftItem] = (), comments: Iterable[Comment] = ()) -> Draft:
    """The draft of a row of these."""
    held, author, office, changer, count = row
    return Draft(
        id=held.id,
        title=held.title,
        state=DraftState(held.state),
        version=held.version,
        author=held.author_id,
        author_login=author or "",
        author_office=office or "",
        changed_by=held.changed_by,
        changed_by_login=changer or "",
        created_at=held.created_at,
        changed_at=held.changed_at,
        item_count=count,
        hands=frozenset(held.hands),
        submitted_by=held.submitted_by,
        approved_by=held.approved_by,
        embargo_at=held.embargo_at,
        reply_until=held.reply_until,
        reply_text=held.reply_text,
        reply_language=held.reply_language,
        replied_at=held.replied_at,
        reason=held.reason,
        reason_language=held.reason_language,
        release=held.release,
        items=tuple(items),
        comments=tuple(comments),
    )


def whole_draft(session: Session, draft_id: int, *, for_change: bool = False) -> Draft | None:
    """A draft with its items and comments; None where there is none. Three statements.

    What is read `for_change` nobody else changes until the transaction ends.
    """
    if for_change and session.connection().dialect.name == "postgresql":
        session.execute(
            select_columns(col(DraftRow.id)).where(col(DraftRow.id) == draft_id).with_for_update()
        )
    statement = drafts_without_items().where(col(DraftRow.id) == draft_id)
    row = session.execute(statement.execution_options(populate_existing=True)).first()
    if row is None:
        return None
    return draft_of(row, _items(session, draft_id), _comments(session, draft_id))


def _items(session: Session, draft_id: int) -> list[DraftItem]:
    of = DraftItemRow
    statement = select_columns(
        col(of.kind),
        col(of.key),
        col(of.action),
        col(of.document),
        col(of.based_on),
        col(of.position),
    ).where(col(of.draft_id) == draft_id)
    return [
        DraftItem(kind, key, ItemAction(action), document, based_on, position)
        for kind, key, action, document, based_on, position in session.execute(
            statement.order_by(col(of.position))
        )
    ]


def _comments(session: Session, draft_id: int) -> list[Comment]:
    columns: list[Any] = [DraftCommentRow, AccountRow.login, AccountRow.office]
    statement = (
        select_columns(*columns)
        .outerjoin(AccountRow, col(AccountRow.id) == col(DraftCommentRow.account_id))
        .where(col(DraftCommentRow.draft_id) == draft_id)
        .order_by(col(DraftCommentRow.id))
    )
    return [
        Comment(row.at, row.account_id, login or "", office or "", LedgerStep(row.step), row.text)
        for row, login, office in session.execute(statement)
    ]


def to_the_second(now: datetime | None) -> datetime:
    """The time, as it is kept: in UTC, without fractions of a second."""
    return (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
