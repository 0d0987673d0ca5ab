"""What is answered to one reader alone: never kept, never shared, and within bounds of its own."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from app import bounds
from app.config import Settings, settings
from app.main import ROUTERS, create_app
from app.web.addresses import PRIVATE, is_private, is_upload
from app.web.door.bodies import body_bytes_at
from app.web.errors import refusals
from app.web.headers import HEADERS, PRIVATE_HEADERS
from app.web.private import PrivatePages
from app.web.site import Site
from tests import event_loop
from tests.conftest import UseDatabase
from tests.web.asking import Answered, ask
from tests.web.test_waiting import until

PROBE = "/redaksjon/prove"
ADDRESSES = tuple(
    f"{prefix}/{word}{rest}"
    for prefix in ("", "/nn", "/sv", "/en")
    for word in sorted(PRIVATE)
    for rest in ("", "/x", "/x/y.xlsx")
)


@dataclass
class Probe:
    """A page of the workspace that says what it is shown, and how often it was asked."""

    asked: int = 0
    router: APIRouter = field(default_factory=APIRouter)

    def __post_init__(self) -> None:
        self.router.add_api_route(PROBE, self.answer, methods=["GET", "POST"])

    async def answer(self, request: Request) -> Response:
        self.asked += 1
        sent = (await request.body()).decode()
        headers = {"Cache-Control": "public, max-age=60", "X-Robots-Tag": "all"}
        said = f"{request.headers.get('cookie')} {sent} {self.asked}"
        return PlainTextResponse(said, headers=headers)


@pytest.fixture
def probe() -> Probe:
    return Probe()


@pytest.fixture
def http(use_database: UseDatabase, real_url: str, probe: Probe) -> Iterator[TestClient]:
    use_database(real_url)
    with TestClient(create_app([*ROUTERS, probe.router]), follow_redirects=False) as client:
        yield client


def is_for_one_reader(headers: Any) -> None:
    found = {name.lower(): said for name, said in headers.items()}
    for name, said in PRIVATE_HEADERS.items():
        assert found[name.lower()] == said, name
    for_all = {"access-control-allow-origin", "access-control-expose-headers", "etag"}
    assert not for_all & set(found)


@pytest.mark.parametrize("path", ADDRESSES)
def test_private_addresses_are_told_from_others(path: str) -> None:
    assert is_private(path)
    assert not is_private(f"/kommuner{path}")
    assert not is_private(path.replace(path.rpartition("/")[0] or "/", "/embed", 1) + "/x")


@pytest.mark.parametrize("path", ["/", "/en", "/tipsene", "/redaksjonen/x", "/om/tips", "/nb/tips"])
def test_what_begins_alike_is_public(path: str) -> None:
    assert not is_private(path)


def test_every_reader_has_an_answer_of_their_own(http: TestClient, probe: Probe) -> None:
    first, second = (http.get(PROBE, headers={"Cookie": name}).text for name in ("a=1", "b=2"))
    assert (first, second) == ("a=1  1", "b=2  2")
    assert http.post(PROBE, content="sent").text == "None sent 3"
    site = http.app
    assert isinstance(site, Site)
    assert len(site.answers.works) == 0
    assert http.head(PROBE).content == b""
    assert probe.asked == 4


@pytest.mark.parametrize(
    "method, path, status",
    [
        ("GET", PROBE, 200),
        ("POST", PROBE, 200),
        ("PUT", PROBE, 405),
        ("OPTIONS", PROBE, 405),
        ("GET", f"/en{PROBE}", 200),
        ("GET", f"{PROBE}?unknown=1", 308),
        ("GET", "/redaksjon/none", 404),
        ("GET", "/tilsvar/none", 404),
        ("POST", "/sv/tilsvar/none", 403),
    ],
)
def test_its_headers_say_so_whatever_it_says_itself(
    http: TestClient, method: str, path: str, status: int
) -> None:
    asking = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST"}
    answered = http.request(method, path, headers=asking)
    assert answered.status_code == status
    is_for_one_reader(answered.headers)
    policy = answered.headers["content-security-policy"]
    assert policy == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/redaksjon//prove", f"{PROBE}/", PROBE.upper(), f"/nb{PROBE}"])
def test_another_spelling_leads_there_and_shows_nothing(
    http: TestClient, probe: Probe, path: str
) -> None:
    answered = http.get(path, headers={"Cookie": "a=1"})
    assert (answered.status_code, answered.headers["location"]) == (308, PROBE)
    assert probe.asked == 0


@pytest.mark.parametrize("setting", [("WORKSPACE", "false"), ("READ_ONLY", "true")])
def test_there_may_be_none(
    use_database: UseDatabase,
    real_url: str,
    probe: Probe,
    monkeypatch: pytest.MonkeyPatch,
    setting: tuple[str, str],
) -> None:
    monkeypatch.setenv(*setting)
    use_database(real_url)
    with TestClient(create_app([*ROUTERS, probe.router])) as client:
        for path in (PROBE, f"/en{PROBE}", "/redaksjon"):
            answered = client.get(path)
            assert answered.status_code == 404
            assert "<h1>" in answered.text
            is_for_one_reader(answered.headers)
        assert client.get("/").status_code == 200
    assert probe.asked == 0


def test_under_a_path_of_a_host(
    use_database: UseDatabase, real_url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROOT_PATH", "/open/kompass")
    use_database(real_url)
    with TestClient(create_app([*ROUTERS, probe.router])) as client:
        for number, path in enumerate((f"/open/kompass{PROBE}", f"/open/kompass/en{PROBE}"), 1):
            answered = client.get(path, headers={"Cookie": "a=1"})
            assert answered.text == f"a=1  {number}"
            is_for_one_reader(answered.headers)
        assert "Disallow: /open/kompass/redaksjon\n" in client.get("/robots.txt").text


def test_the_rate_limit_holds_there_too(
    use_database: UseDatabase, real_url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATE_LIMIT", "2")
    use_database(real_url)
    site = create_app([*ROUTERS, probe.router])
    client = "203.0.113.7"
    statuses = [ask(site, PROBE, client=client).status for _ in range(3)]
    assert statuses == [200, 200, 429]
    is_for_one_reader(ask(site, PROBE, client=client).headers)


# --- bounds, by themselves ----------------------------------------------------------------------


@dataclass
class Still:
    """A database that stands still, or not."""

    silent: bool = False


@dataclass
class Slow:
    """An application that answers when it is told to."""

    may_go: asyncio.Event = field(default_factory=asyncio.Event)
    at_once: int = 0
    most: int = 0
    ended: int = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await self.may_go.wait()
        self.at_once -= 1
        self.ended += 1
        await PlainTextResponse("done")(scope, receive, send)


async def public(_scope: Any, _receive: Any, _send: Any) -> None:
    raise AssertionError("this is for those who keep answers")


def pages(app: Any, *, silent: bool = False, seconds: float = 30.0) -> PrivatePages:
    return PrivatePages(public, app, Still(silent), refusals.refuse, Settings(), seconds)


async def answer(site: Any, method: str = "GET", body: Any = None) -> Answered:
    """Asks for the probe. Of a `body` that is None, nothing ever comes."""
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": PROBE,
        "query_string": b"",
        "headers": [],
        "state": {},
    }
    found = Answered()
    given = False

    async def receive() -> dict[str, Any]:
        nonlocal given
        if given or body is None:
            await asyncio.Event().wait()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            found.status = message["status"]
            found.headers = {n.decode(): v.decode("latin-1") for n, v in message["headers"]}
        else:
            found.body += message.get("body", b"")

    await site(scope, receive, send)
    return found


def test_so_many_are_worked_for_at_once_and_so_many_wait() -> None:
    async def run() -> None:
        slow = Slow()
        site = pages(slow)
        many = bounds.DESK_TURNS + bounds.DESK_QUEUE_LENGTH
        asking = [asyncio.create_task(answer(site)) for _ in range(many)]
        await until(lambda: site.turns.waiting == bounds.DESK_QUEUE_LENGTH)
        beyond = await answer(site)
        assert beyond.status == 503
        is_for_one_reader(beyond.headers)
        slow.may_go.set()
        assert {one.status for one in await asyncio.gather(*asking)} == {200}
        assert slow.most == bounds.DESK_TURNS

    event_loop.run(run())


def test_who_waits_too_long_is_told_and_the_work_goes_on() -> None:
    async def run() -> None:
        slow = Slow()
        site = pages(slow, seconds=0.01)
        assert (await answer(site)).status == 503
        assert slow.at_once == 1
        slow.may_go.set()
        await until(lambda: slow.ended == 1)

    event_loop.run(run())


def test_what_never_arrives_is_waited_for_without_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "BODY_SECONDS", 0.01)

    async def run() -> None:
        slow = Slow()
        site = pages(slow)
        assert (await answer(site, "POST")).status == 408
        assert (slow.most, site.turns.taken) == (0, 0)

    event_loop.run(run())


def test_a_database_that_stands_still_is_told_of_at_once() -> None:
    async def run() -> None:
        slow = Slow()
        told = await answer(pages(slow, silent=True))
        assert (told.status, slow.most) == (503, 0)
        assert told.headers["retry-after"] == str(bounds.RETRY_AFTER_SECONDS)

    event_loop.run(run())


# --- how much may be sent -----------------------------------------------------------------------

COOKIE = ((b"cookie", b"a=b; kompass-sesjon=x"),)
HOST_COOKIE = ((b"cookie", b"__Host-kompass-sesjon=x"),)


@pytest.mark.parametrize("headers", [COOKIE, HOST_COOKIE])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_only_who_brings_a_session_may_send_a_file(prefix: str, headers: Any) -> None:
    for path in ("/redaksjon/filer", "/redaksjon/filer/3"):
        assert body_bytes_at(prefix + path, headers) == bounds.UPLOAD_FORM_BYTES
        assert body_bytes_at(prefix + path, ()) == bounds.BODY_BYTES
        assert is_upload(prefix + path)
    for path in ("/redaksjon/filerx", "/redaksjon/utkast/3", "/redaksjon"):
        assert body_bytes_at(prefix + path, headers) == bounds.DESK_BODY_BYTES
        assert not is_upload(prefix + path)
    for path in ("/mcp", "/kommuner", "/api/redaksjon/filer"):
        assert body_bytes_at(prefix + path, headers) == bounds.BODY_BYTES


def test_the_desk_has_a_connection_for_each_turn() -> None:
    from app.database import DESK_READING, DESK_WRITING

    assert DESK_READING.connections == DESK_WRITING.connections == bounds.DESK_TURNS
    for purpose in (DESK_READING, DESK_WRITING):
        assert purpose.statement + bounds.CONNECT_SECONDS < bounds.PROMISE_SECONDS
        assert purpose.lock < bounds.PROMISE_SECONDS


def test_robots_are_told_to_stay_out(http: TestClient) -> None:
    lines = http.get("/robots.txt").text.splitlines()
    for prefix in ("", "/nn", "/sv", "/en"):
        for word in PRIVATE:
            assert f"Disallow: {prefix}/{word}" in lines
    assert settings().site_address in lines[-1]


def test_private_pages_are_named_nowhere(http: TestClient) -> None:
    for path in ("/sitemap.xml", "/llms.txt", "/api/v1/openapi.json"):
        text = http.get(path).text
        assert not any(f"/{word}" in text for word in PRIVATE)


def test_readers_pay_with_no_cookie(http: TestClient) -> None:
    for path in ("/", "/kommuner/hemne/2018", "/api/v1/evaluations"):
        answered = http.get(path, headers={"Cookie": "kompass-sesjon=x"})
        assert "set-cookie" not in answered.headers
        assert answered.headers["access-control-allow-origin"] == "*"
