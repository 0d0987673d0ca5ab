"""Which version of the program this is: what it writes may differ from what another one wrote."""

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from app.config import ROOT, settings

_WRITES: Final = ("*.py", "*.po", "*.typ")
"""What decides how data are written: code, words, and the layout of what is printed."""


STARTED: Final = datetime.now(UTC)
"""Since when this process runs: before, another version may have answered, with other settings."""


def fingerprint(*, anew: bool = False) -> str:
    """The program and the settings that stand in files, as a short text: as this process has found
    them, or `anew` as they are now."""
    if anew:
        _of_files.cache_clear()
    chosen = settings()
    told = f"{chosen.site_address} {chosen.publisher_name} {chosen.contact_email}"
    return hashlib.sha256(f"{_of_files(ROOT / 'app')} {told}".encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def _of_files(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(path for kind in _WRITES for path in folder.rglob(kind)):
        found.update(f"{path.relative_to(folder).as_posix()}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
