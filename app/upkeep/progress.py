"""How far a long command has come: a bar on a terminal, a few lines where there is none."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

ShowProgress: TypeAlias = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and of how much."""

LINES = 10
"""Lines for a step at most, where there is no terminal."""

WORTH_TELLING = 5_000
"""A step with less to do is over before a line is read."""


@contextmanager
def shown_progress(console: Console | None = None, *, lines: bool = True) -> Iterator[ShowProgress]:
    """Shows each step on standard error, which leaves standard output to what comes of it.

    Without `lines` nothing is said where there is no terminal.
    """
    shown = console or Console(stderr=True)
    if not shown.is_terminal:
        yield _Lines(shown).tell if lines else _silent
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=shown) as progress:
        yield _Bars(progress).tell


def _silent(_step: str, _done: int, _total: int) -> None:
    """Where nobody looks on."""


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


Item = TypeVar("Item")

Counted: TypeAlias = Callable[[Iterable[Item]], Iterator[Item]]
"""Gives the same items, and counts them."""

EVERY = 1_000
"""Items between two words about how far it has come."""


@contextmanager
def counting(step: str, total: int) -> Iterator[Counted[Any]]:
    """Shows on a terminal how many items of a step have gone by, whichever of them come together.

    What runs every night says nothing where all is well.
    """
    done = 0
    with shown_progress(lines=False) as tell:

        def counted(items: Iterable[Item]) -> Iterator[Item]:
            nonlocal done
            for item in items:
                yield item
                done += 1
                if done % EVERY == 0 or done == total:
                    tell(step, done, total)

        yield counted
