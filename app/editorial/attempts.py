"""Attempts to sign in that failed, and how long one waits after them.

They are counted in the database, so that all processes count the same, by what was tried to sign in
as and by where it came from. Of both a hash is kept, for a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import Session, col, select

from app.models.editorial import LoginAttemptRow

COUNTED: Final = timedelta(hours=1)
"""For how long an attempt counts."""
KEPT: Final = timedelta(days=1)
FIRST_WAIT: Final = timedelta(seconds=15)
LONGEST_WAIT: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class AttemptKey:
    """What attempts are counted by. The first `free` of them cost nothing; a town hall may share
    one address."""

    hash: str
    free: int


def of_login(login: str) -> AttemptKey:
    """Counts by whom somebody says to be, whether there is an account or not."""
    return AttemptKey(_hash(f"login:{login.strip().lower()}"), 5)


def of_address(address: str) -> AttemptKey:
    """Counts by where it came from."""
    return AttemptKey(_hash(f"address:{address}"), 30)


def wait(session: Session, keys: Iterable[AttemptKey], now: datetime) -> timedelta:
    """How long has to be waited before the next attempt: each time twice as long. One statement a
    key."""
    return max((_wait(session, key, now) for key in keys), default=timedelta())


def note(session: Session, keys: Iterable[AttemptKey], now: datetime) -> None:
    """Counts an attempt, before it is known how it ends: of many at the same time none is free."""
    session.execute(delete(LoginAttemptRow).where(outdated(now)))
    session.add_all([LoginAttemptRow(key=key.hash, at=now) for key in keys])
    session.flush()


def take_back(session: Session, key: AttemptKey, now: datetime) -> None:
    """One attempt has not failed: it counts no more against where it came from."""
    own = select(func.max(col(LoginAttemptRow.id))).where(
        col(LoginAttemptRow.key) == key.hash, col(LoginAttemptRow.at) == now
    )
    found = session.exec(own).one()
    session.execute(delete(LoginAttemptRow).where(col(LoginAttemptRow.id) == found))


def forget(session: Session, key: AttemptKey) -> None:
    """Begins anew: whoever it is has signed in."""
    session.execute(delete(LoginAttemptRow).where(col(LoginAttemptRow.key) == key.hash))


def outdated(now: datetime) -> ColumnElement[bool]:
    """Which attempts are no longer kept."""
    return col(LoginAttemptRow.at) < now - KEPT


def _wait(session: Session, key: AttemptKey, now: datetime) -> timedelta:
    counted = select(func.count(), func.max(col(LoginAttemptRow.at))).where(
        col(LoginAttemptRow.key) == key.hash, col(LoginAttemptRow.at) > now - COUNTED
    )
    count, last = session.exec(counted).one()
    beyond = int(count) - key.free
    if beyond < 0 or last is None:
        return timedelta()
    last = last if last.tzinfo else last.replace(tzinfo=UTC)
    waiting: timedelta = last + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(beyond, 10)) - now
    return max(timedelta(), waiting)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
