"""Something that is done again and again beside readers, as long as the site runs."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from anyio import CapacityLimiter, to_thread

from app import bounds
from app.errors import one_line

logger = logging.getLogger(__name__)


class Repeating:
    """Does some work every so many seconds, in one thread of its own and never twice at once.

    What goes wrong is said once, and tried again the next time.
    """

    def __init__(self, work: Callable[[], object], seconds: float) -> None:
        self._work = work
        self._seconds = seconds
        self._said = ""

    @contextlib.asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """Does it meanwhile. Work that is under way at the end is waited for a little while."""
        end = asyncio.Event()
        going = asyncio.create_task(self._go_on(end))
        try:
            yield
        finally:
            end.set()
            await asyncio.wait({going}, timeout=bounds.LOOK_UP_SECONDS)
            going.cancel()

    async def _go_on(self, end: asyncio.Event) -> None:
        thread = CapacityLimiter(1)
        while not end.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds):
                    await end.wait()
            if not end.is_set():
                await self._once(thread)

    async def _once(self, thread: CapacityLimiter) -> None:
        try:
            await to_thread.run_sync(self._work, abandon_on_cancel=True, limiter=thread)
        except Exception as error:  # whatever it is, the site goes on
            said = one_line(error)
            if said != self._said:
                logger.warning("what is due could not be done: %s", said)
            self._said = said
        else:
            self._said = ""
