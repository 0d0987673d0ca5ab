"""What is told of a request: its route and not its address, one id wherever it is worked for."""

import asyncio
import json
import random
import string
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.observing.counts import TurnedAway, counts
from app.web.observing.current import request_id
from app.web.observing.observed import Observed, turned_away
from tests import event_loop
from tests.web.asking import ask
from tests.web.observing.logbook import both, logbook
from tests.web.observing.site import may_be_kept, small_site

HEADERS = (
    ("User-Agent", "Mozilla/5.0 (hemmelig nettleser)"),
    ("X-Forwarded-For", "192.0.2.77"),
    ("Forwarded", "for=192.0.2.77"),
    ("Cookie", "navn=hemmelig"),
    ("Referer", "https://hemmelig.example/"),
    ("X-Request-Id", "hemmelig-id"),
    ("Authorization", "Basic hemmelig"),
)


@pytest.fixture
def site() -> ASGIApp:
    return small_site()


def requests_by_labels(site: ASGIApp) -> dict[tuple[str, str, str], float]:
    """`kompass_requests_total` as it is told, by route, method and status."""
    families = text_string_to_metric_families(ask(site, "/metrics").text)
    return {
        (sample.labels["route"], sample.labels["method"], sample.labels["status"]): sample.value
        for family in families
        for sample in family.samples
        if sample.name == "kompass_requests_total"
    }


def grown(site: ASGIApp, before: dict[tuple[str, str, str], float]) -> dict[Any, float]:
    after = requests_by_labels(site)
    grown = {labels: after[labels] - before.get(labels, 0) for labels in after}
    return {labels: n for labels, n in grown.items() if n and labels[0] != "/metrics"}


@pytest.mark.parametrize(
    "path, route, status",
    [
        ("/kommuner/hemne", "/kommuner/{slug}", 200),
        ("/nn/kommuner/hemne", "/kommuner/{slug}", 200),
        ("/en/kept/hareid", "/kept/{slug}", 200),
        ("/mounted/site.css", "/mounted", 200),
        ("/kommuner/hemne/", "none", 308),
        ("/ingenting", "none", 404),
        ("/closed/hemne", "/closed/{slug}", 503),
    ],
)
def test_one_line_and_one_count_for_a_request(
    site: ASGIApp, tmp_path: Path, path: str, route: str, status: int
) -> None:
    before = requests_by_labels(site)
    with logbook(tmp_path, "json") as book:
        assert ask(site, path, b"q=a").status == status
    assert grown(site, before) == {(route, "GET", str(status)): 1}
    (said,) = [said for said in book.objects if "status" in said]
    assert (said["route"], said["method"], said["status"]) == (route, "GET", status)
    assert said["message"] == f"GET {route} {status}"
    assert said["level"] == ("WARNING" if status == 503 else "INFO")
    assert 0 <= said["duration_ms"] < 60_000


def test_what_escapes_is_an_error_and_goes_on(site: ASGIApp, tmp_path: Path) -> None:
    before, unexpected = requests_by_labels(site), counts.unexpected
    with logbook(tmp_path, "json") as book, pytest.raises(RuntimeError, match="as it happens"):
        ask(site, "/fails/hemne")
    assert grown(site, before) == {("/fails/{slug}", "GET", "500"): 1}
    assert counts.unexpected == unexpected + 1
    assert [said["level"] for said in book.objects] == ["ERROR"]


def test_a_method_that_is_refused_keeps_its_route_out_of_a_few(site: ASGIApp) -> None:
    before = requests_by_labels(site)
    for method in ("POST", "PROPFIND", "HEMMELIG", "X" * 1_000):
        assert ask(site, "/kommuner/hemne", method=method).status == 405
    labels = grown(site, before)
    assert sum(labels.values()) == 4
    assert {method for _, method, _ in labels} == {"POST", "other"}
    assert {route for route, _, _ in labels} <= {"none", "/kommuner/{slug}"}


def test_addresses_that_nobody_thought_of_are_all_one_route(site: ASGIApp) -> None:
    chance = random.Random(7)
    before = requests_by_labels(site)
    for _ in range(500):
        length = chance.randint(1, 40)
        path = "/" + "".join(chance.choices(string.ascii_letters + string.digits, k=length))
        ask(site, path, method=chance.choice(["GET", "HEAD", path[1:]]))
    labels = grown(site, before)
    assert sum(labels.values()) == 500
    assert {route for route, _, _ in labels} == {"none"}
    assert len(labels) <= 6


