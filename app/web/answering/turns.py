"""A queue for those whose answer has to be made: bounded, and first come first served.

Whoever has a turn has a connection to the database and a thread, for there are no more turns than
either; so nobody who holds one of them ever waits for the other.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app import bounds
from app.errors import Unavailable
from app.web.errors.kinds import PROBLEM_KINDS


class Crowded(Unavailable):
    """More ask than can be answered just now: the queue is `full`, or no turn came in time."""

    slug = "crowded"

    def __init__(self, *, full: bool) -> None:
        self.full = full
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


class Turns:
    """A number of turns, and a queue for them that is bounded in length and in time."""

    def __init__(
        self,
        turns: int = bounds.TURNS,
        length: int = bounds.QUEUE_LENGTH,
        seconds: float = bounds.QUEUE_SECONDS,
    ) -> None:
        self._free = asyncio.Semaphore(turns)
        self._length = length
        self._seconds = seconds
        self.turns = turns
        self.taken = 0
        self.waiting = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[float]:
        """Waits for a turn, and has it meanwhile; gives the seconds that were waited.

        Raises:
            Crowded: the queue is full, or the wait was too long.
        """
        if self.waiting >= self._length:
            raise Crowded(full=True)
        began = time.monotonic()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._seconds):
                await self._free.acquire()
        except TimeoutError:
            raise Crowded(full=False) from None
        finally:
            self.waiting -= 1
        self.taken += 1
        try:
            yield time.monotonic() - began
        finally:
            self.taken -= 1
            self._free.release()
