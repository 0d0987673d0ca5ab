"""Head and body of an answer leave together, and nothing is held back for good."""

from asyncio import Transport

import pytest

from app.web.door.corked import Corked
from tests.web.door.clients import Site

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Wire(Transport):
    """Takes down what is written, and when it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent.append(bytes(data))

    def close(self) -> None:
        self.sent.append(b"closed")

    def is_closing(self) -> bool:
        return b"closed" in self.sent


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def corked(wire: Wire) -> Corked:
    return Corked(wire, lambda: wire.sent.append(b"complete"))


def test_head_and_body_are_one_piece(wire: Wire, corked: Corked) -> None:
    corked.write(HEAD)
    assert wire.sent == []
    corked.write(b"hi")
    corked.write(HEAD)  # a body may look like a head
    corked.complete()
    assert wire.sent == [HEAD + b"hi", HEAD, b"complete"]


def test_a_head_alone_is_sent_when_the_answer_is_complete(wire: Wire, corked: Corked) -> None:
    corked.write(HEAD)
    corked.complete()
    assert wire.sent == [HEAD, b"complete"]


def test_a_head_is_sent_before_the_connection_is_closed(wire: Wire, corked: Corked) -> None:
    corked.write(HEAD)
    assert not corked.is_closing()
    corked.close()
    assert wire.sent == [HEAD, b"closed"]
    assert corked.is_closing()


def test_a_client_that_waits_to_go_on_is_told_at_once(wire: Wire, corked: Corked) -> None:
    corked.write(CONTINUE)
    corked.write(HEAD)
    corked.write(b"hi")
    assert wire.sent == [CONTINUE, HEAD + b"hi"]


def test_what_is_long_is_not_copied(wire: Wire, corked: Corked) -> None:
    body = bytes(100_000)
    corked.write(HEAD)
    corked.write(body)
    assert wire.sent == [HEAD, body]


def test_an_answer_arrives_in_one_piece(site: Site) -> None:
    client = site.connect()
    client.send(b"GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert client.socket.recv(65536).endswith(b"\r\n\r\nhello /a")
    client.close()
