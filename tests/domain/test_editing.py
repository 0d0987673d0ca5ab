"""Who may do what with a draft, in every state of it."""

from datetime import UTC, datetime

import pytest

from app.domain.editing import Actor, Doing, DraftFacts, DraftState, Role, may

AUTHOR, OTHER = 1, 2
EVALUATOR = Actor(AUTHOR, "Kontor", Role.EVALUATOR)
STRANGER = Actor(OTHER, "Kontor", Role.EVALUATOR)
EDITOR = Actor(OTHER, "Kontor", Role.EDITOR)
ADMINISTRATOR = Actor(OTHER, "Kontor", Role.ADMINISTRATOR)
TERMINAL = Actor(None, "Kontor", Role.EVALUATOR, at_terminal=True)
OWN_EDITOR = Actor(AUTHOR, "Kontor", Role.EDITOR)
OWN_ADMINISTRATOR = Actor(AUTHOR, "Kontor", Role.ADMINISTRATOR)

# draft, in-review, scheduled, published, discarded
ALLOWED = {
    Doing.READ: ("yyyyy", "-----", "yyyyy", "yyyyy"),
    Doing.EDIT: ("y----", "-----", "y----", "y----"),
    Doing.SUBMIT: ("y----", "-----", "y----", "y----"),
    Doing.DISCARD: ("yy---", "-----", "yy---", "yy---"),
    Doing.SEND_BACK: ("-----", "-----", "-yy--", "-yy--"),
    Doing.SET_DATES: ("-----", "-----", "yy---", "yy---"),
    Doing.APPROVE: ("-----", "-----", "-y---", "-----"),
}
"""By the actors below, in their order."""

ACTORS = {
    "author": (EVALUATOR,),
    "stranger": (STRANGER,),
    "editor": (EDITOR, ADMINISTRATOR),
    "own editor": (OWN_EDITOR, OWN_ADMINISTRATOR),
}


@pytest.mark.parametrize("doing", ALLOWED)
@pytest.mark.parametrize("who", ACTORS)
def test_the_table_of_who_may_do_what_when(doing: Doing, who: str) -> None:
    for actor in ACTORS[who]:
        found = "".join(
            "-" if may(actor, doing, DraftFacts(state, AUTHOR, frozenset({AUTHOR}))) else "y"
            for state in DraftState
        )
        assert found == ALLOWED[doing][[*ACTORS].index(who)], actor


@pytest.mark.parametrize(
    "doing,least",
    [
        (Doing.CREATE, Role.EVALUATOR),
        (Doing.CORRECT, Role.EDITOR),
        (Doing.WITHDRAW, Role.EDITOR),
        (Doing.EDIT_BASICS, Role.EDITOR),
        (Doing.READ_LEDGER, Role.EDITOR),
        (Doing.KEEP_TIPS, Role.ADMINISTRATOR),
        (Doing.KEEP_ACCOUNTS, Role.ADMINISTRATOR),
    ],
)
def test_what_is_done_with_no_draft_yet_takes_a_role(doing: Doing, least: Role) -> None:
    roles = tuple(Role)
    allowed = [may(Actor(1, "Kontor", role), doing) is None for role in roles]
    assert allowed == [roles.index(role) >= roles.index(least) for role in roles]


def test_all_that_can_be_done_is_in_one_of_the_tables() -> None:
    without = {
        Doing.CREATE,
        Doing.CORRECT,
        Doing.WITHDRAW,
        Doing.EDIT_BASICS,
        Doing.READ_LEDGER,
        Doing.KEEP_TIPS,
        Doing.KEEP_ACCOUNTS,
    }
    assert set(ALLOWED) | without == set(Doing)


@pytest.mark.parametrize("hands", [{OTHER}, {AUTHOR, OTHER}, {None, OTHER}])
def test_whoever_had_a_hand_in_it_does_not_approve(hands: set[int | None]) -> None:
    facts = DraftFacts(DraftState.IN_REVIEW, AUTHOR, frozenset(hands))
    assert may(EDITOR, Doing.APPROVE, facts) is not None
    assert may(ADMINISTRATOR, Doing.APPROVE, facts) is not None
    assert may(EDITOR, Doing.APPROVE, facts, four_eyes=False) is None


def test_whoever_can_run_the_command_line_may_all() -> None:
    for state, allowed in ((DraftState.IN_REVIEW, True), (DraftState.PUBLISHED, False)):
        facts = DraftFacts(state, None, frozenset({None}))
        assert (may(TERMINAL, Doing.APPROVE, facts) is None) is allowed


def test_nobody_approves_while_the_municipality_may_still_reply() -> None:
    until = datetime(2026, 3, 9, tzinfo=UTC)
    facts = DraftFacts(DraftState.IN_REVIEW, AUTHOR, frozenset({AUTHOR}), until)
    refused = may(EDITOR, Doing.APPROVE, facts, four_eyes=False)
    assert refused is not None
    assert refused.values["day"] == until
    assert may(EDITOR, Doing.SEND_BACK, facts) is None
