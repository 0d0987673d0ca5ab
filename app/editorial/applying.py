"""A draft becomes public: its release and its lines in the ledger, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from app.domain.editing import Actor, DraftState, ItemAction, LedgerStep
from app.domain.message import say
from app.editorial import ledger
from app.editorial.building import listed
from app.editorial.checking import Checked, check
from app.editorial.draft import Draft, DraftConflict, DraftItem, NotReady
from app.editorial.draft_rows import to_the_second
from app.editorial.drafts import note
from app.editorial.kinds import based_on, sha256_of
from app.editorial.ledger import Happened
from app.models.editorial import DraftRow
from app.publishing.diff import ChangedRecord
from app.publishing.faults import RejectedError
from app.publishing.progress import Tell, untold
from app.publishing.release import Published, publish_within
from app.publishing.vouching import vouch


def publish_draft(
    session: Session,
    actor: Actor,
    draft: Draft,
    reason: str,
    language: str,
    now: datetime | None,
    tell: Tell = untold,
    *,
    checked: Checked | None = None,
) -> Published:
    """Makes a draft public within a transaction that has its turn. `checked` is what came of its
    items, where that transaction has checked them already.

    Raises:
        DraftConflict: what is public has changed since the draft was made.
        RejectedError: it has faults beside what is public now.
        NotReady: it says what is public already.
    """
    if conflict := conflict_of(session, draft):
        raise conflict
    checked = checked or check(session, draft)
    if checked.built is None:
        raise RejectedError(checked.faults)
    why = reason or None
    told_in = language if reason else None
    wanted = replace(checked.built, reason=why, reason_language=told_in)
    published = publish_within(session, wanted, now, tell)
    if published.release is None:
        raise NotReady(say("The draft says what is public already."))
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft.id)
        .values(
            state=DraftState.PUBLISHED.value,
            approved_by=actor.account,
            release=published.release.number,
            reason=why,
            reason_language=told_in,
        )
    )
    note(session, actor, draft.id, LedgerStep.PUBLISHED, reason, now)
    happened = _happened(draft, checked, published.changes, published.release.number, reason)
    lines = ledger.append_all(session, actor, happened, to_the_second(now))
    vouch(session, published.release.number, actor.office, lines[-1].hash)
    return published


def conflict_of(session: Session, draft: Draft) -> DraftConflict | None:
    """What is said where what is public is no longer what the draft was made from."""
    now = based_on(session, draft.items)
    moved = [item for item in draft.items if now[item.kind, item.key] != item.based_on]
    if not moved:
        return None
    last = ledger.last_public(session, moved[0].kind, moved[0].key)
    return DraftConflict(
        say(
            "What is public has changed since this draft was made: %(names)s. Send it back, look "
            "at the change, and submit it again.",
            names=listed(item.key for item in moved),
        ),
        last.office if last else "",
        last.at if last else None,
    )


def _happened(
    draft: Draft,
    checked: Checked,
    changes: Iterable[ChangedRecord],
    release: int,
    reason: str,
) -> list[Happened]:
    """A line that the draft was approved, and one for each item that changed anything."""
    by_position = {item.position: item for item in draft.items}
    grouped: dict[int, list[ChangedRecord]] = {}
    for change in changes:
        item = checked.meant.get((change.table, change.key))
        if item is not None:
            grouped.setdefault(item.position, []).append(change)
    return [
        Happened(LedgerStep.APPROVED, draft.id, release=release, reason=reason or None),
        *(
            _of_item(by_position[position], some, draft.id, release, reason)
            for position, some in sorted(grouped.items())
        ),
    ]


def _of_item(
    item: DraftItem, changes: list[ChangedRecord], draft: int, release: int, reason: str
) -> Happened:
    if item.action is ItemAction.WITHDRAW:
        step = LedgerStep.WITHDRAWN
    else:
        step = LedgerStep.PUBLISHED if item.based_on is None else LedgerStep.CORRECTED
    return Happened(
        step,
        draft,
        item.kind,
        item.key,
        release,
        _together({f"{c.table.__tablename__}/{c.key}": c.old_sha256 for c in changes}),
        _together({f"{c.table.__tablename__}/{c.key}": c.new_sha256 for c in changes}),
        reason or None,
        public=True,
    )


def _together(sha256s: Mapping[str, str | None]) -> str | None:
    """The SHA-256 of the one record that changed, else of all of them together."""
    known = {name: sha256 for name, sha256 in sha256s.items() if sha256 is not None}
    if len(known) < 2:
        return next(iter(known.values()), None)
    return sha256_of(f"{name}: {sha256}" for name, sha256 in known.items())
