"""What is public now, for publishing to compare with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.models import DatasetRow, EvaluationRevision, Origin, Revision
from app.records.kinds import KINDS
from app.records.rows import table_of


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


def current_of(
    session: Session, table: type[Revision], column: str, values: Collection[str]
) -> tuple[tuple[str, str, str], ...]:
    """The current records whose column has one of these values: that value, their keys and SHA-256.
    The values are no more than one statement names."""
    of = table_of(table).columns
    statement = select_columns(of[column], of.key, of.sha256).where(
        of[column].in_(values), of.release_in.is_not(None), of.release_out.is_(None)
    )
    return tuple((value, key, sha256) for value, key, sha256 in session.execute(statement))


def closed_by_editors(session: Session) -> frozenset[tuple[type[Revision], str]]:
    """The records that an editor has closed at some time. One statement for each table."""
    return frozenset(
        (table, key)
        for table in KINDS
        for key in session.exec(
            select(col(table.key)).where(col(table.origin_out) == Origin.EDITOR).distinct()
        )
    )


def evaluated(
    session: Session, keys: Collection[str], *, public: bool = False
) -> Mapping[tuple[str, int, str], str]:
    """The ids that evaluations among these have had, by municipality, year and version; or have
    now, where it is those that are `public`. The keys are no more than one statement names."""
    of = EvaluationRevision
    statement = select(col(of.municipality), col(of.year), col(of.version), of.key).where(
        col(of.key).in_(keys)
    )
    if public:
        statement = statement.where(col(of.release_out).is_(None))
    return {(slug, year, version): key for slug, year, version, key in session.exec(statement)}


def dataset_kind(session: Session) -> str | None:
    """`real` or `demo`, or None where nothing was ever published."""
    return session.scalar(select(col(DatasetRow.kind)))
