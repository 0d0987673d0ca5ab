"""Clients that say nothing, or too slowly, or do not listen: each is waited for, and not for ever.

The bounds are short here, so that the tests are.
"""

import asyncio
from collections.abc import Iterator

import pytest
from uvicorn.config import Config
from uvicorn.server import ServerState

from app import bounds
from app.web.door.protocol import BoundedProtocol
from tests import event_loop
from tests.web.door.clients import GET, Client, Site, running

SHORT = {
    "watch_seconds": 0.05,
    "header_seconds": 0.3,
    "keep_alive_seconds": 0.3,
    "send_seconds": 0.3,
    "linger_seconds": 0.3,
}
ENDLESS = dict.fromkeys(SHORT, 600.0)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A site that waits for nobody."""
    with running(bounds=SHORT) as found:
        yield found


def test_a_half_sent_head_is_answered_with_408(site: Site) -> None:
    client = site.connect().send(b"GET /en/kommuner HTTP/1.1\r\nHost: localhost\r\n")
    answered = client.answer()
    assert (answered.status, answered.headers["content-language"]) == (408, "en")
    assert answered.headers["connection"] == "close"
    assert client.is_closed()


def test_a_second_head_is_waited_for_no_longer(site: Site) -> None:
    client = site.connect().send(GET)
    assert client.answer().status == 200
    assert client.send(GET[:20]).answer().status == 408


def test_drop_by_drop_is_no_faster(site: Site) -> None:
    client = site.connect().send(GET[:-2])
    client.socket.settimeout(0.05)
    while not client.read:
        client.send(b"X: a\r\n")
        try:
            client.read += client.socket.recv(65536)
        except TimeoutError:
            continue
    assert client.read.startswith(b"HTTP/1.1 408 ")


def test_whoever_says_nothing_is_sent_away_without_a_word(site: Site) -> None:
    assert site.connect().is_closed()


def test_an_idle_connection_ends(site: Site) -> None:
    client = site.connect().send(GET)
    assert client.answer().status == 200
    assert client.is_closed()


def test_a_body_that_trickles_in_after_the_answer_keeps_nothing_open(site: Site) -> None:
    client = site.connect()
    client.send(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
    assert client.answer().status == 405
    client.socket.settimeout(0.05)
    for _ in range(200):
        client.send(b"a")
        try:
            assert client.socket.recv(1) == b""
        except TimeoutError:
            continue
        except ConnectionError:
            pass
        break
    else:
        pytest.fail("the connection stays open")


def test_whoever_does_not_take_the_answer_is_dropped(site: Site) -> None:
    client = site.connect(receive_bytes=4096).send(GET.replace(b"/", b"/large", 1))
    site.wait_for(lambda: site.get("/connections") == "1")
    with pytest.raises((EOFError, ConnectionError)):
        client.answer()


class Transport(asyncio.Transport):
    """A transport whose other end takes as much as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = 0
        self.ended = ""

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def is_closing(self) -> bool:
        return bool(self.ended)

    def close(self) -> None:
        self.ended = "closed"

    def abort(self) -> None:
        self.ended = "aborted"


def test_whoever_takes_a_little_now_and_then_is_waited_for() -> None:
    async def run() -> Transport:
        config = Config(lambda *_: None, interface="asgi3", ws="none", log_config=None)
        transport = Transport()
        protocol = BoundedProtocol(config, ServerState(), {})
        protocol.connection_made(transport)
        now = 0.0
        for transport.waiting in range(1000, 900, -1):
            protocol.check(now)
            now += bounds.SEND_SECONDS - 1
            protocol.check(now)
            assert not transport.ended
        protocol.check(now + 1)
        return transport

    assert event_loop.run(run()).ended == "aborted"


def test_whoever_goes_on_sending_after_a_refusal_is_dropped(site: Site) -> None:
    client = site.connect().send(b"?\r\n\r\n")
    assert client.answer().status == 400
    client.socket.settimeout(0.05)
    while client.sent_all:
        client.send(b"a" * 10_000)


def test_an_answer_that_takes_long_is_nobodys_fault(site: Site) -> None:
    waiting = site.connect().send(GET.replace(b"/", b"/wait", 1))
    assert site.connect().is_closed()  # so much time has passed
    assert site.get("/go") == "go"
    assert waiting.answer().body == b"waited"


def hurried(site: Site, count: int) -> list[Client]:
    return [site.connect().send(GET.replace(b"/", b"/wait", 1)) for _ in range(count)]


def test_with_256_descriptors_300_silent_clients_keep_nobody_out() -> None:
    with running(descriptors=256, bounds=ENDLESS) as site:
        kept = site.connect().send(GET)
        assert kept.answer().status == 200
        silent = []
        for n in range(300):
            silent.append(site.connect())
            if n % 20 == 0:
                assert site.get(f"/{n}") == f"hello /{n}"
        half = [site.connect().send(GET[:30]) for _ in range(20)]
        for n in range(20):
            assert site.get(f"/{n}") == f"hello /{n}"
        assert int(site.get("/connections")) <= 100
        assert kept.is_closed()
        assert silent[0].is_closed()
        assert [client.send(GET[30:]).answer().status for client in half] == [200] * 20


def test_where_all_are_being_answered_the_next_is_told_to_come_again() -> None:
    with running(bounds=ENDLESS | {"most_connections": 4}) as site:
        waiting = hurried(site, 4)
        for _ in range(3):
            answered = site.ask(GET.replace(b"/", b"/api/v1/municipalities", 1))
            assert answered.status == 503
            assert answered.headers["retry-after"] == "5"
            assert answered.problem["type"].endswith("#busy")
        late = [site.connect() for _ in range(30)]
        assert late[-1].is_closed()  # more than can be told
        for client in late:
            client.close()
        waiting[0].close()
        site.wait_for(lambda: site.ask(GET.replace(b"/", b"/go", 1)).status == 200)
        assert [client.answer().body for client in waiting[1:]] == [b"waited"] * 3
        assert site.get("/") == "hello /"


def test_those_who_were_refused_keep_nobody_out() -> None:
    with running(bounds=ENDLESS | {"most_connections": 4}) as site:
        refused = [site.connect().send(b"?\r\n\r\n") for _ in range(10)]
        assert {client.answer().status for client in refused} == {400}
        assert site.get("/") == "hello /"


def test_when_told_to_end_it_answers_what_was_asked_and_one_request_more() -> None:
    with running() as site:
        idle = site.connect().send(GET)
        assert idle.answer().status == 200
        silent = site.connect()
        waiting = site.connect().send(GET.replace(b"/", b"/wait", 1))
        last = site.connect().send(GET)
        assert last.answer().status == 200
        site.terminate()
        site.wait_for(lambda: refuses(site))
        answered = last.send(GET.replace(b"/", b"/go", 1)).answer()
        assert (answered.status, answered.headers["connection"]) == (200, "close")
        assert waiting.answer().body == b"waited"
        for client in (idle, silent, waiting, last):
            assert client.is_closed()
        site.process.wait(5)


def refuses(site: Site) -> bool:
    try:
        site.connect()
    except ConnectionRefusedError:
        return True
    return False
