"""What goes on beside readers goes on whatever happens, one at a time, and ends with the site."""

import asyncio
import logging
from threading import Event

import pytest

from app.web.repeating import Repeating
from tests.event_loop import run

LONGEST = 30


class Work:
    """Counts how often it is done, and how many do it at once."""

    def __init__(self, *, fails: bool = False) -> None:
        self.times = self.at_once = self.most = 0
        self.enough = Event()
        self._fails = fails

    def __call__(self) -> None:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        self.times += 1
        if self.times == 3:
            self.enough.set()
        self.at_once -= 1
        if self._fails:
            raise RuntimeError("nobody answers")


async def _until_enough(work: Work) -> int:
    async with Repeating(work, 0.001).going_on():
        assert await asyncio.to_thread(work.enough.wait, LONGEST)
    return work.times


def test_it_goes_on_one_at_a_time_until_the_end() -> None:
    work = Work()
    times = run(_until_enough(work))
    assert times >= 3
    assert work.times == times
    assert work.most == 1


def test_what_goes_wrong_is_said_once_and_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        assert run(_until_enough(Work(fails=True))) >= 3
    assert [record.getMessage() for record in caplog.records] == [
        "what is due could not be done: nobody answers"
    ]
