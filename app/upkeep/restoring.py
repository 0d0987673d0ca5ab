"""Putting a backup back, into either kind of database: in one transaction, whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text
from sqlmodel import Session, col

from app.models import ReleaseRow, metadata
from app.publishing.numbering import continue_after as go_on_after
from app.publishing.numbering import highest_used, remember_number
from app.publishing.turn import take_turn, tell_readers
from app.publishing.word_index import renew_words
from app.upkeep.archive import Archive, Manifest, TablePart, damaged, restored
from app.upkeep.backing_up import read_through
from app.upkeep.causes import Cause, UpkeepError, known_cause
from app.upkeep.contents import ROWS_AT_ONCE, tables_of
from app.upkeep.guards import unguarded
from app.upkeep.migrating import migrate, unmake
from app.upkeep.progress import counting
from app.upkeep.schema import Schema, schema_of
from app.upkeep.signatures import releases_in, wrong_signatures

WRITTEN_BY_MIGRATIONS = frozenset({"numbering", "schema_support", "word_rules"})
"""Tables that have a row in an empty database, too."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and the number that the next release is higher than."""

    manifest: Manifest
    highest: int


def restore(
    engine: Engine, file: Path, *, replace: bool = False, continue_after: int | None = None
) -> Restored:
    """Puts a backup in the place of what a database holds.

    The tables are made as they were when the backup was made, filled, and brought up to date. Every
    release is read back and has to have its own SHA-256 before anything of it can be seen. Readers
    see what was there until then. Numbers that were used here before are not used again.

    Raises:
        UpkeepError: the backup is damaged or newer than this program; or the database holds
            something, and it is not said to `replace` it.
        NumberRefused: `continue_after` is below a number that was used already.
        DBAPIError, OSError: the database or the file cannot be used.
    """
    read_through(file)
    with Archive(file) as archive, engine.connect() as connection, connection.begin():
        take_turn(connection)
        schema = schema_of(connection)
        _check(connection, schema, archive, replace=replace)
        used = _highest(connection, schema)
        _make_room(connection, schema, archive.manifest.schema_revision)
        _fill(connection, archive)
        if archive.manifest.schema_revision != schema.program.head:
            migrate(connection, schema.program.head)
        renew_words(connection)
        highest = _remember(connection, used, continue_after)
        _check_releases(connection, archive.manifest)
        tell_readers(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))  # plans go by it, and it comes by itself too late
        return Restored(archive.manifest, highest)


def _check(connection: Connection, schema: Schema, archive: Archive, *, replace: bool) -> None:
    wanted = archive.manifest.schema_revision
    if wanted not in schema.program.revisions:
        words = f"The backup is of version {wanted}, and this program knows {schema.program.head}."
        raise UpkeepError(known_cause("newer-schema", words))
    if schema.is_newer:
        fault = schema.write_fault or known_cause("newer-schema")
        remedy = "Name a new, empty database in DATABASE_URL and put the backup in there."
        raise UpkeepError(Cause(fault.slug, fault.detail, remedy))
    if schema.revision is None:
        foreign = [t.name for t in tables_of(connection) if t.name in metadata.tables]
        if foreign:
            words = f"The database has a table {foreign[0]} that no migration has made."
            raise UpkeepError(known_cause("changed-schema", words))
    elif not replace and (held := _held(connection)):
        raise UpkeepError(
            Cause(
                "not-empty",
                f"The database is not empty: {held}.",
                "Add --replace to put the backup in the place of what it holds.",
            )
        )


def _held(connection: Connection) -> str:
    """What a database holds already, in words; empty where there is nothing."""
    newest = connection.scalar(select(func.max(col(ReleaseRow.number))))
    if newest is not None:
        return f"it holds release {newest}"
    for table in tables_of(connection):
        some = select(func.count()).select_from(table)
        if table.name not in WRITTEN_BY_MIGRATIONS and connection.scalar(some):
            return f"there are rows in {table.name}"
    return ""


def _highest(connection: Connection, schema: Schema) -> int:
    """The highest number that was ever used in a database, also before it remembered."""
    if schema.revision is None:
        return 0
    if any(table.name == "numbering" for table in tables_of(connection)):
        with Session(connection) as session:
            return highest_used(session)
    return connection.scalar(select(func.max(col(ReleaseRow.number)))) or 0


def _make_room(connection: Connection, schema: Schema, revision: str) -> None:
    """Empty tables of a version. Those of the same version stay, and readers with them."""
    if schema.revision != revision:
        if schema.revision is not None:
            unmake(connection)
        migrate(connection, revision)
    with unguarded(connection):
        for table in reversed(tables_of(connection)):
            connection.execute(delete(table))


def _fill(connection: Connection, archive: Archive) -> None:
    tables = {table.name: table for table in tables_of(connection)}
    parts = {part.name: part for part in archive.manifest.tables}
    if set(tables) != set(parts):
        raise _other_tables(set(tables) ^ set(parts))
    with counting("Rows", archive.manifest.rows) as counted:
        for name, table in tables.items():
            rows = counted(archive.lines(parts[name]))
            _insert(connection, table, parts[name], rows)


def _insert(
    connection: Connection, table: Table, part: TablePart, rows: Iterator[list[Any]]
) -> None:
    if set(part.columns) != set(table.columns.keys()):
        raise _other_tables({table.name})
    columns = [table.columns[name] for name in part.columns]
    zoned = connection.dialect.name == "postgresql"
    for some in _slices(rows):
        values = [
            {
                column.name: restored(value, column, zoned=zoned)
                for column, value in zip(columns, row, strict=True)
            }
            for row in some
        ]
        connection.execute(insert(table), values)
    if zoned:
        _move_sequences(connection, table)


def _move_sequences(connection: Connection, table: Table) -> None:
    """Numbers that PostgreSQL gives by itself go on after those that were put back."""
    for column in table.primary_key.columns:
        names = {"table": f'"{table.name}"', "column": column.name}
        sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:table, :column)"), names)
        if sequence is not None:
            highest = connection.scalar(select(func.max(column)))
            connection.execute(select(func.setval(sequence, highest or 1, highest is not None)))


def _remember(connection: Connection, used: int, continue_after: int | None) -> int:
    with Session(connection) as session:
        remember_number(session, used)
        if continue_after is not None:
            go_on_after(session, continue_after)
        return highest_used(session)


def _check_releases(connection: Connection, manifest: Manifest) -> None:
    signed = releases_in(connection)
    named_in = {(part.number, part.sha256) for part in manifest.releases}
    wrong = [release.number for release in wrong_signatures(connection, signed)]
    if wrong or {(release.number, release.sha256) for release in signed} != named_in:
        reason = "its releases are not those that it names"
        if wrong:
            reason = f"release {wrong[0]} does not read back as it was published"
        raise damaged(f"The backup is not whole: {reason}.")


def _other_tables(names: Iterable[str]) -> UpkeepError:
    listed = ", ".join(sorted(names))
    return damaged(f"The backup has other tables or columns than its version: {listed}.")


def _slices(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some
