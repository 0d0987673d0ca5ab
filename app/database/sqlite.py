"""Engines for SQLite. Readers never create a file, never write, and notice when it is another."""

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import DisconnectionError

from app import bounds
from app.database.purpose import BACKGROUND, READING, Purpose

_Identity: TypeAlias = tuple[int, int, int, int] | None
"""Which file a path leads to, and in which state: device, inode, size, time of the last change. In
a file that was written over SQLite reads on as if nothing had happened. What was published changes
the file as well, once: that costs new connections, no more."""

_STEPS: Final = 50_000
"""Instructions of SQLite's between two looks at the clock: some milliseconds."""
_WRITERS_KILOBYTES: Final = 65_536
"""Memory for the pages that a writer fills: an index of words that does not fit into it is read and
written again with every other word."""
_UNTIL, _FILE, _CHANGES = "until", "file", "changes"


def create(url: URL, purpose: Purpose) -> Engine:
    """An engine within the bounds of its purpose."""
    in_memory = not url.database or url.database == ":memory:"
    if purpose.writes or in_memory:
        return _writing(url, purpose)
    return _reading(Path(str(url.database)), url, purpose)


def _writing(url: URL, purpose: Purpose) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    # In memory there is one connection, and no pool to wait for. What is written is nothing for a
    # log either.
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: Any) -> None:
        _prepare(connection, purpose)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_WRITERS_KILOBYTES}")

    @event.listens_for(engine, "checkin")
    def settle(connection: sqlite3.Connection | None, record: Any) -> None:
        """Leaves everything in the file itself: whoever copies or replaces it need not know of the
        log beside it, whose remains would be taken for the log of the next file."""
        if connection is not None and connection.total_changes != record.info.get(_CHANGES, 0):
            record.info[_CHANGES] = connection.total_changes
            with contextlib.suppress(sqlite3.Error):  # a reader is long: the next writer will
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    _begin_with(engine, "BEGIN IMMEDIATE" if purpose.writes else "BEGIN")
    return engine


def _reading(path: Path, url: URL, purpose: Purpose) -> Engine:
    opened: dict[sqlite3.Connection, _Identity] = {}

    def connect() -> sqlite3.Connection:
        file = _identity(path)  # before it is opened: one that comes in between is noticed
        connection = _open(path, purpose)
        opened[connection] = file
        return connection

    engine = create_engine(
        url,
        creator=connect,
        hide_parameters=True,  # what somebody searched for is nothing for a log
        pool_size=purpose.connections,
        max_overflow=purpose.spare,
        pool_timeout=bounds.POOL_SECONDS,
    )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, record: Any) -> None:
        record.info[_FILE] = opened.pop(connection)
        record.info[_UNTIL] = time.monotonic() + purpose.statement
        info = record.info
        connection.set_progress_handler(lambda: time.monotonic() > info[_UNTIL], _STEPS)

    @event.listens_for(engine, "checkout")
    def check(_connection: Any, record: Any, _proxy: Any) -> None:
        """A file that was replaced is another database: nobody reads on in the old one."""
        if record.info[_FILE] != _identity(path):
            gone = DisconnectionError(f"{path.name} is another file now")
            gone.invalidate_pool = True
            raise gone

    @event.listens_for(engine, "before_cursor_execute")
    def limit(connection: Connection, *_rest: Any) -> None:
        connection.info[_UNTIL] = time.monotonic() + purpose.statement

    if purpose in (READING, BACKGROUND):

        @event.listens_for(engine, "after_cursor_execute")
        def look_back(connection: Connection, *_rest: Any) -> None:
            """What was read while the file became another may be of both."""
            if connection.info[_FILE] != _identity(path):
                raise DisconnectionError(f"{path.name} has changed while it was read")

    _begin_with(engine, "BEGIN")
    return engine


def _open(path: Path, purpose: Purpose) -> sqlite3.Connection:
    """Opens the file, which has to be there. Where not even a reader's marks can be written beside
    it, nobody else can write either, and SQLite is told so."""
    try:
        return _opened(path, "mode=ro", purpose)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        if not path.is_file() or os.access(path.parent, os.W_OK):
            raise
        return _opened(path, "immutable=1", purpose)


def _opened(path: Path, how: str, purpose: Purpose) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{how}", uri=True, check_same_thread=False
    )
    try:
        _prepare(connection, purpose)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, purpose: Purpose) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions, not the driver
    connection.execute(f"PRAGMA busy_timeout = {purpose.lock * 1000:.0f}")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def has_changed(connection: Connection) -> bool:
    """Whether a reader's file has become another, or was written over, since it was opened."""
    return bool(connection.info[_FILE] != _identity(Path(str(connection.engine.url.database))))


def _identity(path: Path) -> _Identity:
    """Which file it is; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_ctime_ns
