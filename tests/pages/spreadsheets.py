"""LibreOffice, as it is where a Norwegian or a Swede has it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from tests.office import convert, program

LOCALES = ("nb-NO", "sv-SE")

AS_OPENED = "CSV:59,34,76,1,,0,false,true"
"""Semicolons, UTF-8 and the language of the system, with dates and all other values looked for.
Nothing that a double click takes for something else is left out."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop>
  </item>
</oor:items>
"""

Rows = list[list[Any]]


def opened(files: Mapping[str, bytes], locale: str, folder: Path) -> dict[str, Rows]:
    """The first sheet of each file, by its name, as LibreOffice reads it there."""
    found = program()
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(locale=locale))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    every = {kind: [name for name in files if name.endswith(kind)] for kind in (".csv", ".xlsx")}
    for kind, names in every.items():
        if names:
            paths = [folder / name for name in names]
            options = [f"--infilter={AS_OPENED}"] * (kind == ".csv")
            convert(found, profile, folder / "read" / kind[1:], "xlsx", paths, *options)
    return {
        name: _rows(folder / "read" / Path(name).suffix[1:] / f"{Path(name).stem}.xlsx")
        for name in files
    }


def _rows(path: Path) -> Rows:
    book = openpyxl.load_workbook(path, data_only=True)
    return [[cell.value for cell in row] for row in book.worksheets[0].rows]
