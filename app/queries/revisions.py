"""What is public now, for publishing to compare with."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.models import DatasetRow, Revision
from app.records.kinds import KINDS


@dataclass(frozen=True, slots=True)
class CurrentRevision:
    """The revision of a record that is public now."""

    table: type[Revision]
    id: int
    key: str
    origin: str
    sha256: str


def current_revisions(session: Session) -> tuple[CurrentRevision, ...]:
    """Every current revision, table by table. One statement for each table."""
    return tuple(
        CurrentRevision(table, id, key, origin, sha256)
        for table in KINDS
        for id, key, origin, sha256 in session.exec(
            select(col(table.id), col(table.key), col(table.origin), col(table.sha256)).where(
                col(table.release_in).is_not(None), col(table.release_out).is_(None)
            )
        )
        if id is not None
    )


def dataset_kind(session: Session) -> str | None:
    """`real` or `demo`, or None where nothing was ever published."""
    return session.scalar(select(col(DatasetRow.kind)))
