"""Where the files of releases are kept: one folder for all of them, with one bound on its size."""

from functools import cache
from pathlib import Path

from app.bounds import KEPT_FILES_BYTES
from app.config import ROOT, settings
from app.database import database_url
from app.web.answering.kept_files import KeptFiles


def kept_files() -> KeptFiles:
    """Where files of releases are kept."""
    chosen = settings()
    return _kept_in(Path(chosen.cache_folder) if chosen.cache_folder else _beside())


def _beside() -> Path:
    """A folder beside the database file, or in `var` where there is none."""
    url = database_url(settings().database_url)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Path(url.database).parent / "cache"
    return ROOT / "var" / "cache"


@cache
def _kept_in(folder: Path) -> KeptFiles:
    return KeptFiles(folder, KEPT_FILES_BYTES)
