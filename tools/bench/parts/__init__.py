"""The parts of a run, by the names they are chosen by. Each yields rows of the table."""

from collections.abc import Callable, Iterator
from typing import Final

from tools.bench.bench import Bench
from tools.bench.parts import browser, cold, granian, lists, reports, start, warm, workers
from tools.bench.table import Row

PARTS: Final[dict[str, Callable[[Bench], Iterator[Row]]]] = {
    "warm": warm.measure,
    "lists": lists.measure,
    "browser": browser.measure,
    "cold": cold.measure,
    "reports": reports.measure,
    "workers": workers.measure,
    "start": start.measure,
    "granian": granian.measure,
}
