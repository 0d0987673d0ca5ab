"""Sets of things that come in groups, each set one whole number: a bit for each thing.

The bits of a group stand side by side, and above them one more, its guard, that belongs to nothing.
Adding and subtracting whole sets then works on all groups at once: what is carried or borrowed in a
group ends at its guard. So the groups that a set touches, or the first thing of each, cost a few
operations on whole numbers however many groups there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import TypeVar

Thing = TypeVar("Thing")

_BITS = bytes.maketrans(b"01", b"\x00\x01")


class GroupedBits:
    """The places of groups of given sizes, in order; a set is a whole number of these bits."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.starts: list[int] = []
        guards_of: dict[int, list[int]] = {}
        place = 0
        for size in sizes:
            self.starts.append(place)
            guards_of.setdefault(size, []).append(place + size)
            place += size + 1
        self.width = place
        self._guards_of = {size: self.of_places(places) for size, places in guards_of.items()}
        self._guards = sum(self._guards_of.values())
        self._lowest = self.of_places(self.starts)
        self.all = self._guards - self._lowest
        """Every thing of every group."""

    def of_places(self, places: Iterable[int]) -> int:
        """The set of the things at some places."""
        found = bytearray(self.width // 8 + 1)
        for place in places:
            found[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(found, "little")

    def first_of_each(self, held: int) -> int:
        """Of each group the first of its things that a set holds."""
        return held & ~((held | self._guards) - self._lowest)

    def count_groups(self, held: int) -> int:
        """How many groups a set touches."""
        return self._touched(held).bit_count()

    def whole_groups(self, held: int) -> int:
        """Everything in the groups that a set touches."""
        touched = self._touched(held)
        lowest = 0
        for size, guards in self._guards_of.items():
            lowest |= (touched & guards) >> size
        return touched - lowest

    def chosen(self, held: int, things: Sequence[Thing]) -> Iterator[Thing]:
        """Those of the things that a set holds, in order; `things` has one for every place."""
        digits = format(held, "b").encode().translate(_BITS)
        return compress(things, reversed(digits))

    def _touched(self, held: int) -> int:
        """The guards of the groups that a set touches."""
        return (held + self.all) & self._guards
