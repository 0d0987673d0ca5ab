"""The database: engines for SQLite or PostgreSQL, and one session a request.

What an engine is for decides for how long it waits (`app.bounds`): readers little, the work behind
the pages more, those who publish most.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session

from app.config import settings
from app.database import sqlite
from app.database.purpose import (
    AT_LENGTH,
    BACKGROUND,
    DESK_READING,
    DESK_WRITING,
    READING,
    WATCHING,
    WRITING,
    Purpose,
)

if TYPE_CHECKING:
    from app.database.postgresql import Listener

__all__ = [
    "AT_LENGTH",
    "BACKGROUND",
    "DESK_READING",
    "DESK_WRITING",
    "READING",
    "WATCHING",
    "WRITING",
    "Engine",
    "Purpose",
    "Session",
    "close_connections",
    "connections_in_use",
    "create",
    "database_url",
    "engine_for",
    "has_changed",
    "listener",
    "open_desk",
    "open_session",
    "readers_url",
    "session_factory",
]


def database_url(text: str) -> URL:
    """The address of the database; `postgres://` and `postgresql://` mean psycopg 3.

    Raises:
        ValueError: neither SQLite nor PostgreSQL.
    """
    url = make_url(text.replace("postgres://", "postgresql://", 1))
    backend = url.get_backend_name()
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url
    raise ValueError(f"the database must be SQLite or PostgreSQL, not {backend}")


def create(url: str, *, writes: bool = False, purpose: Purpose | None = None) -> Engine:
    """An engine. Only one that `writes` can change anything: the other's connections refuse to.

    On SQLite a writing transaction takes the write lock when it begins, so two of them queue up
    instead of failing half-way. A reader sees one state of the database from the first statement
    of its transaction to the last.
    """
    address = database_url(url)
    chosen = purpose or (WRITING if writes else READING)
    if address.get_backend_name() == "sqlite":
        return sqlite.create(address, chosen)
    from app.database import postgresql  # its library takes its time, and SQLite needs none of it

    return postgresql.create(address, chosen)


def engine_for(url: str, *, writes: bool = False, purpose: Purpose | None = None) -> Engine:
    """The process's engine for an address."""
    key = (url, purpose or (WRITING if writes else READING))
    with _MAKING:
        if key not in _ENGINES:
            _ENGINES[key] = create(url, purpose=key[1])
        return _ENGINES[key]


_ENGINES: dict[tuple[str, Purpose], Engine] = {}
_MAKING = Lock()


def close_connections() -> None:
    """Closes the connections of this process that nobody uses, and forgets its engines: each keeps
    hundreds of compiled statements. Whoever asks for one afterwards gets a new one."""
    with _MAKING:
        engines = list(_ENGINES.values())
        _ENGINES.clear()
    for engine in engines:
        engine.dispose()


def listener(engine: Engine) -> "Listener | None":
    """What hears at once that something has been published; None where the database cannot tell."""
    if engine.dialect.name != "postgresql":
        return None
    from app.database.postgresql import Listener

    return Listener(engine)


def readers_url() -> str:
    """Where readers read."""
    return settings().read_database_url or settings().database_url


def has_changed(session: Session) -> bool:
    """Whether the file that a reader's session reads has become another one meanwhile, so that what
    was read may be of both. A server's database is no file, and one in memory nobody can change."""
    engine = session.get_bind().engine
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return False
    try:
        return session.in_transaction() and sqlite.has_changed(session.connection())
    except SQLAlchemyError:  # it has been found out already
        return True


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Makes sessions that leave what they have read alone after the end of a transaction."""
    return sessionmaker(engine, class_=Session, expire_on_commit=False, autoflush=False)


@contextmanager
def open_session(purpose: Purpose = READING) -> Iterator[Session]:
    """A session that reads the configured database. Closing it never fails: it has read already."""
    session = session_factory(engine_for(readers_url(), purpose=purpose))()
    try:
        yield session
    finally:
        try:
            session.close()
        except DBAPIError:
            session.invalidate()


@contextmanager
def open_desk(*, writes: bool) -> Iterator[Session]:
    """A session for the workspace, where is written. What it `writes` is kept where nothing goes
    wrong, and nothing of it otherwise."""
    purpose = DESK_WRITING if writes else DESK_READING
    session = session_factory(engine_for(settings().database_url, purpose=purpose))()
    try:
        yield session
        if writes:
            session.commit()
    except BaseException:
        _give_up(session)
        raise
    finally:
        try:
            session.close()
        except DBAPIError:
            session.invalidate()


def _give_up(session: Session) -> None:
    """Takes back what was begun; where not even that can be said, the connection is given up."""
    try:
        session.rollback()
    except DBAPIError:
        session.invalidate()


def connections_in_use() -> int:
    """How many connections of this process readers have just now."""
    pool: Any = engine_for(readers_url(), purpose=READING).pool
    return int(pool.checkedout())
