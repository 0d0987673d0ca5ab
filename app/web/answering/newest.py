"""Which release is the newest: asked in the background, so that no reader waits for it.

What is kept is answered at once, whether the database does or not. Where the database says when
something is published, that is heard at once; else it is asked again and again.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable
from typing import Final, Protocol

from anyio import CapacityLimiter, to_thread

from app import bounds
from app.domain.release import DatabaseState
from app.web.observing.metrics import database_fault

logger = logging.getLogger(__name__)

_LISTEN_AGAIN_SECONDS: Final = 10.0


class ReleaseSource(Protocol):
    """What knows where the database stands."""

    def look_up(self) -> DatabaseState | None: ...

    def listen(self) -> int | None: ...

    def hear(self) -> bool: ...

    def close(self) -> None: ...


class Newest:
    """Where the database stands, as far as this process knows."""

    def __init__(
        self,
        source: ReleaseSource,
        seconds: float,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        """`seconds` between two looks; 0 takes one with each request, and none in the background.
        `prepare` makes ready what readers of a new release will want, before they get it."""
        self.standing: DatabaseState | None = None
        self.failing = False
        """Whether the last look found no answer."""
        self.silent = False
        """Whether the database stands still: it neither answers nor refuses."""
        self.changes = 0
        """How often it has come to stand elsewhere, from whatever cause."""
        self.answered_at: float | None = None
        """When the database last said where it stands, by the monotonic clock."""
        self._source = source
        self._seconds = seconds
        self._prepare = prepare
        self._watching = False
        self._wake = asyncio.Event()
        self._threads: CapacityLimiter | None = None
        self._preparing: asyncio.Task[None] | None = None

    @property
    def number(self) -> int | None:
        """The number of the newest release."""
        return self.standing.newest.number if self.standing else None

    @property
    def has_to_be_asked(self) -> bool:
        """Whether a reader has to wait for a look, for nobody looks in the background."""
        return not self._watching

    def look_soon(self) -> None:
        """Something has been seen that does not fit: look at once."""
        self._wake.set()

    @contextlib.asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Looks once, and then again and again in the background meanwhile."""
        self._threads = CapacityLimiter(1)
        self._wake = asyncio.Event()
        await self.ask()
        self._watching = bool(self._seconds)
        watch = asyncio.create_task(self._watch(self._threads))
        try:
            yield
        finally:
            self._watching = False
            self._wake.set()
            await asyncio.wait({watch}, timeout=bounds.LOOK_UP_SECONDS)
            watch.cancel()
            if self._preparing is not None:
                await asyncio.wait({self._preparing}, timeout=bounds.LOOK_UP_SECONDS)
            self._threads = None
            self._source.close()

    async def _watch(self, threads: CapacityLimiter) -> None:
        ear = _Ear(self._source, self._wake, threads)
        while self._watching:
            await ear.attend()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds):
                    await self._wake.wait()
            if self._watching:
                self._wake.clear()
                await self.ask()
        ear.close()

    async def ask(self) -> None:
        """Takes one look, within its bound."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(bounds.LOOK_UP_SECONDS):
                found = await to_thread.run_sync(
                    self._source.look_up, abandon_on_cancel=True, limiter=self._threads
                )
        except Exception as error:  # whatever it is, the application will meet it too
            self.silent = time.monotonic() - began > bounds.PING_SECONDS
            self.failing = True
            database_fault(error)
        else:
            if self.failing:
                logger.warning("the newest release can be looked up again")
            self.failing = self.silent = False
            self.answered_at = time.monotonic()
            if found != self.standing:
                await self._move(found)

    async def _move(self, state: DatabaseState | None) -> None:
        before = self.standing
        if before and state and state.newest.number < before.newest.number:
            logger.warning(
                "the newest release was %d and is %d: the database has been put back; "
                "`kompass releases continue-after %d` keeps numbers from being used twice",
                before.newest.number,
                state.newest.number,
                before.newest.number,
            )
        runs = self._threads is not None  # where nobody runs the site, nobody waits for the end
        if self._prepare is not None and state is not None and runs:
            self._preparing = asyncio.create_task(self._make_ready(self._prepare))
            if before is not None:  # else readers wait for the first page already
                await asyncio.wait({self._preparing}, timeout=bounds.PREPARE_SECONDS)
        self.standing = state
        self.changes += 1

    async def _make_ready(self, prepare: Callable[[], None]) -> None:
        try:
            await to_thread.run_sync(prepare)
        except Exception as error:  # readers will meet it, and be told
            database_fault(error)


class _Ear:
    """Listens for news on a connection of its own, where there is such a thing."""

    def __init__(
        self, source: ReleaseSource, wake: asyncio.Event, threads: CapacityLimiter
    ) -> None:
        self._source = source
        self._wake = wake
        self._threads = threads
        self._descriptor: int | None = None
        self._again_at = 0.0
        self._heard = False

    async def attend(self) -> None:
        """Takes what was heard, and begins to listen where nobody does."""
        if self._heard:
            self._heard = False
            alive = await self._in_thread(self._source.hear)
            if alive and self._descriptor is not None:
                asyncio.get_running_loop().add_reader(self._descriptor, self._hear)
            else:
                self._descriptor = None
        if self._descriptor is None and time.monotonic() >= self._again_at:
            self._again_at = time.monotonic() + _LISTEN_AGAIN_SECONDS
            found = await self._in_thread(self._source.listen)
            if isinstance(found, int):
                self._descriptor = found
                asyncio.get_running_loop().add_reader(found, self._hear)
                self._wake.set()  # something may have come in between

    def close(self) -> None:
        if self._descriptor is not None:
            asyncio.get_running_loop().remove_reader(self._descriptor)

    def _hear(self) -> None:
        if self._descriptor is not None:
            asyncio.get_running_loop().remove_reader(self._descriptor)
        self._heard = True
        self._wake.set()

    async def _in_thread(self, call: Callable[[], int | bool | None]) -> int | bool | None:
        try:
            async with asyncio.timeout(bounds.LOOK_UP_SECONDS):
                return await to_thread.run_sync(call, abandon_on_cancel=True, limiter=self._threads)
        except TimeoutError:
            return None
