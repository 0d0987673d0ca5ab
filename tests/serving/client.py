"""Readers over real connections: some wait for their answer, some leave, some say nothing."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

PATIENCE: Final = 30.0
"""Seconds after which a request that nobody answers counts as hanging."""

TURNS: Final = 50


class Hung(Exception):
    """No answer came in all the time that a reader may be expected to wait."""


class CutOff(Exception):
    """The connection ended before the answer did."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many seconds it was whole. Header names are in lower case."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[Connection]:
    """A connection to a server on loopback, closed without ceremony at the end."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    except OSError as error:
        raise CutOff(f"no connection: {error}") from error
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def ask(
    port: int, address: str, *, within: float = PATIENCE, headers: dict[str, str] | None = None
) -> Answer:
    """Asks for an address and waits for the whole answer.

    Raises:
        Hung: it did not come within so many seconds.
        CutOff: the server closed the connection before it was whole.
    """
    began = time.monotonic()
    try:
        async with asyncio.timeout(within), connected(port) as (reader, writer):
            writer.write(request(address, headers))
            status, said = await _head(reader)
            body = await _body(reader, said)
    except TimeoutError:
        raise Hung(f"{address}: nothing within {within:g} s") from None
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise CutOff(f"{address}: {error}") from error
    return Answer(address, status, said, body, time.monotonic() - began)


async def patiently(port: int, address: str) -> Answer:
    """The right answer, by a reader who comes again when told to.

    Raises:
        Hung: it did not come in many turns.
    """
    for _ in range(TURNS):
        answer = await ask(port, address)
        if answer.status != 503:
            assert answer.status == 200, f"{address}: {answer.status} {answer.body[:200]!r}"
            return answer
        await asyncio.sleep(0.2)
    raise Hung(f"{address}: 503 in {TURNS} turns")


async def leave(port: int, address: str, after: float) -> None:
    """Asks for an address and goes away before the answer can be looked at."""
    async with connected(port) as (_, writer):
        writer.write(request(address))
        await asyncio.sleep(after)


def request(address: str, headers: dict[str, str] | None = None) -> bytes:
    """The bytes of a request that asks for one answer."""
    given = {"Host": "kompass.test", "Connection": "close", **(headers or {})}
    lines = [f"GET {address} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items())]
    return "\r\n".join((*lines, "", "")).encode()


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return int(first.split(" ")[1]), {name.lower(): value.strip() for name, _, value in pairs}


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    if headers.get("transfer-encoding") != "chunked":
        return await reader.read()
    parts = bytearray()
    while size := int(await reader.readuntil(b"\r\n"), 16):
        parts += await reader.readexactly(size)
        await reader.readexactly(2)
    return bytes(parts)
