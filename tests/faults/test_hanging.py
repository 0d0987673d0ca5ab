"""A database that hangs: it takes questions and does not answer. Who can be served, is served."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

import pytest

from app import bounds
from tests import event_loop
from tests.databases import Backend
from tests.serving.addresses import KINDS
from tests.serving.checks import is_not_ready, is_unavailable
from tests.serving.client import Answer, ask
from tests.serving.databases import black_hole, hanging, without_wal
from tests.serving.fixtures import Serve, on_postgres
from tests.serving.process import Site, at_once

KEPT = ("/", "/en/kommuner/hemne", "/api/v1/municipalities")
SOON = 0.5
"""Seconds in which a kept answer comes: ten times what is promised."""
ON_A_BUSY_MACHINE = 4 * SOON
"""Seconds for the slowest of hundreds, where the machine has other things to do."""
PROMISED = 1.5 * bounds.PROMISE_SECONDS
"""Seconds, with some more for busy machines."""
HANGS_FOR = 4.0
"""Seconds: the newest release is looked up every second meanwhile."""
RECOVERY_SECONDS = 5.0

each_hang = pytest.mark.parametrize("how", ["locked", pytest.param("frozen", marks=on_postgres)])


@contextmanager
def site_on(serve: Serve, backend: Backend, url: str) -> Iterator[Site]:
    """A site that has kept some answers."""
    if backend.kind == "sqlite":
        without_wal(url)
    site = serve(url)
    site.get_each(KEPT)
    yield site


async def ask_often(site: Site, seconds: float) -> list[Answer]:
    """Asks for what needs no database, again and again."""
    ending = time.monotonic() + seconds
    found = []
    while time.monotonic() < ending:
        found += await at_once(site.port, (*KEPT, "/healthz"))
        await asyncio.sleep(0.1)
    return found


@each_hang
def test_a_hang_is_noticed_only_by_those_who_need_the_database(
    backend: Backend, how: str, own_url: str, serve: Serve
) -> None:
    async def everything(site: Site) -> tuple[list[Answer], list[Answer], Answer]:
        return await asyncio.gather(
            ask_often(site, HANGS_FOR), at_once(site.port, KINDS), ask(site.port, "/readyz")
        )

    with site_on(serve, backend, own_url) as site:
        with hanging(backend, own_url, how):
            kept, cold, ready = event_loop.run(everything(site))
        assert {answer.status for answer in kept} == {200}
        seconds = [answer.seconds for answer in kept]
        assert median(seconds) <= SOON
        assert max(seconds) <= ON_A_BUSY_MACHINE
        assert len(cold) == 20
        for answer in cold:
            is_unavailable(answer)
        assert max(answer.seconds for answer in cold) <= PROMISED
        is_not_ready(ready)
        assert ready.seconds <= PROMISED
        site.becomes(KINDS[0], lambda a: a.status == 200, within=RECOVERY_SECONDS)
        site.becomes("/readyz", lambda a: a.status == 200, within=RECOVERY_SECONDS)


@each_hang
def test_the_workspace_is_told_of_a_hang_as_soon(
    backend: Backend, how: str, own_url: str, serve: Serve
) -> None:
    """Whoever brings a session, whether it is one or not: it has to be looked up. At first, what is
    not locked itself may still answer; then nothing is asked any more."""

    async def knock(site: Site) -> list[Answer]:
        cookie = {"Cookie": f"__Host-kompass-sesjon={'0' * 64}"}
        paths = ("/redaksjon/kontoer", "/en/redaksjon/kontoer", "/redaksjon/logg-inn")
        return await asyncio.gather(*(ask(site.port, path, headers=cookie) for path in paths))

    async def at_first_and_then(site: Site) -> tuple[list[Answer], list[Answer]]:
        first = await knock(site)
        await ask_often(site, HANGS_FOR)
        return first, await knock(site)

    with site_on(serve, backend, own_url) as site:
        with hanging(backend, own_url, how):
            first, then = event_loop.run(at_first_and_then(site))
        assert max(answer.seconds for answer in (*first, *then)) <= PROMISED
        assert {answer.status for answer in first} <= {200, 303, 503}
        for answer in then:
            is_unavailable(answer)
            assert "access-control-allow-origin" not in answer.headers
        site.becomes("/redaksjon/logg-inn", lambda a: a.status == 200, within=RECOVERY_SECONDS)


@each_hang
def test_a_site_whose_database_hangs_ends_when_told(
    backend: Backend, how: str, own_url: str, serve: Serve
) -> None:
    async def leave_some(site: Site) -> None:
        await asyncio.gather(
            *(ask(site.port, a, within=0.5) for a in KINDS[:8]), return_exceptions=True
        )

    with site_on(serve, backend, own_url) as site, hanging(backend, own_url, how):
        event_loop.run(leave_some(site))
        site.end(within=bounds.SHUTDOWN_SECONDS + 5)


def test_a_database_that_never_says_a_word(serve: Serve) -> None:
    with black_hole() as url:
        site = serve(url)
        asked = ("/healthz", "/readyz", "/", "/api/v1/municipalities", "/en/data")
        well, ready, *others = site.get_all(asked)
        assert (well.status, well.seconds <= ON_A_BUSY_MACHINE) == (200, True)
        is_not_ready(ready)
        for answer in others:
            is_unavailable(answer)
        assert max(a.seconds for a in (ready, *others)) <= PROMISED
        site.end(within=bounds.SHUTDOWN_SECONDS + 5)