@both
@pytest.mark.parametrize(
    "path",
    [
        "/kommuner/hemmelig",
        "/kept/hemmelig",
        "/hemmelig",
        "/hemmelig%0d%0ahemmelig",
        "/closed/hemmelig",
        "/fails/hemmelig",
        "/nn/kommuner/hemmelig/",
    ],
)
def test_nothing_about_readers_in_any_line(
    site: ASGIApp, tmp_path: Path, log_format: str, path: str
) -> None:
    with logbook(tmp_path, log_format) as book:
        try:
            ask(site, path, b"q=hemmelig&e=hemmelig%0aERROR", headers=HEADERS)
        except RuntimeError:
            assert path.startswith("/fails")
    assert book.lines
    assert "hemmelig" not in book.text
    assert "192.0.2.77" not in book.text
    assert "127.0.0.1" not in book.text
    assert "Mozilla" not in book.text


def test_the_id_is_ours_and_the_same_in_header_page_and_lines_of_all_threads(
    site: ASGIApp, tmp_path: Path
) -> None:
    with logbook(tmp_path, "json") as book:
        hops = ask(site, "/hops/hemne", headers=HEADERS)
        page = ask(site, "/kommuner/hemne", headers=HEADERS)
    first, second = hops.headers["x-request-id"], page.headers["x-request-id"]
    assert json.loads(hops.text) == [first] * 3
    assert json.loads(page.text) == {"id": second}
    assert first != second
    assert [(said["message"], said["request_id"], said["route"]) for said in book.objects] == [
        ("in another thread", first, "/hops/{slug}"),
        ("GET /hops/{slug} 200", first, "/hops/{slug}"),
        ("in a thread", second, "/kommuner/{slug}"),
        ("GET /kommuner/{slug} 200", second, "/kommuner/{slug}"),
    ]
    assert book.objects[-1]["release"] == len("hemne")
    assert "release" not in book.objects[0]


def test_many_at_once_are_not_mixed_up(tmp_path: Path) -> None:
    """Forty requests, each held until all are under way, and each with lines of its own."""
    together = asyncio.Barrier(40)
    seen: dict[str, str | None] = {}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await together.wait()
        seen[scope["path"]] = await asyncio.to_thread(request_id)
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    observed = Observed(app, may_be_kept)
    ids: dict[str, str] = {}

    async def one(path: str) -> None:
        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                ids[path] = dict(message["headers"])[b"x-request-id"].decode()

        async def receive() -> Any:
            return {"type": "http.request"}

        await observed({"type": "http", "method": "GET", "path": path}, receive, send)

    async def run() -> None:
        await asyncio.gather(*(one(f"/{number}") for number in range(40)))

    with logbook(tmp_path, "json") as book:
        event_loop.run(run())
    assert seen == ids
    assert len(set(ids.values())) == 40
    assert {said["request_id"] for said in book.objects} == set(ids.values())


def test_what_may_be_kept_is_the_same_for_all(site: ASGIApp) -> None:
    assert "x-request-id" not in ask(site, "/kept/hemne").headers
    assert ask(site, "/kept/hemne").headers == ask(site, "/kept/hemne").headers
    assert "x-request-id" in ask(site, "/ingenting").headers


def test_who_leaves_is_counted_as_having_left(tmp_path: Path) -> None:
    async def run() -> None:
        begun = asyncio.Event()

        async def never(scope: Scope, receive: Receive, send: Send) -> None:
            begun.set()
            await asyncio.Event().wait()

        async def nothing(*_: Any) -> Any:
            raise AssertionError("nobody is there")

        observed = Observed(never, may_be_kept)
        task = asyncio.ensure_future(observed({"type": "http", "method": "GET"}, nothing, nothing))
        await begun.wait()
        assert counts.in_progress == before + 1
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    before, left = counts.in_progress, counts.left
    with logbook(tmp_path, "json") as book:
        event_loop.run(run())
    assert counts.left == left + 1
    assert counts.in_progress == before
    assert [said["status"] for said in book.objects] == [499]


def test_who_is_turned_away_is_counted_and_told_of_once(tmp_path: Path) -> None:
    before = counts.turned_away[TurnedAway.QUEUE_FULL]
    with logbook(tmp_path, "json") as book:
        for _ in range(1_000):
            turned_away(TurnedAway.QUEUE_FULL)
    assert counts.turned_away[TurnedAway.QUEUE_FULL] == before + 1_000
    assert [said["cause"] for said in book.objects] == ["queue_full"]
