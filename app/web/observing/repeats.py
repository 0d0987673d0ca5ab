"""A fault that comes again and again is told once, and then once in a while with its number."""

import logging
import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final

from app import bounds

_FAULTS: Final = 256
"""Kinds of faults that are remembered at a time."""


class Repeats:
    """Counts what is not told. For all threads."""

    def __init__(
        self, seconds: float = bounds.REPEAT_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._seen: dict[Hashable, tuple[float, int]] = {}
        self._lock = Lock()

    def note(self, fault: Hashable) -> int | None:
        """How often the fault was seen since it was last told; None where it is too soon to."""
        now = self._clock()
        with self._lock:
            told, times = self._seen.pop(fault, (-self._seconds, 0))
            soon = now - told < self._seconds
            self._seen[fault] = (told, times + 1) if soon else (now, 0)
            if len(self._seen) > _FAULTS:
                del self._seen[next(iter(self._seen))]  # the one that was seen longest ago
        return None if soon else times


class QuietRepeats(logging.Filter):
    """Lets a warning or an error through once in a while. Lines about requests all pass."""

    def __init__(self, repeats: Repeats | None = None) -> None:
        super().__init__()
        self._repeats = repeats or Repeats()

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING or hasattr(record, "status"):
            return True
        times = self._repeats.note(_fault(record))
        if times:
            record.repeats = times
        return times is not None


def once_in_a_while(
    logger: logging.Logger, cause: str, message: str, *args: object, level: int = logging.WARNING
) -> None:
    """Tells of a fault that may come a thousand times a second. `cause` names its kind, one of
    few; without one, warnings are the same where their text is, before anything is put in."""
    logger.log(level, message, *args, extra={"cause": cause})


def _fault(record: logging.LogRecord) -> Hashable:
    cause = getattr(record, "cause", None)
    if cause is not None:
        return record.name, cause
    kind, _, trace = record.exc_info or (None, None, None)
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else None
    return record.name, str(record.msg), kind, place
