"""Cold pages: each worked out anew, for one reader at a time, whatever the size of the data."""

import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import Final

from tools.bench import databases
from tools.bench.addresses import KINDS, Evaluation, evaluations
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
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
        for server in servers.values():
            server.settle()
        for kind in KINDS:
            found, why_not = _in_turn(bench, servers, chosen, kind)
            for name, size in zip(urls, (0, *bench.sizes), strict=True):
                reason = why_not.get(name) or why_not.get(REAL)
                if reason:
                    yield Row(GROUP, f"{kind}, {name}", why_not=reason)
                else:
                    yield _row(kind, name, size, found)


def _in_turn(
    bench: Bench, servers: Mapping[str, Server], chosen: Mapping[str, list[Evaluation]], kind: str
) -> tuple[dict[str, list[Outcome]], dict[str, str]]:
    """What came of each database, and why nothing did where it could not be measured."""
    found: dict[str, list[Outcome]] = {name: [] for name in servers}
    why_not: dict[str, str] = {}
    for turn in range(-1, ROUNDS):
        for name in [name for name in servers if name not in why_not]:
            paths = KINDS[kind](chosen[name])
            start = max(turn, 0) * PAGES % len(paths)
            paths = paths[start:] + paths[:start]
            pages = PAGES if turn >= 0 else 5  # the first round is not measured
            try:
                outcome = bench.ask(servers[name], Order(0, paths, "br", 1, LONGEST, pages))
            except NotMeasured as reason:
                why_not[name] = str(reason)
            else:
                found[name] += [outcome] if turn >= 0 else []
    return found, why_not


def _row(kind: str, name: str, size: int, found: Mapping[str, list[Outcome]]) -> Row:
    """The time on the real data, and of lists on all data; else how much longer it takes."""
    us, real = found[name], found[REAL]
    medians = [one.p50 for one in us]
    what = f"{kind}, {name}"
    if kind == "filtered list":
        target = at_most(100) if size >= LARGE else None
        return Row(GROUP, what, _told(us), "", spread(medians), "ms", target)
    if name == REAL:
        return Row(GROUP, what, _told(us), "", spread(medians), "ms", at_most(25))
    result = ratios(medians, [one.p50 for one in real])
    return Row(GROUP, f"{what} ÷ {REAL}", _told(us), _told(real), result, "×", at_most(2))


def _told(outcomes: list[Outcome]) -> str:
    p50, p95, processor = (
        statistics.median(getattr(one, name) for one in outcomes)
        for name in ("p50", "p95", "processor")
    )
    return f"p50 {number(p50)} · p95 {number(p95)} ms; {number(processor / 1000)} ms of processor"
