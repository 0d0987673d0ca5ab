"""How often one address may ask, and what it is told of that."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app import bounds, serving
from app.config import networks, settings
from app.web.rate_limits import RateLimits, WindowedCounts, key_of
from tests.web.asking import Answered, ask
from tests.web.kept import Kept

READER = "203.0.113.7"
OTHER = "203.0.113.8"
LOOPBACK = networks("127.0.0.0/8,::1")


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Inner:
    """An application that notes who asked."""

    clients: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.clients.append(scope["client"][0])
        await PlainTextResponse("hello")(scope, receive, send)


@dataclass
class Limited:
    """An application that each address may ask `limit` times in a minute."""

    limit: int = 3
    app: ASGIApp = field(default_factory=Inner)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.limits = RateLimits(self.app, self.limit, LOOPBACK, self.clock)

    def ask(self, client: str = READER, path: str = "/", **more: Any) -> Answered:
        return ask(self.limits, path, client=client, **more)


def test_each_answer_says_how_much_is_left() -> None:
    limited = Limited()
    told = []
    for _ in range(4):
        answered = limited.ask()
        assert answered.headers["ratelimit-policy"] == '"address";q=3;w=60'
        told.append((answered.status, answered.headers["ratelimit"]))
        limited.clock.now += 10
    assert told == [
        (200, '"address";r=2;t=60'),
        (200, '"address";r=1;t=50'),
        (200, '"address";r=0;t=40'),
        (429, '"address";r=0;t=30'),
    ]


def test_one_who_has_asked_too_often_may_ask_again_when_told() -> None:
    limited = Limited(limit=1)
    assert limited.ask().status == 200
    limited.clock.now += 17.5
    refused = limited.ask()
    assert refused.headers["retry-after"] == "43"  # 42.5, and not a moment too early
    assert refused.headers["cache-control"] == "no-store"
    assert refused.headers["x-content-type-options"] == "nosniff"
    limited.clock.now += 42
    assert limited.ask().status == 429
    limited.clock.now += 1
    assert limited.ask().status == 200


def test_what_is_refused_does_not_reach_the_application_or_another_reader() -> None:
    inner = Inner()
    limited = Limited(limit=1, app=inner)
    assert [limited.ask().status for _ in range(3)] == [200, 429, 429]
    assert limited.ask(OTHER).status == 200
    assert inner.clients == [READER, OTHER]


@pytest.mark.parametrize(
    "path, title",
    [
        ("/kommuner", "For mange forespørsler"),
        ("/nn/kommuner", "For mange førespurnader"),
        ("/sv/kommuner", "För många förfrågningar"),
        ("/en/kommuner", "Too many requests"),
    ],
)
def test_people_get_a_page_in_their_language(path: str, title: str) -> None:
    limited = Limited(limit=1)
    limited.ask()
    refused = limited.ask(path=path)
    assert refused.status == 429
    assert f"<h1>{title}</h1>" in refused.text
    assert int(refused.headers["content-length"]) == len(refused.body)


def test_programs_get_a_problem() -> None:
    limited = Limited(limit=1)
    limited.ask()
    refused = limited.ask(path="/api/v1/municipalities", query=b"lang=en")
    problem = json.loads(refused.body)
    assert refused.headers["content-type"] == "application/problem+json"
    assert problem["status"] == 429
    assert problem["type"].endswith("/data/api#too-many-requests")
    assert problem["title"] == "Too many requests"
    as_json = limited.ask(path="/kommuner", headers=(("Accept", "application/json"),))
    assert json.loads(as_json.body)["instance"] == "/kommuner"


def test_a_refused_head_has_no_body() -> None:
    limited = Limited(limit=1)
    limited.ask()
    refused = limited.ask(method="HEAD")
    assert (refused.status, refused.body) == (429, b"")
    assert int(refused.headers["content-length"]) > 0


@pytest.mark.parametrize("client", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_the_exempt_are_neither_limited_nor_told(client: str) -> None:
    limited = Limited(limit=1)
    for _ in range(3):
        answered = limited.ask(client)
        assert answered.status == 200
        assert "ratelimit" not in answered.headers
        assert "ratelimit-policy" not in answered.headers


def test_a_limit_of_nought_is_none() -> None:
    limited = Limited(limit=0)
    answers = [limited.ask() for _ in range(3)]
    assert [answered.status for answered in answers] == [200, 200, 200]
    assert "ratelimit" not in answers[0].headers


def test_scripts_and_styles_are_not_counted() -> None:
    limited = Limited(limit=1)
    assert [limited.ask(path="/static/main.css").status for _ in range(3)] == [200, 200, 200]
    assert limited.ask().status == 200


def test_what_one_reader_is_told_is_kept_for_no_other() -> None:
    limited = Limited(app=Kept().answers)
    assert limited.ask().headers["ratelimit"] == '"address";r=2;t=60'
    assert limited.ask().headers["ratelimit"] == '"address";r=1;t=60'
    assert limited.ask(OTHER).headers["ratelimit"] == '"address";r=2;t=60'
    assert "ratelimit" not in limited.ask("127.0.0.1").headers


@pytest.mark.parametrize(
    "a, b, alike",
    [
        (READER, READER, True),
        (READER, OTHER, False),
        ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("unknown", "hidden", True),
    ],
)
def test_who_is_counted_as_one(a: str, b: str, alike: bool) -> None:
    assert (key_of(a, ()) == key_of(b, ())) is alike


def test_an_address_of_any_length_is_kept_for_nobody() -> None:
    limited = Limited(limit=10)
    for n in range(3):
        assert limited.ask(f"{n}" * 10_000).status == 200
    assert limited.ask("x" * 10_000).headers["ratelimit"] == '"address";r=6;t=60'


def test_addresses_are_forgotten_when_there_are_too_many_of_them() -> None:
    clock = Clock()
    counts = WindowedCounts(clock, most=100)
    assert [counts.hit("a") for _ in range(3)] == [(1, 60), (2, 60), (3, 60)]
    for n in range(99):
        counts.hit(f"{n}")
    assert (counts.hit("a")[0], len(counts)) == (4, 100)
    for n in range(1000):
        counts.hit(f"x{n}")
    assert len(counts) == 100
    assert (counts.hit("a")[0], counts.hit("x999")[0]) == (1, 2)


def test_one_who_came_back_is_no_longer_the_first() -> None:
    clock = Clock()
    counts = WindowedCounts(clock, most=2)
    counts.hit("a")
    clock.now += 59
    counts.hit("b")
    clock.now += 1
    assert counts.hit("a") == (1, 60)  # its minute is over
    counts.hit("c")
    assert counts.hit("a") == (2, 60)
    assert len(counts) == 2


def test_more_addresses_than_are_counted_are_still_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "RATE_ADDRESSES", 10)
    limited = Limited(limit=1)
    assert {limited.ask(f"198.51.100.{n}").status for n in range(100)} == {200}


def served(proxies: str, monkeypatch: pytest.MonkeyPatch) -> tuple[ASGIApp, Inner]:
    """An application as the server runs it, where these proxies are trusted."""
    monkeypatch.setenv("TRUSTED_PROXIES", proxies)
    settings.cache_clear()
    inner = Inner()
    chosen = serving.options("127.0.0.1", 0) | {"app": inner, "factory": False, "log_config": None}
    settings.cache_clear()
    config = uvicorn.Config(**chosen)
    config.load()
    return config.loaded_app, inner


FORWARDED = "X-Forwarded-For"


@pytest.mark.parametrize(
    "proxies, peer, forwarded, client",
    [
        ("", "127.0.0.1", READER, "127.0.0.1"),
        ("", OTHER, READER, OTHER),
        ("10.0.0.0/8", OTHER, READER, OTHER),
        ("10.0.0.0/8", "10.1.2.3", READER, READER),
        ("10.0.0.0/8", "::ffff:10.1.2.3", READER, READER),
        ("10.1.2.3", "10.1.2.4", READER, "10.1.2.4"),
        ("10.0.0.0/8", "10.1.2.3", f"1.2.3.4, {READER}", READER),
        ("10.0.0.0/8", "10.1.2.3", f"1.2.3.4, {READER}, 10.9.9.9", READER),
        ("10.0.0.0/8", "10.1.2.3", f"{READER}:4711", READER),
        ("10.0.0.0/8", "10.1.2.3", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.0/8", "10.1.2.3", "", "10.1.2.3"),
        ("10.0.0.0/8, 2001:db8::/32", "2001:db8::1", READER, READER),
        ("127.0.0.1", "127.0.0.1", READER, READER),
    ],
)
def test_only_a_trusted_proxy_says_for_whom_it_asks(
    proxies: str, peer: str, forwarded: str, client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, inner = served(proxies, monkeypatch)
    ask(app, "/", client=peer, headers=((FORWARDED, forwarded),))
    assert inner.clients == [client]


def test_forged_addresses_do_not_get_around_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    proxied, inner = served("10.0.0.0/8", monkeypatch)
    monkeypatch.setattr(proxied, "app", RateLimits(inner, 1, LOOPBACK, Clock()))
    for forged in ("127.0.0.1", "198.51.100.1", ""):
        straight = ask(proxied, "/", client=READER, headers=((FORWARDED, forged),))
        through = ask(proxied, "/", client="10.0.0.1", headers=((FORWARDED, f"{forged}, {OTHER}"),))
        expected = 200 if forged == "127.0.0.1" else 429
        assert (straight.status, through.status) == (expected, expected)


def test_without_trusted_proxies_nothing_stands_before_the_application(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, inner = served("", monkeypatch)
    assert app is inner
