"""Accounts, drafts and their steps, for tests of the editorial layer."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, insert
from sqlmodel import Session, col

from app.database import session_factory
from app.domain.editing import Actor, Role
from app.editorial import drafts, workflow
from app.editorial.checking import check
from app.editorial.draft import Draft, DraftItem
from app.models.editorial import AccountRow
from app.publishing.release import Published
from tests.databases import SEED

Answer = TypeVar("Answer")

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TERMINAL = Actor(None, "Kommandolinjen", Role.EDITOR, at_terminal=True)


def within(engine: Engine, do: Callable[[Session], Answer]) -> Answer:
    """Does something in a transaction of its own."""
    with session_factory(engine)() as session, session.begin():
        return do(session)


def account(engine: Engine, login: str, role: Role) -> Actor:
    """Somebody who may sign in."""
    office = f"Kontoret til {login}"

    def make(session: Session) -> int:
        values = {
            "login": login,
            "office": office,
            "role": role.value,
            "enabled": True,
            "created_at": MORNING,
        }
        made = insert(AccountRow).values(**values).returning(col(AccountRow.id))
        return int(session.execute(made).scalar_one() or 0)

    return Actor(within(engine, make), office, role)


def document(id: str) -> dict[str, Any]:
    """An evaluation of the seed, as its file says it."""
    text = (Path(SEED) / "evaluations" / f"{id}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def created(engine: Engine, actor: Actor, *items: DraftItem, title: str = "Hemne 2018") -> Draft:
    return within(engine, lambda session: drafts.create(session, actor, title, items, MORNING))


def submitted(engine: Engine, actor: Actor, draft: Draft) -> Draft:
    """Hands a draft in, with every remark acknowledged."""

    def hand_in(session: Session) -> Draft:
        fresh = drafts.get(session, TERMINAL, draft.id)
        seen = [str(remark) for remark in check(session, fresh).remarks]
        return workflow.submit(session, actor, draft.id, "Ferdig", seen, MORNING)

    return within(engine, hand_in)


def published(
    engine: Engine, author: Actor, editor: Actor, draft: Draft, reason: str = ""
) -> Published:
    """Hands a draft in, and lets somebody else approve it."""
    submitted(engine, author, draft)
    done = workflow.approve(engine, editor, draft.id, reason, MORNING)
    assert isinstance(done, Published)
    return done


def put(id: str, document: dict[str, Any]) -> DraftItem:
    return DraftItem("evaluation", id, document=document)
