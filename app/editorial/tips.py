"""Tips: taken from anybody, within limits, and kept for the editors until they are dealt with."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, func, or_, update
from sqlmodel import Session, col, select

from app.domain.editing import Actor, Doing, may
from app.domain.form_mark import keyed, mark, mark_fault
from app.domain.message import Message, say
from app.domain.tips import (
    CONTACT_DAYS,
    HANDLED_DAYS,
    MOST_A_DAY,
    MOST_AN_HOUR,
    MOST_WAITING,
    SENDER_TIME,
    Tip,
    TipKind,
    TipState,
    WrittenTip,
)
from app.editorial.draft import NotAllowed
from app.editorial.site_secret import secret_for_writing, site_secret
from app.errors import NotFound
from app.models.editorial import TipRow

_FORM = "tip"


class TipRefused(StrEnum):
    """Why a tip is not taken now."""

    TOO_SOON = "too-soon"
    """The form was sent as soon as it was shown, or is not ours, or was open for days."""
    TOO_MANY = "too-many"
    """From one address, or altogether."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Where a tip came from: the address that it is counted under, and the mark of its form."""

    address: str
    mark: str


def form_mark(session: Session, now: datetime) -> str:
    """What the form brings along."""
    return mark(site_secret(session), _FORM, now)


def form_mark_again(session: Session, now: datetime) -> str:
    """The same for a form that is shown again in the transaction in which it was sent."""
    return mark(secret_for_writing(session), _FORM, now)


def give(session: Session, tip: WrittenTip, sender: Sender, now: datetime) -> TipRefused | None:
    """Keeps a tip that has no faults. None where it was taken, else why not."""
    tidy(session, now)
    secret = secret_for_writing(session)
    if mark_fault(sender.mark, secret, _FORM, now) is not None:
        return TipRefused.TOO_SOON
    key = keyed(secret, f"{_FORM}|{sender.address}")
    if _is_too_much(session, key, now):
        return TipRefused.TOO_MANY
    session.add(
        TipRow(
            at=now,
            kind=tip.kind,
            about=tip.about or None,
            text=tip.text,
            contact=tip.contact or None,
            sender=key,
            state=TipState.NEW.value,
        )
    )
    session.flush()
    return None


def _is_too_much(session: Session, key: str, now: datetime) -> bool:
    """Whether an address has told enough for now, or nobody can read more."""
    counted = select(func.count()).select_from(TipRow)
    own = counted.where(col(TipRow.sender) == key)
    hour = session.scalar(own.where(col(TipRow.at) > now - timedelta(hours=1))) or 0
    day = session.scalar(own.where(col(TipRow.at) > now - SENDER_TIME)) or 0
    waiting = session.scalar(counted.where(col(TipRow.state) == TipState.NEW.value)) or 0
    return hour >= MOST_AN_HOUR or day >= MOST_A_DAY or waiting >= MOST_WAITING


def untidy(now: datetime) -> ColumnElement[bool]:
    """Which tips hold more than they should by now, or are to go themselves."""
    contact = and_(*_kept_too_long(now))
    sender = and_(*_remembered_too_long(now))
    return or_(contact, sender, _outdated(now))


def tidy(session: Session, now: datetime) -> None:
    """Deletes what is kept of people once its time is up, and tips that were dealt with long ago.
    One that nobody has dealt with stays: there are `MOST_WAITING` of them at most."""
    session.exec(delete(TipRow).where(_outdated(now)))
    session.exec(update(TipRow).where(*_kept_too_long(now)).values(contact=None))
    session.exec(update(TipRow).where(*_remembered_too_long(now)).values(sender=None))


def _outdated(now: datetime) -> ColumnElement[bool]:
    return col(TipRow.handled_at) <= now - timedelta(days=HANDLED_DAYS)


def _kept_too_long(now: datetime) -> tuple[ColumnElement[bool], ...]:
    old = col(TipRow.at) <= now - timedelta(days=CONTACT_DAYS)
    return old, col(TipRow.contact).is_not(None)


def _remembered_too_long(now: datetime) -> tuple[ColumnElement[bool], ...]:
    past = col(TipRow.at) <= now - SENDER_TIME
    return past, col(TipRow.sender).is_not(None)


def listed(session: Session, actor: Actor, state: TipState, most: int = 200) -> tuple[Tip, ...]:
    """The tips in a state, the newest first.

    Raises:
        NotAllowed: whoever asks may not read them.
    """
    _allow(actor)
    rows = session.exec(
        select(TipRow)
        .where(col(TipRow.state) == state.value)
        .order_by(col(TipRow.at).desc(), col(TipRow.id).desc())
        .limit(most)
    )
    return tuple(map(_tip, rows))


def waiting(session: Session) -> int:
    """How many tips nobody has dealt with."""
    statement = select(func.count()).select_from(TipRow)
    return session.scalar(statement.where(col(TipRow.state) == TipState.NEW.value)) or 0


def handle(session: Session, actor: Actor, id: int, now: datetime) -> Tip:
    """Notes that a tip has been dealt with.

    Raises:
        NotAllowed: whoever asks may not.
        NotFound: there is no such tip.
    """
    row = _row(session, actor, id)
    row.state, row.handled_by, row.handled_at = TipState.HANDLED.value, actor.account, now
    session.flush()
    return _tip(row)


def forget_contact(session: Session, actor: Actor, id: int) -> Tip:
    """Deletes the address of who gave a tip.

    Raises:
        NotAllowed: whoever asks may not.
        NotFound: there is no such tip.
    """
    row = _row(session, actor, id)
    row.contact = row.sender = None
    session.flush()
    return _tip(row)


def forget(session: Session, actor: Actor, id: int) -> None:
    """Deletes a tip.

    Raises:
        NotAllowed: whoever asks may not.
        NotFound: there is no such tip.
    """
    row = _row(session, actor, id)
    session.exec(delete(TipRow).where(col(TipRow.id) == row.id))


def _row(session: Session, actor: Actor, id: int) -> TipRow:
    _allow(actor)
    row = session.get(TipRow, id)
    if row is None:
        raise NotFound(say("There is no such tip. Somebody may have deleted it."))
    return row


def _allow(actor: Actor) -> None:
    why: Message | None = may(actor, Doing.KEEP_TIPS)
    if why is not None:
        raise NotAllowed(why)


def _tip(row: TipRow) -> Tip:
    assert row.id is not None  # noqa: S101 - it has been stored
    return Tip(
        row.id,
        row.at,
        TipKind(row.kind),
        row.about,
        row.text,
        row.contact,
        TipState(row.state),
        row.handled_at,
    )
