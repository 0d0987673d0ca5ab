"""Writing and reading the ledger. An entry is written in the transaction of what it tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from sqlalchemy import func, insert
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.domain import ledger as chain
from app.domain.editing import Actor, LedgerStep
from app.domain.ledger import NOTHING, Chain, LedgerBroken, LedgerEntry, NamedEntry, Verified
from app.models.editorial import LedgerRow
from app.publishing.writing import ROWS_AT_ONCE, slices
from app.queries.reading import last_vouched

LEDGER_LOCK: Final = 7_364_020
"""The advisory lock that those who add to the ledger on PostgreSQL wait for. Any other number will
do; those who publish have one of their own, and take it first."""

VERIFIED_AT_ONCE: Final = 2_000
"""Lines that are verified while somebody waits for a page."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What a line of the ledger is to say, before it has its place."""

    step: LedgerStep
    draft: int | None = None
    kind: str | None = None
    key: str | None = None
    release: int | None = None
    old_sha256: str | None = None
    new_sha256: str | None = None
    reason: str | None = None
    public: bool = False


def append(
    session: Session,
    actor: Actor,
    step: LedgerStep,
    *,
    now: datetime | None = None,
    draft: int | None = None,
    kind: str | None = None,
    key: str | None = None,
    release: int | None = None,
    old_sha256: str | None = None,
    new_sha256: str | None = None,
    reason: str | None = None,
    public: bool = False,
) -> LedgerEntry:
    """Adds a line, bound to the one before."""
    happened = Happened(
        step, draft, kind, key, release, old_sha256, new_sha256, reason or None, public
    )
    return append_all(session, actor, (happened,), now)[0]


def append_all(
    session: Session, actor: Actor, happened: Sequence[Happened], now: datetime | None = None
) -> tuple[LedgerEntry, ...]:
    """Adds lines in their order. Nobody else adds any until the transaction ends."""
    if session.connection().dialect.name == "postgresql":
        session.execute(select_columns(func.pg_advisory_xact_lock(LEDGER_LOCK)))
    at = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    last = session.exec(select(LedgerRow).order_by(col(LedgerRow.seq).desc()).limit(1)).first()
    before = _entry(last) if last else None
    added = []
    for one in happened:
        before = chain.bound(
            LedgerEntry(
                0,
                at,
                actor.account,
                actor.office,
                one.step,
                one.draft,
                one.kind,
                one.key,
                one.release,
                one.old_sha256,
                one.new_sha256,
                one.reason,
                one.public,
            ),
            before,
        )
        added.append(before)
    for some in slices(added):
        session.execute(insert(LedgerRow), [_values(entry) for entry in some])
    return tuple(added)


def entries(
    session: Session,
    *,
    draft: int | None = None,
    kind: str | None = None,
    key: str | None = None,
    after: int = 0,
    most: int | None = None,
) -> Sequence[LedgerEntry]:
    """Lines in the order they were written: of a draft, of a record, or all. One statement."""
    statement = select(LedgerRow).where(col(LedgerRow.seq) > after).order_by(col(LedgerRow.seq))
    if draft is not None:
        statement = statement.where(col(LedgerRow.draft_id) == draft)
    if kind is not None:
        statement = statement.where(col(LedgerRow.kind) == kind)
    if key is not None:
        statement = statement.where(col(LedgerRow.key) == key)
    if most is not None:
        statement = statement.limit(most)
    return tuple(map(_entry, session.exec(statement)))


def last_public(session: Session, kind: str, key: str) -> LedgerEntry | None:
    """The last public line about a record. One statement."""
    statement = select(LedgerRow).where(
        col(LedgerRow.kind) == kind, col(LedgerRow.key) == key, col(LedgerRow.public).is_(True)
    )
    row = session.exec(statement.order_by(col(LedgerRow.seq).desc()).limit(1)).first()
    return _entry(row) if row else None


def last_of_draft(session: Session, draft: int, step: LedgerStep) -> LedgerEntry | None:
    """The last line of a step that was taken with a draft. One statement."""
    statement = select(LedgerRow).where(
        col(LedgerRow.draft_id) == draft, col(LedgerRow.step) == step.value
    )
    row = session.exec(statement.order_by(col(LedgerRow.seq).desc()).limit(1)).first()
    return _entry(row) if row else None


