"""`/metrics` as Prometheus reads it, with the numbers that were counted."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from prometheus_client.openmetrics.parser import (
    text_string_to_metric_families as open_metrics_families,
)
from prometheus_client.parser import text_string_to_metric_families

from app.main import create_app
from app.web.observing import metrics
from app.web.observing.counts import TurnedAway, counts
from tests.web.asking import Answered, ask
from tests.web.observing.site import small_site

OPEN_METRICS = "application/openmetrics-text"


def scrape(accept: str = "") -> Answered:
    headers = (("Accept", accept),) if accept else ()
    return ask(small_site(), "/metrics", headers=headers)


def values(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every number, by its name and its labels other than the process."""
    return {
        (
            sample.name,
            tuple(sorted((k, v) for k, v in sample.labels.items() if k != "worker")),
        ): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def gauges(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], float]]:
    """The gauges of a test of its own."""
    own: dict[str, Callable[[], float]] = {}
    monkeypatch.setattr(metrics, "_gauges", own)
    return own


def test_the_text_format_is_the_default() -> None:
    answer = scrape("*/*")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["vary"] == "Accept"
    assert values(answer.text)


@pytest.mark.parametrize(
    "accept",
    [
        OPEN_METRICS,
        f"{OPEN_METRICS};version=1.0.0,{OPEN_METRICS};version=0.0.1;q=0.75,text/plain;q=0.5",
        f"{OPEN_METRICS};version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=1.0.0;q=0.3",
        f"{OPEN_METRICS};version=abc;escaping=hemmelig",
    ],
)
def test_open_metrics_where_it_is_asked_for(accept: str) -> None:
    answer = scrape(accept)
    assert answer.headers["content-type"] == f"{OPEN_METRICS}; version=1.0.0; charset=utf-8"
    assert "hemmelig" not in str(answer.headers)
    families = {family.name: family for family in open_metrics_families(answer.text)}
    assert families["kompass_answers"].type == "counter"
    assert families["kompass_request_duration_seconds"].type == "histogram"


def test_each_name_is_told_once_and_explained() -> None:
    text = scrape().text
    named = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    explained = [line.split()[2] for line in text.splitlines() if line.startswith("# HELP")]
    assert named == explained
    assert len(named) == len(set(named))
    assert not [name for name in named if name.endswith("_created")]


def test_every_way_an_answer_comes_about_is_a_number_from_the_start() -> None:
    told = values(scrape().text)
    for outcome in ("kept", "not_modified", "made", "shared", "left"):
        assert ("kompass_answers_total", (("outcome", outcome),)) in told
    for reason in TurnedAway:
        assert ("kompass_turned_away_total", (("reason", reason.value),)) in told


@pytest.mark.parametrize(
    "field, name, labels",
    [
        ("kept", "kompass_answers_total", (("outcome", "kept"),)),
        ("not_modified", "kompass_answers_total", (("outcome", "not_modified"),)),
        ("shared", "kompass_answers_total", (("outcome", "shared"),)),
        ("unexpected", "kompass_unexpected_errors_total", ()),
        ("evicted", "kompass_store_evictions_total", ()),
        ("log_lines_lost", "kompass_log_lines_lost_total", ()),
    ],
)
def test_plain_numbers_are_told_as_they_are(field: str, name: str, labels: Any) -> None:
    before = values(scrape().text)[name, labels]
    setattr(counts, field, getattr(counts, field) + 12_345)
    assert values(scrape().text)[name, labels] == before + 12_345


def test_duration_is_by_route_and_its_count_is_that_of_the_requests() -> None:
    site = small_site()
    name, labels = "kompass_request_duration_seconds_count", (("route", "/kommuner/{slug}"),)
    before = values(ask(site, "/metrics").text).get((name, labels), 0)
    for slug in ("hemne", "hareid", "ulstein"):
        ask(site, f"/kommuner/{slug}")
    told = values(ask(site, "/metrics").text)
    assert told[name, labels] == before + 3
    most = ("kompass_request_duration_seconds_bucket", (("le", "+Inf"), *labels))
    assert told[most] == before + 3


def test_gauges_are_what_they_say_when_they_are_asked(gauges: Any) -> None:
    length = 3
    metrics.gauge("queue_length", lambda: length)
    assert values(scrape().text)["kompass_queue_length", ()] == 3
    length = 5
    assert values(scrape().text)["kompass_queue_length", ()] == 5


def test_a_gauge_that_fails_costs_itself_alone(gauges: Any) -> None:
    def fails() -> float:
        raise OSError("not now")

    metrics.gauge("queue_length", fails)
    metrics.gauge("store_bytes", lambda: 42)
    told = values(scrape().text)
    assert ("kompass_queue_length", ()) not in told
    assert told["kompass_store_bytes", ()] == 42


def test_only_gauges_that_are_explained() -> None:
    with pytest.raises(KeyError):
        metrics.gauge("made_up", lambda: math.inf)


def test_faults_of_the_database_are_counted_by_a_few_causes() -> None:
    class OperationalError(Exception):
        pass

    def told(cause: str) -> float:
        name = "kompass_database_faults_total"
        return values(scrape().text).get((name, (("cause", cause),)), 0)

    before = told("OperationalError"), told("other")
    metrics.database_fault(OperationalError("down"))
    for number in range(50):
        metrics.database_fault(type(f"Made{number}Up", (Exception,), {})())
    assert (told("OperationalError"), told("other")) == (before[0] + 1, before[1] + 50)


def test_the_process_tells_of_itself() -> None:
    told = values(scrape().text)
    assert told["process_resident_memory_bytes", ()] > 10_000_000
    assert told["kompass_workers", ()] == 1
    assert told["kompass_workers_silent", ()] == 0


def test_the_site_measures_everything_that_is_explained(gauges: Any) -> None:
    create_app()
    assert set(gauges) == set(metrics.GAUGES)
    assert gauges["program_exchanged"]() == 0
