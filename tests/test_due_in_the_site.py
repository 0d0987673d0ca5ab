"""The site publishes by itself what an embargo held back, where it may publish at all."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from app import main
from app.config import settings
from app.domain.editing import Role
from app.editorial import workflow
from app.main import create_app
from app.reports.making import REPORT_FILES
from tests.conftest import UseDatabase
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
from tests.publishing.changing import numbers


@pytest.mark.on_both_databases
def test_what_is_due_is_published_by_the_site(seeded: Engine, use_database: UseDatabase) -> None:
    use_database(seeded.url.render_as_string(hide_password=False))
    author = account(seeded, "kari", Role.EVALUATOR)
    item = put("kramfors-2013", document("kramfors-2013") | {"total": 449})
    draft = submitted(seeded, author, created(seeded, author, item))
    later = MORNING + timedelta(hours=1)
    within(seeded, lambda s: workflow.set_dates(s, TERMINAL, draft.id, later, None))
    workflow.approve(seeded, TERMINAL, draft.id, "Feil i kilden", MORNING)
    assert numbers(seeded) == [1]
    main._publish_due()
    main._publish_due()
    assert numbers(seeded) == [2, 1]


def test_a_site_that_only_reads_does_nothing_beside_readers(
    seeded: Engine, use_database: UseDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It neither publishes what is due nor forgets what has had its time; it makes files, which are
    for readers."""
    use_database(seeded.url.render_as_string(hide_password=False))
    assert create_app().beside
    monkeypatch.setenv("READ_ONLY", "true")
    settings.cache_clear()
    assert create_app().beside == [REPORT_FILES]
