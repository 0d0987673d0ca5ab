"""Migrations: one at a time, whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from signal import SIGKILL

import pytest
from sqlalchemy import Engine, inspect

from app.config import ROOT
from app.database import WRITING, create
from app.publishing.turn import take_turn
from app.upkeep.causes import cause_of
from app.upkeep.migrating import upgrade
from tests import databases
from tests.databases import Backend

KILLED = """
import os, signal, sys
from sqlalchemy import event
from app.config import settings
from app.database import create
from app.upkeep.migrating import upgrade
engine = create(settings().database_url, writes=True)
left = int(sys.argv[1])
@event.listens_for(engine, "after_cursor_execute")
def count(*_rest):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
upgrade(engine)
"""
LONGEST = 120


@pytest.fixture
def bare(backend: Backend) -> Iterator[str]:
    """A database without tables."""
    url = backend.new("to_be_migrated")
    yield url
    backend.drop(url)


def outside(url: str, code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        stderr=subprocess.PIPE,
        text=True,
    )


def tables(url: str) -> set[str]:
    with databases.writing(url) as engine:
        return set(inspect(engine).get_table_names())


def test_three_at_once_all_end_well(bare: str) -> None:
    code = "from app.cli import app; app()"
    running = [outside(bare, code, "db", "upgrade") for _ in range(3)]
    ended = [(process.communicate(timeout=LONGEST)[1], process.returncode) for process in running]
    assert ended == [("", 0)] * 3
    assert {"release", "numbering", "alembic_version"} <= tables(bare)


@pytest.mark.parametrize("statements", [4, 25, 45])
def test_one_that_is_killed_leaves_nothing(bare: str, statements: int) -> None:
    process = outside(bare, KILLED, str(statements))
    process.communicate(timeout=LONGEST)
    assert process.returncode == -SIGKILL
    assert tables(bare) == set()
    with databases.writing(bare) as engine:
        assert upgrade(engine).before is None


def test_one_that_waits_too_long_says_why(empty: Engine) -> None:
    """Somebody publishes meanwhile."""
    url = empty.url.render_as_string(hide_password=False)
    impatient = create(url, purpose=replace(WRITING, lock=0.2))
    with empty.begin() as connection:
        take_turn(connection)
        with pytest.raises(Exception, match=r"(?i)lock") as raised:
            upgrade(impatient)
    impatient.dispose()
    cause = cause_of(raised.value)
    assert cause is not None
    assert cause.slug == "locked"
