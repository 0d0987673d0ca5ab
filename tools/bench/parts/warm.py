"""Warm pages and API beside a bare ASGI application and nginx that send the same bytes."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

from tools.bench import comparisons
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.load import Outcome
from tools.bench.servers import Server, get, site
from tools.bench.spread import spread
from tools.bench.table import Row, at_least, at_most, number
from tools.bench.twins import bare, keep, nginx, same

PATHS: Final = (
    "/",
    "/kommuner",
    "/kommuner/hemne",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/api/v1/evaluations",
    "/api/v1/evaluations/hemne-2018",
)
GROUP: Final = "Warm, one worker each, same bytes and headers (brotli)"


def measure(bench: Bench) -> Iterator[Row]:
    """Rates and 99th percentiles for each address, and the median of all."""
    found: dict[str, dict[str, list[Outcome]]] = {}
    with site(bench.folder, bench.real) as ours:
        for path in PATHS:
            found[path] = _one(bench, ours, path)
            yield from _rows(path, found[path])
    for what, unit, name, target in (
        ("rate", "%", "rate", at_least(0.95)),
        ("p99", "×", "p99", at_most(1.5)),
        ("processor time an answer", "×", "processor", None),
    ):
        medians = [
            comparisons.ratio(name, outcomes["ours"], outcomes["bare"]).median
            for outcomes in found.values()
        ]
        title = f"all of these ÷ bare ASGI: {what}, median of the addresses"
        yield Row(GROUP, title, result=spread(medians), unit=unit, target=target)


def _one(bench: Bench, ours: Server, path: str) -> dict[str, list[Outcome]]:
    get(ours.port, path, "br")
    _, headers, body = get(ours.port, path, "br")  # out of the store
    keep(bench.folder, headers, body)
    with ExitStack() as running:
        asked = {"ours": ours, "bare": running.enter_context(bare(bench.folder))}
        if (server := nginx(bench.folder)) is not None:
            asked["nginx"] = running.enter_context(server)
        for name in asked.keys() - {"ours"}:
            status, sent, bytes_sent = get(asked[name].port, path, "br")
            if (status, bytes_sent) != (200, body) or same(headers) - same(sent):
                raise NotMeasured(f"{name} does not send what it is to be compared by")
        return bench.in_turn({name: (twin, bench.order(path)) for name, twin in asked.items()})


def _rows(path: str, found: dict[str, list[Outcome]]) -> Iterator[Row]:
    ours, other = found["ours"], found["bare"]
    what = f"{path} ({number(ours[0].body / 1000)} kB) ÷ bare ASGI"
    yield comparisons.rate(GROUP, what, ours, other, unit="%", target=at_least(0.95))
    yield comparisons.p99(GROUP, f"{path} ÷ bare ASGI: p99", ours, other, at_most(1.5))
    what = f"{path} ÷ nginx from disk"
    if "nginx" in found:
        yield comparisons.rate(GROUP, what, ours, found["nginx"], unit="%")
    else:
        yield Row(GROUP, what, why_not="no nginx")
