"""The secret by which the site knows its own forms: made once, and the same in every process."""

import secrets

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from app.database import open_desk
from app.models.editorial import SiteSecretRow


def site_secret(session: Session) -> str:
    """The secret, for who only reads: where there is none yet, it is made in a transaction of its
    own."""
    found = _held(session)
    if found is not None:
        return found
    with open_desk(writes=True) as own:
        return secret_for_writing(own)


def secret_for_writing(session: Session) -> str:
    """The secret, within a transaction that writes anyway."""
    found = _held(session)
    if found is not None:
        return found
    made = secrets.token_hex(32)
    try:
        with session.begin_nested():
            session.add(SiteSecretRow(value=made))
    except IntegrityError:  # another process was faster
        return str(_held(session))
    return made


def _held(session: Session) -> str | None:
    return session.scalar(select(col(SiteSecretRow.value)))
