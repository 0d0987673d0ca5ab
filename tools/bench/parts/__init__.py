"""The parts of a run, by the names they are chosen by. Each yields rows of the table."""

from collections.abc import Callable, Iterator
from typing import Final

from tools.bench.bench import Bench
from tools.bench.parts import warm
from tools.bench.table import Row

PARTS: Final[dict[str, Callable[[Bench], Iterator[Row]]]] = {
    "warm": warm.measure,
}
