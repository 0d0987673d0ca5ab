"""Watches over the connections of a server: ends what lasts too long, and makes room.

One look at all of them now and then costs a request nothing, where a timer for each would cost it
more than the bounds themselves. Connections say what they are doing; here stands for how long they
may, and whose turn it is to go.
"""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Collection
from itertools import count
from typing import Final, Protocol, TypeAlias

from app import bounds

logger = logging.getLogger(__name__)

Quiet: TypeAlias = tuple[bool, int, int]
"""How a connection that asks nothing is reckoned among others: whether it has begun to ask, when it
fell silent, when it was made."""


HAPPENED: Final[Counter[str]] = Counter()
"""What has happened at the doors of this process, and how often."""


class Watched(Protocol):
    """A connection, as the watch sees it."""

    def check(self, now: float) -> None:
        """Ends what has lasted too long; `now` in seconds of the loop."""

    def quiet(self) -> Quiet | None:
        """Since when it asks nothing. None while it is answered, or is to be told to come again."""

    def drop(self) -> None:
        """Closes it at once."""


class ConnectionWatch:
    """The connections of one server, within a number of them.

    `most` may be open at once; `spare` more are kept only to be told that there is no room.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        connections: Collection[Watched],
        most: int,
        *,
        spare: int = bounds.SPARE_CONNECTIONS,
        every: float = bounds.WATCH_SECONDS,
    ) -> None:
        self.most = most
        self._loop = loop
        self._connections = connections
        self._spare = spare
        self._every = every
        self._running = False
        self._numbers = count()
        self._oldest: deque[tuple[Quiet, Watched]] = deque()
        self._told: Counter[str] = Counter()

    def next_number(self) -> int:
        """A number for a connection, in the order in which they come."""
        return next(self._numbers)

    def enter(self, newcomer: Watched) -> bool:
        """Takes in a connection; whether there is room for it.

        Where there is none, the one that has been silent for longest goes. Where none is silent,
        the newcomer is to be told so; beyond those that can be told, it is dropped.
        """
        if not self._running:
            self._running = True
            self._loop.call_later(self._every, self._look)
        if len(self._connections) <= self.most:
            return True
        if self._drop_oldest(newcomer):
            self.note("closed to make room")
            return True
        if len(self._connections) > self.most + self._spare:
            self.note("dropped for want of room")
            newcomer.drop()
        return False

    def __len__(self) -> int:
        return len(self._connections)

    @property
    def full(self) -> bool:
        return len(self._connections) > self.most

    def note(self, what: str) -> None:
        """Counts what happened at the door; it is logged in one line for all that is alike."""
        self._told[what] += 1
        HAPPENED[what] += 1

    def _drop_oldest(self, newcomer: Watched) -> bool:
        """Drops the first in order. The order is taken anew when it has come to its end: taking it
        for everyone who comes would be the work of a crowd for each of a crowd."""
        for _ in range(2):
            while self._oldest:
                reckoned, connection = self._oldest.popleft()
                if connection is not newcomer and connection.quiet() == reckoned:
                    connection.drop()
                    return True
            self._oldest = deque(self._in_order())
        return False

    def _in_order(self) -> list[tuple[Quiet, Watched]]:
        quiet = ((connection.quiet(), connection) for connection in self._connections)
        return sorted(
            ((reckoned, connection) for reckoned, connection in quiet if reckoned is not None),
            key=lambda pair: pair[0],
        )

    def _look(self) -> None:
        self._running = bool(self._connections)
        if self._running:
            self._loop.call_later(self._every, self._look)
        now = self._loop.time()
        self._oldest.clear()  # what is gone is not to be kept
        for connection in list(self._connections):
            connection.check(now)
        if self._told:
            logger.warning(", ".join(f"{what}: {n}" for what, n in sorted(self._told.items())))
            self._told.clear()
