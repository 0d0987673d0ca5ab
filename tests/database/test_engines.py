"""Engines: which addresses they take, and that a reader cannot write."""

import gc
import socket
import time
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app import bounds
from app.database import READING, close_connections, create, database_url, engine_for
from tests import databases
from tests.databases import Backend
from tests.statements import count_queries

WRITES = [
    "INSERT INTO numbering VALUES (2, 9)",
    "UPDATE evaluation SET year = 1999",
    "DELETE FROM finding",
    "CREATE TABLE other (id INTEGER)",
    "DROP TABLE finding",
]


@pytest.mark.parametrize("statement", WRITES)
def test_a_reader_cannot_write(real_url: str, statement: str) -> None:
    engine = create(real_url)
    with engine.connect() as connection:
        with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
            connection.execute(text(statement))
        connection.rollback()
        assert connection.scalar(text("SELECT count(*) FROM evaluation WHERE year > 1999")) == 102
    engine.dispose()


def test_a_writer_can(seeded: Engine) -> None:
    with seeded.begin() as connection:
        assert connection.execute(text("UPDATE evaluation SET year = year")).rowcount == 102


@pytest.mark.parametrize(
    "address,driver",
    [
        ("sqlite:///a.db", "sqlite"),
        ("sqlite://", "sqlite"),
        ("postgres://h/d", "postgresql+psycopg"),
        ("postgresql://h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://h/d", "postgresql+psycopg"),
        ("postgresql+asyncpg://h/d", "postgresql+psycopg"),
    ],
)
def test_addresses(address: str, driver: str) -> None:
    assert database_url(address).drivername == driver


def test_a_password_stays_as_it_is() -> None:
    url = database_url("postgres://u:p%40ss%25@h:5433/d?sslmode=require")
    assert (url.username, url.password, url.port) == ("u", "p@ss%", 5433)
    assert url.query == {"sslmode": "require"}


@pytest.mark.parametrize("address", ["mysql://h/d", "oracle://h/d"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="must be SQLite or PostgreSQL"):
        database_url(address)


def test_statements_are_counted_without_those_that_begin_and_end(real_url: str) -> None:
    engine = create(real_url)
    with count_queries(engine) as count, engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        connection.rollback()
        connection.execute(text("SELECT 2"))
    assert count.statements == ["SELECT 1", "SELECT 2"]
    with engine.connect() as connection:
        connection.execute(text("SELECT 3"))
    assert int(count) == 2
    engine.dispose()


def year(engine: Engine) -> int:
    with engine.connect() as connection:
        found: int = connection.scalar(text("SELECT min(year) FROM evaluation"))
        return found


def test_a_file_that_was_replaced_is_another_database(
    tmp_path: Path,
) -> None:
    """Even while others read, and with what was written last not yet known to all."""
    urls = [f"sqlite:///{tmp_path / name}.db" for name in ("site", "other")]
    for url, first in zip(urls, (1999, 2005), strict=True):
        with databases.writing(url) as engine:
            with engine.begin() as connection:
                connection.execute(text("CREATE TABLE evaluation (year INTEGER)"))
            reader = create(url)
            with engine.begin() as connection:
                connection.execute(text(f"INSERT INTO evaluation VALUES ({first})"))
            assert year(reader) == first
            reader.dispose()
    site = create(urls[0])
    assert year(site) == 1999
    assert (tmp_path / "site.db-wal").stat().st_size == 0
    (tmp_path / "other.db").replace(tmp_path / "site.db")
    assert year(site) == 2005
    (tmp_path / "site.db").unlink()
    for _ in range(2):
        with pytest.raises(DBAPIError, match="unable to open"):
            year(site)
        assert not (tmp_path / "site.db").exists(), "a reader makes no file"
    site.dispose()


def test_a_statement_that_takes_too_long_is_ended(backend: Backend, real_url: str) -> None:
    engine = create(real_url, purpose=replace(READING, statement=0.05))
    endless = (
        "SELECT pg_sleep(30)"
        if backend.kind == "postgres"
        else "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"interrupted|timeout"):
        connection.execute(text(endless))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as hole:
        engine = create(f"postgresql://u:secret@127.0.0.1:{hole.getsockname()[1]}/d")
        began = time.monotonic()
        with pytest.raises(DBAPIError) as told, engine.connect():
            pass
        assert time.monotonic() - began < bounds.PROMISE_SECONDS
        assert "secret" not in str(told.value)
        engine.dispose()


def test_a_closed_engine_is_forgotten_with_all_it_keeps(real_url: str) -> None:
    """A process that opens many databases one after the other does not grow with each of them."""
    engine = engine_for(real_url)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    assert engine_for(real_url) is engine
    kept = weakref.ref(engine)
    del engine, connection
    close_connections()
    gc.collect()
    assert kept() is None
    with engine_for(real_url).connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    close_connections()
