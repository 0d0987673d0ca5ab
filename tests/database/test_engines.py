"""Engines: which addresses they take, and that a reader cannot write."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.database import count_queries, create, database_url

WRITES = [
    "INSERT INTO release VALUES (9, '2026-01-01 00:00:00', '', '')",
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
        assert connection.scalar(text("SELECT count(*) FROM evaluation WHERE year > 1999")) == 56
    engine.dispose()


def test_a_writer_can(seeded: Engine) -> None:
    with seeded.begin() as connection:
        assert connection.execute(text("UPDATE evaluation SET year = year")).rowcount == 56


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
