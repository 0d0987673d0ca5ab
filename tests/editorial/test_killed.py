"""Whoever publishes is killed: the old release stays whole, and publishing it again works."""

import signal

import pytest
from sqlalchemy import Engine

from app.domain.editing import Role
from app.editorial import ledger, workflow
from app.publishing.release import Published
from app.upkeep.verifying import verify_database
from tests.editorial.approving import LONGEST, approving
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
from tests.publishing.changing import everything, numbers

MOMENTS = [
    "INSERT INTO release",
    "UPDATE evaluation",
    "INSERT INTO area_result",
    "UPDATE release",
    "UPDATE draft",
    "INSERT INTO ledger",
]
"""From the first thing that is written to the last."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_draft_that_is_killed_while_it_becomes_public(seeded: Engine, moment: str) -> None:
    author = account(seeded, "kari", Role.EVALUATOR)
    item = put("kramfors-2013", document("kramfors-2013") | {"total": 449})
    draft = submitted(seeded, author, created(seeded, author, item))
    before = everything(seeded)
    process = approving(seeded.url.render_as_string(hide_password=False), draft.id, moment)
    said, _ = process.communicate(timeout=LONGEST)
    assert (process.returncode, said) == (-signal.SIGKILL, "")
    assert everything(seeded) == before
    assert isinstance(
        workflow.approve(seeded, TERMINAL, draft.id, "Feil i kilden", MORNING), Published
    )
    assert numbers(seeded) == [2, 1]
    assert within(seeded, ledger.verify) == 4
    assert not [*verify_database(seeded)]
