"""Databases in which one thing is wrong, and what that is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from app.database import create, database_url
from app.models import metadata
from app.upkeep.schema import this_program
from tests import databases

NOW = this_program().head
BEFORE, NEXT, LATER = (f"{int(NOW) + step:04}" for step in (-1, 1, 2))
"""The version of the tables now, the one before and the ones to come."""


@dataclass(frozen=True)
class Fault:
    """How a database with the real data is spoiled, and the cause that is named for it."""

    spoil: Callable[[str], Any]
    slug: str


def statements(*sent: str) -> Callable[[str], None]:
    """Changes a database by hand."""

    def change(url: str) -> None:
        with databases.writing(url) as engine, engine.begin() as connection:
            for statement in sent:
                connection.execute(text(statement))

    return change


def file_of(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(str(database_url(url).database))


def at_rest(url: str) -> Path:
    """The same, with everything in it and no log beside it."""
    engine = create(url, writes=True)
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        connection.rollback()
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    engine.dispose()
    for suffix in ("-wal", "-shm"):
        Path(f"{file_of(url)}{suffix}").unlink(missing_ok=True)
    return file_of(url)


def overwritten(start: float, share: float) -> Callable[[str], None]:
    """Overwrites a part of an SQLite file, in shares of its size."""

    def spoil(url: str) -> None:
        file = at_rest(url)
        content = bytearray(file.read_bytes())
        first, count = int(len(content) * start), int(len(content) * share)
        content[first : first + count] = b"\xa5" * count
        file.write_bytes(bytes(content))

    return spoil


EMPTIED = [
    f"DELETE FROM {table.name}"
    for table in reversed(metadata.sorted_tables)
    if table.name not in ("numbering", "schema_support", "word_rules")
]

EITHER: Mapping[str, Fault] = {
    "nothing published": Fault(statements(*EMPTIED), "unpublished"),
    "a schema before": Fault(
        statements(f"UPDATE alembic_version SET version_num = '{BEFORE}'"), "older-schema"
    ),
    "a schema to come": Fault(
        statements(
            f"UPDATE alembic_version SET version_num = '{NEXT}'",
            f"UPDATE schema_support SET oldest_reader = '{NEXT}'",
        ),
        "newer-schema",
    ),
    "a schema of nobody": Fault(
        statements("UPDATE alembic_version SET version_num = 'x'", "DELETE FROM schema_support"),
        "newer-schema",
    ),
    "no version": Fault(statements("DROP TABLE alembic_version"), "no-tables"),
    "a column renamed": Fault(
        statements("ALTER TABLE evaluation RENAME COLUMN detail TO details"), "changed-schema"
    ),
    "a table gone": Fault(statements("DROP TABLE finding_word"), "changed-schema"),
}
"""What can be wrong with either database."""

FILES: Mapping[str, Fault] = {
    "another file": Fault(lambda url: at_rest(url).write_text("Words. " * 999), "not-a-database"),
    "the head overwritten": Fault(overwritten(0, 0.01), "not-a-database"),
    "most of it overwritten": Fault(overwritten(0.05, 0.9), "corrupt"),
    "empty": Fault(lambda url: at_rest(url).write_bytes(b""), "no-tables"),
}
"""What can be wrong with a file of SQLite."""
