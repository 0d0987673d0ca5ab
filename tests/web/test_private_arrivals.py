"""Files and large forms on their way to the workspace: of those signed in, a few at once."""

import asyncio
from typing import Any

import pytest

from app import bounds
from tests import event_loop
from tests.web.asking import Answered
from tests.web.test_private import Slow, answer, pages
from tests.web.test_waiting import until


def test_files_come_from_those_who_are_signed_in_and_not_too_many_at_once() -> None:
    """Whoever is not admitted is answered without a word of theirs being read."""

    async def run() -> None:
        slow = Slow()
        slow.may_go.set()
        site = pages(slow)
        site.admits = lambda _scope: False
        assert (await upload(site)).status == 200
        site.admits = lambda _scope: True
        arriving = [asyncio.create_task(upload(site)) for _ in range(bounds.UPLOADS_AT_ONCE)]
        await until(lambda: site._arriving == bounds.UPLOADS_AT_ONCE)
        assert (await upload(site)).status == 503
        for one in arriving:
            one.cancel()
        await asyncio.gather(*arriving, return_exceptions=True)
        assert site._arriving == 0

    event_loop.run(run())


@pytest.mark.parametrize(
    "header", [(b"content-length", b"262145"), (b"transfer-encoding", b"chunked")]
)
def test_large_forms_come_as_files_do(header: tuple[bytes, bytes]) -> None:
    """Of those who are not admitted nothing is read; smaller ones are for whoever has a reply."""

    async def run() -> None:
        slow = Slow()
        slow.may_go.set()
        site = pages(slow)
        site.admits = lambda _scope: False
        assert (await large(site, header)).status == 200
        assert (await large(site, (b"content-length", b"262144"), b"text=a")).status == 200
        site.admits = lambda _scope: True
        arriving = [asyncio.create_task(large(site, header)) for _ in range(bounds.UPLOADS_AT_ONCE)]
        await until(lambda: site._arriving == bounds.UPLOADS_AT_ONCE)
        assert (await large(site, header)).status == 503
        assert (await large(site, (b"content-length", b"6"), b"text=a")).status == 200
        for one in arriving:
            one.cancel()
        await asyncio.gather(*arriving, return_exceptions=True)
        assert site._arriving == 0

    event_loop.run(run())


async def large(site: Any, header: tuple[bytes, bytes], body: Any = None) -> Answered:
    """Sends a form with a header that says how large it is."""

    async def elsewhere(scope: Any, receive: Any, send: Any) -> None:
        await site({**scope, "headers": [header]}, receive, send)

    return await answer(elsewhere, "POST", body)


async def upload(site: Any) -> Answered:
    """Sends a file that never arrives."""

    async def elsewhere(scope: Any, receive: Any, send: Any) -> None:
        await site({**scope, "path": "/redaksjon/filer"}, receive, send)

    return await answer(elsewhere, "POST")
