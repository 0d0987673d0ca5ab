"""The page of the ledger: a page of entries, and whether the chain holds."""

import pytest
from sqlalchemy import Engine, create_engine, text

from app.database import DESK_READING, database_url, engine_for, open_desk
from app.domain.editing import Actor, LedgerStep, Role
from app.editorial import ledger
from app.editorial.ledger import Happened
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import page_of
from tests.statements import count_queries

LEDGER = "/en/redaksjon/logg"
WHOLE = f"{LEDGER}?whole=true"
EDITOR = Actor(None, "Et kontor", Role.EDITOR, at_terminal=True)


@pytest.fixture
def editor(browser: Browser) -> Browser:
    browser.sign_in("editor")
    return browser


def add(count: int) -> int:
    """Adds entries; how many there are then."""
    happened = [Happened(LedgerStep.ACCOUNT, reason="added: x") for _ in range(count)]
    with open_desk(writes=True) as session:
        return ledger.append_all(session, EDITOR, happened)[-1].seq


def change(url: str, statement: str) -> None:
    """As somebody can who owns the database."""
    engine: Engine = create_engine(database_url(url))
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            for name in ("ledger_is_not_changed", "ledger_is_not_deleted"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        else:
            connection.execute(text("ALTER TABLE ledger DISABLE TRIGGER ALL"))
        connection.execute(text(statement))
    engine.dispose()


def said(browser: Browser, address: str = LEDGER) -> str:
    return page_of(address, browser.get(address)).words


def test_a_page_of_entries_is_shown_the_newest_first(editor: Browser) -> None:
    last = add(250)
    page = page_of(LEDGER, editor.get(LEDGER))
    assert f"The ledger holds: {last} entries" in page.words
    assert len(page.table("ledger-table").rows) == 100
    older = f"{LEDGER}?before={last - 99}"
    assert older in page.links()
    assert len(page_of(older, editor.get(older)).table("ledger-table").rows) == 100


@pytest.mark.on_both_databases
def test_as_many_statements_however_long_it_is(editor: Browser, desk_url: str) -> None:
    sent = []
    for _ in range(3):
        add(700)
        said(editor, WHOLE)
        add(1)
        with count_queries(engine_for(desk_url, purpose=DESK_READING)) as count:
            said(editor)
        sent.append(int(count))
    assert len(set(sent)) == 1
    assert sent[0] <= 10


def test_of_a_long_one_it_is_said_how_far_it_was_verified(
    editor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "VERIFIED_AT_ONCE", 100)
    last = add(150)
    assert f"The first 100 of {last} entries hold" in said(editor)
    assert f"The ledger holds: {last} entries" in said(editor)


@pytest.mark.on_both_databases
def test_what_was_changed_is_found_when_it_is_asked_for(editor: Browser, desk_url: str) -> None:
    last = add(30)
    assert "The ledger holds" in said(editor)
    change(desk_url, "UPDATE ledger SET office = 'Et annet kontor' WHERE seq = 9")
    page = page_of(LEDGER, editor.get(LEDGER))
    assert f"The ledger holds: {last} entries" in page.words  # it was verified before
    assert WHOLE in page.links()
    for address in (WHOLE, LEDGER):
        page = page_of(address, editor.get(address))
        assert "The ledger is broken at entry 9." in page.words
        assert len(page.table("ledger-table").rows) == 9


@pytest.mark.on_both_databases
def test_a_ledger_that_lost_its_end_says_so(editor: Browser, desk_url: str) -> None:
    last = add(5)
    with open_desk(writes=False) as session:
        [line] = ledger.entries(session, after=last - 1)
    change(desk_url, f"UPDATE release SET ledger_hash = '{line.hash}' WHERE number = 1")
    assert "The ledger holds" in said(editor)
    for cut in (f"seq = {last}", "seq > 2", "seq > 0"):
        change(desk_url, f"DELETE FROM ledger WHERE {cut}")
        for address in (LEDGER, WHOLE):
            assert "release 1 names one that is not there" in said(editor, address)
