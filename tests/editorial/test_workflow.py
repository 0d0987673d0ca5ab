"""The steps of a draft: each leads where it should or nowhere, and whoever is second is told."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.database import session_factory
from app.domain.editing import Actor, DraftState, ItemAction, Role
from app.editorial import drafts, workflow
from app.editorial.draft import (
    Draft,
    DraftConflict,
    DraftItem,
    NoSuchDraft,
    NotAllowed,
    NotReady,
)
from app.errors import NotFound
from app.publishing.faults import RejectedError
from app.publishing.release import Published
from app.publishing.seed import seed
from tests.editorial.working import (
    MORNING,
    TERMINAL,
    account,
    created,
    document,
    published,
    put,
    submitted,
    within,
)
from tests.publishing.changing import edit, everything, exported, numbers
from tests.statements import count_queries

KRAMFORS = "kramfors-2013"


def with_total(total: int) -> DraftItem:
    return put(KRAMFORS, document(KRAMFORS) | {"total": total})


@pytest.fixture
def author(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


def state_of(engine: Engine, draft: Draft) -> DraftState:
    return within(engine, lambda s: drafts.get(s, TERMINAL, draft.id)).state


def in_state(engine: Engine, author: Actor, editor: Actor, state: DraftState) -> Draft:
    """A draft that has come so far by its steps."""
    draft = created(engine, author, with_total(449))
    if state is DraftState.DISCARDED:
        return within(engine, lambda s: drafts.discard(s, author, draft.id))
    if state is not DraftState.DRAFT:
        submitted(engine, author, draft)
    if state is DraftState.SCHEDULED:
        later = MORNING + timedelta(days=1)
        within(engine, lambda s: workflow.set_dates(s, editor, draft.id, later, None))
    if state in (DraftState.SCHEDULED, DraftState.PUBLISHED):
        workflow.approve(engine, editor, draft.id, "Feil i kilden", MORNING)
    return draft


Doer = Callable[[Engine, Actor, Draft], object]
STEPS: Mapping[str, Doer] = {
    "save": lambda e, a, d: within(
        e, lambda s: drafts.save_item(s, a, d.id, 1, document(KRAMFORS), 1)
    ),
    "submit": submitted,
    "send back": lambda e, a, d: within(e, lambda s: workflow.send_back(s, a, d.id, "Se på 1.1")),
    "approve": lambda e, a, d: workflow.approve(e, a, d.id, "Feil i kilden", MORNING),
    "discard": lambda e, a, d: within(e, lambda s: drafts.discard(s, a, d.id)),
    "dates": lambda e, a, d: within(e, lambda s: workflow.set_dates(s, a, d.id, None, None)),
}

LEADS_TO: Mapping[tuple[str, DraftState], DraftState] = {
    ("save", DraftState.DRAFT): DraftState.DRAFT,
    ("submit", DraftState.DRAFT): DraftState.IN_REVIEW,
    ("send back", DraftState.IN_REVIEW): DraftState.DRAFT,
    ("send back", DraftState.SCHEDULED): DraftState.DRAFT,
    ("approve", DraftState.IN_REVIEW): DraftState.PUBLISHED,
    ("discard", DraftState.DRAFT): DraftState.DISCARDED,
    ("discard", DraftState.IN_REVIEW): DraftState.DISCARDED,
    ("dates", DraftState.DRAFT): DraftState.DRAFT,
    ("dates", DraftState.IN_REVIEW): DraftState.IN_REVIEW,
}


@pytest.mark.parametrize("state", DraftState)
def test_each_step_leads_where_it_should_or_changes_nothing(
    seeded: Engine, author: Actor, editor: Actor, state: DraftState
) -> None:
    """Steps that cannot be taken are tried first: they leave everything as it was."""
    draft = in_state(seeded, author, editor, state)
    before = everything(seeded)
    possible = [step for step in STEPS if (step, state) in LEADS_TO]
    for step in STEPS:
        if step not in possible:
            with pytest.raises(NotAllowed):
                STEPS[step](seeded, editor, draft)
    assert everything(seeded) == before
    for step in possible:
        other = in_state(seeded, author, editor, state)
        STEPS[step](seeded, editor, other)
        assert state_of(seeded, other) is LEADS_TO[step, state], step


@pytest.mark.parametrize("step", STEPS)
def test_to_another_evaluator_a_draft_is_not_there(
    seeded: Engine, author: Actor, step: str
) -> None:
    draft = created(seeded, author, with_total(449))
    stranger = account(seeded, "liv", Role.EVALUATOR)
    with pytest.raises(NoSuchDraft):
        STEPS[step](seeded, stranger, draft)
    with pytest.raises(NoSuchDraft):
        within(seeded, lambda s: drafts.get(s, stranger, draft.id))
    assert within(seeded, lambda s: drafts.listed(s, stranger)) == ()
    assert len(within(seeded, lambda s: drafts.listed(s, author))) == 1


def test_an_evaluator_corrects_and_withdraws_nothing(seeded: Engine, author: Actor) -> None:
    for do in (drafts.correct, drafts.withdraw):
        with pytest.raises(NotAllowed):
            within(seeded, lambda s, do=do: do(s, author, KRAMFORS))  # type: ignore[misc]
    taken_out = DraftItem("evaluation", KRAMFORS, ItemAction.WITHDRAW)
    with pytest.raises(NotAllowed):
        created(seeded, author, taken_out)


def test_what_is_not_public_is_neither_corrected_nor_withdrawn(
    seeded: Engine, editor: Actor
) -> None:
    for do in (drafts.correct, drafts.withdraw):
        with pytest.raises(NotFound):
            within(seeded, lambda s, do=do: do(s, editor, "hemne-1999"))  # type: ignore[misc]
    draft = created(seeded, editor, DraftItem("evaluation", "hemne-1999", ItemAction.WITHDRAW))
    with pytest.raises(RejectedError, match="is not public"):
        submitted(seeded, editor, draft)


def test_four_eyes(seeded: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wrote, changed or submitted a draft does not approve it, unless a setting says so."""
    first, second = account(seeded, "ola", Role.EDITOR), account(seeded, "liv", Role.ADMINISTRATOR)
    draft = created(seeded, first, with_total(449))
    changed = document(KRAMFORS) | {"total": 450}
    within(seeded, lambda s: drafts.save_item(s, second, draft.id, 1, changed, 1))
    submitted(seeded, first, draft)
    for actor in (first, second):
        with pytest.raises(NotAllowed, match="Somebody else has to approve"):
            workflow.approve(seeded, actor, draft.id, "Feil", MORNING)
    monkeypatch.setattr(settings(), "four_eyes", False)
    assert isinstance(workflow.approve(seeded, first, draft.id, "Feil", MORNING), Published)


