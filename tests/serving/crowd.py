"""A crowd of readers who ask for pages that nobody has asked for yet, and some of whom leave."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Final

from app import bounds
from tests import event_loop
from tests.serving.addresses import cold
from tests.serving.checks import is_unavailable
from tests.serving.client import Answer, CutOff, Hung, ask, leave
from tests.serving.process import Site

PATIENCE: Final = 25.0
"""Seconds that a reader of a crowd waits before the site counts as hanging."""
SLOWEST: Final = 10.0
"""Seconds in which whoever is let in has an answer."""
LEAVES_EVERY: Final = 3
LEAVES_AFTER: Final = 0.1
ASKS_AGAIN_AFTER: Final = 0.2


@dataclass
class Crowd:
    """What became of the readers of a site."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    slowest: dict[int, float] = field(default_factory=dict)
    left: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Right answers a second."""
        return self.statuses[200] / self.seconds

    def note(self, answer: Answer) -> None:
        self.statuses[answer.status] += 1
        slowest = self.slowest.get(answer.status, 0.0)
        self.slowest[answer.status] = max(slowest, answer.seconds)
        if answer.status == 503:
            is_unavailable(answer)
        elif answer.status != 200:
            self.wrong.append(f"{answer.address}: {answer.status}")

    def was_served(self, *, slack: float = 1.0) -> None:
        """Everybody had an answer in time, or was told in time to come again. A machine that has
        other things to do may take `slack` times as long."""
        assert self.wrong == [], (self.wrong[:5], len(self.wrong), self)
        assert self.statuses[200] > 0
        assert self.slowest[200] <= slack * SLOWEST, self
        assert self.slowest.get(503, 0.0) <= slack * bounds.PROMISE_SECONDS, self


def meet(site: Site, *, readers: int, seconds: float, seed: int) -> Crowd:
    """Lets a crowd ask for so long. One question in three is left before there is an answer."""
    return event_loop.run(_meet(site.port, readers, seconds, cycle(cold(seed))))


async def _meet(port: int, readers: int, seconds: float, addresses: Iterator[str]) -> Crowd:
    met = Crowd()
    began = time.monotonic()
    asking = (_ask(port, addresses, began + seconds, turn, met) for turn in range(readers))
    await asyncio.gather(*asking)
    met.seconds = time.monotonic() - began
    return met


async def _ask(port: int, addresses: Iterator[str], ending: float, turn: int, met: Crowd) -> None:
    """A reader who, told to come again, asks again for the same, and who leaves every third."""
    address = next(addresses)
    try:
        while time.monotonic() < ending:
            turn += 1
            if turn % LEAVES_EVERY == 0:
                await leave(port, address, LEAVES_AFTER)
                met.left += 1
                address = next(addresses)
                continue
            answer = await ask(port, address, within=PATIENCE)
            met.note(answer)
            if answer.status == 503:
                await asyncio.sleep(ASKS_AGAIN_AFTER)
            else:
                address = next(addresses)
    except (Hung, CutOff) as error:
        met.wrong.append(f"{type(error).__name__} {error}")


def each_answers(site: Site, addresses: tuple[str, ...], *, within: float) -> None:
    """Asks for addresses one after the other: the crowd has gone, and nothing is left of it."""
    for address in addresses:
        answer = site.get(address)
        assert answer.status == 200, f"{address}: {answer.status}"
        assert answer.seconds <= within, f"{address}: {answer.seconds:.2f} s"
