"""A ledger that is shorter than the newest release says, and one that is verified in parts."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from app.domain.editing import Actor, LedgerStep, Role
from app.domain.ledger import LedgerBroken
from app.editorial import drafts, ledger
from app.editorial.ledger import Happened
from app.upkeep.verifying import verify_database
from tests.editorial.test_ledger import by_force
from tests.editorial.working import account, created, document, published, put, within
from tests.statements import count_queries

HEMNE = "hemne-2018"


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


@pytest.fixture
def published_once(seeded: Engine, editor: Actor) -> Engine:
    """A database where something was corrected, and then withdrawn: releases 2 and 3."""
    author = account(seeded, "kari", Role.EDITOR)
    changed = document(HEMNE) | {"gold_stars": []}
    published(seeded, author, editor, created(seeded, author, put(HEMNE, changed)), "Feil stjerne")
    withdrawal = within(seeded, lambda s: drafts.withdraw(s, author, HEMNE))
    published(seeded, author, editor, withdrawal, "Gjaldt en annen kommune")
    return seeded


def add(engine: Engine, actor: Actor, count: int = 1) -> None:
    happened = [Happened(LedgerStep.CREATED, key=f"hemne-{n}") for n in range(count)]
    within(engine, lambda session: ledger.append_all(session, actor, happened))


def verify_on(engine: Engine) -> int:
    return within(engine, ledger.verify_on).seq


def verify(engine: Engine) -> int:
    return within(engine, ledger.verify)


def lines_of(engine: Engine) -> int:
    return within(engine, ledger.last_seq)


def newest_release_ends_at(engine: Engine) -> int:
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT max(seq) FROM ledger WHERE release IS NOT NULL"))
        return int(found or 0)


CUT = {
    "one": "seq > {last} - 1",
    "many": "seq > 2",
    "all": "seq > 0",
    "what was done with the newest release": "release = 3",
}


@pytest.mark.parametrize("how", CUT)
@pytest.mark.parametrize("way", [verify, verify_on])
def test_entries_cut_off_at_the_end_are_missed(
    published_once: Engine, how: str, way: Callable[[Engine], int]
) -> None:
    last = newest_release_ends_at(published_once)
    assert last == lines_of(published_once)
    assert way(published_once) == last
    by_force(published_once, f"DELETE FROM ledger WHERE {CUT[how].format(last=last)}")
    left = lines_of(published_once)
    with pytest.raises(LedgerBroken, match="release 3 names an entry that is not there") as broken:
        way(published_once)
    assert broken.value.seq == left + 1
    assert any("release 3" in fault for fault in verify_database(published_once))


def test_who_goes_on_after_a_cut_does_not_hide_it(published_once: Engine, editor: Actor) -> None:
    assert verify_on(published_once) == lines_of(published_once)
    by_force(published_once, "DELETE FROM ledger WHERE seq > 3")
    add(published_once, editor, 40)
    for way in (verify, verify_on):
        with pytest.raises(LedgerBroken, match="release 3"):
            way(published_once)


def test_a_release_of_files_names_none_and_hides_none(published_once: Engine) -> None:
    """The newest one that names an entry counts, whatever was published from files since."""
    with published_once.begin() as connection:
        connection.execute(text("UPDATE release SET ledger_hash = NULL WHERE number = 3"))
    assert verify(published_once) == lines_of(published_once)
    by_force(published_once, "DELETE FROM ledger WHERE seq > 2")
    with pytest.raises(LedgerBroken, match="release 2"):
        verify(published_once)


def test_a_ledger_of_no_release_holds(seeded: Engine, editor: Actor) -> None:
    assert verify(seeded) == verify_on(seeded) == 0
    add(seeded, editor, 3)
    assert verify(seeded) == verify_on(seeded) == 3


def test_a_long_ledger_is_verified_in_parts(
    published_once: Engine, editor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "VERIFIED_AT_ONCE", 100)
    add(published_once, editor, 250)
    count = lines_of(published_once)
    assert [verify_on(published_once) for _ in range(4)] == [100, 199, count, count]


def test_as_many_statements_however_long_it_is(seeded: Engine, editor: Actor) -> None:
    """Of what was verified before, one line is read again."""
    sent = []
    for _ in range(3):
        add(seeded, editor, 700)
        verify(seeded)
        add(seeded, editor)
        with count_queries(seeded) as count:
            verify_on(seeded)
        sent.append(int(count))
    assert sent == [2, 2, 2]


def test_of_a_long_one_that_nobody_verified_some_slices_are_read(
    seeded: Engine, editor: Actor
) -> None:
    add(seeded, editor, 3 * ledger.VERIFIED_AT_ONCE)
    with count_queries(seeded) as count:
        assert verify_on(seeded) == ledger.VERIFIED_AT_ONCE
    assert int(count) == 1 + ledger.VERIFIED_AT_ONCE // 500


SAID_OTHERWISE = "UPDATE ledger SET office = 'Et annet kontor' WHERE seq = "


def test_an_earlier_entry_that_was_changed_is_found_when_it_is_asked_for(
    seeded: Engine, editor: Actor
) -> None:
    add(seeded, editor, 30)
    assert verify_on(seeded) == 30
    by_force(seeded, f"{SAID_OTHERWISE} 7")
    assert verify_on(seeded) == 30  # it was verified before
    for _ in range(2):
        with pytest.raises(LedgerBroken) as broken:
            verify(seeded)
        assert broken.value.seq == 7
    with pytest.raises(LedgerBroken) as again:  # and it is not forgotten that it was found
        verify_on(seeded)
    assert again.value.seq == 7


@pytest.mark.parametrize("seq", [20, 21, 25])
def test_an_entry_changed_where_it_goes_on_is_found(
    seeded: Engine, editor: Actor, seq: int
) -> None:
    add(seeded, editor, 20)
    assert verify_on(seeded) == 20
    add(seeded, editor, 10)
    by_force(seeded, f"{SAID_OTHERWISE} {seq}")
    for _ in range(2):
        with pytest.raises(LedgerBroken) as broken:
            verify_on(seeded)
        assert broken.value.seq == seq


def test_another_ledger_in_its_place_is_verified_from_its_first_entry(
    seeded: Engine, editor: Actor
) -> None:
    """A backup was put back while the site runs."""
    add(seeded, editor, 20)
    assert verify_on(seeded) == 20
    by_force(seeded, "DELETE FROM ledger")

    def anew(session: Session) -> None:
        happened = [Happened(LedgerStep.CREATED, key=f"oslo-{n}") for n in range(25)]
        ledger.append_all(session, editor, happened)

    within(seeded, anew)
    assert verify_on(seeded) == 25
