"""Clients who send too much, or nothing at all."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from app import bounds
from tests import event_loop
from tests.serving.client import Answer, CutOff, ask, connected
from tests.serving.fixtures import Serve, on_sqlite
from tests.serving.process import Site

pytestmark = pytest.mark.soak

GREEDY, MEGABYTES = 110, 2
SILENT, DESCRIPTORS = 300, 256
MAY_GROW = 40
"""Megabytes."""


@on_sqlite
def test_huge_headers_are_refused_and_not_kept(own_url: str, serve: Serve) -> None:
    site = serve(own_url)
    assert site.get("/").status == 200
    before = site.memory()

    async def send(number: int) -> Answer | None:
        huge = f"gzip;q=0.{number}" + "," * MEGABYTES * 1_000_000
        try:
            return await ask(site.port, "/healthz", headers={"Accept-Encoding": huge})
        except CutOff:  # the answer was overtaken by the end of the connection
            return None

    async def send_all() -> list[Answer | None]:
        return [await send(number) for number in range(GREEDY)]

    answers = event_loop.run(send_all())
    assert {answer.status for answer in answers if answer} == {431}
    assert site.memory() - before <= MAY_GROW
    assert site.get("/").status == 200


@on_sqlite
def test_those_who_say_nothing_keep_nobody_out(own_url: str, serve: Serve) -> None:
    site = serve(own_url, descriptors=DESCRIPTORS)
    assert site.get("/").status == 200
    event_loop.run(_among_the_silent(site))


async def _among_the_silent(site: Site) -> None:
    async with AsyncExitStack() as open_connections:
        for _ in range(SILENT):
            await open_connections.enter_async_context(connected(site.port))
        # Those who came first are sent away in so long, and make room.
        await _served_within(site, bounds.HEADER_SECONDS + bounds.PROMISE_SECONDS)
        for address in ("/healthz", "/", "/en/kommuner/hemne"):
            assert (await ask(site.port, address)).status == 200


async def _served_within(site: Site, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while True:
            try:
                if (await ask(site.port, "/healthz")).status == 200:
                    return
            except CutOff:
                await asyncio.sleep(0.1)
