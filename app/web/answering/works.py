"""Answers under way. Each is made once however many ask for it, and nobody waits for ever.

The making does not belong to the reader who asked first: others may be waiting for the same, and
what takes long goes on for those who ask again. Only where all have left before its turn came is it
given up.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from starlette.types import Receive

from app import bounds
from app.errors import Unavailable
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.observing.counts import counts

logger = logging.getLogger(__name__)

Key = TypeVar("Key")
Made = TypeVar("Made")


class Late(Unavailable):
    """The answer is still being made, and is there for those who ask again."""

    slug = "late"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


@dataclass(eq=False)
class Work(Generic[Made]):
    """One answer under way, and how many wait for it. `begun` is set when its turn has come."""

    task: "asyncio.Task[Made]" = field(init=False)
    readers: int = 0
    begun: bool = False


class Works(Generic[Key, Made]):
    """What is being made, by key."""

    def __init__(self, seconds: float | None = None) -> None:
        """Without `seconds` each waits for `bounds.REQUEST_SECONDS`."""
        self._seconds = bounds.REQUEST_SECONDS if seconds is None else seconds
        self._under_way: dict[Key, Work[Made]] = {}

    def __len__(self) -> int:
        return len(self._under_way)

    async def wait(
        self, key: Key, make: Callable[[Work[Made]], Awaitable[Made]], receive: Receive
    ) -> Made | None:
        """The answer for a key, made now or being made already. None where the reader has left.

        Raises:
            Late: it was not there in time.
            Exception: whatever the making ends with, for all who wait for it.
        """
        work = self._under_way.get(key)
        if work is None:
            work = self._begin(key, make)
        else:
            counts.shared += 1
        work.readers += 1
        left = asyncio.ensure_future(_leaving(receive))
        try:
            await asyncio.wait(
                {work.task, left}, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if work.task.done():
                return work.task.result()
            if left.done():
                counts.left += not work.begun
                return None
            raise Late
        finally:
            left.cancel()
            work.readers -= 1
            if not work.readers and not work.begun and not work.task.done():
                self._forget(key, work)
                work.task.cancel()

    def _begin(self, key: Key, make: Callable[[Work[Made]], Awaitable[Made]]) -> Work[Made]:
        work = Work[Made]()

        async def run() -> Made:
            return await make(work)

        def end(task: "asyncio.Task[Made]") -> None:
            self._forget(key, work)
            if not task.cancelled() and (error := task.exception()) and not work.readers:
                logger.debug("nobody waited for what failed: %s", error)

        work.task = asyncio.create_task(run())
        work.task.add_done_callback(end)
        self._under_way[key] = work
        return work

    def _forget(self, key: Key, work: Work[Made]) -> None:
        if self._under_way.get(key) is work:
            del self._under_way[key]


async def _leaving(receive: Receive) -> None:
    """Ends when the reader goes away."""
    ended = False
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        if ended:  # there is no more to come: whoever hands this over says nothing of leaving
            await asyncio.Event().wait()
        ended = not message.get("more_body", False)
