"""Nobody waits without a bound: turns, answers under way, and the look at the newest release."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from anyio import to_thread

from app import bounds
from app.database import READING
from app.domain.release import DatabaseState, Signature
from app.web.answering.newest import Newest
from app.web.answering.turns import Crowded, Turns
from app.web.answering.works import Late, Work, Works
from tests import event_loop

LONG = 30.0
"""Seconds that no test waits for, but where something has gone wrong."""


async def never() -> Any:
    """A reader who stays."""
    await asyncio.Event().wait()


async def until(condition: Callable[[], bool]) -> None:
    """Lets others go on until something has come about."""
    async with asyncio.timeout(LONG):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0)


def test_who_has_a_turn_has_a_connection_and_a_thread() -> None:
    async def threads() -> float:
        return to_thread.current_default_thread_limiter().total_tokens

    assert Turns().turns <= READING.connections
    assert Turns().turns < event_loop.run(threads())


def test_the_bounds_keep_the_promise() -> None:
    waited = bounds.QUEUE_SECONDS + bounds.LOCK_SECONDS
    silent = bounds.PING_SECONDS + bounds.CONNECT_SECONDS
    assert max(waited, silent, bounds.STATEMENT_SECONDS, bounds.REQUEST_SECONDS) < (
        bounds.PROMISE_SECONDS
    )


def test_turns_are_given_in_the_order_of_coming() -> None:
    async def run() -> list[int]:
        turns, order = Turns(1), list[int]()

        async def take(n: int) -> None:
            async with turns.turn():
                order.append(n)

        async with turns.turn():
            tasks = [asyncio.create_task(take(n)) for n in range(20)]
            await until(lambda: turns.waiting == 20)
        await asyncio.gather(*tasks)
        assert (turns.taken, turns.waiting) == (0, 0)
        return order

    assert event_loop.run(run()) == list(range(20))


def test_a_full_queue_is_told_at_once() -> None:
    async def run() -> None:
        turns = Turns(1, length=2, seconds=LONG)
        async with turns.turn():
            waiting = [asyncio.create_task(_take(turns)) for _ in range(2)]
            await until(lambda: turns.waiting == 2)
            with pytest.raises(Crowded) as told:
                await _take(turns)
            assert told.value.full
        await asyncio.gather(*waiting)

    event_loop.run(run())


def test_a_wait_that_is_too_long_ends_and_takes_no_place() -> None:
    async def run() -> None:
        turns = Turns(1, seconds=0.01)
        async with turns.turn():
            with pytest.raises(Crowded) as told:
                await _take(turns)
            assert not told.value.full
            assert (turns.taken, turns.waiting) == (1, 0)
        await _take(turns)

    event_loop.run(run())


async def _take(turns: Turns) -> None:
    async with turns.turn():
        pass


@dataclass
class Maker:
    """Makes answers when it is let, and counts how often it is asked."""

    made: int = 0
    begins: bool = True
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, work: Work[str]) -> str:
        self.made += 1
        work.begun = self.begins
        await self.go.wait()
        if self.made > 90:
            raise ValueError("broken")
        return "answer"


def waiting(works: Works[str, str], maker: Maker, n: int) -> list["asyncio.Task[str | None]"]:
    return [asyncio.create_task(works.wait("key", maker, never)) for _ in range(n)]


def test_what_many_ask_for_is_made_once_for_all_errors_too() -> None:
    async def run() -> None:
        works: Works[str, str] = Works()
        maker = Maker()
        tasks = waiting(works, maker, 50)
        await until(lambda: maker.made == 1)
        maker.go.set()
        assert await asyncio.gather(*tasks) == ["answer"] * 50
        assert (maker.made, len(works)) == (1, 0)
        broken = Maker(made=90)
        broken.go.set()
        found = await asyncio.gather(*waiting(works, broken, 50), return_exceptions=True)
        assert {str(error) for error in found} == {"broken"}
        assert (broken.made, len(works)) == (91, 0)

    event_loop.run(run())


def test_who_left_before_the_turn_is_not_worked_for() -> None:
    async def run() -> None:
        works: Works[str, str] = Works()
        maker = Maker(begins=False)
        assert await works.wait("key", maker, _gone()) is None
        await until(lambda: not len(works))
        stays = waiting(works, maker, 1)
        assert await works.wait("key", maker, _gone()) is None
        maker.go.set()
        assert await stays[0] == "answer", "one stays, so it is made all the same"

    event_loop.run(run())


def test_what_takes_too_long_is_told_and_goes_on() -> None:
    async def run() -> None:
        works: Works[str, str] = Works(seconds=0.01)
        maker = Maker()
        with pytest.raises(Late):
            await works.wait("key", maker, never)
        assert len(works) == 1
        maker.go.set()
        assert await works.wait("key", maker, never) == "answer"
        assert maker.made == 1

    event_loop.run(run())


def _gone() -> Callable[[], Awaitable[Any]]:
    messages = iter([{"type": "http.request", "more_body": False}, {"type": "http.disconnect"}])

    async def receive() -> Any:
        return next(messages)

    return receive


PUBLISHED = datetime(2026, 11, 28, tzinfo=UTC)


def standing(number: int, sha256: str = "a") -> DatabaseState:
    return DatabaseState(Signature(number, sha256, PUBLISHED), f"{number}{sha256}")


@dataclass
class Database:
    """A database that says where it stands, or nothing at all for a while."""

    stands: DatabaseState | None = field(default_factory=lambda: standing(1))
    looks: int = 0
    hangs: bool = False
    again: threading.Event = field(default_factory=threading.Event)

    def look_up(self) -> DatabaseState | None:
        self.looks += 1
        if self.hangs:
            self.again.wait(LONG)
        return self.stands

    def listen(self) -> int | None:
        return None

    def hear(self) -> bool:
        return False

    def close(self) -> None:
        self.again.set()


def test_a_new_release_is_seen_without_any_reader() -> None:
    async def run() -> None:
        database = Database()
        newest = Newest(database, 0.001)
        async with newest.watched():
            assert newest.number == 1
            assert not newest.has_to_be_asked
            changes = newest.changes
            database.stands = standing(2)
            await until(lambda: newest.number == 2)
            assert newest.changes == changes + 1
            database.stands = standing(2, "b")
            await until(lambda: newest.standing == standing(2, "b"))
            database.stands = standing(1)
            await until(lambda: newest.number == 1)
            assert newest.changes == changes + 3

    event_loop.run(run())


def test_a_release_is_made_ready_before_readers_get_it() -> None:
    async def run() -> None:
        prepared = list[int | None]()
        database = Database()
        newest = Newest(database, 0, lambda: prepared.append(newest.number))
        async with newest.watched():
            await until(lambda: bool(prepared))
            database.stands = standing(2)
            await newest.ask()
            assert prepared[1:] == [1]
            assert newest.number == 2

    event_loop.run(run())


def test_a_database_that_stands_still_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LOOK_UP_SECONDS", 0.02)
    monkeypatch.setattr(bounds, "PING_SECONDS", 0.01)

    async def run() -> None:
        database = Database()
        newest = Newest(database, 0.001)
        async with newest.watched():
            database.hangs = True
            await until(lambda: newest.silent)
            assert newest.number == 1, "what was known is still known"
            database.hangs = False
            database.again.set()
            await until(lambda: not newest.silent)
            assert not newest.failing

    event_loop.run(run())
