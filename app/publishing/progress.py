"""How far publishing has come, told to whoever wants to know."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias, TypeVar


class Step(StrEnum):
    """What publishing does, one after the other."""

    COMPARING = "Comparing"
    WRITING = "Writing"
    CHECKING = "Checking"


Tell: TypeAlias = Callable[[Step, int, int], None]
"""Called with the step, how many records are done, and of how many."""

Item = TypeVar("Item")

EVERY = 500
"""Records between two words about how far it has come."""


def untold(_step: Step, _done: int, _total: int) -> None:
    """For those who do not want to know."""


def telling(items: Iterable[Item], tell: Tell, step: Step, total: int) -> Iterator[Item]:
    """The items, telling now and then how many have gone by, and of how many at the end."""
    done = 0
    for item in items:
        if done % EVERY == 0:
            tell(step, done, max(total, done))
        yield item
        done += 1
    tell(step, done, done)
