"""Backups: one file, made while the site runs, checked before it gets its name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlmodel import col

from app.models import ReleaseRow
from app.upkeep.archive import Archive, ArchiveWriter, Manifest, ReleasePart
from app.upkeep.causes import Cause, UpkeepError, known_cause, no_folder
from app.upkeep.contents import rows_of, snapshot, tables_of
from app.upkeep.progress import counting
from app.upkeep.schema import schema_of
from app.upkeep.signatures import corrupt_releases


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The file, what it holds, and why its releases could not be read back, if they could not."""

    file: Path
    manifest: Manifest
    unchecked: Cause | None


def back_up(engine: Engine, target: Path, *, replace: bool = False) -> BackedUp:
    """Writes everything in a database to a file; into a folder, under a name that tells when.

    A target without a suffix is a folder.

    Everything is read in one transaction. Each release is read back and has to have its own
    SHA-256, and the file is read again, before it gets its name.

    Raises:
        UpkeepError: the target is there already; or the database is damaged or has no tables.
        DBAPIError, OSError: the database or the target cannot be used.
    """
    file = _file(target)
    if not file.parent.is_dir():
        raise UpkeepError(no_folder(file.parent))
    if file.exists() and not replace:
        raise UpkeepError(
            Cause("target-exists", f"{file} is there already.", "Name another, or add --replace.")
        )
    with unfinished(file) as part:
        with snapshot(engine) as connection:
            manifest, unchecked = _written(connection, part)
        read_through(part)
        os.replace(part, file)
    return BackedUp(file, manifest, unchecked)


def _file(target: Path) -> Path:
    if not target.is_dir() and target.suffix:
        return target
    return target / f"kompass-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.zip"


@contextmanager
def unfinished(file: Path) -> Iterator[Path]:
    """The name under which a file is made, in the same folder. Whatever is left there goes."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _written(connection: Connection, part: Path) -> tuple[Manifest, Cause | None]:
    schema = schema_of(connection)
    if schema.revision is None:
        raise UpkeepError(known_cause("no-tables"))
    tables = tables_of(connection)
    counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
    writer = ArchiveWriter(part)
    try:
        with counting("Rows", sum(counts)) as counted:
            for table in tables:
                rows = counted(rows_of(connection, table))
                writer.add(table.name, table.columns.keys(), rows)
        number, sha256 = col(ReleaseRow.number), col(ReleaseRow.sha256)
        listed = select(number, sha256).order_by(number)
        releases = [ReleasePart(number=n, sha256=s) for n, s in connection.execute(listed)]
        manifest = writer.finish(schema.revision, releases)
    except BaseException:
        writer.abandon()
        raise
    if schema.fault is None:
        for cause in corrupt_releases(connection):
            raise UpkeepError(cause)
    return manifest, schema.fault


def read_through(file: Path) -> Manifest:
    """Reads a backup from beginning to end.

    Raises:
        UpkeepError: it is none, or damaged.
        OSError: it cannot be read.
    """
    with Archive(file) as archive, counting("Reading the backup", archive.manifest.rows) as counted:
        for table in archive.manifest.tables:
            for _ in counted(archive.lines(table)):
                pass
        return archive.manifest
