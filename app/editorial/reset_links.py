"""Links by which somebody chooses a password: for a day, and once."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, not_, or_, update
from sqlmodel import Session, col, select

from app.domain.message import say
from app.editorial.accounts import Account, AccountFault, get, set_password
from app.editorial.tokens import TOKEN, kept_token, new_token
from app.errors import NotFound
from app.models.editorial import ResetLinkRow

HOURS: Final = 24
PATH: Final = "/redaksjon/passord"


def make(session: Session, account: Account, now: datetime) -> str:
    """The token of a new link. Those that were given out before are of no use any more.

    Raises:
        AccountFault: a provider vouches for this account, or it is closed.
    """
    if account.by_provider:
        raise AccountFault(say("This account signs in by a provider, and has no password here."))
    if not account.enabled:
        raise AccountFault(say("This account is closed."))
    session.execute(delete(ResetLinkRow).where(col(ResetLinkRow.account_id) == account.id))
    token = new_token()
    row = ResetLinkRow(
        token_sha256=kept_token(token),
        account_id=account.id,
        expires_at=now + timedelta(hours=HOURS),
    )
    session.add(row)
    session.flush()
    return token


def find(session: Session, token: str, now: datetime) -> Account:
    """Whose password a link sets.

    Raises:
        NotFound: it has been used, is too old, or never was one.
    """
    row = None
    if TOKEN.fullmatch(token):
        row = session.exec(
            select(ResetLinkRow).where(
                col(ResetLinkRow.token_sha256) == kept_token(token),
                not_(outdated(now)),
            )
        ).first()
    account = None if row is None else get(session, row.account_id)
    if account is None or not account.enabled:
        raise NotFound(
            say("This link has been used or is too old. Ask for a new one where you got it.")
        )
    return account


def outdated(now: datetime) -> ColumnElement[bool]:
    """Which links are of no use any more: they are too old, or have been used."""
    return or_(col(ResetLinkRow.expires_at) <= now, col(ResetLinkRow.used_at).is_not(None))


def use(session: Session, token: str, password: str, now: datetime) -> Account:
    """Sets the password that somebody has chosen. Of two who try at once, one does.

    Raises:
        NotFound: the link is of no use any more.
        AccountFault: the password will not do; the link may be used again.
    """
    account = find(session, token, now)
    taken = session.execute(
        update(ResetLinkRow)
        .where(
            col(ResetLinkRow.token_sha256) == kept_token(token), col(ResetLinkRow.used_at).is_(None)
        )
        .values(used_at=now)
    )
    if getattr(taken, "rowcount", 0) != 1:
        return find(session, "", now)
    return set_password(session, account.actor, account.id, password, now)
