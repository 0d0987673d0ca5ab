"""Each fault of a database has one name and one message, the same on both."""

import errno
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.database import READING, WRITING, create, engine_for
from app.publishing.turn import take_turn
from app.upkeep.causes import CAUSES, cause_of
from app.upkeep.telling import words_of
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.upkeep.spoiled import BEFORE, EITHER, FILES, NOW, Fault


def slug_of(error: BaseException, url: str = "") -> str | None:
    cause = cause_of(error, url)
    return cause.slug if cause else None


def fails(url: str, statement: str = "SELECT count(*) FROM release", **engine: Any) -> str | None:
    """What it is called that a statement fails."""
    made = create(url, **engine)
    try:
        with made.connect() as connection, connection.begin():
            connection.execute(text(statement))
    except (SQLAlchemyError, OSError) as error:
        return slug_of(error, url)
    finally:
        made.dispose()
    return None


@pytest.fixture
def own_url(backend: Backend, real_url: str) -> Iterator[str]:
    url = backend.copy(real_url)
    yield url
    backend.drop(url)


def test_every_cause_says_what_is_wrong_and_what_helps() -> None:
    for slug, cause in CAUSES.items():
        assert slug == cause.slug
        assert all(words and words == words.strip() for words in (cause.detail, cause.remedy))
    assert len({cause.detail for cause in CAUSES.values()}) == len(CAUSES)


def test_a_reader_who_writes(own_url: str) -> None:
    assert fails(own_url, "DELETE FROM finding") == "read-only"


def test_tables_and_columns_that_are_not_there(own_url: str) -> None:
    assert fails(own_url, "SELECT * FROM absent") == "no-tables"
    assert fails(own_url, "SELECT absent FROM release") == "changed-schema"


def test_a_lock_that_another_writer_holds(own_url: str) -> None:
    with databases.writing(own_url) as engine, engine.begin() as connection:
        take_turn(connection)
        impatient = create(own_url, purpose=replace(WRITING, lock=0.1))
        with (
            pytest.raises(SQLAlchemyError) as raised,
            impatient.connect() as other,
            other.begin(),
        ):
            take_turn(other)
        impatient.dispose()
    assert slug_of(raised.value) == "locked"


def test_a_statement_that_takes_too_long(own_url: str) -> None:
    slow = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
        " SELECT max(i) FROM n"
    )
    assert fails(own_url, slow, purpose=replace(READING, statement=0.2)) == "too-slow"


def test_connections_that_are_all_in_use(own_url: str) -> None:
    engine = create(own_url, purpose=replace(READING, connections=1, spare=0))
    with engine.connect(), pytest.raises(SQLAlchemyError) as raised:
        engine.connect()
    engine.dispose()
    assert slug_of(raised.value) == "busy"


@pytest.mark.postgres
def test_servers_that_are_not_there_or_do_not_let_in(postgres_backend: Backend) -> None:
    url = postgres_backend.new("doors")
    assert fails(url.replace("/doors", "/no_doors")) == "no-database"
    assert fails(url.replace("postgres:@", "nobody:secret@")) == "wrong-password"
    with closing(socket.socket()) as silent:
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
        assert fails(f"postgresql://u:p@127.0.0.1:{port}/d") == "refused"
        silent.listen()
        assert fails(f"postgresql://u:p@127.0.0.1:{port}/d") == "unreachable"
    assert fails("postgresql://u:p@nowhere.invalid/d") == "unreachable"
    postgres_backend.drop(url)


@pytest.mark.postgres
def test_a_connection_that_breaks(postgres_backend: Backend) -> None:
    url = postgres_backend.new("broken")
    engine = create(url)
    with engine.connect() as connection:
        pid = connection.scalar(text("SELECT pg_backend_pid()"))
        with databases.writing(url) as other, other.connect() as killer:
            killer.execute(text(f"SELECT pg_terminate_backend({pid})"))
        with pytest.raises(SQLAlchemyError) as raised:
            connection.execute(text("SELECT 1"))
    engine.dispose()
    assert slug_of(raised.value) == "lost"
    postgres_backend.drop(url)


def test_a_file_that_is_full(sqlite_backend: Backend) -> None:
    url = sqlite_backend.new("full")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            more = text("CREATE TABLE more AS SELECT hex(zeroblob(99999)) AS zeros")
            with pytest.raises(SQLAlchemyError) as raised:
                connection.execute(more)
    assert slug_of(raised.value, url) == "full"
    sqlite_backend.drop(url)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    for name, slug in (("none.db", "no-database"), (".", "not-a-database")):
        assert fails(f"sqlite:///{tmp_path}/{name}") == slug


@pytest.mark.parametrize(
    "error, slug",
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (OSError(errno.EROFS, "Read-only file system"), "read-only"),
        (PermissionError(errno.EACCES, "Permission denied", "b.zip"), "no-rights"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), "refused"),
        (TimeoutError(), "unreachable"),
        (FileNotFoundError(errno.ENOENT, "No such file", "b.zip"), None),
        (ValueError("anything"), None),
    ],
    ids=str,
)
def test_what_the_system_says(error: Exception, slug: str | None) -> None:
    assert slug_of(error) == slug


@pytest.mark.parametrize("fault", FILES.values(), ids=FILES)
def test_files_that_are_spoilt(sqlite_backend: Backend, fault: Fault) -> None:
    url = sqlite_backend.new(f"spoilt-{fault.slug}")
    with databases.writing(url) as engine:
        databases.migrate(engine)
    fault.spoil(url)
    assert fails(url, "SELECT * FROM release, evaluation, numbering") == fault.slug
    sqlite_backend.drop(url)


@pytest.mark.parametrize("name", ["a schema before", "a table gone"])
def test_what_is_missing_is_explained_by_the_version(
    own_url: str, use_database: UseDatabase, name: str
) -> None:
    use_database(own_url)
    EITHER[name].spoil(own_url)
    with databases.writing(own_url) as engine, engine.connect() as connection:
        with pytest.raises(SQLAlchemyError) as raised:
            connection.execute(text("SELECT absent FROM finding_word"))
        connection.rollback()
    said = words_of(raised.value)
    engine_for(own_url).dispose()
    if name == "a schema before":
        assert said.startswith(f"The tables are at {BEFORE}, and this program needs {NOW}.")
    else:
        assert said.startswith("The tables have been changed by hand: ")
    assert len(said.splitlines()) == 2
