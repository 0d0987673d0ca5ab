"""Files that somebody brought in, kept with the answers to what was asked about them.

A file is read anew whenever it is looked at: the same file with the same answers is always
understood in the same way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from app.bounds import KEPT_UPLOAD_DAYS, KEPT_UPLOADS, KEPT_UPLOADS_BYTES
from app.domain.editing import Actor, Doing, DraftState, Role, may
from app.domain.message import say
from app.editorial.draft import DraftItem, NotAllowed, NotReady
from app.editorial.reading_files import FileReader, items_with_candidates
from app.errors import NotFound
from app.models.editorial import DraftRow, UploadRow
from app.publishing.checks.checking import CheckedFile
from app.publishing.importing.understanding import Understanding
from app.queries.reading import Reading

IN_WORK: Final = (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.SCHEDULED)
"""A draft in one of these states may still be changed, or be asked where its figures come from."""


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file with the answers so far. In a list its content is left out."""

    id: int
    name: str
    answers: Mapping[str, str]
    created_at: datetime
    draft: int | None
    content: bytes = b""


def keep(session: Session, actor: Actor, name: str, content: bytes) -> BroughtFile:
    """Keeps a file, for whoever brought it and for editors.

    Raises:
        NotReady: as many of theirs are kept already as may be.
    """
    why = may(actor, Doing.CREATE)
    if why is not None or actor.account is None:
        raise NotAllowed(why or say("Your account may not do this."))
    held = select(func.count(), func.sum(func.length(UploadRow.content))).where(
        col(UploadRow.account_id) == actor.account
    )
    count, size = session.exec(held).one()
    if count >= KEPT_UPLOADS or int(size or 0) + len(content) > KEPT_UPLOADS_BYTES:
        raise NotReady(
            say("You keep as many files here as there is room for. Remove some, then try again.")
        )
    row = UploadRow(
        account_id=actor.account,
        name=name,
        content=content,
        answers={},
        created_at=datetime.now(UTC),
    )
    session.add(row)
    session.flush()
    return _kept(row)


def kept_file(session: Session, actor: Actor, id: int) -> BroughtFile:
    """A file, whole.

    Raises:
        NotFound: there is none that this actor may read.
    """
    return _kept(_row(session, actor, id))


def kept_files(session: Session, actor: Actor) -> tuple[BroughtFile, ...]:
    """An actor's own files, newest first, without their content."""
    columns = (
        col(UploadRow.id),
        col(UploadRow.name),
        col(UploadRow.created_at),
        col(UploadRow.draft_id),
    )
    statement = (
        select(*columns)
        .where(col(UploadRow.account_id) == actor.account)
        .order_by(col(UploadRow.id).desc())
    )
    return tuple(
        BroughtFile(id or 0, name, {}, at, draft) for id, name, at, draft in session.exec(statement)
    )


def answer(session: Session, actor: Actor, id: int, answers: Mapping[str, str]) -> BroughtFile:
    """Adds answers to those that were given before; an empty one takes an answer back."""
    row = _row(session, actor, id, for_change=True)
    both = {**row.answers, **answers}
    row.answers = {question: said for question, said in both.items() if said}
    session.add(row)
    session.flush()
    return _kept(row)


def made_draft(session: Session, actor: Actor, id: int, draft: int) -> None:
    """Notes what became of a file."""
    row = _row(session, actor, id, for_change=True)
    row.draft_id = draft
    session.add(row)
    session.flush()


def remove(session: Session, actor: Actor, id: int) -> None:
    """Throws a file away. A draft that was made of it stays."""
    session.delete(_row(session, actor, id, for_change=True))
    session.flush()


def outdated(now: datetime) -> ColumnElement[bool]:
    """Which files nobody needs any more: they are old, and no draft made of them is in work."""
    in_work = select(col(DraftRow.id)).where(
        col(DraftRow.state).in_([state.value for state in IN_WORK])
    )
    return and_(
        col(UploadRow.created_at) <= now - timedelta(days=KEPT_UPLOAD_DAYS),
        or_(col(UploadRow.draft_id).is_(None), col(UploadRow.draft_id).not_in(in_work)),
    )


def looked_through(reading: Reading, kept: BroughtFile) -> tuple[Understanding, CheckedFile]:
    """What is understood of a file with its answers, and all that is wrong or to be seen."""
    return FileReader.of(reading).look_through(kept.name, kept.content, kept.answers)


def items_of(understood: Understanding, found: CheckedFile) -> Sequence[DraftItem]:
    """What a draft holds that is made of a file in which nothing is wrong."""
    return [item for item, _ in items_with_candidates(understood, found)]


def _row(session: Session, actor: Actor, id: int, *, for_change: bool = False) -> UploadRow:
    row = session.get(UploadRow, id, with_for_update=for_change or None)
    if row is None or not (row.account_id == actor.account or actor.is_at_least(Role.EDITOR)):
        raise NotFound(
            say("There is no such file. Files are deleted after %(n)s days.", n=KEPT_UPLOAD_DAYS)
        )
    return row


def _kept(row: UploadRow) -> BroughtFile:
    return BroughtFile(
        row.id or 0, row.name, dict(row.answers), row.created_at, row.draft_id, row.content
    )
