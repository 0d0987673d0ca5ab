"""The files of releases: made once, kept on disk, and shown only when they are whole.

The file of a small release is made while its first reader waits, that of a large one by a thread
in the background, one after the other.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Queue
from threading import Lock, Thread
from typing import Final

from app.bounds import FILE_AT_ONCE, FILE_RETRY_SECONDS, FILE_SECONDS
from app.database import open_session
from app.domain.release import Release
from app.features.data.package import package_name, write_package
from app.queries.extent import extent
from app.queries.reading import Reading, open_reading
from app.web.answering.kept_files import BeingMade, KeptFile, KeptFiles
from app.web.answering.release_files import kept_files
from app.web.program import fingerprint

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PackageFile:
    """The finished file of a release, and how many rows each of its tables has."""

    path: Path
    bytes: int
    sha256: str
    rows: Mapping[str, int]

    @property
    def kilobytes(self) -> int:
        """Rounded up, since nothing takes no room."""
        return -(-self.bytes // 1000)


def package_file(reading: Reading) -> PackageFile | None:
    """The file of the release that is read; None while it is being made."""
    files, name = kept_files(), kept_name(reading.release)
    found = files.get(name)
    if found is None and extent(reading).evaluations <= FILE_AT_ONCE:
        found = _made_at_once(reading, files, name)
    if found is None:
        prepare(reading.release)
        return None
    return PackageFile(found.path, found.bytes, found.sha256, found.told["rows"])


def prepare(release: Release) -> None:
    """Has the file of a release made in the background, unless it is there. Returns at once."""
    _BACKGROUND.want(release)


def prepare_now(reading: Reading) -> KeptFile:
    """Makes the file of the release that is read, unless it is there.

    Raises:
        OSError: it cannot be written.
    """
    return kept_files().get_or_make(kept_name(reading.release), _maker(reading))


def kept_name(release: Release) -> str:
    """What the file is kept as: contents follow from release, program and settings."""
    stem = package_name(release.number).removesuffix(".zip")
    moment = int(release.published_at.timestamp())
    return f"{stem}-{release.sha256[:16]}-{moment}-{fingerprint()}.zip"


def _maker(reading: Reading) -> partial[Mapping[str, object]]:
    """What is read to be written is not remembered."""
    own = Reading(reading.session, reading.release, remember=False)
    return partial(write_package, own)


def _made_at_once(reading: Reading, files: KeptFiles, name: str) -> KeptFile | None:
    try:
        return files.get_or_make(name, _maker(reading), FILE_SECONDS)
    except BeingMade:
        return None
    except OSError as error:
        logger.warning("the file of release %s cannot be made: %s", reading.release.number, error)
        return None


class _Background:
    """One thread that makes files, and ends with the process."""

    def __init__(self) -> None:
        self._wanted: Queue[Release] = Queue()
        self._waiting: set[str] = set()
        self._lock = Lock()
        self._thread: Thread | None = None

    def want(self, release: Release) -> None:
        name = kept_name(release)
        with self._lock:
            if name in self._waiting:
                return
            self._waiting.add(name)
            self._wanted.put(release)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="files", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            release = self._wanted.get()
            try:
                with open_session() as session:
                    reading = open_reading(session, release.number)
                    if reading.release == release:
                        prepare_now(reading)
            except Exception as error:  # who asks after a while starts it again
                reason = str(error).partition("\n")[0]
                logger.warning("the file of release %s is not made: %s", release.number, reason)
                time.sleep(FILE_RETRY_SECONDS)
            finally:
                with self._lock:
                    self._waiting.discard(kept_name(release))


_BACKGROUND: Final = _Background()
