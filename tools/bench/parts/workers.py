"""One worker and several: what memory each takes, and what they answer together."""

import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from typing import Final

from tools.bench import cores, processes
from tools.bench.addresses import all_pages, evaluations
from tools.bench.bench import Bench
from tools.bench.comparisons import rate
from tools.bench.load import Order
from tools.bench.servers import Server, site
from tools.bench.spread import spread
from tools.bench.table import Row

WORKERS: Final = (1, 2, 4)
PAGES: Final = 1_000
READERS: Final = 8
"""Who ask for cold pages at once."""
MEMORY: Final = "Memory of a worker (PSS: shared parts divided by those who share them)"
TOGETHER: Final = "Several workers"
WARM: Final = "/kommuner/hemne"


def measure(bench: Bench) -> Iterator[Row]:
    """Memory after the start and after a thousand pages; rates of warm and of cold pages."""
    pages = all_pages(evaluations(bench.real, PAGES))
    with ExitStack() as running:
        warm = {n: _site(bench, n, running) for n in WORKERS}
        yield from _memory(warm, "after the start")
        for server in warm.values():
            bench.ask(server, Order(0, pages, "br", READERS, 120.0, PAGES))
        yield from _memory(warm, f"after {PAGES} pages")
        yield from _rates(bench, warm, bench.order(WARM), "warm")
    with ExitStack() as running:
        cold = {n: _site(bench, n, running, megabytes=0) for n in WORKERS}
        few = replace(bench.order(*pages), seconds=3 * bench.seconds, connections=READERS)
        yield from _rates(bench, cold, few, "cold")


def _site(bench: Bench, workers: int, running: ExitStack, megabytes: int = 64) -> Server:
    server = running.enter_context(
        site(bench.folder, bench.real, megabytes=megabytes, workers=workers, on=cores.MANY)
    )
    server.settle()
    return server


def _memory(servers: Mapping[int, Server], when: str) -> Iterator[Row]:
    for workers, server in servers.items():
        what = f"{_count(workers)}, {when}"
        if not processes.THERE_IS:
            yield Row(MEMORY, what, why_not="this system does not tell")
            continue
        found = [processes.memory(pid) for pid in processes.workers(server.pid)]
        rss = statistics.median(one.rss for one in found)
        result = spread([one.pss for one in found])
        yield Row(MEMORY, what, f"RSS {rss:.0f} MB", result=result, unit="MB")


def _rates(bench: Bench, servers: Mapping[int, Server], order: Order, kind: str) -> Iterator[Row]:
    found = bench.in_turn({str(n): (server, order) for n, server in servers.items()})
    for workers in WORKERS[1:]:
        what = f"{kind} pages, {_count(workers)} ÷ one"
        yield rate(TOGETHER, what, found[str(workers)], found["1"])


def _count(workers: int) -> str:
    return "one worker" if workers == 1 else f"{workers} workers"
