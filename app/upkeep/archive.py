"""What a backup looks like: one zip file that belongs to neither database.

`tables/<name>.jsonl` holds the rows of a table in the order of its primary key, a JSON array a
line, its values in the order of the columns. `manifest.json` comes last: the version of the tables,
their columns, number of rows and SHA-256, and the releases with theirs. The same contents give the
same hashes, whichever database they came from.
"""

import base64
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import JSON, Column, Date, DateTime, LargeBinary
from sqlalchemy.types import TypeEngine

from app.upkeep.causes import Cause, UpkeepError

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TablePart(_Part):
    """One table: `sha256` is that of its lines."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str

    @property
    def entry(self) -> str:
        return f"tables/{self.name}.jsonl"


class ReleasePart(_Part):
    """A release, and the SHA-256 of its canonical export."""

    number: int
    sha256: str


class Manifest(_Part):
    """What the archive holds. `schema_revision` is the migration that its tables are at."""

    format: int
    made_at: datetime
    schema_revision: str
    tables: tuple[TablePart, ...]
    releases: tuple[ReleasePart, ...]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)

    @property
    def newest(self) -> int | None:
        return max((release.number for release in self.releases), default=None)

    @property
    def contents_sha256(self) -> str:
        """The same for the same contents, whenever and wherever the backup was made."""
        held = [self.schema_revision, *((table.name, table.sha256) for table in self.tables)]
        return hashlib.sha256(json.dumps(held).encode()).hexdigest()


class ArchiveWriter:
    """Writes tables one after the other, and the manifest at the end."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("xb")
        os.chmod(file, 0o600)  # it holds what is not public yet, too
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._tables: list[TablePart] = []

    def add(self, name: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
        """Writes a table from a stream of rows."""
        digest, count = hashlib.sha256(), 0
        with self._zip.open(f"tables/{name}.jsonl", "w", force_zip64=True) as entry:
            for row in rows:
                line = _line(row)
                digest.update(line)
                entry.write(line)
                count += 1
        part = TablePart(name=name, columns=tuple(columns), rows=count, sha256=digest.hexdigest())
        self._tables.append(part)

    def finish(self, schema_revision: str, releases: Iterable[ReleasePart]) -> Manifest:
        manifest = Manifest(
            format=FORMAT,
            made_at=datetime.now(UTC).replace(microsecond=0),
            schema_revision=schema_revision,
            tables=tuple(self._tables),
            releases=tuple(releases),
        )
        self._zip.writestr(MANIFEST, manifest.model_dump_json(indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return manifest

    def abandon(self) -> None:
        """Lets go of a file that will not be finished, whatever it says to that."""
        with suppress(OSError, ValueError):
            self._zip.close()
        with suppress(OSError):
            self._file.close()


class Archive:
    """A backup that is read.

    Raises:
        UpkeepError: the file is none, or is damaged.
        OSError: it cannot be opened.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self._zip = zipfile.ZipFile(file)
            self.manifest = Manifest.model_validate_json(self._zip.read(MANIFEST))
        except (zipfile.BadZipFile, KeyError, ValidationError, zlib.error, EOFError) as error:
            raise _no_backup(file) from error
        if self.manifest.format != FORMAT:
            raise _no_backup(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def lines(self, table: TablePart) -> Iterator[list[Any]]:
        """The rows of a table. What is wrong with them is known when the last has been read.

        Raises:
            UpkeepError: they are not those that the manifest names.
        """
        digest, count = hashlib.sha256(), 0
        try:
            with self._zip.open(table.entry) as entry:
                for line in entry:
                    digest.update(line)
                    count += 1
                    row = json.loads(line)
                    if len(row) != len(table.columns):
                        raise self._damaged(table)
                    yield row
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, zlib.error, EOFError) as error:
            raise self._damaged(table) from error
        if (count, digest.hexdigest()) != (table.rows, table.sha256):
            raise self._damaged(table)

    def _damaged(self, table: TablePart) -> UpkeepError:
        return damaged(f"{self.file}: the backup is damaged, in the table {table.name}.")


def stored(value: Any) -> Any:
    """A value of a row as JSON has it: days and times as text, times in UTC, bytes in base 64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def restored(value: Any, column: Column[Any], *, zoned: bool) -> Any:
    """The value that a column takes; where times are not `zoned`, they are in UTC without saying.

    Raises:
        ValueError: it is not of the column's kind.
    """
    kind: TypeEngine[Any] = column.type
    if value is None or isinstance(kind, JSON):
        return value
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, DateTime):
        moment = datetime.fromisoformat(value)
        return moment if zoned else moment.astimezone(UTC).replace(tzinfo=None)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def _line(row: Iterable[Any]) -> bytes:
    values = [stored(value) for value in row]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def damaged(detail: str) -> UpkeepError:
    """A backup that cannot be put back, and why."""
    remedy = "Take another one. Nothing has been written."
    return UpkeepError(Cause("damaged-backup", detail, remedy))


def _no_backup(file: Path) -> UpkeepError:
    return UpkeepError(
        Cause(
            "not-a-backup",
            f"{file} is not a backup that this program can read.",
            "Give it a file that kompass backup has made.",
        )
    )
