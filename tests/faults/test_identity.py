"""What is read is what the database is now: another file, a restore, a file that goes away."""

import asyncio
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from tests import event_loop
from tests.serving.addresses import KINDS, PREFIXES
from tests.serving.client import PATIENCE, Answer, ask
from tests.serving.databases import EVALUATION, file_of, publish_total, restore_in_place
from tests.serving.fixtures import Serve, on_sqlite
from tests.serving.process import Site

BUSY = 503
RECOVERY_SECONDS = 5.0
NOTICED_AFTER = 2.0
"""Seconds after which every answer comes from what the database is now."""
LANGUAGES = ("nb", "nn", "sv", "en")
FIGURES = tuple(f"/api/v1/evaluations/{EVALUATION}?lang={language}" for language in LANGUAGES)
PAGES = tuple(f"{prefix}/kommuner/kramfors/2013" for prefix in PREFIXES)
RELEASES = tuple(f"/api/v1/config?lang={language}" for language in LANGUAGES)
WATCHED = (*FIGURES, *RELEASES, *PAGES, "/readyz")


def truth(answer: Answer) -> tuple[object, ...]:
    """Which release an answer tells of, and by what it can be told from another."""
    said = answer.json()
    if answer.address in FIGURES:
        return said["release"], said["total"]["score"]
    if answer.address in RELEASES:
        return said["release"], said["release_info"]["sha256"]
    return (said["release"],)


def truths(site: Site) -> dict[str, tuple[object, ...]]:
    """What a site says at each address whose answer can be told."""
    told = site.get_each((*FIGURES, *RELEASES, "/readyz"))
    return {address: truth(answer) for address, answer in told.items()}


def become(site: Site, addresses: Sequence[str], right: Callable[[Answer], bool]) -> None:
    """Waits, for as long as a site may take to notice, until each address is right. Those who are
    told to come again do so."""
    deadline = time.monotonic() + NOTICED_AFTER
    waiting = list(addresses)
    while waiting:
        asked = time.monotonic()
        answers = site.get_all(waiting)
        wrong = [a.address for a in answers if a.status != BUSY and not right(a)]
        assert asked < deadline or not wrong, wrong
        waiting = [a.address for a in answers if not right(a)]
        assert asked < deadline + PATIENCE, waiting


def write_over(source: str, target: str) -> None:
    """As `cp` does: the file stays, and what is in it is another."""
    with open(source, "rb") as read, open(target, "r+b") as written:
        shutil.copyfileobj(read, written)
        written.truncate()


@on_sqlite
@pytest.mark.parametrize("put", [os.replace, write_over])
def test_a_file_put_in_the_place_of_another_is_noticed_under_load(
    own_url: str, other_url: str, serve: Serve, put: Callable[[str, str], None]
) -> None:
    publish_total(other_url, "441")
    publish_total(other_url, "430")
    site, other = serve(own_url), serve(other_url)
    before, after, wanted = truths(site), truths(other), other.get_each(PAGES)
    seen: list[tuple[float, Answer]] = []
    replaced = 0.0

    async def reader(ending: float) -> None:
        while time.monotonic() < ending:
            for address in WATCHED:
                asked = time.monotonic()
                seen.append((asked, await ask(site.port, address)))

    async def replace() -> None:
        nonlocal replaced
        await asyncio.sleep(1)
        put(str(file_of(other_url)), str(file_of(own_url)))
        replaced = time.monotonic()

    async def everything() -> None:
        ending = time.monotonic() + 2 * NOTICED_AFTER + 1
        await asyncio.gather(replace(), *(reader(ending) for _ in range(6)))

    event_loop.run(everything())
    statuses = Counter(answer.status for _, answer in seen)
    assert set(statuses) <= {200, BUSY}
    assert statuses[200] > statuses[BUSY]
    right = [(asked, a) for asked, a in seen if a.status == 200]
    told = [(asked, a.address, truth(a)) for asked, a in right if a.address not in PAGES]
    mixed = [(a, said) for _, a, said in told if said not in (before[a], after[a])]
    assert mixed == []
    late = [(asked, a, said) for asked, a, said in told if asked > replaced + NOTICED_AFTER]
    assert late
    assert [(f"{asked - replaced:.1f} s", a) for asked, a, said in late if said != after[a]] == []
    now = site.get_each(PAGES)
    assert [a for a in PAGES if now[a].body != wanted[a].body] == []


def test_a_restore_with_the_same_number_is_noticed(
    own_url: str, other_url: str, serve: Serve
) -> None:
    publish_total(own_url, "441")
    publish_total(other_url, "430")
    site, other = serve(own_url), serve(other_url)
    everywhere = (*FIGURES, *PAGES, *KINDS)
    wanted, before = other.get_each(everywhere), site.get_each(everywhere)
    restore_in_place(other_url, own_url)
    become(site, everywhere, lambda a: a.body == wanted[a.address].body)
    now = site.get_each(everywhere)
    assert [a for a in everywhere if now[a].body != wanted[a].body] == []
    same = [a for a in everywhere if now[a].headers["etag"] == before[a].headers["etag"]]
    assert same == []
    assert truths(site) == truths(other)


@on_sqlite
def test_a_file_that_goes_away_is_missed_alike_by_all_and_right_when_it_is_back(
    own_url: str, serve: Serve
) -> None:
    site = serve(own_url)
    site.get_each(("/",))
    file = file_of(own_url)
    aside = file.with_suffix(".aside")
    file.rename(aside)
    become(site, ("/readyz",), lambda a: a.status == BUSY)
    answers = [*site.get_all(KINDS), *(site.get(f"/en{a}") for a in KINDS if a.startswith("/k"))]
    assert {answer.status for answer in answers} in ({BUSY}, {200})
    assert not file.exists()
    aside.rename(file)
    site.becomes("/readyz", lambda a: a.status == 200, within=RECOVERY_SECONDS)
    site.get_each(KINDS)
