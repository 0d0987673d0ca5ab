"""Whether what is there is whole: a database as it is, or a backup as it would be."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, func, select, text
from sqlmodel import Session

from app.database import create
from app.domain.ledger import LedgerBroken
from app.editorial import ledger
from app.models import metadata
from app.upkeep.archive import Manifest
from app.upkeep.causes import UpkeepError
from app.upkeep.contents import snapshot
from app.upkeep.restoring import restore
from app.upkeep.schema import schema_of
from app.upkeep.signatures import corrupt_releases, releases_in


def verify_backup(file: Path) -> Manifest:
    """Puts a backup back, in a folder that is thrown away.

    Raises:
        UpkeepError: it is damaged, or of a newer version than this program.
        OSError: it cannot be read, or there is no room to put it back.
    """
    with TemporaryDirectory(prefix="kompass-") as folder:
        engine = create(f"sqlite:///{folder}/kompass.db", writes=True)
        try:
            return restore(engine, file).manifest
        finally:
            engine.dispose()


def verify_database(engine: Engine) -> Iterator[str]:
    """What is wrong in a database, a sentence each.

    Raises:
        UpkeepError: its tables are not those of this program.
        DBAPIError: it cannot be read.
    """
    with snapshot(engine) as connection:
        fault = schema_of(connection).fault
        if fault is not None:
            raise UpkeepError(fault)
        yield from _damage(connection)
        yield from _orphans(connection)
        yield from _broken_ledger(connection)
        yield from (cause.detail for cause in corrupt_releases(connection))


def releases_of(engine: Engine) -> int:
    """How many releases a database holds."""
    with snapshot(engine) as connection:
        return len(releases_in(connection))


def _damage(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for said in connection.scalars(text("PRAGMA integrity_check(10)")):
            if said != "ok":
                yield f"The file is damaged: {said}."


def _broken_ledger(connection: Connection) -> Iterator[str]:
    try:
        with Session(connection) as session:
            ledger.verify(session)
    except LedgerBroken as broken:
        yield str(broken)


def _orphans(connection: Connection) -> Iterator[str]:
    """Rows that belong to others which are not there; SQLite keeps them where it is not asked."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table.alias()
            child = key.parent
            missing = (
                select(func.count())
                .select_from(table.outerjoin(parent, child == parent.c[key.column.name]))
                .where(child.is_not(None), parent.c[key.column.name].is_(None))
            )
            count = connection.scalar(missing)
            if count:
                yield f"{count} rows of {table.name} belong to none of {key.column.table.name}."
