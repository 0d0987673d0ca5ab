"""Right of reply: one reply by a secret link, in time, and public with what it replies to."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.database import session_factory
from app.domain.editing import Actor, ItemAction, Role
from app.domain.reply import Reply, WrittenReply
from app.editorial import drafts, ledger, replies, workflow
from app.editorial.draft import Draft, DraftItem, NotAllowed, NotReady
from app.editorial.replies import Invitation, LinkState
from app.errors import NotFound
from app.models.editorial import ReplyLinkRow
from app.queries import evaluations
from app.queries.reading import open_reading
from tests.editorial.working import (
    MORNING,
    account,
    created,
    document,
    published,
    put,
    submitted,
    within,
)
from tests.publishing.changing import numbers
from tests.statements import forgetting

HEMNE = "hemne-2018"
UNTIL = MORNING + timedelta(days=14)
WRITTEN = WrittenReply.of("Vi er einige.\r\n\r\n\r\nTakk!", "nn", " Kommunedirektøren ")


@pytest.fixture
def author(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


@pytest.fixture
def approver(seeded: Engine) -> Actor:
    """Another editor: who has made a link to a draft does not approve it."""
    return account(seeded, "liv", Role.EDITOR)


def corrected(engine: Engine, author: Actor) -> Draft:
    """A draft with other points for Hemne 2018."""
    changed = document(HEMNE)
    changed["areas"][0]["questions"][0]["score"] -= 1
    return created(engine, author, put(HEMNE, changed))


def dated(engine: Engine, editor: Actor, draft: Draft, until: datetime | None = UNTIL) -> None:
    within(engine, lambda s: workflow.set_dates(s, editor, draft.id, None, until, MORNING))


def link(engine: Engine, editor: Actor, draft: Draft) -> Invitation:
    dated(engine, editor, draft)
    return within(engine, lambda s: replies.invite(s, editor, draft.id, MORNING))


def state(engine: Engine, token: str, now: datetime = MORNING) -> LinkState:
    return within(engine, lambda s: replies.invited(s, token, now).state)


def reply(engine: Engine, token: str, now: datetime = MORNING) -> LinkState:
    """What the link was good for before the reply."""

    def give(session: Session) -> LinkState:
        before = replies.invited(session, token, now).state
        replies.give(session, token, WRITTEN, now)
        return before

    return within(engine, give)


def test_a_reply_is_public_with_what_it_replies_to(
    seeded: Engine, author: Actor, editor: Actor, approver: Actor
) -> None:
    draft = corrected(seeded, author)
    made = link(seeded, editor, draft)
    assert made.until == UNTIL
    assert reply(seeded, made.token, MORNING + timedelta(days=3)) is LinkState.OPEN
    assert state(seeded, made.token) is LinkState.REPLIED
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    assert (held.reply_text, held.reply_language) == ("Vi er einige.\n\nTakk!", "nn")
    published(seeded, author, approver, held, "Avskriftsfeil")
    with session_factory(seeded)() as session, forgetting():
        found = evaluations.evaluation(open_reading(session), HEMNE)
    assert found is not None
    assert found.reply == Reply(
        "Vi er einige.\n\nTakk!", "nn", date(2026, 3, 5), "Kommunedirektøren"
    )


def test_nothing_of_the_link_is_kept_but_its_hash(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    token = link(seeded, editor, corrected(seeded, author)).token
    with session_factory(seeded)() as session:
        kept = list(session.scalars(select(col(ReplyLinkRow.token_sha256))))
        said = str(ledger.entries(session))
    assert len(token) == 64
    assert token not in kept
    assert token not in said


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "ab" * 40, "../../x", "Ø" * 64, "a\x00"])
def test_what_is_no_link_leads_nowhere(
    seeded: Engine, author: Actor, editor: Actor, token: str
) -> None:
    link(seeded, editor, corrected(seeded, author))
    with pytest.raises(NotFound):
        state(seeded, token)
    with pytest.raises(NotFound):
        reply(seeded, token)


@pytest.mark.parametrize(
    "after, expected",
    [
        (timedelta(days=14) - timedelta(seconds=1), LinkState.OPEN),
        (timedelta(days=14), LinkState.CLOSED),
        (timedelta(days=400), LinkState.CLOSED),
    ],
)
def test_it_is_good_until_its_day(
    seeded: Engine, author: Actor, editor: Actor, after: timedelta, expected: LinkState
) -> None:
    draft = corrected(seeded, author)
    token = link(seeded, editor, draft).token
    assert reply(seeded, token, MORNING + after) is expected
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    assert (held.replied_at is not None) is (expected is LinkState.OPEN)
    assert ("reply" in (held.items[0].document or {})) is (expected is LinkState.OPEN)


def test_a_day_that_is_set_earlier_holds_at_once(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = corrected(seeded, author)
    token = link(seeded, editor, draft).token
    dated(seeded, editor, draft, MORNING + timedelta(days=1))
    assert state(seeded, token, MORNING + timedelta(days=2)) is LinkState.CLOSED
    dated(seeded, editor, draft, None)
    assert state(seeded, token) is LinkState.CLOSED


def test_there_is_one_reply(seeded: Engine, author: Actor, editor: Actor) -> None:
    draft = corrected(seeded, author)
    token = link(seeded, editor, draft).token
    reply(seeded, token)
    another = replace(WRITTEN, text="Noko heilt anna")
    within(seeded, lambda s: replies.give(s, token, another, MORNING))
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    assert held.reply_text == "Vi er einige.\n\nTakk!"
    with pytest.raises(NotReady):
        within(seeded, lambda s: replies.invite(s, editor, draft.id, MORNING))


def test_a_link_is_taken_back_by_hand_or_by_another(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = corrected(seeded, author)
    first = link(seeded, editor, draft).token
    second = within(seeded, lambda s: replies.invite(s, editor, draft.id, MORNING)).token
    assert (state(seeded, first), state(seeded, second)) == (LinkState.CLOSED, LinkState.OPEN)
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    assert within(seeded, lambda s: replies.open_until(s, held, MORNING)) == UNTIL
    within(seeded, lambda s: replies.revoke(s, editor, draft.id, MORNING))
    assert state(seeded, second) is LinkState.CLOSED
    assert within(seeded, lambda s: replies.open_until(s, held, MORNING)) is None
    assert reply(seeded, second) is LinkState.CLOSED


def test_what_is_public_or_given_up_is_not_replied_to(
    seeded: Engine, author: Actor, editor: Actor, approver: Actor
) -> None:
    given_up, done = corrected(seeded, author), corrected(seeded, author)
    tokens = [link(seeded, editor, draft).token for draft in (given_up, done)]
    within(seeded, lambda s: drafts.discard(s, author, given_up.id, "", MORNING))
    submitted(seeded, author, done)
    workflow.approve(seeded, approver, done.id, "Feil", UNTIL)
    assert numbers(seeded)[0] == 2
    assert [reply(seeded, token) for token in tokens] == [LinkState.CLOSED] * 2


def test_until_then_nobody_approves_and_afterwards_somebody_else_may(
    seeded: Engine, author: Actor, editor: Actor, approver: Actor
) -> None:
    draft = corrected(seeded, author)
    token = link(seeded, editor, draft).token
    submitted(seeded, author, draft)
    with pytest.raises(NotAllowed, match="may reply until"):
        workflow.approve(seeded, approver, draft.id, "Feil", MORNING)
    reply(seeded, token)
    # Who made the link has seen it, and could have written the reply.
    with pytest.raises(NotAllowed, match="Somebody else has to approve"):
        workflow.approve(seeded, editor, draft.id, "Feil", MORNING)
    workflow.approve(seeded, approver, draft.id, "Feil", MORNING)
    assert numbers(seeded)[0] == 2


def test_who_reviewed_before_the_reply_reads_again(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = submitted(seeded, author, corrected(seeded, author))
    token = link(seeded, editor, draft).token
    before = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    reply(seeded, token)
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    assert held.version == before.version + 1


def test_a_link_needs_a_day_that_is_to_come_and_one_evaluation(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = corrected(seeded, author)
    two = created(
        seeded, author, put(HEMNE, document(HEMNE)), put("heroy-x", document("hareid-2019"))
    )
    gone = created(seeded, editor, DraftItem("evaluation", HEMNE, ItemAction.WITHDRAW))
    for unready in (two, gone):
        dated(seeded, editor, unready)
    dated(seeded, editor, draft, MORNING)
    for unready in (draft, two, gone):
        with pytest.raises(NotReady):
            within(seeded, partial(replies.invite, actor=editor, draft_id=unready.id, now=MORNING))
    with pytest.raises(NotAllowed):
        within(seeded, lambda s: replies.invite(s, author, draft.id, MORNING))
    with pytest.raises(NotAllowed):
        within(seeded, lambda s: replies.revoke(s, author, draft.id, MORNING))


def test_the_ledger_knows_of_link_and_reply_and_holds(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = corrected(seeded, author)
    reply(seeded, link(seeded, editor, draft).token)
    with session_factory(seeded)() as session:
        lines = ledger.entries(session, draft=draft.id)
        ledger.verify(session)
    assert [line.step for line in lines] == ["created", "dated", "reply-link", "replied"]
    assert (lines[-1].account, lines[-1].office) == (None, "Kommunedirektøren")
    assert not any(line.public for line in lines)


def test_a_reply_of_odd_characters_can_become_public(
    seeded: Engine, author: Actor, editor: Actor, approver: Actor
) -> None:
    """What the form takes, the shape of the file takes too."""
    draft = corrected(seeded, author)
    token = link(seeded, editor, draft).token
    odd = WrittenReply.of(
        "\u202e3 < 4 & c\x00 a\u2028\u2029b\x85\r\r\r\rc 😀\u200d🔥\t", "sv", "A\nB\u200b"
    )
    assert odd.faults() == {}
    within(seeded, lambda s: replies.give(s, token, odd, MORNING))
    held = within(seeded, lambda s: drafts.get(s, editor, draft.id))
    published(seeded, author, approver, held, "Feil")
    with session_factory(seeded)() as session, forgetting():
        found = evaluations.evaluation(open_reading(session), HEMNE)
    assert found is not None
    assert found.reply is not None
    assert (found.reply.text, found.reply.office) == (odd.text, "A B")
