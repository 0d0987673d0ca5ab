"""Accounts: made, changed and closed; passwords as they are kept."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.editing import Actor, LedgerStep, Role
from app.editorial import accounts, ledger, passwords, sessions
from app.editorial.accounts import Account, AccountFault, NoSuchAccount
from app.models.editorial import AccountRow

TERMINAL = Actor(None, "kommandolinjen", Role.ADMINISTRATOR, at_terminal=True)
PASSWORD = "tre ord uten mening"
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def session(empty: Engine) -> Session:
    return Session(empty, expire_on_commit=False)


def made(session: Session, login: str = "red", role: Role = Role.EDITOR) -> Account:
    return accounts.add(session, TERMINAL, login, "Etaten", role, password=PASSWORD, now=NOW)


def test_an_account_is_what_was_said(session: Session) -> None:
    with session:
        found = made(session, " Red@Kommune.Example ")
        assert found == accounts.by_login(session, "RED@kommune.example")
        assert (found.login, found.office, found.role) == (
            "red@kommune.example",
            "Etaten",
            Role.EDITOR,
        )
        assert found.enabled
        assert found.actor == Actor(found.id, "Etaten", Role.EDITOR)
        assert accounts.listed(session) == (found,)


@pytest.mark.parametrize(
    "login, office, password",
    [
        ("", "Etaten", PASSWORD),
        ("a", "Etaten", PASSWORD),
        ("rød", "Etaten", PASSWORD),
        ("re d", "Etaten", PASSWORD),
        ("r" * 81, "Etaten", PASSWORD),
        ("<script>", "Etaten", PASSWORD),
        ("red", " ", PASSWORD),
        ("red", "E" * 121, PASSWORD),
        ("red", "E\x00", PASSWORD),
        ("red", "Etaten", "elleve tegn"),
        ("red", "Etaten", "a" * 201),
        ("red", "Etaten", "to linjer\nmed ord"),
        ("redaksjonen.x", "Etaten", "Redaksjonen.X"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(
    session: Session, login: str, office: str, password: str
) -> None:
    with session:
        with pytest.raises(AccountFault):
            accounts.add(session, TERMINAL, login, office, Role.EDITOR, password=password)
        assert accounts.listed(session) == ()


def test_a_login_is_one_account(session: Session) -> None:
    with session:
        made(session)
        with pytest.raises(AccountFault, match="already"):
            made(session, "RED")


@pytest.mark.parametrize("password", ["a" * 12, "            ", "passord uten tall", "æøå" * 60])
def test_how_a_password_is_made_up_is_its_owners_business(password: str) -> None:
    assert passwords.fault(password) is None
    assert passwords.is_right(passwords.hashed(password), password)


def test_a_password_is_kept_by_argon2id_and_salted(session: Session) -> None:
    with session:
        for login in ("en", "to"):
            made(session, login)
        kept = [row.password_hash for row in session.exec(select(AccountRow))]
        assert len(set(kept)) == 2
        assert {extract_parameters(str(one)).type for one in kept} == {Type.ID}
        assert PASSWORD not in "".join(map(str, kept))


def test_the_same_password_from_another_keyboard() -> None:
    assert passwords.is_right(passwords.hashed("blåbærsyltetøy"), "bla\u030abærsyltetøy")


def test_only_the_right_password_is_right(session: Session) -> None:
    with session:
        account = made(session)
        kept = accounts.kept_password(session, "red")
        assert kept.account == account.id
        assert kept.is_right(PASSWORD)
        for wrong in ("", PASSWORD + " ", PASSWORD.upper(), "x" * 10_000):
            assert not kept.is_right(wrong)


class Counting(PasswordHasher):
    """Counts what takes time."""

    verified = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
        self.verified += 1
        return super().verify(hash, password)


@pytest.mark.parametrize("login", ["red", "nobody", "closed", "vouched", ""])
def test_as_much_work_is_done_whoever_it_is(
    session: Session, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", counting)
    passwords.nobodys.cache_clear()
    with session:
        made(session)
        closed = made(session, "closed")
        accounts.set_enabled(session, TERMINAL, closed.id, False)
        accounts.add(session, TERMINAL, "vouched", "Etaten", Role.EDITOR, subject="https://i|1")
        assert accounts.kept_password(session, login).is_right(PASSWORD) == (login == "red")
    assert counting.verified == 1
    passwords.nobodys.cache_clear()


def test_a_hash_of_other_costs_is_made_anew_when_it_is_used(session: Session) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    with session:
        account = made(session)
        row = session.get(AccountRow, account.id)
        assert row is not None
        before = row.password_hash
        accounts.renew_hash(session, accounts.kept_password(session, "red"), PASSWORD)
        assert row.password_hash == before
        row.password_hash = cheap
        session.flush()
        accounts.renew_hash(session, accounts.kept_password(session, "red"), PASSWORD)
        assert row.password_hash != cheap
        assert accounts.kept_password(session, "red").is_right(PASSWORD)


def test_who_is_closed_is_out_at_once(session: Session) -> None:
    with session:
        account = made(session)
        token = sessions.begin(session, account.id, NOW)
        assert not accounts.set_enabled(session, TERMINAL, account.id, False, NOW).enabled
        assert sessions.find(session, token, NOW) is None
        assert not accounts.kept_password(session, "red").is_right(PASSWORD)
        accounts.set_enabled(session, TERMINAL, account.id, True, NOW)
        assert sessions.find(session, token, NOW) is None
        assert accounts.kept_password(session, "red").is_right(PASSWORD)


def test_another_role_and_another_password_ask_to_sign_in_anew(session: Session) -> None:
    with session:
        account = made(session)
        token = sessions.begin(session, account.id, NOW)
        changed = accounts.set_role(session, TERMINAL, account.id, Role.EVALUATOR, NOW)
        assert changed.role is Role.EVALUATOR
        assert sessions.find(session, token, NOW) is None
        token = sessions.begin(session, account.id, NOW)
        accounts.set_password(session, TERMINAL, account.id, "et annet passord", NOW)
        assert sessions.find(session, token, NOW) is None
        assert not accounts.kept_password(session, "red").is_right(PASSWORD)


def test_nobody_changes_their_own_account(session: Session) -> None:
    with session:
        own = made(session, role=Role.ADMINISTRATOR)
        with pytest.raises(AccountFault):
            accounts.set_enabled(session, own.actor, own.id, False)
        with pytest.raises(AccountFault):
            accounts.set_role(session, own.actor, own.id, Role.EDITOR)
        assert accounts.get(session, own.id) == own


def test_who_does_not_exist_cannot_be_changed(session: Session) -> None:
    with session:
        changes: list[Callable[[], object]] = [
            lambda: accounts.get(session, 7),
            lambda: accounts.by_login(session, "nobody"),
            lambda: accounts.set_enabled(session, TERMINAL, 7, False),
            lambda: accounts.set_role(session, TERMINAL, 7, Role.EDITOR),
            lambda: accounts.set_password(session, TERMINAL, 7, PASSWORD),
        ]
        for change in changes:
            with pytest.raises(NoSuchAccount):
                change()


def test_the_ledger_has_every_change_and_no_login(session: Session) -> None:
    with session:
        account = made(session)
        accounts.set_role(session, TERMINAL, account.id, Role.EVALUATOR, NOW)
        accounts.set_role(session, TERMINAL, account.id, Role.EVALUATOR, NOW)  # no change
        accounts.set_office(session, TERMINAL, account.id, "En annen etat", NOW)
        accounts.set_enabled(session, TERMINAL, account.id, False, NOW)
        accounts.set_enabled(session, TERMINAL, account.id, True, NOW)
        accounts.set_password(session, TERMINAL, account.id, "et annet passord", NOW)
        lines = ledger.entries(session)
        assert [line.reason for line in lines] == [
            f"account {account.id}: {what}"
            for what in (
                "added as editor",
                "editor became evaluator",
                "another office",
                "closed",
                "opened",
                "password set",
            )
        ]
        assert {line.step for line in lines} == {LedgerStep.ACCOUNT}
        assert not any(line.public for line in lines)
        assert ledger.verify(session) == 6
