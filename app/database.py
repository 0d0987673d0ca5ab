"""The database: an engine for SQLite or PostgreSQL, and one session a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session

from app.config import settings

BUSY_MILLISECONDS = 10_000
"""For how long SQLite waits for another writer before it gives up."""


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


def create(url: str, *, writes: bool = False) -> Engine:
    """An engine. Only one that `writes` can change anything: the other's connections refuse to.

    On SQLite a writing transaction takes the write lock when it begins, so two of them queue up
    instead of failing half-way.
    """
    address = database_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, writes=writes)
    options = "" if writes else "-c default_transaction_read_only=on"
    return create_engine(address, pool_pre_ping=True, connect_args={"options": options})


def _sqlite(url: URL, *, writes: bool) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy begins transactions, not the driver
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA foreign_keys = ON")
        if writes:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
        else:
            cursor.execute("PRAGMA query_only = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@lru_cache(maxsize=8)
def engine_for(url: str, *, writes: bool = False) -> Engine:
    """The process's engine for an address."""
    return create(url, writes=writes)


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Makes sessions that leave what they have read alone after the end of a transaction."""
    return sessionmaker(engine, class_=Session, expire_on_commit=False, autoflush=False)


@contextmanager
def open_session() -> Iterator[Session]:
    """A session that reads the configured database."""
    with session_factory(engine_for(settings().database_url))() as session:
        yield session


class QueryCount:
    """How many statements have been sent, and which."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __int__(self) -> int:
        return len(self.statements)


@contextmanager
def count_queries(engine: Engine) -> Iterator[QueryCount]:
    """Counts the statements that an engine sends meanwhile, without those that begin and end."""
    count = QueryCount()

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            count.statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield count
    finally:
        event.remove(engine, "before_cursor_execute", note)
