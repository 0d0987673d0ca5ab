"""Files that are made once and kept on disk: each under a name of its own, with a record beside it.

Nothing is served that is not whole: a file gets its name when it is finished, the record says how
long it is and which SHA-256 it has, and each process reads it through once before it believes so.
Several processes and threads that want the same file make it once. Where the chosen folder cannot
be written to, a temporary one takes its place.
"""

import atexit
import hashlib
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

if sys.platform != "win32":
    import fcntl

logger = logging.getLogger(__name__)

UNFINISHED: Final = ".part"
RECORD: Final = ".json"
LOCK: Final = ".lock"
ABANDONED_SECONDS: Final = 6 * 3600
"""An unfinished file that nobody has written to for so long is somebody's who was killed."""

POLL_SECONDS: Final = 0.05
"""Between two looks at whether another process has ended."""

MOST_BELIEVED: Final = 256
"""Files that a process remembers to have read through."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A finished file. `told` is what its maker said of it."""

    path: Path
    bytes: int
    sha256: str
    told: Mapping[str, Any]


Make = Callable[[Path], Mapping[str, Any]]
"""Writes the file at a path, and says what is to be known of it."""


class BeingMade(Exception):
    """Somebody is making the file."""


class KeptFiles:
    """A folder of files, which all together take no more room than they may."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._wanted, self._most = folder, most_bytes
        self._folder: Path | None = None
        self._lock = Lock()
        self._making: dict[str, Lock] = {}
        self._believed: dict[str, tuple[int, int, int]] = {}

    @property
    def folder(self) -> Path:
        """The first of the folder wanted and a temporary one that takes files.

        Raises:
            OSError: there is none.
        """
        with self._lock:
            if self._folder is None or not self._folder.is_dir():
                self._folder = _writable(self._wanted) or _temporary(self._wanted)
            return self._folder

    def get(self, name: str) -> KeptFile | None:
        """The file of a name, if there is one and it is whole."""
        try:
            path = self.folder / name
            record = json.loads(path.with_name(name + RECORD).read_text(encoding="utf-8"))
            found = KeptFile(path, record["bytes"], record["sha256"], record["told"])
            return found if self._is_whole(found) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def get_or_make(self, name: str, make: Make, seconds: float | None = None) -> KeptFile:
        """The file of a name; where there is none it is made, once for all who ask meanwhile.

        Raises:
            BeingMade: somebody else is making it, and has not ended within so many seconds.
            OSError: it cannot be written.
        """
        found = self.get(name)
        if found is not None:
            return found
        with self._alone(name, time.monotonic() + seconds if seconds is not None else None):
            return self.get(name) or self._make(name, make)

    def _make(self, name: str, make: Make) -> KeptFile:
        folder = self.folder
        handle, unfinished = tempfile.mkstemp(UNFINISHED, f"{name}.", folder)
        os.close(handle)
        try:
            told = make(Path(unfinished))
            os.chmod(unfinished, 0o644)
            record = {"bytes": os.path.getsize(unfinished), "sha256": _sha256(Path(unfinished))}
            os.replace(unfinished, folder / name)
        finally:
            Path(unfinished).unlink(missing_ok=True)
        _write_whole(folder, name + RECORD, json.dumps({**record, "told": told}, sort_keys=True))
        self._tidy(keep=name)
        found = self.get(name)
        if found is None:
            raise OSError(f"{name} was written and is not there")
        return found

    @contextmanager
    def _alone(self, name: str, deadline: float | None) -> Iterator[None]:
        """Lets one thread of one process in at a time."""
        with self._lock:
            mine = self._making.setdefault(name, Lock())
        if not mine.acquire(timeout=-1 if deadline is None else _left(deadline)):
            raise BeingMade(name)
        try:
            with _locked(self.folder / (name + LOCK), deadline):
                yield
        finally:
            mine.release()

    def _is_whole(self, file: KeptFile) -> bool:
        """Whether it is as its record says. It is read through once, and again if it changes."""
        seen = os.stat(file.path)
        if seen.st_size != file.bytes:
            return False
        state = (seen.st_ino, seen.st_size, seen.st_mtime_ns)
        with self._lock:
            if self._believed.get(file.path.name) == state:
                return True
        if _sha256(file.path) != file.sha256:
            logger.warning("%s is not as it was written, and is made again", file.path)
            return False
        with self._lock:
            if len(self._believed) >= MOST_BELIEVED:
                self._believed.clear()
            self._believed[file.path.name] = state
        return True

    def _tidy(self, keep: str) -> None:
        """Takes away what is oldest until the rest may stay, and what was never finished."""
        files = []
        for path in self.folder.iterdir():
            try:
                found = path.stat()
            except OSError:
                continue
            if path.name.endswith(UNFINISHED):
                if time.time() - found.st_mtime > ABANDONED_SECONDS:
                    path.unlink(missing_ok=True)
            elif not path.name.endswith((RECORD, LOCK)):
                files.append((found.st_mtime, path, found.st_size))
        room = self._most
        for _, path, size in sorted(files, reverse=True):
            room -= size
            if room < 0 and path.name != keep:
                for part in (RECORD, "", LOCK):
                    path.with_name(path.name + part).unlink(missing_ok=True)


def _writable(folder: Path) -> Path | None:
    """The folder, if files can be made in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return None


_TEMPORARY: Final[list[Path]] = []


def clear_up() -> None:
    """Takes temporary folders away. A process that a signal ends does not do so by itself."""
    while _TEMPORARY:
        shutil.rmtree(_TEMPORARY.pop(), ignore_errors=True)
    _temporary.cache_clear()


@lru_cache(maxsize=16)
def _temporary(instead_of: Path) -> Path:
    """One temporary folder of this process for each folder that takes nothing."""
    found = Path(tempfile.mkdtemp(prefix="kompass-"))
    _TEMPORARY.append(found)
    atexit.register(clear_up)
    logger.warning("%s takes no files; they are kept in %s", instead_of, found)
    return found


def _left(deadline: float) -> float:
    return max(0.0, deadline - time.monotonic())


@contextmanager
def _locked(path: Path, deadline: float | None) -> Iterator[None]:
    """Keeps other processes out. The lock goes with the process that holds it."""
    with path.open("ab") as file:
        while not _taken(file.fileno(), waits=deadline is None):
            if deadline is not None and not _left(deadline):
                raise BeingMade(path.stem)
            time.sleep(POLL_SECONDS)
        yield


def _taken(descriptor: int, *, waits: bool) -> bool:
    """Whether the lock of an open file is ours now. On Windows two may make the same file."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
    return True


def _write_whole(folder: Path, name: str, text: str) -> None:
    """Writes a small file that is there whole or not at all."""
    handle, unfinished = tempfile.mkstemp(UNFINISHED, f"{name}.", folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, folder / name)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
