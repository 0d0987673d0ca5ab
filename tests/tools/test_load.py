"""The load counts what it is answered, however the bytes come."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from tests import event_loop
from tools.bench.load import Order, Outcome, load

WHOLE = [b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"]
IN_PIECES = [b"HTTP/1.1 200 OK\r\ncontent-le", b"ngth: 5\r\n\r", b"\nhe", b"llo"]
CHUNKED = [b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r", b"\n\r\n"]
REFUSED = [b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\n\r\nno"]

Answer = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


def asked(order: Order, answer: Answer) -> Outcome:
    """What comes of an order to a server that answers so."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await answer(head.split()[1].decode(), writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def run() -> Outcome:
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            return await load(replace(order, port=port))

    return event_loop.run(run())


def sends(pieces: list[bytes]) -> Answer:
    """Answers in these pieces, each on its way before the next."""

    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)

    return answer


def order(*paths: str, answers: int, connections: int = 3) -> Order:
    return Order(0, list(paths), connections=connections, seconds=60, answers=answers)


def test_answers_are_counted_whole_and_in_pieces() -> None:
    for pieces in (WHOLE, IN_PIECES):
        outcome = asked(order("/", answers=20), sends(pieces))
        assert (outcome.answers, outcome.failed, outcome.body) == (20, 0, 5)
        assert 0 < outcome.p50 <= outcome.p95 <= outcome.p99


def test_an_answer_without_a_length_ends_with_its_last_chunk() -> None:
    outcome = asked(order("/", answers=10), sends(CHUNKED))
    assert (outcome.answers, outcome.failed) == (10, 0)


def test_addresses_are_asked_for_in_turn() -> None:
    seen: list[str] = []

    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        seen.append(path)
        await sends(WHOLE)(path, writer)

    asked(order("/a", "/b", "/c", answers=7, connections=1), answer)
    assert seen == ["/a", "/b", "/c", "/a", "/b", "/c", "/a"]


def test_an_answer_that_is_no_success_is_a_failure() -> None:
    outcome = asked(order("/", answers=6), sends(REFUSED))
    assert (outcome.answers, outcome.failed) == (6, 6)


def test_a_connection_that_breaks_is_a_failure() -> None:
    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        if path == "/broken":
            writer.close()
        else:
            await sends(WHOLE)(path, writer)

    outcome = asked(order("/", "/broken", answers=2, connections=1), answer)
    assert (outcome.answers, outcome.failed) == (1, 1)
