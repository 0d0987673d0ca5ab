"""Two who publish at once: both do, one after the other, or one is told; nothing is ever mixed."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine

from app.config import ROOT
from app.database import create
from app.domain.editing import Actor, DraftState, Role
from app.editorial import drafts, ledger, workflow
from app.editorial.draft import Draft, DraftConflict
from app.publishing.release import Published
from app.upkeep.verifying import verify_database
from tests.editorial.working import (
    MORNING,
    TERMINAL,
    account,
    created,
    document,
    put,
    submitted,
    within,
)
from tests.publishing.changing import exported, numbers

LONGEST = 60
KRAMFORS, EIKER = "kramfors-2013", "ovre-eiker-2015"


def ready(engine: Engine, author: Actor, id: str, total: int) -> Draft:
    item = put(id, document(id) | {"total": total})
    return submitted(engine, author, created(engine, author, item))


def at_once(*doers: Callable[[], object]) -> list[object]:
    """What each came to: an answer, or the error that it was told."""
    barrier = Barrier(len(doers), timeout=LONGEST)

    def run(do: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return do()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(doers)) as pool:
        running = [pool.submit(run, do) for do in doers]
        return [future.result(timeout=LONGEST) for future in running]


@pytest.fixture
def people(seeded: Engine) -> tuple[Actor, Actor, Actor]:
    return (
        account(seeded, "kari", Role.EVALUATOR),
        account(seeded, "ola", Role.EDITOR),
        account(seeded, "liv", Role.EDITOR),
    )


def approving(engine: Engine, actor: Actor, draft: Draft) -> Callable[[], object]:
    return lambda: workflow.approve(engine, actor, draft.id, "Feil i kilden", MORNING)


def test_two_who_publish_different_records_both_do(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author, first, second = people
    one, other = ready(seeded, author, KRAMFORS, 449), ready(seeded, author, EIKER, 379)
    found = at_once(approving(seeded, first, one), approving(seeded, second, other))
    releases = [done.release for done in found if isinstance(done, Published)]
    assert {release.number for release in releases if release} == {2, 3}
    between = exported(seeded, 2)
    assert ('"score":449.0' in between) != ('"score":379.0' in between)
    assert not [*verify_database(seeded)]


def test_two_who_publish_the_same_record_are_one_who_does_and_one_who_is_told(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author, first, second = people
    one, other = ready(seeded, author, KRAMFORS, 449), ready(seeded, author, KRAMFORS, 450)
    found = at_once(approving(seeded, first, one), approving(seeded, second, other))
    assert {type(done) for done in found} == {Published, DraftConflict}
    assert numbers(seeded) == [2, 1]
    assert not [*verify_database(seeded)]


def test_two_who_approve_the_same_draft_publish_it_once(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author, first, second = people
    draft = ready(seeded, author, KRAMFORS, 449)
    found = at_once(approving(seeded, first, draft), approving(seeded, second, draft))
    assert sum(isinstance(done, Published) for done in found) == 1
    assert numbers(seeded) == [2, 1]


def test_two_who_save_at_once_are_one_who_does_and_one_who_is_told(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author, editor, _ = people
    draft = created(seeded, author, put(KRAMFORS, document(KRAMFORS)))

    def saving(actor: Actor, total: int) -> Callable[[], object]:
        changed = document(KRAMFORS) | {"total": total}
        return lambda: within(
            seeded, lambda s: drafts.save_item(s, actor, draft.id, 1, changed, draft.version)
        )

    found = at_once(saving(author, 449), saving(editor, 450))
    assert {type(done) for done in found} == {Draft, DraftConflict}
    kept = within(seeded, lambda s: drafts.get(s, TERMINAL, draft.id))
    (saved,) = (done for done in found if isinstance(done, Draft))
    assert kept.items == saved.items


def test_many_steps_at_once_leave_a_whole_ledger(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author = people[0]

    def making() -> object:
        return created(seeded, author, put(KRAMFORS, document(KRAMFORS)))

    found = at_once(*[making] * 6)
    assert all(isinstance(done, Draft) for done in found), found
    assert within(seeded, ledger.verify) == 6


APPROVING = """
import sys
from app.database import create
from app.editorial import workflow
from tests.editorial.working import MORNING, TERMINAL
try:
    workflow.approve(create(sys.argv[1], writes=True), TERMINAL, int(sys.argv[2]), "Feil", MORNING)
except Exception as error:
    print(type(error).__name__)
else:
    print("Published")
"""


def test_two_processes_that_publish_at_once(
    seeded: Engine, people: tuple[Actor, Actor, Actor]
) -> None:
    author = people[0]
    ids = [ready(seeded, author, KRAMFORS, total).id for total in (449, 450)]
    url = seeded.url.render_as_string(hide_password=False)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", APPROVING, url, str(id)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for id in ids
    ]
    said = sorted(process.communicate(timeout=LONGEST)[0].strip() for process in running)
    assert said == ["DraftConflict", "Published"]
    assert numbers(seeded) == [2, 1]
    listed = within(seeded, lambda s: drafts.listed(s, TERMINAL))
    assert {draft.state for draft in listed} == {DraftState.PUBLISHED, DraftState.IN_REVIEW}
    other = create(url)
    assert not [*verify_database(other)]
    other.dispose()
