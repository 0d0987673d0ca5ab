"""Which version the tables have, and whether this program can read and write them.

Migrations are numbered with four digits, and each says in the database which code may still read
what it leaves behind (`oldest_reader`; docs/decisions/0009-schema-versions.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from app.config import ROOT
from app.models import SchemaSupportRow, metadata
from app.upkeep.causes import Cause, cause_of, known_cause


@dataclass(frozen=True, slots=True)
class Program:
    """The migrations that a version of the program knows; `head` is the newest."""

    head: str
    revisions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Schema:
    """The version of the tables, as a program sees it. None stands for no tables."""

    revision: str | None
    oldest_reader: str | None
    program: Program

    @property
    def is_newer(self) -> bool:
        return self.revision is not None and self.revision not in self.program.revisions

    @property
    def fault(self) -> Cause | None:
        """Why this program cannot read the tables, or None."""
        if self.revision is None:
            return known_cause("no-tables")
        if self.revision == self.program.head:
            return None
        if not self.is_newer:
            return known_cause(
                "older-schema",
                f"The tables are at {self.revision}, and this program needs {self.program.head}.",
            )
        if self.oldest_reader is not None and self.oldest_reader <= self.program.head:
            return None
        return self._newer("it is too old to read them")

    @property
    def write_fault(self) -> Cause | None:
        """Why this program may not write to the tables, or None: newer ones it only reads."""
        if self.is_newer and self.fault is None:
            return self._newer("it may read them, but not write to them")
        return self.fault

    def _newer(self, words: str) -> Cause:
        return known_cause(
            "newer-schema",
            f"The tables are at {self.revision}, newer than this program, which knows "
            f"{self.program.head}: {words}.",
        )


@lru_cache
def this_program() -> Program:
    """The migrations that this version knows, by the names of their files."""
    scripts = (ROOT / "migrations" / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    revisions = frozenset(script.name[:4] for script in scripts)
    return Program(max(revisions), revisions)


def schema_of(connection: Connection, program: Program | None = None) -> Schema:
    """The version of the tables in a database.

    Raises:
        DBAPIError: the database cannot be asked.
    """
    there = inspect(connection).get_table_names()
    revision = oldest = None
    if "alembic_version" in there:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if SchemaSupportRow.__tablename__ in there:
        oldest = connection.scalar(select(col(SchemaSupportRow.oldest_reader)))
    return Schema(revision, oldest, program or this_program())


def table_faults(connection: Connection) -> Iterator[Cause]:
    """Tables that cannot be read, or have lost a column. One small statement for each table.

    A row is asked for, so that a damaged page is met too.
    """
    for table in metadata.sorted_tables:
        try:
            connection.execute(select(table).limit(1)).all()
        except DBAPIError as error:
            connection.rollback()
            cause = cause_of(error, connection.engine.url.render_as_string(hide_password=False))
            if cause is not None and cause.slug in ("no-tables", "changed-schema"):
                cause = known_cause(
                    "changed-schema",
                    f"The table {table.name} is missing, or one of its columns is.",
                )
            if cause is not None:
                yield cause
