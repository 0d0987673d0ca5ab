"""Accounts: who may sign in, as what, and how. None is ever deleted: the ledger names them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, col, select

from app.domain.editing import Actor, LedgerStep, Role
from app.domain.message import Message, say
from app.editorial import ledger, passwords
from app.errors import KompassError
from app.models.editorial import AccountRow, LoginSessionRow, ResetLinkRow

LOGIN: Final = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,79}")
"""Small letters and digits, as in an address of e-mail. No names are needed."""
LONGEST_OFFICE: Final = 120


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. `login` is shown inside the workspace alone; `office` is an
    organisation or a part of one, which the public may see."""

    id: int
    login: str
    office: str
    role: Role
    enabled: bool
    has_password: bool
    by_provider: bool
    created_at: datetime

    @property
    def actor(self) -> Actor:
        """The account as one who does something."""
        return Actor(self.id, self.office, self.role)


class AccountFault(KompassError):
    """An account cannot be as is wanted; the message says why."""

    status = 400
    slug = "bad-request"


class NoSuchAccount(KompassError):
    """There is no account with this login or number."""

    status = 404
    slug = "not-found"

    def __init__(self) -> None:
        super().__init__(say("There is no such account."))


def add(
    session: Session,
    actor: Actor,
    login: str,
    office: str,
    role: Role,
    *,
    password: str | None = None,
    subject: str | None = None,
    now: datetime | None = None,
) -> Account:
    """Makes an account. Without a password somebody has to choose one by a link, or is vouched for
    by a provider (`subject`).

    Raises:
        AccountFault: the login is taken or none, the office is empty, the password will not do.
    """
    login, office = login.strip().lower(), " ".join(office.split())
    if why := _fault(login, office):
        raise AccountFault(why)
    if _row(session, col(AccountRow.login) == login) is not None:
        raise AccountFault(say("There is an account with this login already."))
    _check(password, login)
    row = AccountRow(
        login=login,
        office=office,
        role=role,
        password_hash=None if password is None else passwords.hashed(password),
        subject=subject,
        enabled=True,
        created_at=_now(now),
    )
    session.add(row)
    session.flush()
    _note(session, actor, row, f"added as {role}", now)
    return _account(row)


def listed(session: Session) -> tuple[Account, ...]:
    """All accounts, by login. One statement."""
    return tuple(_account(r) for r in session.exec(select(AccountRow).order_by(AccountRow.login)))


def get(session: Session, id: int) -> Account:
    """The account with a number.

    Raises:
        NoSuchAccount: there is none.
    """
    return _account(_existing(session, col(AccountRow.id) == id))


def by_login(session: Session, login: str) -> Account:
    """The account with a login.

    Raises:
        NoSuchAccount: there is none.
    """
    return _account(_existing(session, col(AccountRow.login) == login.strip().lower()))


def of_subject(session: Session, subject: str) -> Account | None:
    """The account of somebody whom a provider vouches for. One statement."""
    row = _row(session, col(AccountRow.subject) == subject)
    return None if row is None else _account(row)


def is_free(session: Session, login: str) -> bool:
    """Whether no account has a login. One statement."""
    return _row(session, col(AccountRow.login) == login) is None


def set_enabled(
    session: Session, actor: Actor, id: int, enabled: bool, now: datetime | None = None
) -> Account:
    """Shuts an account out, at once and everywhere, or lets it in again.

    Raises:
        NoSuchAccount: there is none.
        AccountFault: it is one's own.
    """
    row = _others(session, actor, id)
    if row.enabled != enabled:
        row.enabled = enabled
        _sign_out(session, id)
        _note(session, actor, row, "opened" if enabled else "closed", now)
    return _account(row)


def set_role(
    session: Session, actor: Actor, id: int, role: Role, now: datetime | None = None
) -> Account:
    """Gives an account another role. Whoever is signed in with it has to sign in anew.

    Raises:
        NoSuchAccount: there is none.
        AccountFault: it is one's own.
    """
    row = _others(session, actor, id)
    if row.role != role:
        _note(session, actor, row, f"{row.role} became {role}", now)
        row.role = role
        _sign_out(session, id)
    return _account(row)


def set_office(
    session: Session, actor: Actor, id: int, office: str, now: datetime | None = None
) -> Account:
    """Writes an office anew.

    Raises:
        NoSuchAccount: there is none.
        AccountFault: it is empty, or too long.
    """
    row = _existing(session, col(AccountRow.id) == id)
    office = " ".join(office.split())
    if why := _fault(row.login, office):
        raise AccountFault(why)
    if row.office != office:
        row.office = office
        session.flush()
        _note(session, actor, row, "another office", now)
    return _account(row)


