"""Who may do what with a draft, and what becomes of it: from a first note to a public record.

A published draft is never edited: a correction is a new draft of the same record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.message import Message, say


class Role(StrEnum):
    """What an account may do. Each may all that those before it may."""

    EVALUATOR = "evaluator"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


class DraftState(StrEnum):
    """How far a draft has come."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    DISCARDED = "discarded"


class ItemAction(StrEnum):
    """What a draft does with a record."""

    PUT = "put"
    WITHDRAW = "withdraw"


class LedgerStep(StrEnum):
    """What somebody did, as the ledger calls it."""

    CREATED = "created"
    SUBMITTED = "submitted"
    SENT_BACK = "sent-back"
    DATED = "dated"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    HELD_BACK = "held-back"
    """It was to be published by the clock, and could not be."""
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"
    REPLIED = "replied"
    REPLY_LINK = "reply-link"
    ACCOUNT = "account"
    """An account was made, changed or closed; why says which."""


class Doing(StrEnum):
    """What somebody wants to do."""

    READ = "read"
    CREATE = "create"
    EDIT = "edit"
    SUBMIT = "submit"
    SEND_BACK = "send-back"
    SET_DATES = "set-dates"
    APPROVE = "approve"
    DISCARD = "discard"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    EDIT_BASICS = "edit-basics"
    """The register, averages, counts and methods: what more than one evaluation rests on."""
    READ_LEDGER = "read-ledger"
    KEEP_TIPS = "keep-tips"
    KEEP_ACCOUNTS = "keep-accounts"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something. `at_terminal` is whoever can run the command line, and with that write
    to the database itself."""

    account: int | None
    office: str
    role: Role
    at_terminal: bool = False

    def is_at_least(self, role: Role) -> bool:
        """Whether somebody may what that role may."""
        ranks = tuple(Role)
        return self.at_terminal or ranks.index(self.role) >= ranks.index(role)


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What decides who may do something with a draft. `hands` are the accounts that wrote
    it, changed it, submitted it or asked the municipality for its reply."""

    state: DraftState
    author: int | None
    hands: frozenset[int | None] = frozenset()
    may_reply_until: datetime | None = None
    """Until when the municipality may reply, where it has not replied and its time is not up."""


LEAST_ROLE: Final[Mapping[Doing, Role]] = {
    Doing.READ: Role.EVALUATOR,
    Doing.CREATE: Role.EVALUATOR,
    Doing.EDIT: Role.EVALUATOR,
    Doing.SUBMIT: Role.EVALUATOR,
    Doing.DISCARD: Role.EVALUATOR,
    Doing.SEND_BACK: Role.EDITOR,
    Doing.SET_DATES: Role.EDITOR,
    Doing.APPROVE: Role.EDITOR,
    Doing.CORRECT: Role.EDITOR,
    Doing.WITHDRAW: Role.EDITOR,
    Doing.EDIT_BASICS: Role.EDITOR,
    Doing.READ_LEDGER: Role.EDITOR,
    Doing.KEEP_TIPS: Role.ADMINISTRATOR,
    Doing.KEEP_ACCOUNTS: Role.ADMINISTRATOR,
}
"""The least role that may do each; an evaluator only with drafts of its own."""

POSSIBLE_IN: Final[Mapping[Doing, frozenset[DraftState]]] = {
    Doing.EDIT: frozenset({DraftState.DRAFT}),
    Doing.SUBMIT: frozenset({DraftState.DRAFT}),
    Doing.SEND_BACK: frozenset({DraftState.IN_REVIEW, DraftState.SCHEDULED}),
    Doing.SET_DATES: frozenset({DraftState.DRAFT, DraftState.IN_REVIEW}),
    Doing.APPROVE: frozenset({DraftState.IN_REVIEW}),
    Doing.DISCARD: frozenset({DraftState.DRAFT, DraftState.IN_REVIEW}),
}
"""The states in which something can be done at all. What is not named here can be done in each."""


def may(
    actor: Actor, doing: Doing, facts: DraftFacts | None = None, *, four_eyes: bool = True
) -> Message | None:
    """None where it is allowed, else why it is not."""
    if not actor.is_at_least(LEAST_ROLE[doing]):
        return say("Your account may not do this.")
    if facts is None:
        return None
    if not actor.is_at_least(Role.EDITOR) and facts.author != actor.account:
        return say("This draft belongs to somebody else.")
    if facts.state not in POSSIBLE_IN.get(doing, frozenset(DraftState)):
        return _NOT_NOW[facts.state]
    if doing is Doing.APPROVE:
        return _approval_fault(actor, facts, four_eyes=four_eyes)
    return None


def _approval_fault(actor: Actor, facts: DraftFacts, *, four_eyes: bool) -> Message | None:
    if four_eyes and not actor.at_terminal and actor.account in facts.hands:
        return say(
            "Somebody else has to approve this: you have written, changed or submitted it yourself."
        )
    if facts.may_reply_until is not None:
        return say(
            "The municipality may reply until %(day)s. It can be approved when it has replied, "
            "or after that day.",
            day=facts.may_reply_until,
        )
    return None


_NOT_NOW: Final[Mapping[DraftState, Message]] = {
    DraftState.DRAFT: say("The draft has not been submitted yet."),
    DraftState.IN_REVIEW: say("The draft is in review. Send it back before it is changed."),
    DraftState.SCHEDULED: say(
        "The draft is approved and waits for its time. Send it back before it is changed."
    ),
    DraftState.PUBLISHED: say(
        "The draft has been published. What is public is changed by a correction."
    ),
    DraftState.DISCARDED: say("The draft has been discarded."),
}
