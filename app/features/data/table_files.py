"""Each table of the data set as a file of its own: taken out of the file of its release, so that it
is the same bytes, or written from it as a workbook. Both are made once and kept on disk."""

import json
import logging
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from typing import Any, Final

from app.bounds import LARGEST_WORKBOOK_ROWS
from app.config import settings
from app.domain.message import say
from app.domain.release import Release
from app.errors import NotFound, Unavailable
from app.features.data.holdings import DatasetPart, ReleaseSlice, slices
from app.features.data.package import further_parts, parts
from app.features.data.package_files import PackageFile, kept_name, package_file
from app.queries import method
from app.queries.reading import Reading
from app.web.answering.kept_files import KeptFile, Make
from app.web.answering.release_files import kept_files
from app.web.api.attribution import about_lines
from app.web.api.formats import Format
from app.web.api.tables import Table
from app.web.api.xlsx_files import xlsx_file
from app.web.words.languages import words

logger = logging.getLogger(__name__)

DESCRIPTOR: Final = "datapackage.json"
BEING_MADE: Final = say("The file is being made. Ask again in a few minutes.")


def table_path(name: str, wanted: Format = Format.CSV) -> str:
    """Where a table is found, in the newest release or in the one that is asked for."""
    return f"/data/tables/{name}{wanted.suffix}"


def table_address(name: str, number: int) -> str:
    """The whole address of a table of a release, as CSV."""
    return f"{settings().site_address}{table_path(name)}?release={number}"


def part_named(reading: Reading, name: str) -> DatasetPart:
    """A table without its rows.

    Raises:
        NotFound: there is none with this name.
    """
    outline = parts(ReleaseSlice(method.instrument(reading)))
    found = next((part for part in outline if part.name == name), None)
    if found is None:
        names = tuple(part.name for part in outline)
        raise NotFound(say("There is no such table. There are: %(names)s.", names=names))
    return found


def package(reading: Reading) -> PackageFile:
    """The file of the release that is read.

    Raises:
        Unavailable: it is being made.
    """
    found = package_file(reading)
    if found is None:
        raise Unavailable(BEING_MADE)
    return found


def package_descriptor(reading: Reading) -> dict[str, Any]:
    """The description of the package, with each table where it is found by itself."""
    with zipfile.ZipFile(package(reading).path) as archive:
        found: dict[str, Any] = json.loads(archive.read(DESCRIPTOR))
    for resource in found["resources"]:
        resource["path"] = table_address(resource["name"], reading.release.number)
    return found


def csv_table(reading: Reading, part: DatasetPart) -> KeptFile:
    """A table as it is in the package.

    Raises:
        Unavailable: the package is being made, or nothing can be written just now.
    """
    whole = package(reading)
    name = _kept_as(reading.release, part.name, Format.CSV.suffix)
    return _kept(name, partial(_take_out, whole.path, part.file))


def workbook(reading: Reading, part: DatasetPart, language: str) -> KeptFile:
    """A table as a workbook, with its explanations in a language.

    Raises:
        NotFound: it is longer than a workbook ought to be.
        Unavailable: the package is being made.
    """
    if package(reading).rows[part.name] > LARGEST_WORKBOOK_ROWS:
        raise NotFound(say("This table is too long for a spreadsheet. Take it as CSV."))
    name = _kept_as(reading.release, part.name, f"-{language}{Format.XLSX.suffix}")
    return _kept(name, partial(_write_workbook, reading, part, language))


def _kept(name: str, make: Make) -> KeptFile:
    try:
        return kept_files().get_or_make(name, make)
    except OSError as error:
        logger.warning("%s cannot be made: %s", name, error)
        raise Unavailable(BEING_MADE) from error


def _kept_as(release: Release, name: str, ending: str) -> str:
    return f"{kept_name(release).removesuffix('.zip')}-{name}{ending}"


def _take_out(package: Path, member: str, path: Path) -> Mapping[str, Any]:
    with zipfile.ZipFile(package) as archive, archive.open(member) as held, path.open("wb") as file:
        copyfileobj(held, file)
    return {}


def _write_workbook(
    reading: Reading, part: DatasetPart, language: str, path: Path
) -> Mapping[str, Any]:
    release, said = reading.release, words(language)
    table = _filled(Reading(reading.session, release, remember=False), part)
    address = table_address(part.name, release.number)
    path.write_bytes(xlsx_file(table, release, said, about_lines(table, release, said, address)))
    return {}


def _filled(reading: Reading, part: DatasetPart) -> Table:
    """The table with its rows, read slice by slice as the package is."""
    rows = tuple(
        row
        for number, held in enumerate(slices(reading))
        for found in (parts(held) if number == 0 else further_parts(held))
        if found.name == part.name
        for row in found.table.rows
    )
    return replace(part.table, rows=rows)
