"""Cold pages: each worked out anew, for one reader at a time, whatever the size of the data."""

import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import Final

from tools.bench import databases
from tools.bench.addresses import KINDS, Evaluation, evaluations
from tools.bench.bench import Bench
from tools.bench.load import Order, Outcome
from tools.bench.servers import Server, site
from tools.bench.spread import ratios, spread
from tools.bench.table import Row, at_most, number

GROUP: Final = "Cold pages (no store, warm process, one reader): median of the median times"
ROUNDS: Final = 3
PAGES: Final = 30
"""Asked for in a round."""
LONGEST: Final = 30.0
"""Seconds a round may take."""
LARGE: Final = 100_000
REAL: Final = "real data"


def measure(bench: Bench) -> Iterator[Row]:
    """Each kind of page on each database in turn."""
    urls = {REAL: bench.real}
    for size in bench.sizes:
        urls[f"{number(size)} evaluations"] = databases.made_up(bench.folder, size)
    chosen = {name: evaluations(url, ROUNDS * PAGES) for name, url in urls.items()}
    with ExitStack() as running:
        servers = {
            name: running.enter_context(site(bench.folder, url, megabytes=0))
            for name, url in urls.items()
        }
        for kind in KINDS:
            found = _in_turn(bench, servers, chosen, kind)
            yield from _rows(kind, found, dict(zip(list(urls)[1:], bench.sizes, strict=True)))


def _in_turn(
    bench: Bench, servers: Mapping[str, Server], chosen: Mapping[str, list[Evaluation]], kind: str
) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {name: [] for name in servers}
    for turn in range(-1, ROUNDS):
        for name, server in servers.items():
            paths = KINDS[kind](chosen[name])
            start = max(turn, 0) * PAGES % len(paths)
            paths = paths[start:] + paths[:start]
            pages = PAGES if turn >= 0 else 5  # the first round is not measured
            outcome = bench.ask(server, Order(0, paths, "br", 1, LONGEST, pages))
            if turn >= 0:
                found[name].append(outcome)
    return found


def _rows(kind: str, found: Mapping[str, list[Outcome]], sizes: Mapping[str, int]) -> Iterator[Row]:
    is_list = kind == "filtered list"
    real = found[REAL]
    yield Row(
        GROUP,
        f"{kind}, {REAL}",
        _told(real),
        result=spread([one.p50 for one in real]),
        unit="ms",
        target=None if is_list else at_most(25),
    )
    for name, size in sizes.items():
        us = found[name]
        medians = [one.p50 for one in us]
        if is_list:
            target = at_most(100) if size >= LARGE else None
            yield Row(GROUP, f"{kind}, {name}", _told(us), "", spread(medians), "ms", target)
        else:
            target = at_most(2)
            result = ratios(medians, [one.p50 for one in real])
            what = f"{kind}, {name} ÷ {REAL}"
            yield Row(GROUP, what, _told(us), _told(real), result, "×", target)


def _told(outcomes: list[Outcome]) -> str:
    p50, p95, processor = (
        statistics.median(getattr(one, name) for one in outcomes)
        for name in ("p50", "p95", "processor")
    )
    return f"p50 {number(p50)} · p95 {number(p95)} ms; {number(processor / 1000)} ms of processor"
