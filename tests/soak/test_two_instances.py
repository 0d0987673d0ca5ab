"""Two instances on one database, readers at both, and something published all the while."""

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, cycle
from statistics import fmean

import pytest

from tests import event_loop
from tests.serving.addresses import KINDS, cold
from tests.serving.client import Answer, CutOff, Hung, ask
from tests.serving.databases import EVALUATION, publish_total
from tests.serving.fixtures import Report, Serve, on_postgres
from tests.serving.process import Site

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SOAK_SECONDS", "600"))
PUBLISHED_EVERY = 10.0
SEEN_AFTER = 2.0
"""Seconds after which a release is what every instance answers from."""
READERS = 4
"""At each instance."""
MAY_GROW = 40.0
"""Megabytes by which the last quarter may be above the second, when the store has been full."""
FIGURE = f"/api/v1/evaluations/{EVALUATION}"
FIGURES = tuple(f"{FIGURE}?lang={language}" for language in ("nb", "nn", "sv", "en"))


@dataclass
class Seen:
    """What was published, and what readers were told."""

    totals: dict[int, float] = field(default_factory=lambda: {1: 448.0})
    public_at: dict[int, float] = field(default_factory=lambda: {1: 0.0})
    told: list[tuple[float, int, float]] = field(default_factory=list)
    """When it was asked, the release and the total in the answer."""
    answers: int = 0
    wrong: list[str] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def note(self, asked: float, answer: Answer) -> None:
        self.answers += 1
        if answer.status != 200:
            self.wrong.append(f"{answer.address}: {answer.status}")
        elif answer.address in FIGURES:
            said = answer.json()
            self.told.append((asked, said["release"], said["total"]["score"]))

    def newest_at(self, moment: float) -> int:
        """The release that everybody has to have noticed by then."""
        return max(n for n, since in self.public_at.items() if since + SEEN_AFTER <= moment)


async def publish_often(url: str, ending: float, seen: Seen) -> None:
    for number in range(1, 10_000):
        await asyncio.sleep(PUBLISHED_EVERY)
        if time.monotonic() >= ending:
            return
        total = 300 + number % 400
        published = await asyncio.to_thread(publish_total, url, str(total))
        assert published.release is not None
        seen.totals[published.release.number] = float(total)
        seen.public_at[published.release.number] = time.monotonic()


async def read(site: Site, addresses: Iterator[str], ending: float, seen: Seen) -> None:
    while time.monotonic() < ending:
        address, asked = next(addresses), time.monotonic()
        try:
            seen.note(asked, await ask(site.port, address))
        except (Hung, CutOff) as error:
            seen.wrong.append(f"{type(error).__name__} {error}")


async def weigh(sites: list[Site], ending: float, seen: Seen) -> None:
    while time.monotonic() < ending:
        seen.megabytes.append(sum(site.memory() for site in sites))
        await asyncio.sleep(min(5.0, SECONDS / 40))


@on_postgres
def test_every_answer_is_of_one_release(own_url: str, serve: Serve, report: Report) -> None:
    sites = [serve(own_url), serve(own_url)]
    seen = Seen()

    async def everything() -> None:
        ending = time.monotonic() + SECONDS
        others = cold(3)
        mixed = (
            cycle(chain.from_iterable(zip(FIGURES * 9_999, others, cycle(KINDS), strict=False)))
            for _ in range(2 * READERS)
        )
        readers = [
            read(sites[number % 2], found, ending, seen) for number, found in enumerate(mixed)
        ]
        await asyncio.gather(
            publish_often(own_url, ending, seen), weigh(sites, ending, seen), *readers
        )

    event_loop.run(everything())
    report(f"{seen.answers} answers, {len(seen.totals)} releases, {seen.megabytes} MB")
    assert seen.wrong == []
    assert len(seen.totals) > 1
    assert [told for told in seen.told if seen.totals[told[1]] != told[2]] == []
    late = [(asked, n) for asked, n, _ in seen.told if n < seen.newest_at(asked)]
    assert late == []
    for site in sites:
        for number, total in seen.totals.items():
            frozen = site.get(f"{FIGURE}?release={number}").json()
            assert (frozen["release"], frozen["total"]["score"]) == (number, total)
    quarter = len(seen.megabytes) // 4
    second, last = seen.megabytes[quarter : 2 * quarter], seen.megabytes[-quarter:]
    assert fmean(last) - fmean(second) <= MAY_GROW, seen.megabytes
