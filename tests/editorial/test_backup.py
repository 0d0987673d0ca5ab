"""What is not public is backed up as well, and comes back as it was: drafts, files, accounts."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select
from sqlmodel import col

from app.database import create
from app.domain.editing import Role
from app.editorial import drafts
from app.models.editorial import UploadRow
from app.upkeep.backing_up import back_up
from app.upkeep.restoring import restore
from tests.editorial.working import MORNING, TERMINAL, account, created, document, put, within
from tests.publishing.changing import everything

CONTENTS = [b"", b"a;b\r\n\xe5;1", bytes(range(256)) * 40]


@pytest.fixture
def worked_in(seeded: Engine) -> Engine:
    """A database with an account, a draft and files."""
    actor = account(seeded, "kari", Role.EVALUATOR)
    draft = created(seeded, actor, put("hemne-2018", document("hemne-2018")))
    rows = [
        {
            "account_id": actor.account,
            "name": "Skår.csv",
            "content": content,
            "answers": {"år": "2018"},
            "draft_id": draft.id,
            "created_at": MORNING,
        }
        for content in CONTENTS
    ]
    within(seeded, lambda session: session.execute(insert(UploadRow), rows))
    return seeded


def test_all_of_it_comes_back_in_the_same_database_and_in_another(
    worked_in: Engine, empty: Engine, tmp_path: Path
) -> None:
    before = everything(worked_in)
    file = back_up(worked_in, tmp_path / "kept.zip").file
    for engine in (worked_in, empty):
        restore(engine, file, replace=True)
        assert everything(engine) == before
    other = create(f"sqlite:///{tmp_path / 'other.db'}", writes=True)
    restore(other, file)
    contents = select(col(UploadRow.content)).order_by(col(UploadRow.id))
    with other.connect() as connection:
        assert [*connection.scalars(contents)] == CONTENTS
    (draft,) = within(other, lambda s: drafts.listed(s, TERMINAL))
    kept = within(other, lambda s: drafts.get(s, TERMINAL, draft.id))
    assert kept.items[0].document == document("hemne-2018")
    other.dispose()
