"""LibreOffice, which opens what we write. Without it tests are skipped by name.

`KOMPASS_REQUIRE_OFFICE=1` turns the skip into a failure, as CI does.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SPREADSHEETS, TEXTS, SLIDES = "sc", "sw", "sd"
"""What its parts are called, each of which may be missing."""

_SECONDS = 120


def program(part: str = SPREADSHEETS) -> str:
    """Where LibreOffice is; ends the test where it or the part is missing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise _missing("LibreOffice is missing")
    if not (Path(found).resolve().parent / f"lib{part}lo.so").exists():
        raise _missing(f"LibreOffice has no part for this kind of file ({part})")
    return found


def convert(
    found: str, profile: Path, target: Path, kind: str, files: Sequence[Path], *options: str
) -> None:
    """All files at once, as every start takes a second."""
    command = [
        found,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
        *options,
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


def _missing(why: str) -> BaseException:
    if os.environ.get("KOMPASS_REQUIRE_OFFICE"):
        return pytest.fail.Exception(f"{why}, and KOMPASS_REQUIRE_OFFICE is set")
    return pytest.skip.Exception(why)
