"""Asks a server as fast as it answers, over a number of connections, and says how it went.

A process of its own. It reads one order a line and writes one outcome a line, both JSON. Each
connection asks, waits for the whole answer, and asks again (a closed loop), so a server is never
sent more than it can take, and the times hold the wait behind the other connections.
"""

import asyncio
import gc
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from typing import Final, cast

from tools.bench.spread import percentile

WORST_WAIT: Final = 30.0
"""Seconds after the end until what is still under way is given up."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for, in turn, until the seconds or the answers are used up."""

    port: int
    paths: list[str]
    encoding: str = "br"
    connections: int = 32
    seconds: float = 1.0
    answers: int = 0
    """0 sets no limit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Answers a second; times in milliseconds; bytes of a body, on average."""

    answers: int
    rate: float
    p50: float
    p95: float
    p99: float
    body: float
    failed: int
    """Answers that were not 200, and connections that broke."""
    processor: float = 0
    """Microseconds of the server's processor time an answer, where it was looked at."""


class Run:
    """What all connections of an order share."""

    def __init__(self, order: Order) -> None:
        requests = [_request(order, path) for path in order.paths]
        endless = cycle(requests)
        self.requests: Iterator[bytes] = (
            islice(endless, order.answers) if order.answers else endless
        )
        self.times: list[float] = []
        self.bytes = 0
        self.failed = 0
        self.under_way = order.connections
        self.done = asyncio.Event()
        self.began = time.perf_counter()
        self.until = self.began + order.seconds

    def leave(self) -> None:
        self.under_way -= 1
        if self.under_way == 0:
            self.done.set()


def _request(order: Order, path: str) -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{order.port}\r\n"
        f"Accept: */*\r\nAccept-Encoding: {order.encoding}\r\n\r\n"
    ).encode()


class Connection(asyncio.Protocol):
    """One of those that ask."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._transport: asyncio.Transport | None = None
        self._asked = 0.0
        self._head = b""
        self._left = -1
        """Bytes of the body that are still to come; -1 before its length is known."""
        self._chunked = False
        self._tail = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is not one by inheritance
        self._ask()

    def connection_lost(self, error: Exception | None) -> None:
        if self._transport is not None:
            self._transport = None
            self._run.failed += 1
            self._run.leave()

    def _ask(self) -> None:
        transport, now = self._transport, time.perf_counter()
        if transport is None:
            return
        request = next(self._run.requests, None) if now < self._run.until else None
        if request is None:
            self._transport = None
            transport.close()
            self._run.leave()
            return
        self._asked = now
        transport.write(request)

    def data_received(self, data: bytes) -> None:
        if self._left < 0:
            head, found, data = (self._head + data).partition(b"\r\n\r\n")
            if not found:
                self._head = head
                return
            self._head = b""
            self._read_head(head.lower())
        self._run.bytes += len(data)
        if self._chunked:
            self._tail = (self._tail + data)[-5:]
            if self._tail == b"0\r\n\r\n":
                self._answered()
            return
        self._left -= len(data)
        if self._left == 0:
            self._answered()

    def _read_head(self, head: bytes) -> None:
        if head[9:12] != b"200":
            self._run.failed += 1
        _, has_length, after = head.partition(b"\r\ncontent-length:")
        self._chunked = not has_length
        self._left = int(after.partition(b"\r\n")[0]) if has_length else 0

    def _answered(self) -> None:
        self._run.times.append(time.perf_counter() - self._asked)
        self._left, self._chunked, self._tail = -1, False, b""
        self._ask()


async def load(order: Order) -> Outcome:
    """Carries out an order.

    Raises:
        TimeoutError: answers were still under way long after the end.
        ValueError: nothing was answered at all.
    """
    run = Run(order)
    loop = asyncio.get_running_loop()
    gc.collect()
    gc.disable()
    try:
        for _ in range(order.connections):
            await loop.create_connection(lambda: Connection(run), "127.0.0.1", order.port)
        async with asyncio.timeout(order.seconds + WORST_WAIT):
            await run.done.wait()
    finally:
        gc.enable()
    took = time.perf_counter() - run.began
    if not run.times:
        raise ValueError("nothing was answered")
    p50, p95, p99 = (1000 * percentile(run.times, share) for share in (0.5, 0.95, 0.99))
    count = len(run.times)
    return Outcome(count, count / took, p50, p95, p99, run.bytes / count, run.failed)


def main() -> None:
    for line in sys.stdin:
        try:
            told = asdict(_run(Order(**json.loads(line))))
        except (OSError, TimeoutError, ValueError) as error:
            told = {"error": str(error) or type(error).__name__}
        print(json.dumps(told), flush=True)


def _run(order: Order) -> Outcome:
    try:
        import uvloop
    except ImportError:  # where there is none
        return asyncio.run(load(order))
    return uvloop.run(load(order))


if __name__ == "__main__":
    main()
