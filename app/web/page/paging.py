"""Lists that are shown page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.message import say
from app.errors import NotFound
from app.web.parameters import PAGE_SIZE

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in the list the page is."""

    number: int
    count: int

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.count else None


def page_of(
    found: Sequence[Item], number: int, size: int = PAGE_SIZE
) -> tuple[Pages, Sequence[Item]]:
    """The part of the list that a page shows, `size` of it at most.

    Raises:
        NotFound: the list has no such page.
    """
    count = max(1, -(-len(found) // size))
    if number > count:
        raise NotFound(
            say("The list has no page %(number)s. The last is %(last)s.", number=number, last=count)
        )
    start = (number - 1) * size
    return Pages(number, count), found[start : start + size]
