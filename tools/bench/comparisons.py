"""From the outcomes of two that were asked in turn to rows of the table."""

import statistics
from collections.abc import Sequence

from tools.bench.load import Outcome
from tools.bench.spread import Spread, ratios
from tools.bench.table import Row, Target, number


def told(outcomes: Sequence[Outcome]) -> str:
    """Medians over the rounds: answers a second; p50 · p95 · p99 in milliseconds; microseconds of
    the server's processor time an answer."""
    rate, p50, p95, p99, processor = (
        number(statistics.median(getattr(outcome, name) for outcome in outcomes))
        for name in ("rate", "p50", "p95", "p99", "processor")
    )
    return f"{rate}/s; {p50} · {p95} · {p99} ms; {processor} µs"


def ratio(name: str, ours: Sequence[Outcome], others: Sequence[Outcome]) -> Spread:
    """A figure of ours divided by theirs, round by round; 0 where it was not looked at."""
    mine, theirs = ([getattr(one, name) for one in outcomes] for outcomes in (ours, others))
    return ratios(mine, theirs) if all(theirs) else Spread(0, 0, 0)


def rate(
    group: str,
    what: str,
    ours: Sequence[Outcome],
    others: Sequence[Outcome],
    *,
    unit: str = "×",
    target: Target | None = None,
) -> Row:
    """Our rate divided by theirs."""
    found = ratio("rate", ours, others)
    return Row(group, what, told(ours), told(others), found, unit, target)


def p99(
    group: str, what: str, ours: Sequence[Outcome], others: Sequence[Outcome], target: Target
) -> Row:
    """Our 99th percentile divided by theirs."""
    found = ratio("p99", ours, others)
    mine, theirs = (
        f"{number(statistics.median(one.p99 for one in outcomes))} ms"
        for outcomes in (ours, others)
    )
    return Row(group, what, mine, theirs, found, "×", target)
