"""`kompass ledger verify`: what was changed, taken away or cut off is found, and where."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests.commands.bringing import BY, NEW, SEEN, answer, written
from tests.test_cli import Run, told

pytestmark = pytest.mark.on_both_databases


def test_a_ledger_that_was_changed_is_1_and_says_where(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    assert run("import", written(tmp_path, NEW), "--publish", *BY, *SEEN).exit_code == 0
    assert told(run("ledger", "verify"))[0] == 0
    rewritten(configured)
    broken = run("ledger", "verify", "--json")
    assert broken.exit_code == 1
    assert answer(broken.stdout)["broken_at"] == 2


def test_a_hash_that_was_noted_shows_what_was_cut_off_since_the_last_release(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    assert run("import", written(tmp_path, NEW), "--publish", *BY, *SEEN).exit_code == 0
    draft = answer(run("withdraw", "hemne-2018", "--draft", *BY, "--json").stdout)
    assert draft["ok"] is True
    whole = answer(run("ledger", "verify", "--json").stdout)
    noted = whole["last_hash"]
    assert told(run("ledger", "verify", "--holds", noted))[0] == 0
    assert noted in told(run("ledger", "verify"))[1]
    rewritten(configured, f"DELETE FROM ledger WHERE seq = {whole['entries']}")
    assert told(run("ledger", "verify"))[0] == 0  # no release tells of it
    broken = run("ledger", "verify", "--holds", noted, "--json")
    assert (broken.exit_code, answer(broken.stdout)["broken_at"]) == (1, whole["entries"])


def test_a_ledger_that_is_shorter_than_its_release_is_1(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    assert run("import", written(tmp_path, NEW), "--publish", *BY, *SEEN).exit_code == 0
    rewritten(configured, "DELETE FROM ledger")
    code, _, error = told(run("ledger", "verify"))
    assert (code, "release 2 names an entry that is not there" in error) == (1, True)


CHANGED = "UPDATE ledger SET office = 'Nobody' WHERE seq = 2"


def rewritten(engine: Engine, statement: str = CHANGED) -> None:
    """Somebody who owns the database takes its guards away and changes an entry."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            for (name,) in connection.execute(
                text("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            ).all():
                connection.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            connection.execute(text("ALTER TABLE ledger DISABLE TRIGGER USER"))
        connection.execute(text(statement))
