"""Two hundred who publish a draft and are killed at a random moment: none is ever half public."""

import subprocess
import time
from random import Random

import pytest
from sqlalchemy import Engine

from app.domain.editing import DraftState, Role
from app.editorial import drafts, ledger, workflow
from app.publishing.documents import export_sha256
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
from tests.publishing.changing import exported, numbers, sha256s
from tests.serving.fixtures import Report

pytestmark = pytest.mark.soak

KILLS = 200
"""On each database."""


def test_drafts_survive_being_killed(seeded: Engine, report: Report) -> None:
    url = seeded.url.render_as_string(hide_password=False)
    author = account(seeded, "kari", Role.EVALUATOR)
    chance, takes, after = Random(2018), 0.0, [0, 0]
    for turn in range(KILLS + 1):
        item = put("kramfors-2013", document("kramfors-2013") | {"total": 300 + turn})
        draft = submitted(seeded, author, created(seeded, author, item))
        signed, public = sha256s(seeded), exported(seeded)
        process = approving(url, draft.id)
        began = time.monotonic()
        try:
            process.communicate(timeout=chance.uniform(0, 1.1) * takes if turn else LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        else:
            takes = max(takes, time.monotonic() - began)
        found = within(seeded, lambda s, id=draft.id: drafts.get(s, TERMINAL, id))  # type: ignore[misc]
        written = found.state is DraftState.PUBLISHED
        after[written] += 1
        if not written:
            assert (sha256s(seeded), exported(seeded)) == (signed, public), turn
            workflow.approve(seeded, TERMINAL, draft.id, "Feil i kilden", MORNING)
        newest = len(signed) + 1
        assert numbers(seeded) == [*range(newest, 0, -1)], turn
        assert export_sha256(exported(seeded)) == sha256s(seeded)[newest], turn
        within(seeded, ledger.verify)
    assert not [*verify_database(seeded)]
    report(f"{after[False]} not written, {after[True]} written whole")
    assert after[False]
