"""Sessions: browsers that are signed in. They live on the server, and end by themselves."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, not_, or_, update
from sqlmodel import Session, col, select

from app.config import settings
from app.editorial.accounts import Account, get
from app.editorial.tokens import TOKEN, kept_token, new_token
from app.models.editorial import AccountRow, LoginSessionRow

IDLE_SHARE: Final = 6
"""A session ends after this part of its time without a request."""
SEEN_EVERY: Final = timedelta(minutes=1)
"""How exactly it is known when somebody was last seen: a page writes nothing before that."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who is signed in. `csrf` stands in every form that is shown to them."""

    account: Account
    csrf: str
    seen_at: datetime


def lifetime() -> timedelta:
    """For how long somebody stays signed in at most."""
    return timedelta(hours=settings().session_hours)


def begin(session: Session, account: int, now: datetime, before: str | None = None) -> str:
    """Signs somebody in, and gives the token that they are known by: always a new one. The session
    that the browser had `before` ends, whosoever it was."""
    session.execute(delete(LoginSessionRow).where(outdated(now)))
    if before is not None:
        end(session, before)
    token = new_token()
    session.add(
        LoginSessionRow(
            token_sha256=kept_token(token),
            account_id=account,
            csrf=secrets.token_hex(32),
            created_at=now,
            seen_at=now,
            expires_at=now + lifetime(),
        )
    )
    session.flush()
    return token


def find(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Who is known by a token, None where nobody is any more. Two statements at most."""
    if not TOKEN.fullmatch(token):
        return None
    row = session.exec(
        select(LoginSessionRow)
        .join(AccountRow, col(AccountRow.id) == col(LoginSessionRow.account_id))
        .where(
            col(LoginSessionRow.token_sha256) == kept_token(token),
            not_(outdated(now)),
            col(AccountRow.enabled),
        )
    ).first()
    if row is None:
        return None
    return SignedIn(get(session, row.account_id), row.csrf, row.seen_at)


def outdated(now: datetime) -> ColumnElement[bool]:
    """Which sessions are over: their time is up, or too long was nothing asked for."""
    idle = now - lifetime() / IDLE_SHARE
    return or_(col(LoginSessionRow.expires_at) <= now, col(LoginSessionRow.seen_at) <= idle)


def is_to_be_noted(found: SignedIn, now: datetime) -> bool:
    """Whether it is worth writing down that somebody was seen."""
    return now - found.seen_at >= SEEN_EVERY


def note_seen(session: Session, token: str, now: datetime) -> None:
    """Writes down that somebody was seen."""
    session.execute(
        update(LoginSessionRow)
        .where(col(LoginSessionRow.token_sha256) == kept_token(token))
        .values(seen_at=now)
    )


def end(session: Session, token: str) -> None:
    """Signs a browser out."""
    session.execute(
        delete(LoginSessionRow).where(col(LoginSessionRow.token_sha256) == kept_token(token))
    )


def end_all(session: Session, account: int) -> None:
    """Signs an account out everywhere."""
    session.execute(delete(LoginSessionRow).where(col(LoginSessionRow.account_id) == account))