def each_entry(session: Session, after: int | None = None) -> Iterator[LedgerEntry]:
    """Every line, or those after one, read in slices."""
    while after is None or after >= 0:
        statement = select(LedgerRow).order_by(col(LedgerRow.seq)).limit(ROWS_AT_ONCE)
        if after is not None:
            statement = statement.where(col(LedgerRow.seq) > after)
        rows = session.exec(statement).all()
        yield from map(_entry, rows)
        after = rows[-1].seq if len(rows) == ROWS_AT_ONCE else -1


def holds(session: Session, hash: str) -> bool:
    """Whether there is a line with a hash. One statement."""
    found = select(col(LedgerRow.seq)).where(col(LedgerRow.hash) == hash).limit(1)
    return session.exec(found).first() is not None


def last_seq(session: Session) -> int:
    """The number of the last line. One statement."""
    return session.scalar(select_columns(func.max(col(LedgerRow.seq)))) or 0


def verify(session: Session) -> int:
    """How many lines there are, where the chain holds from its first line to its last, and the
    newest release names one of them.

    Raises:
        LedgerBroken: it does not; `seq` is the first line that is wrong.
    """
    links = Chain(NOTHING, _named(session))
    try:
        for entry in each_entry(session):
            links.take(entry)
        links.end()
    finally:
        _PLACES.keep(_database(session), links.verified)
    return links.seq


def verify_on(session: Session) -> Verified:
    """Verifies the lines that came after those that this process has verified, of very many some at
    a time: where one who looks at the ledger does not wait for all of it. A line that was changed
    after it was verified is found by `verify` alone.

    Raises:
        LedgerBroken: the chain does not hold there.
    """
    database = _database(session)
    named = _named(session)
    begun = _PLACES.of(database)
    some = list(_from(session, begun))
    if begun.seq and (not some or (some[0].seq, some[0].hash) != (begun.seq, begun.hash)):
        begun, some = NOTHING, list(_from(session, NOTHING))  # another was put in its place
    links = Chain(begun, named)
    try:
        for entry in some:
            if entry.seq != begun.seq:
                links.take(entry)
            elif entry.hash != chain.hash_of(entry):
                raise LedgerBroken(entry.seq, "it says something else than was written")
        if len(some) < VERIFIED_AT_ONCE:
            links.end()
    finally:
        _PLACES.keep(database, links.verified)
    return links.verified


def _from(session: Session, begun: Verified) -> Iterator[LedgerEntry]:
    """The line up to which the chain was verified, and those after it."""
    return islice(each_entry(session, begun.seq - 1 if begun.seq else None), VERIFIED_AT_ONCE)


def _named(session: Session) -> NamedEntry | None:
    """Read before the lines: those of a release that is made meanwhile are then missed by none."""
    found = last_vouched(session)
    return NamedEntry(found.number, found.ledger_hash) if found and found.ledger_hash else None


def _database(session: Session) -> str:
    return session.connection().engine.url.render_as_string(hide_password=True)


class VerifiedPlaces:
    """Up to which line the ledger of each database has been verified in this process."""

    def __init__(self) -> None:
        self._held: dict[str, Verified] = {}

    def of(self, database: str) -> Verified:
        return self._held.get(database, NOTHING)

    def keep(self, database: str, place: Verified) -> None:
        self._held[database] = place


_PLACES: Final = VerifiedPlaces()


def _entry(row: LedgerRow) -> LedgerEntry:
    return LedgerEntry(
        row.seq,
        row.at,
        row.account_id,
        row.office,
        row.step,
        row.draft_id,
        row.kind,
        row.key,
        row.release,
        row.old_sha256,
        row.new_sha256,
        row.reason,
        row.public,
        row.previous_hash,
        row.hash,
    )


def _values(entry: LedgerEntry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "account_id": entry.account,
        "office": entry.office,
        "step": str(entry.step),
        "draft_id": entry.draft,
        "kind": entry.kind,
        "key": entry.key,
        "release": entry.release,
        "old_sha256": entry.old_sha256,
        "new_sha256": entry.new_sha256,
        "reason": entry.reason,
        "public": entry.public,
        "previous_hash": entry.previous_hash,
        "hash": entry.hash,
    }
