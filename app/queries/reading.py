"""What a query reads: one release, whole, through one session."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from app.config import settings
from app.domain.gap import SmallDifference
from app.domain.language import DEFAULT
from app.domain.message import LocalText, say
from app.domain.naming.spelling import Collation
from app.domain.release import DatabaseState, Release, Signature
from app.errors import NotFound, Unavailable
from app.models import DatasetKind, DatasetRow, ReleaseRow, Revision

KEY = re.compile(r"[0-9a-z.-]{1,120}")
"""What slugs, codes and ids are made of; nothing else is ever sent to the database as a key."""

LARGEST_NUMBER = 2**31 - 1
"""The largest number that both databases take as a release number or a year."""


def _small_difference() -> SmallDifference:
    chosen = settings()
    return SmallDifference(
        Decimal(chosen.small_difference_area),
        Decimal(chosen.small_difference_total),
        chosen.small_difference_over_time,
    )


def _least_share() -> Decimal:
    return Decimal(settings().least_coverage_percent) / 100


def _least_likeness() -> Decimal:
    return Decimal(settings().least_likeness_percent) / 100


@dataclass(frozen=True)
class Reading:
    """A session, the release it reads, and what this site calls small and enough.
    `remember` is off while the release is still written."""

    session: Session
    release: Release
    remember: bool = True
    small: SmallDifference = field(default_factory=_small_difference)
    least_share: Decimal = field(default_factory=_least_share)
    """The share of those known to be evaluated that figures must be of to stand for all, 0–1."""
    least_likeness: Decimal = field(default_factory=_least_likeness)
    """The share of likeness under which nobody is called alike, 0–1."""
    collation: Collation = Collation.NORWEGIAN
    """The order in which names stand: that of the language that is answered in."""

    def holds(self, revision: type[Revision]) -> ColumnElement[bool]:
        """The condition that a revision belongs to this release."""
        number = self.release.number
        return and_(
            col(revision.release_in) <= number,
            or_(col(revision.release_out).is_(None), col(revision.release_out) > number),
        )


def newest_release_number(session: Session) -> int | None:
    """The number of the newest release, or None where nothing is published."""
    return session.scalar(select(func.max(col(ReleaseRow.number))))


def standing(session: Session) -> DatabaseState | None:
    """Where the database stands, or None where nothing is published. One statement."""
    columns = (col(ReleaseRow.number), col(ReleaseRow.sha256), col(ReleaseRow.published_at))
    signatures = [Signature(*row) for row in session.exec(select(*columns).order_by(columns[0]))]
    if not signatures:
        return None
    return DatabaseState(signatures[-1], sha256(repr(signatures).encode()).hexdigest())


def open_reading(
    session: Session, number: int | None = None, collation: Collation = Collation.NORWEGIAN
) -> Reading:
    """Reads release `number`, or the newest one, with names in an order.

    Raises:
        NotFound: there is no such release.
        Unavailable: nothing is published yet.
    """
    statement = _releases().limit(1)
    if number is not None:
        if not 0 < number <= LARGEST_NUMBER:
            raise _unknown(number)
        statement = statement.where(col(ReleaseRow.number) == number)
    row = session.exec(statement).first()
    if row is not None:
        return Reading(session, _release(row[0], row[1]), collation=collation)
    if number is None or newest_release_number(session) is None:
        raise Unavailable(say("Nothing has been published yet."))
    raise _unknown(number)


def releases(session: Session) -> tuple[Release, ...]:
    """Every release, newest first."""
    return tuple(_release(row, kind) for row, kind in session.exec(_releases()))


def last_vouched(session: Session) -> Release | None:
    """The newest release that names an entry of the ledger. One statement."""
    vouched = _releases().where(col(ReleaseRow.ledger_hash).is_not(None)).limit(1)
    row = session.exec(vouched).first()
    return None if row is None else _release(row[0], row[1])


def release_numbered(session: Session, number: ColumnElement[int]) -> Release | None:
    """The release that an expression names, None where it names none. One statement."""
    row = session.exec(_releases().where(col(ReleaseRow.number) == number)).first()
    return None if row is None else _release(row[0], row[1])


def askable(keys: Iterable[str]) -> list[str]:
    """The keys, each once, that can exist at all; odd characters from an address stop here."""
    return [key for key in dict.fromkeys(keys) if KEY.fullmatch(key)]


def _releases() -> Select[ReleaseRow, str | None]:
    kind = select(col(DatasetRow.kind)).scalar_subquery()
    return select(ReleaseRow, kind).order_by(col(ReleaseRow.number).desc())


def _release(row: ReleaseRow, kind: str | None) -> Release:
    return Release(
        number=row.number,
        published_at=row.published_at,
        summary=row.summary,
        sha256=row.sha256,
        demo=kind == DatasetKind.DEMO,
        reason=LocalText({row.reason_language or DEFAULT: row.reason}) if row.reason else None,
        office=row.office,
        ledger_hash=row.ledger_hash,
    )


def _unknown(number: int) -> NotFound:
    return NotFound(say("There is no release %(number)s.", number=str(number)))
