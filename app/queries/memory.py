"""What never changes is remembered: a release is immutable, so what was read of it stays true.

Kept are only whole answers that nearly every page needs, under the release: its number and time,
since what happened before it is read as well, and the SHA-256 of its contents, so that two
databases do not mix. Each process has its own memory, and what was used longest ago goes first when
it is full.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from app.queries.reading import Reading

MOST_KEPT = 64
"""Answers, not releases: a handful for each release that is read."""

Answer = TypeVar("Answer")


class Memory:
    """A bounded store, safe to share between threads."""

    def __init__(self, most: int) -> None:
        self.enabled = True
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[object, ...]) -> Any:
        """What is kept under a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            return None

    def put(self, key: tuple[object, ...], answer: object) -> None:
        with self._lock:
            self._kept[key] = answer
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()


MEMORY = Memory(MOST_KEPT)


def remembered(query: Callable[[Reading], Answer]) -> Callable[[Reading], Answer]:
    """Keeps a query's answer for the release that was read."""

    @wraps(query)
    def ask(reading: Reading) -> Answer:
        if not (MEMORY.enabled and reading.remember):
            return query(reading)
        release = reading.release
        named = (release.number, release.sha256, release.published_at)
        key = (query.__module__, query.__qualname__, *named)
        kept: Answer | None = MEMORY.get(key)
        if kept is None:
            kept = query(reading)
            MEMORY.put(key, kept)
        return kept

    return ask


@contextmanager
def forgetting() -> Iterator[None]:
    """Nothing is remembered meanwhile, so that statements can be counted."""
    before, MEMORY.enabled = MEMORY.enabled, False
    try:
        yield
    finally:
        MEMORY.enabled = before
