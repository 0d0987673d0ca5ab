"""Makers of files, each with a folder of its own, whose process is the real one or stands in."""

import fcntl
import os
import select
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final, Protocol

import pytest

from app.config import settings
from app.reports.making import ReportFiles
from tests.reports import standing_in

LONGEST = 60


def happens(maker: ReportFiles, true: Callable[[], bool]) -> None:
    """Waits for something that a maker does beside."""
    assert maker.wait_for(true, LONGEST), "it never happened"


def ends(pid: int) -> None:
    """Waits for the end of a process, whoever started it."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([watched], [], [], LONGEST)[0], "it goes on"
    finally:
        os.close(watched)


_GATES: Final[dict[Path, IO[str]]] = {}
"""What stand-ins wait for, by the folder of a test."""


def go_on(folder: Path) -> None:
    """Lets the stand-ins that wait go on, and those that come."""
    _GATES.pop(folder).close()


def is_there(pid: int) -> bool:
    """Whether a process is alive. One that has ended and that nobody has asked after is not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def files_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the files of this test alone."""
    folder = tmp_path / "files"
    monkeypatch.setenv("CACHE_FOLDER", str(folder))
    monkeypatch.setenv(standing_in.FOLDER, str(tmp_path))
    settings.cache_clear()
    _GATES[tmp_path] = gate = (tmp_path / standing_in.GO_ON).open("w", encoding="utf-8")
    fcntl.flock(gate, fcntl.LOCK_EX)
    yield folder
    _GATES.pop(tmp_path, gate).close()
    monkeypatch.undo()
    settings.cache_clear()


class Makers(Protocol):
    def __call__(self, way: Callable[..., str] | None = None, **bounds: Any) -> ReportFiles: ...


@pytest.fixture
def makers(files_folder: Path) -> Iterator[Makers]:
    """Called with a way of standing in, a maker whose process does that; the real one without."""
    made: list[ReportFiles] = []

    def maker(way: Callable[..., str] | None = None, **bounds: Any) -> ReportFiles:
        if way is not None:
            bounds["command"] = [sys.executable, "-m", "tests.reports.standing_in", way.__name__]
        made.append(ReportFiles(**bounds))
        return made[-1]

    yield maker
    for one in made:
        one.close()


def own_niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)
