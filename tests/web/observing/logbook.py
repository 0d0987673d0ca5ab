"""Log lines as they are written, byte for byte, by the handler and formatters of the site."""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.web.observing.lines import LineWriter
from app.web.observing.logs import JsonLines, TextLines
from app.web.observing.repeats import QuietRepeats

FORMATTERS = {"text": TextLines, "json": JsonLines}


@dataclass
class Logbook:
    """What was logged. To be read when all is said."""

    text: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


@contextmanager
def logbook(folder: Path, log_format: str) -> Iterator[Logbook]:
    """Takes down what `app` logs, until the end of the block."""
    book = Logbook()
    path = folder / f"{log_format}.log"
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    handler = LineWriter(descriptor)
    handler.setFormatter(FORMATTERS[log_format]())
    handler.addFilter(QuietRepeats())
    logger = logging.getLogger("app")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield book
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        handler.close()
        os.close(descriptor)
        book.text = path.read_text(encoding="utf-8")
        book.lines = book.text.splitlines()


both = pytest.mark.parametrize("log_format", sorted(FORMATTERS))
