"""Drafts: made, read, changed and discarded. Whoever calls has begun the transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, col

from app.config import settings
from app.domain.editing import Actor, Doing, DraftState, ItemAction, LedgerStep, Role, may
from app.domain.message import Message, say
from app.editorial import ledger
from app.editorial.draft import Draft, DraftConflict, DraftItem, NoSuchDraft, NotAllowed
from app.editorial.draft_rows import (
    MOST_LISTED,
    draft_of,
    drafts_without_items,
    to_the_second,
    whole_draft,
)
from app.editorial.item_kind import PublicRecord
from app.editorial.kinds import based_on, item_kind
from app.errors import NotFound
from app.models.editorial import DraftCommentRow, DraftItemRow, DraftRow
from app.publishing.writing import slices
from app.queries.reading import open_reading

EVALUATION = "evaluation"


def create(
    session: Session,
    actor: Actor,
    title: str,
    items: Sequence[DraftItem],
    now: datetime | None = None,
) -> Draft:
    """A new draft with its items, in the order they are given in. Each is based on what is public
    under its key, unless it says itself what it is based on.

    Raises:
        NotAllowed: this actor may not make drafts, or not of such records.
    """
    _allow(actor, Doing.CREATE)
    placed = [_with_key(item, position) for position, item in enumerate(items, start=1)]
    _allow_kinds(actor, placed)
    bases = based_on(session, placed)
    time = to_the_second(now)
    draft_id = session.execute(
        insert(DraftRow)
        .values(
            title=title,
            state=DraftState.DRAFT.value,
            author_id=actor.account,
            version=1,
            created_at=time,
            changed_at=time,
            changed_by=actor.account,
            hands=[] if actor.account is None else [actor.account],
        )
        .returning(col(DraftRow.id))
    ).scalar_one()
    rows = [
        _values(draft_id, replace(item, based_on=item.based_on or bases[item.kind, item.key]))
        for item in placed
    ]
    for some in slices(rows):
        session.execute(insert(DraftItemRow), [*some])
    ledger.append(session, actor, LedgerStep.CREATED, now=now, draft=draft_id)
    return get(session, actor, draft_id)


def get(session: Session, actor: Actor, draft_id: int) -> Draft:
    """A draft, whole. Three statements.

    Raises:
        NoSuchDraft: there is none that this actor may read.
    """
    return _found(whole_draft(session, draft_id), actor)


def taken_up(
    session: Session, actor: Actor, draft_id: int, doing: Doing, now: datetime | None = None
) -> Draft:
    """A draft, for something to be done with it: nobody else changes it meanwhile.

    Raises:
        NoSuchDraft: there is none that this actor may read.
        NotAllowed: this actor may not do that, or not now.
    """
    draft = _found(whole_draft(session, draft_id, for_change=True), actor)
    facts = draft.facts(to_the_second(now))
    refused = may(actor, doing, facts, four_eyes=settings().four_eyes)
    if refused is not None:
        raise NotAllowed(refused)
    return draft


def listed(session: Session, actor: Actor, state: DraftState | None = None) -> tuple[Draft, ...]:
    """The drafts that an actor may read, the last changed first, without items and comments. One
    statement."""
    statement = drafts_without_items()
    if not actor.is_at_least(Role.EDITOR):
        statement = statement.where(col(DraftRow.author_id) == actor.account)
    if state is not None:
        statement = statement.where(col(DraftRow.state) == state.value)
    ordered = statement.order_by(col(DraftRow.changed_at).desc(), col(DraftRow.id).desc())
    return tuple(map(draft_of, session.execute(ordered.limit(MOST_LISTED))))


def save_item(
    session: Session,
    actor: Actor,
    draft_id: int,
    position: int,
    document: Mapping[str, Any],
    version: int,
    now: datetime | None = None,
) -> Draft:
    """Puts another document in the place of an item's.

    Raises:
        DraftConflict: somebody has changed the draft since that version; it says who and when.
    """
    draft = taken_up(session, actor, draft_id, Doing.EDIT, now)
    _same_version(draft, version)
    item = draft.item(position)
    key, key_of = item.key, item_kind(item.kind).key_of
    if item.based_on is None and key_of(document) != key_of(item.document or {}):
        key = key_of(document) or item.key
    changed = replace(item, key=key, document=document, action=ItemAction.PUT)
    if key != item.key:
        changed = replace(changed, based_on=based_on(session, [changed])[item.kind, key])
    values = _values(draft_id, changed)
    session.execute(
        update(DraftItemRow)
        .where(col(DraftItemRow.draft_id) == draft_id, col(DraftItemRow.position) == position)
        .values(**values)
    )
    _changed(session, actor, draft, now)
    return get(session, actor, draft_id)


def rename(
    session: Session,
    actor: Actor,
    draft_id: int,
    title: str,
    version: int,
    now: datetime | None = None,
) -> Draft:
    """Gives a draft another title.

    Raises:
        DraftConflict: somebody has changed the draft since that version.
    """
    draft = taken_up(session, actor, draft_id, Doing.EDIT, now)
    _same_version(draft, version)
    _changed(session, actor, draft, now, title=title)
    return get(session, actor, draft_id)


def base_anew(
    session: Session, actor: Actor, draft_id: int, version: int, now: datetime | None = None
) -> Draft:
    """Bases every item on what is public now: somebody has looked at what changed meanwhile, and
    wants the draft to stand.

    Raises:
        DraftConflict: somebody has changed the draft since that version.
    """
    draft = taken_up(session, actor, draft_id, Doing.EDIT, now)
    _same_version(draft, version)
    bases = based_on(session, draft.items)
    for item in draft.items:
        if bases[item.kind, item.key] != item.based_on:
            session.execute(
                update(DraftItemRow)
                .where(
                    col(DraftItemRow.draft_id) == draft_id,
                    col(DraftItemRow.position) == item.position,
                )
                .values(based_on=bases[item.kind, item.key])
            )
    _changed(session, actor, draft, now)
    return get(session, actor, draft_id)


def discard(
    session: Session,
    actor: Actor,
    draft_id: int,
    comment: str = "",
    now: datetime | None = None,
) -> Draft:
    """Gives a draft up. It stays as it was, for the history."""
    draft = taken_up(session, actor, draft_id, Doing.DISCARD, now)
    move(session, actor, draft, LedgerStep.DISCARDED, comment, now, state=DraftState.DISCARDED)
    return get(session, actor, draft_id)


def correct(
    session: Session,
    actor: Actor,
    key: str,
    kind: str = EVALUATION,
    now: datetime | None = None,
) -> Draft:
    """A new draft that holds the public record, to be corrected.

    Raises:
        NotFound: nothing is public under that key.
    """
    _allow(actor, Doing.CORRECT)
    found = _public_record(session, key, kind)
    item = DraftItem(kind, key, ItemAction.PUT, found.document)
    return create(session, actor, found.title, [item], now)


def withdraw(
    session: Session,
    actor: Actor,
    key: str,
    kind: str = EVALUATION,
    now: datetime | None = None,
) -> Draft:
    """A new draft that takes a public record out.

    Raises:
        NotFound: nothing is public under that key.
    """
    _allow(actor, Doing.WITHDRAW)
    found = _public_record(session, key, kind)
    return create(session, actor, found.title, [DraftItem(kind, key, ItemAction.WITHDRAW)], now)


def _public_record(session: Session, key: str, kind: str) -> PublicRecord:
    found = item_kind(kind).public(open_reading(session), key)
    if found is None:
        raise NotFound(_not_public(key))
    return found


def move(
    session: Session,
    actor: Actor,
    draft: Draft,
    step: LedgerStep,
    comment: str,
    now: datetime | None,
    *,
    said: str = "",
    **values: Any,
) -> None:
    """Takes a step with a draft: what of it changes, what was said, and a line in the ledger.
    `said` is for the ledger alone, where nobody said anything."""
    row = update(DraftRow).where(col(DraftRow.id) == draft.id)
    session.execute(row.values(**{name: _stored(value) for name, value in values.items()}))
    note(session, actor, draft.id, step, comment, now)
    ledger.append(session, actor, step, now=now, draft=draft.id, reason=comment.strip() or said)


def note(
    session: Session,
    actor: Actor,
    draft_id: int,
    step: LedgerStep,
    comment: str,
    now: datetime | None = None,
) -> None:
    """Keeps what somebody said at a step, if anything."""
    if comment.strip():
        session.execute(
            insert(DraftCommentRow).values(
                draft_id=draft_id,
                account_id=actor.account,
                at=to_the_second(now),
                step=step.value,
                text=comment.strip(),
            )
        )


def _stored(value: Any) -> Any:
    return value.value if isinstance(value, DraftState) else value


def _changed(
    session: Session, actor: Actor, draft: Draft, now: datetime | None, **values: Any
) -> None:
    """Counts the version up: whoever still has the one before them is told."""
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft.id)
        .values(
            version=draft.version + 1,
            changed_at=to_the_second(now),
            changed_by=actor.account,
            hands=draft.with_hand(actor.account),
            **values,
        )
    )


def _same_version(draft: Draft, version: int) -> None:
    if draft.version != version:
        raise DraftConflict(_changed_meanwhile(draft), draft.changed_by_login, draft.changed_at)


def _changed_meanwhile(draft: Draft) -> Message:
    if not draft.changed_by_login:
        return say(
            "This draft was changed at the command line at %(time)s, after you opened it.",
            time=draft.changed_at,
        )
    return say(
        "%(who)s changed this draft at %(time)s, after you opened it.",
        who=draft.changed_by_login,
        time=draft.changed_at,
    )


def _not_public(key: str) -> Message:
    return say("Nothing is public under the name %(name)s.", name=key[:120])


def _found(draft: Draft | None, actor: Actor) -> Draft:
    """A draft of somebody else's is none to an evaluator: not even that it is there is told."""
    if draft is None or (not actor.is_at_least(Role.EDITOR) and draft.author != actor.account):
        raise NoSuchDraft
    return draft


def _allow(actor: Actor, doing: Doing) -> None:
    refused = may(actor, doing)
    if refused is not None:
        raise NotAllowed(refused)


def _allow_kinds(actor: Actor, items: Sequence[DraftItem]) -> None:
    """What more than one evaluation rests on, and what takes something out, is an editor's."""
    for item in items:
        if item_kind(item.kind).for_editors:
            _allow(actor, Doing.EDIT_BASICS)
        if item.action is ItemAction.WITHDRAW:
            _allow(actor, Doing.WITHDRAW)


def _with_key(item: DraftItem, position: int) -> DraftItem:
    key = item.key or item_kind(item.kind).key_of(item.document or {}) or f"{position}"
    return replace(item, key=key, position=position)


def _values(draft_id: int, item: DraftItem) -> dict[str, Any]:
    return {
        "draft_id": draft_id,
        "position": item.position,
        "kind": item.kind,
        "key": item.key,
        "action": item.action.value,
        "document": None if item.document is None else dict(item.document),
        "based_on": item.based_on,
    }