def set_password(
    session: Session, actor: Actor, id: int, password: str, now: datetime | None = None
) -> Account:
    """Sets a password. Whoever is signed in has to sign in anew, and no link that was given out
    before is of use any more.

    Raises:
        NoSuchAccount: there is none.
        AccountFault: the password will not do, or a provider vouches for this account.
    """
    row = _existing(session, col(AccountRow.id) == id)
    if row.subject is not None:
        raise AccountFault(say("This account signs in by a provider, and has no password here."))
    _check(password, row.login)
    row.password_hash = passwords.hashed(password)
    session.flush()
    session.execute(delete(ResetLinkRow).where(col(ResetLinkRow.account_id) == id))
    _sign_out(session, id)
    _note(session, actor, row, "password set", now)
    return _account(row)


def note_link(session: Session, actor: Actor, id: int, now: datetime | None = None) -> None:
    """Notes in the ledger that somebody was given a link to the account of somebody: whoever has it
    chooses the password, and can do what the account may.

    Raises:
        NoSuchAccount: there is none.
    """
    _note(session, actor, _existing(session, col(AccountRow.id) == id), "link given out", now)


@dataclass(frozen=True, slots=True)
class KeptPassword:
    """What a password is compared with: nothing, where there is no such account, or none that may
    sign in by a password."""

    account: int | None
    hash: str | None

    def is_right(self, password: str) -> bool:
        """Whether it is that password. The same work, whether there is one or not."""
        return passwords.is_right(self.hash, password)


def kept_password(session: Session, login: str) -> KeptPassword:
    """What the password of a login is compared with. One statement; none where it is no login, so
    that nothing is asked with that no database takes."""
    written = login.strip().lower()
    row = _row(session, col(AccountRow.login) == written) if LOGIN.fullmatch(written) else None
    if row is None or not row.enabled or row.password_hash is None:
        return KeptPassword(None, None)
    return KeptPassword(row.id, row.password_hash)


def renew_hash(session: Session, kept: KeptPassword, password: str) -> None:
    """Keeps a password anew, where it was kept with other costs than those of now."""
    if kept.hash is None or not passwords.is_outdated(kept.hash):
        return
    row = _existing(session, col(AccountRow.id) == kept.account)
    row.password_hash = passwords.hashed(password)
    session.flush()


def _others(session: Session, actor: Actor, id: int) -> AccountRow:
    """An account that is not one's own: nobody shuts themselves out by mistake."""
    row = _existing(session, col(AccountRow.id) == id)
    if actor.account == id and not actor.at_terminal:
        raise AccountFault(say("Somebody else has to change your own account."))
    return row


def _check(password: str | None, login: str) -> None:
    if password is not None and (why := passwords.fault(password, login)):
        raise AccountFault(why)


def _fault(login: str, office: str) -> Message | None:
    if not LOGIN.fullmatch(login):
        return say(
            "A login has 2 to 80 small letters, digits and the signs . _ @ + -, and begins with a "
            "letter or a digit."
        )
    if not office or len(office) > LONGEST_OFFICE or not office.isprintable():
        return say("An office has 1 to %(n)s characters.", n=LONGEST_OFFICE)
    return None


def _sign_out(session: Session, account: int) -> None:
    session.flush()
    session.execute(delete(LoginSessionRow).where(col(LoginSessionRow.account_id) == account))


def _note(session: Session, actor: Actor, row: AccountRow, what: str, now: datetime | None) -> None:
    reason = f"account {row.id}: {what}"
    ledger.append(session, actor, LedgerStep.ACCOUNT, now=now, reason=reason)


def _existing(session: Session, condition: ColumnElement[bool]) -> AccountRow:
    row = _row(session, condition)
    if row is None:
        raise NoSuchAccount
    return row


def _row(session: Session, condition: ColumnElement[bool]) -> AccountRow | None:
    return session.exec(select(AccountRow).where(condition)).first()


def _account(row: AccountRow) -> Account:
    assert row.id is not None  # noqa: S101
    return Account(
        row.id,
        row.login,
        row.office,
        Role(row.role),
        row.enabled,
        row.password_hash is not None,
        row.subject is not None,
        row.created_at,
    )


def _now(now: datetime | None) -> datetime:
    return now or datetime.now(UTC)
