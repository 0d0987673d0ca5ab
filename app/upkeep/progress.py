"""How far a long command has come: a bar on a terminal, a few lines where there is none."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

Tell: TypeAlias = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and of how much."""

LINES = 10
"""Lines for a step at most, where there is no terminal."""

WORTH_TELLING = 5_000
"""A step with less to do is over before a line is read."""


@contextmanager
def shown_progress(console: Console | None = None) -> Iterator[Tell]:
    """Shows each step on standard error, which leaves standard output to what comes of it."""
    shown = console or Console(stderr=True)
    if not shown.is_terminal:
        yield _Lines(shown).tell
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=shown) as progress:
        yield _Bars(progress).tell


class _Bars:
    """A bar for each step."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def tell(self, step: str, done: int, total: int) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=total)
        self._progress.update(self._tasks[step], completed=done, total=total)


class _Lines:
    """A line whenever another part of a step is done."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._told: dict[str, int] = {}

    def tell(self, step: str, done: int, total: int) -> None:
        if total < WORTH_TELLING:
            return
        part = done * LINES // total
        if part > self._told.get(step, 0):
            self._told[step] = part
            self._console.print(f"{step}: {done} of {total}", highlight=False)


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
