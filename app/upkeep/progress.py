"""Bars that show on a terminal how far something is, and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

AT_ONCE = 1_000
"""A bar moves no oftener than this."""

Item = TypeVar("Item")

Advance = Callable[[int], None]
"""Called with how much has been done since."""


@contextmanager
def bar(words: str, total: int | None) -> Iterator[Advance]:
    """A bar with words before it; `total` is None where the end is not known."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    ) as progress:
        task = progress.add_task(words, total=total)
        yield lambda done: progress.advance(task, done)


def counted(items: Iterator[Item], advance: Advance) -> Iterator[Item]:
    """The same items, while a bar moves on."""
    count = 0
    for count, item in enumerate(items, start=1):
        if count % AT_ONCE == 0:
            advance(AT_ONCE)
        yield item
    advance(count % AT_ONCE)
