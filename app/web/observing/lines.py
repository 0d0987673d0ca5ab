"""Writes log lines without ever waiting for whoever takes them.

A pipe that nobody reads would otherwise stop the whole process at its next word.
"""

import logging
import os
from queue import SimpleQueue
from threading import Thread
from typing import Final

from app import bounds
from app.web.observing.counts import counts

_END: Final = None
_STANDARD_ERROR: Final = 2


class LineWriter(logging.Handler):
    """Lines are made where the event is, and written in a thread. What does not fit is counted."""

    def __init__(self, descriptor: int = _STANDARD_ERROR, lines: int = bounds.LOG_LINES) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._most = lines
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._writer: Thread | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:
            self.handleError(record)
            return
        if self._lines.qsize() >= self._most:
            counts.log_lines_lost += 1
            return
        self._lines.put(line)
        if self._writer is None:
            self._writer = Thread(target=self._write, name="log lines", daemon=True)
            self._writer.start()

    def close(self) -> None:
        """Writes what is left, for a while."""
        if self._writer is not None:
            self._lines.put(_END)
            self._writer.join(bounds.LOG_CLOSING_SECONDS)
            self._writer = None
        super().close()

    def _write(self) -> None:
        """Past Python's own buffer: who ends while a thread holds that, ends with an error."""
        line = self._lines.get()
        while line is not _END:
            left = f"{line}\n".encode(errors="backslashreplace")
            try:
                while left:
                    left = left[os.write(self._descriptor, left) :]
            except OSError:  # the other end is gone
                counts.log_lines_lost += 1
            line = self._lines.get()
