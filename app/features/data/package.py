"""The whole data set as one file: a Data Package (version 2.0) with a CSV file for each table.

The same release is the same bytes: files stand in a fixed order, their times are that of the
release, and nothing of the machine goes in.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Final

from app.features.data.descriptor import descriptor
from app.features.data.holdings import Holdings
from app.features.data.parts import parts
from app.features.data.readme import licence_text, readme
from app.web.api.csv_files import csv_file

MEDIA_TYPE: Final = "application/zip"
SUMS: Final = "SHA256SUMS"

_PLAIN_FILE: Final = 0o644 << 16
_UNIX: Final = 3


def package_name(number: int) -> str:
    """What the file of a release is called."""
    return f"kommunekompasset-r{number}.zip"


def package_path(number: int) -> str:
    """Where the file of a release is found, for ever."""
    return f"/data/{package_name(number)}"


def package_files(held: Holdings) -> Mapping[str, bytes]:
    """Every file of the package by its name, in order."""
    found = parts(held)
    tables = {part.file: csv_file(part.table) for part in found}
    described = descriptor(held, found, tables)
    files = {
        "datapackage.json": (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode(),
        "README.md": readme(held, found).encode(),
        "LICENSE.txt": licence_text().encode(),
        **tables,
    }
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(files.items())
    )
    return {**files, SUMS: sums.encode()}


def package(held: Holdings) -> bytes:
    """The file of a release."""
    moment = held.release.published_at.timetuple()[:6]
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in sorted(package_files(held).items()):
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content, compresslevel=9)
    return memory.getvalue()
