"""A command that is killed has done nothing, and the same command does all of it afterwards."""

import signal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.commands.bringing import BY, SEEN, document, written
from tests.commands.bringing_in import LONGEST, bringing_in
from tests.publishing.changing import everything, numbers
from tests.test_cli import Run, told

pytestmark = pytest.mark.on_both_databases

MOMENTS = [
    "INSERT INTO draft",
    "INSERT INTO draft_item",
    "INSERT INTO ledger",
    "UPDATE draft",
    "INSERT INTO release",
    "INSERT INTO area_result",
    "UPDATE release",
]
"""From the first thing that is written to nearly the last."""

WHY = ("--reason", "Feil i kilden")


def killed(engine: Engine, moment: str, *arguments: str) -> None:
    """Kills the command there; nothing has been written."""
    before = everything(engine)
    process = bringing_in(engine.url.render_as_string(hide_password=False), moment, *arguments)
    process.communicate(timeout=LONGEST)
    assert process.returncode == -signal.SIGKILL
    assert everything(engine) == before


def done_once(run: Run, engine: Engine, *arguments: str) -> None:
    """Runs the command to its end: one release more, and one draft alone."""
    done = run(*arguments)
    assert done.exit_code == 0, done.stderr
    assert numbers(engine) == [2, 1]
    assert len(run("drafts").stdout.splitlines()) == 1
    assert told(run("ledger", "verify"))[0] == 0


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_import_that_is_killed_leaves_nothing_behind(
    run: Run, configured: Engine, tmp_path: Path, moment: str
) -> None:
    path = written(tmp_path, document("hemne-2018") | {"year": 2016})
    import_it = ("import", path, "--publish", *BY, *SEEN)
    killed(configured, moment, *import_it)
    done_once(run, configured, *import_it)


def test_a_withdrawal_that_is_killed_leaves_nothing_behind(run: Run, configured: Engine) -> None:
    withdraw = ("withdraw", "hemne-2018", *BY, *WHY)
    killed(configured, "INSERT INTO release", *withdraw)
    done_once(run, configured, *withdraw)


def test_an_import_that_lacks_something_leaves_nothing_behind(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    """A reason is asked for last: the draft has been made by then."""
    path = written(tmp_path, document("hemne-2018") | {"total": 434})
    before = everything(configured)
    import_it = ("import", path, "--publish", *BY, *SEEN)
    refused = run(*import_it)
    assert (refused.exit_code, everything(configured)) == (5, before), refused.stderr
    done_once(run, configured, *import_it, *WHY)
