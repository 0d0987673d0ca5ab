"""What is kept for a time is gone after it, and what is still needed is not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, func
from sqlmodel import Session, SQLModel, col, select, update

from app.bounds import (
    DISCARDED_DAYS,
    ENDED_LINK_DAYS,
    KEPT_UPLOAD_DAYS,
    UPLOADS_FORGOTTEN_AT_ONCE,
)
from app.config import settings
from app.domain.editing import Actor, DraftState, Role
from app.domain.tips import HANDLED_DAYS, SENDER_TIME
from app.editorial import attempts, drafts, forgetting, ledger, replies, uploads
from app.editorial.draft import Draft
from app.editorial.tokens import kept_token
from app.errors import NotFound
from app.main import forget_in_time
from app.models import editorial
from app.models.editorial import (
    DraftCommentRow,
    DraftItemRow,
    DraftRow,
    LoginAttemptRow,
    LoginSessionRow,
    ReplyLinkRow,
    ResetLinkRow,
    TipRow,
    UploadRow,
)
from tests.conftest import UseDatabase
from tests.editorial.working import MORNING, account, created, document, put, within
from tests.statements import count_queries

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
UPLOAD_TIME = timedelta(days=KEPT_UPLOAD_DAYS)
STAY = {"account", "ledger", "site_secret"}
"""What has no end: it is how it is known who did what, and one row."""


@pytest.fixture
def author(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


def rows(engine: Engine, table: type[SQLModel]) -> int:
    return within(engine, lambda s: s.scalar(select(func.count()).select_from(table)) or 0)


def is_due(engine: Engine, now: datetime) -> bool:
    return within(engine, lambda session: forgetting.is_due(session, now))


def forget(engine: Engine, now: datetime) -> None:
    within(engine, lambda session: forgetting.forget(session, now))


def brought(engine: Engine, actor: Actor, at: datetime = MORNING) -> int:
    """A file that was brought in at a time."""

    def keep(session: Session) -> int:
        id = uploads.keep(session, actor, "a.csv", b"1;39").id
        session.exec(update(UploadRow).where(col(UploadRow.id) == id).values(created_at=at))
        return id

    return within(engine, keep)


def drafted(engine: Engine, author: Actor, state: DraftState | None = None) -> Draft:
    draft = created(engine, author, put("rindal-2018", document("hemne-2018")))
    if state is not None:
        row = update(DraftRow).where(col(DraftRow.id) == draft.id)
        within(engine, lambda session: session.exec(row.values(state=state.value)))
    return draft


GIVEN_UP = MORNING + 700 * DAY
"""Long after the draft was last changed."""


def discarded(engine: Engine, author: Actor) -> Draft:
    draft = drafted(engine, author)
    return within(engine, lambda s: drafts.discard(s, author, draft.id, "Feil fil", GIVEN_UP))


def test_whatever_is_private_has_an_end_or_a_reason_to_stay() -> None:
    private = {
        table.__tablename__
        for table in vars(editorial).values()
        if isinstance(table, type) and issubclass(table, SQLModel) and table is not SQLModel
    }
    looked_at = {table.__tablename__ for table, _ in forgetting.LOOKED_AT}
    assert looked_at & STAY == set()
    assert looked_at | STAY == private


Make = Callable[[Session, int], SQLModel]

KINDS: dict[str, tuple[type[SQLModel], Make, timedelta]] = {
    "a session whose time is up": (
        LoginSessionRow,
        lambda _, id: LoginSessionRow(
            token_sha256="a",
            account_id=id,
            csrf="b",
            created_at=MORNING,
            seen_at=MORNING + 40 * DAY,
            expires_at=MORNING + DAY,
        ),
        DAY,
    ),
    "a session in which nothing was asked for": (
        LoginSessionRow,
        lambda _, id: LoginSessionRow(
            token_sha256="a",
            account_id=id,
            csrf="b",
            created_at=MORNING,
            seen_at=MORNING,
            expires_at=MORNING + 40 * DAY,
        ),
        timedelta(hours=settings().session_hours / 6),
    ),
    "a link to choose a password": (
        ResetLinkRow,
        lambda _, id: ResetLinkRow(token_sha256="a", account_id=id, expires_at=MORNING + DAY),
        DAY,
    ),
    "an attempt to sign in": (
        LoginAttemptRow,
        lambda _, __: LoginAttemptRow(key="a", at=MORNING - SECOND),
        attempts.KEPT,
    ),
    "a tip that was dealt with": (
        TipRow,
        lambda _, id: TipRow(
            at=MORNING - DAY,
            kind="error",
            text="Der står 426",
            state="handled",
            handled_by=id,
            handled_at=MORNING,
        ),
        timedelta(days=HANDLED_DAYS),
    ),
    "a file": (
        UploadRow,
        lambda _, id: UploadRow(
            account_id=id, name="a", content=b"1", answers={}, created_at=MORNING
        ),
        UPLOAD_TIME,
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_it_is_kept_for_its_time_and_no_longer(seeded: Engine, author: Actor, name: str) -> None:
    table, make, time = KINDS[name]
    within(seeded, lambda session: session.add(make(session, author.account or 0)))
    last = MORNING + time - SECOND
    assert not is_due(seeded, last)
    forget(seeded, last)
    assert rows(seeded, table) == 1
    assert is_due(seeded, MORNING + time)
    forget(seeded, MORNING + time)
    assert rows(seeded, table) == 0
    assert not is_due(seeded, MORNING + time)


def test_a_link_to_choose_a_password_goes_when_it_was_used(seeded: Engine, author: Actor) -> None:
    link = ResetLinkRow(
        token_sha256="a",
        account_id=author.account or 0,
        expires_at=MORNING + DAY,
        used_at=MORNING,
    )
    within(seeded, lambda session: session.add(link))
    forget(seeded, MORNING)
    assert rows(seeded, ResetLinkRow) == 0


def test_a_link_for_a_reply_says_for_a_year_that_it_is_good_no_more(
    seeded: Engine, author: Actor
) -> None:
    draft = drafted(seeded, author)
    token = "ab" * 32
    link = ReplyLinkRow(token_sha256=kept_token(token), draft_id=draft.id, expires_at=MORNING)
    within(seeded, lambda session: session.add(link))
    gone = MORNING + timedelta(days=ENDED_LINK_DAYS)
    forget(seeded, gone - SECOND)
    found = within(seeded, lambda session: replies.invited(session, token, gone))
    assert found.state is replies.LinkState.CLOSED
    assert is_due(seeded, gone)
    forget(seeded, gone)
    with pytest.raises(NotFound):
        within(seeded, lambda session: replies.invited(session, token, gone))


def test_a_tip_that_nobody_has_dealt_with_waits(seeded: Engine) -> None:
    tip = TipRow(at=MORNING, kind="error", text="Der står 426", state="new", sender="a")
    within(seeded, lambda session: session.add(tip))
    forget(seeded, MORNING + 3_000 * DAY)
    assert rows(seeded, TipRow) == 1
    assert not is_due(seeded, MORNING + 3_000 * DAY + SENDER_TIME)


@pytest.mark.parametrize("state", list(DraftState))
def test_a_file_stays_while_a_draft_of_it_is_in_work(
    seeded: Engine, author: Actor, state: DraftState
) -> None:
    draft, id = drafted(seeded, author, state), brought(seeded, author)
    within(seeded, lambda session: uploads.made_draft(session, author, id, draft.id))
    forget(seeded, MORNING + UPLOAD_TIME)
    stays = state in (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.SCHEDULED)
    assert rows(seeded, UploadRow) == int(stays)
    assert within(seeded, lambda session: drafts.get(session, author, draft.id)).items == (
        draft.items
    )
    assert not is_due(seeded, MORNING + UPLOAD_TIME)


def test_of_many_files_some_go_at_a_time(seeded: Engine, author: Actor) -> None:
    other = account(seeded, "per", Role.EVALUATOR)
    old = [brought(seeded, author) for _ in range(UPLOADS_FORGOTTEN_AT_ONCE + 3)]
    young = brought(seeded, other, MORNING + DAY)
    now = MORNING + UPLOAD_TIME
    forget(seeded, now)
    assert rows(seeded, UploadRow) == 4
    assert is_due(seeded, now)
    forget(seeded, now)
    assert [one.id for one in within(seeded, lambda s: uploads.kept_files(s, other))] == [young]
    assert within(seeded, lambda s: uploads.kept_files(s, author)) == ()
    assert not is_due(seeded, now)
    with pytest.raises(NotFound, match="90"):
        within(seeded, lambda session: uploads.answer(session, author, old[0], {"a": "b"}))
    with pytest.raises(NotFound, match="90"):
        within(seeded, lambda session: uploads.made_draft(session, author, old[0], 1))


def test_what_stood_in_a_draft_that_was_given_up_goes_after_a_year(
    seeded: Engine, author: Actor
) -> None:
    draft = discarded(seeded, author)
    replied = update(DraftRow).where(col(DraftRow.id) == draft.id).values(reply_text="Et svar")
    within(seeded, lambda session: session.exec(replied))
    other = drafted(seeded, author)
    gone = GIVEN_UP + timedelta(days=DISCARDED_DAYS)
    forget(seeded, gone - SECOND)
    assert within(seeded, lambda s: drafts.get(s, author, draft.id)).items == draft.items
    lines = within(seeded, lambda session: ledger.entries(session, draft=draft.id))
    assert is_due(seeded, gone)
    forget(seeded, gone)
    assert not is_due(seeded, gone)
    left = within(seeded, lambda session: drafts.get(session, author, draft.id))
    assert (left.items, left.comments, left.reply_text) == ((), (), None)
    assert (left.title, left.state) == (draft.title, DraftState.DISCARDED)
    assert within(seeded, lambda session: ledger.entries(session, draft=draft.id)) == lines
    assert rows(seeded, DraftItemRow) == len(other.items)
    assert rows(seeded, DraftCommentRow) == 0
    assert within(seeded, lambda s: drafts.get(s, author, other.id)).items == other.items


def test_what_is_in_review_for_years_stays(seeded: Engine, author: Actor) -> None:
    draft = drafted(seeded, author, DraftState.IN_REVIEW)
    forget(seeded, MORNING + 3_000 * DAY)
    assert within(seeded, lambda s: drafts.get(s, author, draft.id)).items == draft.items


def test_one_statement_says_whether_there_is_anything(seeded: Engine, author: Actor) -> None:
    brought(seeded, author)
    with count_queries(seeded) as count:
        assert is_due(seeded, MORNING + UPLOAD_TIME)
    assert int(count) == 1


def test_the_site_does_it_by_itself(
    seeded: Engine, author: Actor, use_database: UseDatabase
) -> None:
    use_database(seeded.url.render_as_string(hide_password=False))
    now = datetime.now(UTC)
    brought(seeded, author, now - UPLOAD_TIME)
    young = brought(seeded, author, now - UPLOAD_TIME + DAY)
    forget_in_time()
    assert [one.id for one in within(seeded, lambda s: uploads.kept_files(s, author))] == [young]