def test_whoever_submits_for_another_does_not_approve(seeded: Engine, author: Actor) -> None:
    editor = account(seeded, "ola", Role.EDITOR)
    draft = created(seeded, author, with_total(449))
    submitted(seeded, editor, draft)
    with pytest.raises(NotAllowed):
        workflow.approve(seeded, editor, draft.id, "Feil", MORNING)


def test_whoever_changed_a_draft_before_others_did_does_not_approve(
    seeded: Engine, author: Actor
) -> None:
    first, second = account(seeded, "liv", Role.EDITOR), account(seeded, "siv", Role.EDITOR)
    draft = created(seeded, author, with_total(449))
    for version, actor in enumerate((first, second), start=1):
        changed = document(KRAMFORS) | {"total": 450 + version}
        save = partial(
            drafts.save_item,
            actor=actor,
            draft_id=draft.id,
            position=1,
            document=changed,
            version=version,
        )
        within(seeded, save)
    submitted(seeded, author, draft)
    with pytest.raises(NotAllowed, match="Somebody else has to approve"):
        workflow.approve(seeded, first, draft.id, "Feil", MORNING)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_correction_and_a_withdrawal_need_a_reason(
    seeded: Engine, author: Actor, editor: Actor, reason: str
) -> None:
    other = account(seeded, "liv", Role.EDITOR)
    correction = submitted(seeded, author, created(seeded, author, with_total(449)))
    taken_out = within(seeded, lambda s: drafts.withdraw(s, other, KRAMFORS))
    before = exported(seeded)
    for draft in (correction, submitted(seeded, other, taken_out)):
        with pytest.raises(NotReady, match="Say why"):
            workflow.approve(seeded, editor, draft.id, reason, MORNING)
    assert exported(seeded) == before


