"""One segment for an answer: its head waits for what comes behind it."""

from asyncio import Transport
from collections.abc import Callable
from typing import Final

_CONTINUE: Final = b"HTTP/1.1 100 "
_WORTH_JOINING: Final = 65_536
"""Bytes; what is longer leaves in several segments anyhow, and joining copies it."""


class Corked:
    """The connection as one answer writes to it. uvicorn writes head and body apart, and each is a
    call to the system, a segment on the wire and a wake-up of the reader."""

    __slots__ = ("_begun", "_head", "_then", "_transport")

    def __init__(self, transport: Transport, then: Callable[[], None]) -> None:
        """`then` is called when the answer is complete."""
        self._transport = transport
        self._then = then
        self._head = b""
        self._begun = False

    def write(self, data: bytes) -> None:
        if self._head:
            head, self._head = self._head, b""
            if len(data) <= _WORTH_JOINING:
                data = head + data
            else:
                self._transport.write(head)
            self._transport.write(data)
        elif self._begun or data.startswith(_CONTINUE):
            self._transport.write(data)
        else:
            self._begun = True
            self._head = data

    def complete(self) -> None:
        """Writes a head that has no body."""
        self._uncork()
        self._then()

    def close(self) -> None:
        self._uncork()
        self._transport.close()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def _uncork(self) -> None:
        if self._head:
            head, self._head = self._head, b""
            self._transport.write(head)
