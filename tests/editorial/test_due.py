"""What an embargo holds back becomes public by the clock, once, or says why it could not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, update
from sqlmodel import col

from app.database import session_factory
from app.domain.editing import Actor, DraftState, Role
from app.editorial import drafts, ledger, workflow
from app.editorial.draft import Draft, DraftItem, NotAllowed
from app.editorial.due import due, publish_due
from app.editorial.workflow import Scheduled
from app.models.editorial import DraftItemRow
from app.queries.reading import open_reading
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

KRAMFORS = "kramfors-2013"
NOON = MORNING + timedelta(hours=4)
LONGEST = 60


@pytest.fixture
def author(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


def scheduled(engine: Engine, author: Actor, editor: Actor, *items: DraftItem) -> Draft:
    """A draft that is approved and waits for noon."""
    draft = submitted(engine, author, created(engine, author, *items))
    within(engine, lambda s: workflow.set_dates(s, editor, draft.id, NOON, None, MORNING))
    found = workflow.approve(engine, editor, draft.id, "Feil i kilden", MORNING)
    assert found == Scheduled(draft.id, NOON)
    return draft


def with_total(id: str, total: int) -> DraftItem:
    return put(id, document(id) | {"total": total})


def state_of(engine: Engine, draft: Draft) -> Draft:
    return within(engine, lambda s: drafts.get(s, TERMINAL, draft.id))


def test_nothing_is_public_before_its_time_and_then_it_is(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    before = exported(seeded)
    draft = scheduled(seeded, author, editor, with_total(KRAMFORS, 449))
    assert publish_due(seeded, NOON - timedelta(seconds=1)) == []
    assert exported(seeded) == before
    (published,) = publish_due(seeded, NOON)
    assert published.release is not None
    assert (published.release.number, published.release.published_at) == (2, NOON)
    assert publish_due(seeded, NOON + timedelta(hours=1)) == []
    found = state_of(seeded, draft)
    assert (found.state, found.release) == (DraftState.PUBLISHED, 2)


def test_the_clock_publishes_in_the_name_of_whoever_approved(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = scheduled(seeded, author, editor, with_total(KRAMFORS, 449))
    publish_due(seeded, NOON)
    lines = within(seeded, lambda s: ledger.entries(s, draft=draft.id))
    assert [line.step for line in lines] == [
        "created",
        "submitted",
        "dated",
        "scheduled",
        "approved",
        "corrected",
    ]
    assert (lines[-1].account, lines[-1].office, lines[-1].at, lines[-1].reason) == (
        editor.account,
        editor.office,
        NOON,
        "Feil i kilden",
    )


def test_a_draft_that_is_sent_back_is_not_published(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = scheduled(seeded, author, editor, with_total(KRAMFORS, 449))
    within(seeded, lambda s: workflow.send_back(s, editor, draft.id, "Vent", MORNING))
    assert publish_due(seeded, NOON) == []
    assert numbers(seeded) == [1]


def test_what_can_no_longer_be_published_goes_back_and_the_others_are_published(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    held = scheduled(seeded, author, editor, with_total(KRAMFORS, 449))
    other = scheduled(seeded, author, editor, with_total("ovre-eiker-2015", 379))
    meanwhile = submitted(seeded, author, created(seeded, author, with_total(KRAMFORS, 450)))
    workflow.approve(seeded, editor, meanwhile.id, "Feil i kilden", MORNING)
    (published,) = publish_due(seeded, NOON)
    assert published.release is not None
    assert state_of(seeded, other).release == published.release.number
    back = state_of(seeded, held)
    assert back.state is DraftState.IN_REVIEW
    assert back.comments[-1].step == "held-back"
    assert "kramfors-2013" in back.comments[-1].text
    assert publish_due(seeded, NOON) == []


def test_a_draft_that_nothing_can_be_made_of_stops_no_other(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    """Somebody has written into the tables by hand: it is no evaluation at all any more."""
    broken = scheduled(seeded, author, editor, with_total(KRAMFORS, 449))
    other = scheduled(seeded, author, editor, with_total("ovre-eiker-2015", 379))
    with seeded.begin() as connection:
        connection.execute(
            update(DraftItemRow)
            .where(col(DraftItemRow.draft_id) == broken.id)
            .values(kind="unheard-of", document={"areas": 7})
        )
    (published,) = publish_due(seeded, NOON)
    assert published.release is not None
    assert state_of(seeded, other).release == published.release.number
    assert state_of(seeded, broken).state is DraftState.IN_REVIEW


def test_several_processes_publish_each_draft_once(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    for id, total in ((KRAMFORS, 449), ("ovre-eiker-2015", 379)):
        scheduled(seeded, author, editor, with_total(id, total))
    barrier = Barrier(3, timeout=LONGEST)

    def look() -> int:
        barrier.wait()
        return len(publish_due(seeded, NOON))

    with ThreadPoolExecutor(3) as pool:
        found = [pool.submit(look) for _ in range(3)]
    assert sum(one.result(timeout=LONGEST) for one in found) == 2
    assert numbers(seeded) == [3, 2, 1]
    assert within(seeded, ledger.verify) > 0


def test_a_look_where_nothing_is_due_is_one_statement(seeded: Engine) -> None:
    with session_factory(seeded)() as session:
        assert due(session, NOON) == ()
        assert open_reading(session).release.number == 1


def test_nobody_approves_before_the_municipality_has_had_its_time(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = submitted(seeded, author, created(seeded, author, with_total(KRAMFORS, 449)))
    within(seeded, lambda s: workflow.set_dates(s, editor, draft.id, None, NOON, MORNING))
    with pytest.raises(NotAllowed):
        workflow.approve(seeded, editor, draft.id, "Feil i kilden", MORNING)
    workflow.approve(seeded, editor, draft.id, "Feil i kilden", NOON)
    assert numbers(seeded) == [2, 1]
