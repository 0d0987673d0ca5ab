"""The whole data set as one file: a Data Package (version 2.0) with a CSV file for each table.

The same release is the same bytes: files stand in a fixed order, their times are that of the
release, and nothing of the machine goes in. It is written slice by slice, so that a large release
takes no more memory than a small one.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final

from app.domain.release import Release
from app.features.data.descriptor import descriptor
from app.features.data.evaluation_parts import evaluation_parts
from app.features.data.group_parts import evaluation_group_parts, membership_parts, scheme_parts
from app.features.data.holdings import DatasetPart, ReleaseSlice, slices
from app.features.data.method_parts import method_parts
from app.features.data.readme import licence_text, readme
from app.features.data.register_parts import reference_parts, register_parts
from app.features.data.told_parts import told_parts
from app.queries import method
from app.queries.reading import Reading
from app.web.api.csv_files import csv_file
from app.web.made_up import file_stem

MEDIA_TYPE: Final = "application/zip"
SUMS: Final = "SHA256SUMS"

_PLAIN_FILE: Final = 0o644 << 16
_UNIX: Final = 3
_CHUNK: Final = 1 << 20


def parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """Every table of a release, in the order a reader meets them."""
    return (
        *evaluation_parts(records),
        *evaluation_group_parts(records),
        *told_parts(records),
        *reference_parts(records),
        *register_parts(records),
        *membership_parts(records),
        *method_parts(records),
        *scheme_parts(records),
    )


def further_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """The tables without those that are whole in the first slice."""
    return (
        *evaluation_parts(records),
        *evaluation_group_parts(records),
        *told_parts(records),
        *register_parts(records),
        *membership_parts(records),
    )


def package_name(number: int) -> str:
    """What the file of a release is called."""
    return f"kommunekompasset-r{number}.zip"


def download_name(release: Release) -> str:
    """What it is called where it is kept, away from the address that says whose it is."""
    return f"{file_stem(release)}-r{release.number}.zip"


def package_path(number: int) -> str:
    """Where the file of a release is found, for ever."""
    return f"/data/{package_name(number)}"


class TableFile:
    """The CSV file of a table while it is written."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content = content
        self.bytes = self.rows = 0
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def add(self, part: DatasetPart) -> None:
        """Adds the rows of a slice; the first one brings the names of the columns along."""
        written = csv_file(part.table, with_names=not self.bytes)
        self.content.write(written)
        self._hash.update(written)
        self.bytes += len(written)
        self.rows += len(part.table.rows)


def write_package(reading: Reading, path: Path) -> Mapping[str, Any]:
    """Writes the file of a release, and tells how many rows each table has."""
    empty = parts(ReleaseSlice(method.instrument(reading)))
    with ExitStack() as stack:
        tables = {
            part.name: TableFile(stack.enter_context(tempfile.TemporaryFile(dir=path.parent)))
            for part in empty
        }
        for number, held in enumerate(slices(reading)):
            for part in parts(held) if number == 0 else further_parts(held):
                tables[part.name].add(part)
        rows = {name: table.rows for name, table in tables.items()}
        files = _described(reading.release, empty, tables)
        _write_zip(path, files, reading.release.published_at)
    return {"rows": rows}


def _described(
    release: Release, empty: tuple[DatasetPart, ...], tables: Mapping[str, TableFile]
) -> Mapping[str, IO[bytes]]:
    """Every file of the package by its name."""
    rows = {name: table.rows for name, table in tables.items()}
    described = json.dumps(descriptor(release, empty, tables), ensure_ascii=False, indent=2)
    words = {
        "datapackage.json": f"{described}\n".encode(),
        "README.md": readme(release, empty, rows).encode(),
        "LICENSE.txt": licence_text().encode(),
    }
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in words.items()}
    sums |= {part.file: tables[part.name].sha256 for part in empty}
    words[SUMS] = "".join(f"{found}  {name}\n" for name, found in sorted(sums.items())).encode()
    return {
        **{name: BytesIO(content) for name, content in words.items()},
        **{part.file: tables[part.name].content for part in empty},
    }


def _write_zip(path: Path, files: Mapping[str, IO[bytes]], moment: datetime) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry._compresslevel = 9  # type: ignore[attr-defined] # no other way to name it here
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            entry.file_size = content.seek(0, 2)
            content.seek(0)
            with archive.open(entry, "w") as target:
                shutil.copyfileobj(content, target, _CHUNK)
