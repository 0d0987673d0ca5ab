"""Readers who ask for a file that has to be made, until they have it."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Final

from tools.bench.faults import NotMeasured
from tools.bench.servers import get

LONGEST: Final = 300.0
"""Seconds after which nobody waits any more."""
_MADE, _BEING_MADE, _LATER = 200, 202, 503


@dataclass(frozen=True, slots=True)
class Waited:
    """After how many seconds the file was there, and how often it was said that it cannot be had
    just now."""

    seconds: float
    refused: int


def until_there(port: int, path: str) -> float:
    """Asks for a file, and again at once where it is being made, so that it is seen when it is
    there; says after how many seconds.

    Raises:
        NotMeasured: something else was answered, or it took too long.
    """
    waited = _wait(port, path, None)
    if waited.refused:
        raise NotMeasured(f"{path} could not be had at first")
    return waited.seconds


@contextmanager
def crowd(port: int, paths: Sequence[str]) -> Iterator[list[Future[Waited]]]:
    """A reader for each file, all at the same time. They ask again when they are told to, as
    browsers do. At the end those who still wait give up."""
    given_up = Event()
    with ThreadPoolExecutor(len(paths)) as readers:
        try:
            yield [readers.submit(_wait, port, path, given_up) for path in paths]
        finally:
            given_up.set()


def _wait(port: int, path: str, given_up: Event | None) -> Waited:
    began, refused = time.monotonic(), 0
    while (waited := time.monotonic() - began) < LONGEST:
        status, headers, _ = get(port, path)
        if status == _MADE:
            return Waited(time.monotonic() - began, refused)
        if status not in (_BEING_MADE, _LATER):
            raise NotMeasured(f"{path} is answered with {status}")
        refused += status == _LATER
        if given_up is not None and given_up.wait(_pause(headers)):
            break
    raise NotMeasured(f"{path} was not there after {waited:.0f} seconds")


def _pause(headers: Sequence[tuple[str, str]]) -> float:
    return float({name.lower(): value for name, value in headers}["retry-after"])
