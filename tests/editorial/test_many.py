"""A draft of many evaluations is published in one release, with as few statements as for a few."""

from copy import deepcopy

import pytest
from sqlalchemy import Engine

from app.domain.editing import Actor, Role
from app.domain.municipality import Country
from app.editorial import ledger, workflow
from app.editorial.draft import DraftItem
from app.publishing.progress import Step
from app.publishing.release import Published
from tests.editorial.working import MORNING, TERMINAL, account, created, document, put, within
from tests.editorial.working import submitted as hand_in
from tests.publishing.changing import numbers, real_state
from tests.statements import count_queries


def many(count: int, year: int) -> list[DraftItem]:
    """Evaluations of a year, of as many Norwegian municipalities as are wanted; the figures are
    those of a total alone."""
    base = document("kramfors-2013")
    present = (
        m.slug
        for m in sorted(real_state().register.municipalities.values(), key=lambda m: m.slug)
        if m.country is Country.NORWAY and m.valid_to is None and m.valid_from is None
    )
    found = []
    for slug, _ in zip(present, range(count), strict=False):
        changed = deepcopy(base) | {"municipality": slug, "year": year}
        found.append(put(f"{slug}-{year}", changed))
    assert len(found) == count
    return found


@pytest.fixture
def author(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


def statements(engine: Engine, author: Actor, items: list[DraftItem]) -> int:
    """How many it takes to check a draft and make it public."""
    draft = hand_in(engine, author, created(engine, author, *items, title="Mange"))
    with count_queries(engine) as sent:
        done = workflow.approve(engine, TERMINAL, draft.id, "", MORNING)
    assert isinstance(done, Published)
    return int(sent)


def test_as_many_statements_for_many_as_for_a_few(seeded: Engine, author: Actor) -> None:
    few = statements(seeded, author, many(3, 2016))
    assert statements(seeded, author, many(60, 2017)) <= few
    assert numbers(seeded) == [3, 2, 1]


def test_progress_is_told_to_the_end(seeded: Engine, author: Actor) -> None:
    draft = hand_in(seeded, author, created(seeded, author, *many(20, 2016), title="Mange"))
    told: list[tuple[Step, int, int]] = []
    workflow.approve(seeded, TERMINAL, draft.id, "", MORNING, tell=lambda *step: told.append(step))
    for step in Step:
        last = [one for one in told if one[0] is step][-1]
        assert last[1] == last[2] > 0
    lines = within(seeded, lambda s: ledger.entries(s, draft=draft.id))
    assert [line.step for line in lines].count("published") == 20
