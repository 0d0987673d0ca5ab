"""What is wrong with this place, in words: one finding for one thing, with what helps."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match
from typing import Final

from sqlalchemy import Connection, Engine, text
from sqlmodel import Session

from app.config import BadSettings, settings
from app.database import AT_LENGTH, create, database_url, readers_url
from app.models import DatasetKind, Origin
from app.publishing.clock import clock_remarks, database_time
from app.publishing.diff import difference
from app.publishing.documents import documents
from app.publishing.faults import RejectedError
from app.publishing.seed import read_folder
from app.queries.revisions import current_revisions, dataset_kind
from app.upkeep.causes import Cause, known_cause
from app.upkeep.readiness import readiness_of
from app.upkeep.schema import schema_of
from app.upkeep.settings_faults import setting_faults
from app.upkeep.signatures import corrupt_releases, releases_in
from app.upkeep.telling import explained, words_of
from app.web.page.assets import missing_assets

LEAST_FREE_BYTES: Final = 200 * 2**20
"""Less room than this is too little for the next release and a backup."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was looked at, what was found, and what is wrong with it, if anything."""

    subject: str
    found: str
    wrong: Cause | None = None


def examine(folder: Path) -> Iterator[Inspection]:
    """Looks at everything that the site needs; `folder` is what would be published."""
    for look in (_program, _assets):
        yield from look()
    try:
        settings()
    except BadSettings as error:
        for line in str(error).splitlines():
            remedy = "Correct it; README lists the settings. The database is looked at after that."
            yield Inspection("Settings", "", Cause("settings", f"{line}.", remedy))
        return
    for look in (_settings, _place):
        yield from look()
    engine = create(settings().database_url, purpose=AT_LENGTH)
    try:
        yield from _database(engine, folder)
    except Exception as error:  # whatever it is, it is what is wrong
        yield Inspection("Database", "", explained(error) or _unknown(error))
    finally:
        engine.dispose()
    if readers_url() != settings().database_url:
        yield from _replica()


def _program() -> Iterator[Inspection]:
    found = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    yield Inspection("Python", found)
    missing = list(_missing_packages())
    wrong = None
    if missing:
        wrong = Cause(
            "packages",
            f"Packages are missing: {', '.join(missing)}.",
            "Install them with: pip install --require-hashes --requirement requirements.lock",
        )
    yield Inspection("Packages", "all there", wrong)


def _missing_packages() -> Iterator[str]:
    try:
        needed = requires("kompass") or []
    except PackageNotFoundError:
        needed = []
    for requirement in needed:
        name = match(r"[\w.-]+", requirement)
        if name is None or "extra ==" in requirement:
            continue
        if "sys_platform != 'win32'" in requirement and sys.platform == "win32":
            continue
        try:
            version(name.group())
        except PackageNotFoundError:
            yield name.group()


def _assets() -> Iterator[Inspection]:
    missing = missing_assets()
    wrong = None
    if missing:
        wrong = Cause(
            "assets",
            f"Style sheets and scripts are not built: {', '.join(missing[:3])}.",
            "Build them with: make assets",
        )
    yield Inspection("Assets", "built", wrong)


def _settings() -> Iterator[Inspection]:
    faults = list(setting_faults(settings()))
    yield from (Inspection("Settings", "", fault) for fault in faults)
    if not faults:
        yield Inspection("Settings", "nothing contradicts")


def _place() -> Iterator[Inspection]:
    """The folder of an SQLite file: whether it can be written to, and how much room there is."""
    url = database_url(settings().database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    file = Path(url.database).absolute()
    folder = next(parent for parent in file.parents if parent.exists())
    writable = folder.is_dir() and all(
        os.access(path, os.W_OK) for path in (folder, file) if path.exists()
    )
    wrong = None
    if not writable and not settings().read_only:
        wrong = known_cause("read-only", f"{file} or its folder cannot be written to.")
    yield Inspection("Folder", "can be written to" if writable else "read-only, as set", wrong)
    free = shutil.disk_usage(folder).free
    wrong = None
    if free < LEAST_FREE_BYTES and not settings().read_only:
        wrong = known_cause("full", f"There are {_megabytes(free)} left on the disk.")
    yield Inspection("Disk", f"{_megabytes(free)} free", wrong)


def _database(engine: Engine, folder: Path) -> Iterator[Inspection]:
    with engine.connect() as connection:
        yield Inspection("Database", _kind(connection))
        schema = schema_of(connection)
        yield Inspection("Tables", f"at {schema.revision}", schema.write_fault)
        if schema.fault is not None:
            return
    found = readiness_of(engine)
    yield from (Inspection("Contents", "", cause) for cause in (*found.causes, *found.remarks))
    if not found.is_ready:
        return
    with engine.connect() as connection:
        yield _newest(connection)
        yield _seed(connection, folder)
        yield _clock(connection)


def _kind(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return f"SQLite {connection.scalar(text('SELECT sqlite_version()'))}"
    return f"PostgreSQL {connection.scalar(text('SHOW server_version'))}"


def _newest(connection: Connection) -> Inspection:
    newest = releases_in(connection)[0]
    wrong = next(corrupt_releases(connection, (newest,)), None)
    return Inspection("Newest release", f"{newest.number}, sha256 {newest.sha256}", wrong)


def _seed(connection: Connection, folder: Path) -> Inspection:
    """Whether what stands in the seed folder is what is public."""
    subject = "Seed folder"
    with Session(connection) as session:
        if dataset_kind(session) != DatasetKind.REAL:
            return Inspection(subject, "not published here: the database holds made-up data")
        try:
            wanted = [document.signed() for document in documents(read_folder(folder))]
        except RejectedError as error:
            words = f"{len(error.faults)} faults in {folder.name}/, the first: {error.faults[0]}."
            return Inspection(
                subject, "", Cause("seed-rejected", words, "Correct it, and: kompass seed")
            )
        change = difference(current_revisions(session), wanted, Origin.SEED)
    if change.is_empty:
        return Inspection(subject, "is what is public")
    count = len(change.added | change.changed | change.removed)
    remedy = "Publish it with: kompass seed"
    if settings().read_only:
        remedy = "READ_ONLY is set: it is never published here, but where the database is written."
    words = f"{count} records in {folder.name}/ are not public as they stand there."
    return Inspection(subject, "", Cause("seed-differs", words, remedy))


def _clock(connection: Connection) -> Inspection:
    now = datetime.now(UTC)
    last = releases_in(connection)[0].published_at
    remarks = clock_remarks(now, last, database_time(connection))
    wrong = Cause("clock", remarks[0], "Set the clock, on both machines.") if remarks else None
    return Inspection("Clock", f"{now:%Y-%m-%d %H:%M} UTC", wrong)


def _replica() -> Iterator[Inspection]:
    engine = create(readers_url())
    try:
        found = readiness_of(engine)
        wrong = (*found.causes, *found.remarks)
        yield from (Inspection("Readers' database", "", cause) for cause in wrong)
        if found.is_ready:
            yield Inspection("Readers' database", f"shows release {found.release}")
    finally:
        engine.dispose()


def _megabytes(count: int) -> str:
    return f"{count // 2**20:,} MB".replace(",", " ")


def _unknown(error: Exception) -> Cause:
    return Cause("unknown", words_of(error), "Look at it.")
