"""Who has to go when there is no room: reckoned without sockets."""

import asyncio
import logging
from collections.abc import Callable
from contextvars import Context
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVarTuple

import pytest

from app.web.door.watch import HAPPENED, ConnectionWatch, Quiet

Given = TypeVarTuple("Given")


@dataclass(eq=False)
class Connection:
    """A connection that says what a test lets it say."""

    name: str
    reckoned: Quiet | None
    crowd: set["Connection"] = field(default_factory=set)
    looks: int = 0

    def check(self, now: float) -> None:
        self.looks += 1

    def quiet(self) -> Quiet | None:
        return self.reckoned

    def drop(self) -> None:
        self.crowd.discard(self)


class Loop(asyncio.AbstractEventLoop):
    """A loop whose time passes when it is told."""

    def __init__(self) -> None:
        self.due: list[Callable[[], object]] = []

    def time(self) -> float:
        return 0.0

    def get_debug(self) -> bool:
        return False

    def call_later(
        self,
        delay: float,
        callback: Callable[[*Given], object],
        *args: *Given,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        self.due.append(partial(callback, *args))
        return asyncio.TimerHandle(self.time() + delay, callback, args, self, context)

    def tick(self) -> int:
        """Does what is due; how much that was."""
        due, self.due = self.due, []
        for callback in due:
            callback()
        return len(due)


@dataclass
class Door:
    """A watch over so many connections, and nobody there yet."""

    most: int
    spare: int = 0

    def __post_init__(self) -> None:
        self.loop = Loop()  # type: ignore[abstract]  # only what a watch asks of it
        self.there: set[Connection] = set()
        self.watch = ConnectionWatch(self.loop, self.there, self.most, spare=self.spare)

    def enter(self, name: str, reckoned: Quiet | None) -> bool:
        connection = Connection(name, reckoned, self.there)
        self.there.add(connection)
        return self.watch.enter(connection)

    @property
    def names(self) -> str:
        return "".join(sorted(connection.name for connection in self.there))


def test_the_longest_silent_goes_first_and_one_who_has_begun_to_ask_last() -> None:
    door = Door(most=4)
    for name, reckoned in (
        ("a", (True, 0, 0)),  # has sent half a head, before all others
        ("b", (False, 7, 1)),  # had an answer later than c
        ("c", (False, 3, 2)),
        ("d", None),  # is being answered
    ):
        assert door.enter(name, reckoned)
    left = []
    for n, name in enumerate("efgh"):
        assert door.enter(name, (False, 9 + n, 10 + n))
        left.append(door.names)
    # The order is taken when e comes, and lasts for four.
    assert left == ["abde", "adef", "adfg", "dfgh"]


def test_one_who_asks_meanwhile_may_stay() -> None:
    door = Door(most=3)
    for n, name in enumerate("abc"):
        door.enter(name, (False, n, n))
    door.enter("d", (False, 3, 3))
    assert door.names == "bcd"
    for connection in door.there:
        if connection.name == "b":
            connection.reckoned = None
    door.enter("e", (False, 4, 4))
    assert door.names == "bde"


def test_where_nobody_is_silent_some_are_told_and_the_rest_dropped() -> None:
    door = Door(most=2, spare=2)
    before = HAPPENED["dropped for want of room"]
    assert [door.enter(name, None) for name in "abcdef"] == [True, True, False, False, False, False]
    assert door.names == "abcd"
    assert HAPPENED["dropped for want of room"] == before + 2
    assert door.watch.full


def test_what_happened_is_told_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    door = Door(most=1)
    door.enter("a", None)
    for _ in range(110):
        door.watch.note("refused with 431")
    door.watch.note("refused with 400")
    with caplog.at_level(logging.WARNING):
        door.loop.tick()
        door.loop.tick()
    assert caplog.messages == ["refused with 400: 1, refused with 431: 110"]


def test_it_looks_while_there_is_somebody_and_no_longer() -> None:
    door = Door(most=1)
    door.enter("a", None)
    (connection,) = door.there

    assert [door.loop.tick() for _ in range(3)] == [1, 1, 1]
    assert connection.looks == 3
    door.there.clear()
    assert [door.loop.tick() for _ in range(3)] == [1, 0, 0]
    door.there.add(connection)
    door.watch.enter(connection)
    assert [door.loop.tick() for _ in range(2)] == [1, 1]
    assert connection.looks == 5
