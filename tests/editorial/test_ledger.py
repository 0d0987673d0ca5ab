"""The ledger in the database: it refuses to be changed, and shows where it was changed by force."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from app.database import create, session_factory
from app.domain.editing import Actor, LedgerStep, Role
from app.domain.ledger import LedgerBroken
from app.editorial import ledger
from app.editorial.ledger import Happened
from app.upkeep.backing_up import back_up
from app.upkeep.restoring import restore
from app.upkeep.verifying import verify_database
from tests.editorial.working import account, within

COUNT = 1_203
"""More than are read at once, twice over."""


@pytest.fixture
def written(seeded: Engine) -> Engine:
    """A database with lines in its ledger."""
    actor = account(seeded, "kari", Role.EDITOR)
    happened = [Happened(LedgerStep.PUBLISHED, key=f"hemne-{n}") for n in range(COUNT)]
    within(seeded, lambda session: ledger.append_all(session, actor, happened))
    return seeded


def count(engine: Engine) -> int:
    return within(engine, ledger.verify)


def by_force(engine: Engine, statement: str) -> None:
    """Does to the ledger what its triggers refuse, as somebody could who owns the database."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            for name in ("ledger_is_not_changed", "ledger_is_not_deleted"):
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("ALTER TABLE ledger DISABLE TRIGGER ALL"))
        connection.execute(text(statement))


REFUSED = [
    "UPDATE ledger SET reason = 'Noe annet' WHERE seq = 5",
    "DELETE FROM ledger WHERE seq = 5",
    "DELETE FROM ledger",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_to_change_a_line(written: Engine, statement: str) -> None:
    with pytest.raises(IntegrityError, match="only ever added to"), written.begin() as connection:
        connection.execute(text(statement))
    assert count(written) == COUNT


@pytest.mark.only_on("postgres")
def test_the_database_refuses_to_empty_it(written: Engine) -> None:
    with pytest.raises(IntegrityError, match="only ever added to"), written.begin() as connection:
        connection.execute(text("TRUNCATE ledger"))


@pytest.mark.parametrize(
    "statement,first",
    [
        ("UPDATE ledger SET reason = 'Noe annet' WHERE seq = 700", 700),
        ("UPDATE ledger SET office = 'Et annet kontor' WHERE seq = 1", 1),
        ("UPDATE ledger SET public = true WHERE seq = 1203", 1203),
        ("UPDATE ledger SET account_id = NULL WHERE seq = 500", 500),
        ("DELETE FROM ledger WHERE seq = 501", 501),
        ("DELETE FROM ledger WHERE seq < 3", 1),
    ],
)
def test_a_line_changed_by_force_is_found(written: Engine, statement: str, first: int) -> None:
    by_force(written, statement)
    with pytest.raises(LedgerBroken) as broken:
        count(written)
    assert broken.value.seq == first
    assert any(f"broken at entry {first}" in fault for fault in verify_database(written))


def test_a_backup_holds_the_ledger_and_puts_it_back_in_the_place_of_another(
    written: Engine, empty: Engine, tmp_path: Path
) -> None:
    file = back_up(written, tmp_path / "kept.zip").file
    within(written, lambda s: ledger.append(s, _TERMINAL, LedgerStep.ACCOUNT, reason="Senere"))
    for engine in (written, empty):
        restore(engine, file, replace=True)
        assert count(engine) == COUNT
        assert not [*verify_database(engine)]
        with pytest.raises(IntegrityError, match="only ever added"), engine.begin() as connection:
            connection.execute(text("DELETE FROM ledger WHERE seq = 5"))
        within(engine, lambda s: ledger.append(s, _TERMINAL, LedgerStep.ACCOUNT))
        assert count(engine) == COUNT + 1


def test_a_backup_of_one_database_holds_in_the_other(written: Engine, tmp_path: Path) -> None:
    """The chain is the same on SQLite: nothing of an entry hangs on how a database keeps it."""
    file = back_up(written, tmp_path / "kept.zip").file
    other = create(f"sqlite:///{tmp_path / 'other.db'}", writes=True)
    restore(other, file)
    with session_factory(other)() as session:
        assert ledger.verify(session) == COUNT
    other.dispose()


_TERMINAL = Actor(None, "Kommandolinjen", Role.EDITOR, at_terminal=True)
