"""What is measured, in the words of Prometheus. `docs/monitoring.md` explains every number.

What costs microseconds is done for requests that are worked for. Kept answers are counted in
`counts`, whose numbers are read when somebody asks for them, as are those of the gauges.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from app.web.observing.counts import counts
from app.web.observing.repeats import once_in_a_while

logger = logging.getLogger(__name__)

GAUGES: Final = {
    "store_bytes": "Memory that kept answers take.",
    "store_answers": "Answers that are kept.",
    "queue_length": "Requests that wait for a turn.",
    "turns_in_use": "Requests that have a turn.",
    "pool_checked_out": "Connections to the database that are in use.",
    "release_number": "The newest release that is known; 0 before there is one.",
    "release_age_seconds": "Since the newest release was published.",
    "release_lookup_age_seconds": "Since the newest release was last looked up with success.",
    "database_up": "1 where the database answered when it was last asked, else 0.",
    "program_exchanged": "1 where the program on disk was found not to be the one that runs.",
}
"""What others measure; each is called `kompass_` and this."""

_FAULTS: Final = frozenset(
    {
        "DatabaseError",
        "DataError",
        "IntegrityError",
        "InterfaceError",
        "InternalError",
        "NotSupportedError",
        "OperationalError",
        "ProgrammingError",
        "TimeoutError",
    }
)

registry: Final = CollectorRegistry()

requests: Final = Counter(
    "kompass_requests",
    "Requests that were worked for, by route, method and status; 499 where the reader left.",
    ("route", "method", "status"),
    registry=registry,
)
duration: Final = Histogram(
    "kompass_request_duration_seconds",
    "How long requests were worked for.",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
    registry=registry,
)
_database_faults: Final = Counter(
    "kompass_database_faults",
    "Errors of the database, by their class.",
    ("cause",),
    registry=registry,
)
_gauges: Final[dict[str, Callable[[], float]]] = {}


def gauge(name: str, value: Callable[[], float]) -> None:
    """Says how one of the `GAUGES` is measured. It is asked in a thread, and must know the answer
    without waiting."""
    if name not in GAUGES:
        raise KeyError(name)
    _gauges[name] = value


def database_fault(error: BaseException) -> None:
    """Counts an error of the database, and tells of it once in a while. For all threads."""
    kind = type(error).__name__
    cause = kind if kind in _FAULTS else "other"
    _database_faults.labels(cause).inc()
    reason = str(error).partition("\n")[0]
    once_in_a_while(logger, cause, "the database does not answer: %s", reason, level=logging.ERROR)


class _Plain(Collector):
    """The plain numbers and the gauges."""

    def collect(self) -> Iterator[Metric]:
        answers = CounterMetricFamily(
            "kompass_answers", "Requests by how their answers came about.", labels=("outcome",)
        )
        for outcome in ("kept", "not_modified", "made", "shared", "left"):
            answers.add_metric((outcome,), getattr(counts, outcome))
        yield answers
        away = CounterMetricFamily(
            "kompass_turned_away", "Requests that were not worked for.", labels=("reason",)
        )
        for reason, times in counts.turned_away.items():
            away.add_metric((reason.value,), times)
        yield away
        yield CounterMetricFamily(
            "kompass_unexpected_errors",
            "Requests that were worked for and ended with status 500.",
            value=counts.unexpected,
        )
        yield CounterMetricFamily(
            "kompass_store_evictions",
            "Answers that had to leave the store for others.",
            value=counts.evicted,
        )
        yield CounterMetricFamily(
            "kompass_log_lines_lost",
            "Log lines that nobody took in time.",
            value=counts.log_lines_lost,
        )
        yield GaugeMetricFamily(
            "kompass_requests_in_progress",
            "Requests that are being worked for.",
            value=counts.in_progress,
        )
        for name, value in _gauges.items():
            if (measured := _measured(name, value)) is not None:
                yield GaugeMetricFamily(f"kompass_{name}", GAUGES[name], value=measured)


def _measured(name: str, value: Callable[[], float]) -> float | None:
    """One number that cannot be had must not cost all the others."""
    try:
        return float(value())
    except Exception:
        logger.exception("%s cannot be measured", name)
        return None


registry.register(_Plain())
ProcessCollector(registry=registry)
