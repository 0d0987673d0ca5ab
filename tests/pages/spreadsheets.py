"""LibreOffice, as it is where a Norwegian or a Swede has it. Without it these tests are skipped by
name.

`KOMPASS_REQUIRE_SPREADSHEET=1` turns the skip into a failure, as CI does.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

LOCALES = ("nb-NO", "sv-SE")

AS_OPENED = "CSV:59,34,76,1,,0,false,true"
"""Semicolons, UTF-8 and the language of the system, with dates and all other values looked for.
Nothing that a double click takes for something else is left out."""

_SECONDS = 120
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop>
  </item>
</oor:items>
"""

Rows = list[list[Any]]


def program() -> str:
    """Where LibreOffice is; ends the test where it is missing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        if os.environ.get("KOMPASS_REQUIRE_SPREADSHEET"):
            pytest.fail("LibreOffice is missing, and KOMPASS_REQUIRE_SPREADSHEET is set")
        pytest.skip("LibreOffice is missing")
    return found


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
            _convert(found, profile, folder, names, [f"--infilter={AS_OPENED}"] * (kind == ".csv"))
    return {
        name: _rows(folder / "read" / Path(name).suffix[1:] / f"{Path(name).stem}.xlsx")
        for name in files
    }


def _convert(
    found: str, profile: Path, folder: Path, names: Sequence[str], options: Sequence[str]
) -> None:
    """All at once, as every start takes a second."""
    target = folder / "read" / Path(names[0]).suffix[1:]
    command = [
        found,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(target),
        *options,
        *(str(folder / name) for name in names),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


def _rows(path: Path) -> Rows:
    book = openpyxl.load_workbook(path, data_only=True)
    return [[cell.value for cell in row] for row in book.worksheets[0].rows]