def test_a_draft_is_sent_back_with_a_word_of_why(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = submitted(seeded, author, created(seeded, author, with_total(449)))
    with pytest.raises(NotReady):
        within(seeded, lambda s: workflow.send_back(s, editor, draft.id, " "))
    back = within(seeded, lambda s: workflow.send_back(s, editor, draft.id, "Se på 1.1"))
    assert [(c.login, c.step, c.text) for c in back.comments] == [
        ("kari", "submitted", "Ferdig"),
        ("ola", "sent-back", "Se på 1.1"),
    ]


def test_faults_are_told_all_at_once_and_nothing_moves(seeded: Engine, author: Actor) -> None:
    faulty = document("hemne-2018")
    faulty["areas"][0]["questions"][0]["score"] = 900
    faulty["areas"][1]["questions"][0]["code"] = "9.9"
    draft = created(seeded, author, put("hemne-2018", faulty), with_total(801))
    with pytest.raises(RejectedError) as refused:
        submitted(seeded, author, draft)
    assert {(fault.file, fault.cell) for fault in refused.value.faults} >= {
        ("hemne-2018", "areas.0.questions.0"),
        ("hemne-2018", "areas.1.questions.0"),
        (KRAMFORS, "total"),
    }
    assert state_of(seeded, draft) is DraftState.DRAFT


@pytest.mark.parametrize(
    "broken", [{"total": "mye"}, {"areas": 7}, {"year": None}, {"unknown": 1}, {"notes": [""]}]
)
def test_an_unfinished_document_is_kept_and_its_faults_are_told(
    seeded: Engine, author: Actor, broken: dict[str, Any]
) -> None:
    draft = created(seeded, author, with_total(448))
    unfinished = document(KRAMFORS) | broken
    kept = within(seeded, lambda s: drafts.save_item(s, author, draft.id, 1, unfinished, 1))
    assert kept.items[0].document == unfinished
    with pytest.raises(RejectedError) as refused:
        submitted(seeded, author, draft)
    assert any(f.cell.startswith(next(iter(broken))) for f in refused.value.faults)


def test_remarks_have_to_be_seen_before_a_draft_is_submitted(seeded: Engine, author: Actor) -> None:
    """The areas of the source add up to 433; a total of 440 is another, beyond rounding."""
    draft = created(seeded, author, put("hemne-2018", document("hemne-2018") | {"total": 440}))
    with pytest.raises(NotReady):
        within(seeded, lambda s: workflow.submit(s, author, draft.id, "Ferdig"))
    assert submitted(seeded, author, draft).state is DraftState.IN_REVIEW


def test_the_same_record_twice_or_under_another_name_is_told(seeded: Engine, author: Actor) -> None:
    twice = created(seeded, author, with_total(449), with_total(450))
    with pytest.raises(RejectedError, match="twice"):
        submitted(seeded, author, twice)
    again = document(KRAMFORS)
    name = f"kramfors-2013-v{again['method_version']}"
    renamed = created(seeded, author, put(name, again))
    with pytest.raises(RejectedError, match="is the same evaluation"):
        submitted(seeded, author, renamed)


def test_who_saves_what_another_has_changed_is_told_who_and_when(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = created(seeded, author, with_total(449))
    later = MORNING + timedelta(minutes=5)
    theirs = document(KRAMFORS) | {"total": 450}
    within(seeded, lambda s: drafts.save_item(s, editor, draft.id, 1, theirs, 1, later))
    with pytest.raises(DraftConflict) as conflict:
        within(seeded, lambda s: drafts.save_item(s, author, draft.id, 1, theirs, 1))
    assert (conflict.value.who, conflict.value.when) == ("ola", later)
    kept = within(seeded, lambda s: drafts.get(s, author, draft.id))
    assert (kept.version, kept.items[0].document) == (2, theirs)


def test_what_is_public_and_has_changed_is_never_overwritten(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    """Whoever comes second is told, looks, and may let the draft stand on what is public now."""
    mine, other = created(seeded, author, with_total(449)), created(seeded, author, with_total(450))
    submitted(seeded, author, mine)
    published(seeded, author, editor, other, "Feil i kilden")
    before = exported(seeded)
    with pytest.raises(DraftConflict, match="kramfors-2013") as conflict:
        workflow.approve(seeded, editor, mine.id, "Feil i kilden", MORNING)
    assert (conflict.value.who, conflict.value.when) == (editor.office, MORNING)
    assert exported(seeded) == before
    back = within(seeded, lambda s: workflow.send_back(s, editor, mine.id, "Endret i mellomtiden"))
    within(seeded, lambda s: drafts.base_anew(s, author, mine.id, back.version))
    published(seeded, author, editor, mine, "Feil i kilden")
    assert numbers(seeded) == [3, 2, 1]


def test_a_gold_star_that_has_changed_meanwhile_is_a_conflict_too(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    """The evaluation's own record is the same: what a draft is based on is all that it replaces."""
    hemne = "hemne-2018"
    mine = created(seeded, author, put(hemne, document(hemne) | {"total": 434}))
    without = created(seeded, author, put(hemne, document(hemne) | {"gold_stars": []}))
    published(seeded, author, editor, without, "Stjernen var en annens")
    submitted(seeded, author, mine)
    with pytest.raises(DraftConflict):
        workflow.approve(seeded, editor, mine.id, "Feil i kilden", MORNING)


def test_what_the_seed_has_changed_meanwhile_is_a_conflict_too(
    seeded: Engine, author: Actor, editor: Actor, seed_copy: Any
) -> None:
    draft = submitted(seeded, author, created(seeded, author, with_total(449)))
    edit(seed_copy / f"evaluations/{KRAMFORS}.json", '"total": 448', '"total": 450')
    seed(seeded, seed_copy)
    with pytest.raises(DraftConflict):
        workflow.approve(seeded, editor, draft.id, "Feil i kilden", MORNING)


def test_who_approves_what_they_have_not_read_is_told(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = submitted(seeded, author, created(seeded, author, with_total(449)))
    within(seeded, lambda s: workflow.send_back(s, editor, draft.id, "Nei"))
    changed = document(KRAMFORS) | {"total": 450}
    within(seeded, lambda s: drafts.save_item(s, author, draft.id, 1, changed, 1))
    submitted(seeded, author, draft)
    with pytest.raises(DraftConflict):
        workflow.approve(seeded, editor, draft.id, "Feil", MORNING, version=draft.version)


def test_a_draft_that_says_what_is_public_already_makes_no_release(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = submitted(seeded, author, created(seeded, author, with_total(448)))
    with pytest.raises(NotReady, match="already"):
        workflow.approve(seeded, editor, draft.id, "Feil i kilden", MORNING)
    assert numbers(seeded) == [1]
    assert state_of(seeded, draft) is DraftState.IN_REVIEW


def test_a_list_of_drafts_is_one_statement_however_many(seeded: Engine, author: Actor) -> None:
    for _ in range(3):
        created(seeded, author, with_total(449), put("hemne-2018", document("hemne-2018")))
    with session_factory(seeded)() as session, count_queries(seeded) as statements:
        found = drafts.listed(session, author)
    assert [(d.item_count, d.items, d.author_login) for d in found] == [(2, (), "kari")] * 3
    assert int(statements) == 1


def test_what_is_approved_is_approved_with_the_dates_that_were_seen(
    seeded: Engine, author: Actor, editor: Actor
) -> None:
    draft = created(seeded, author, with_total(449))
    submitted(seeded, author, draft)
    later = MORNING + timedelta(days=1)
    seen = within(seeded, lambda s: workflow.set_dates(s, editor, draft.id, later, None))
    within(seeded, lambda s: workflow.set_dates(s, editor, draft.id, None, None))
    with pytest.raises(DraftConflict):
        workflow.approve(seeded, editor, draft.id, "Feil", MORNING, version=seen.version)
    assert state_of(seeded, draft) is DraftState.IN_REVIEW
