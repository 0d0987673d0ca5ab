"""Words for states, steps and kinds of records, the same on every page of the workspace."""

from collections.abc import Mapping
from typing import Final

from app.domain.editing import DraftState, ItemAction, LedgerStep
from app.domain.message import Message, say

STATES: Final[Mapping[DraftState, Message]] = {
    DraftState.DRAFT: say("Being written"),
    DraftState.IN_REVIEW: say("In review"),
    DraftState.SCHEDULED: say("Scheduled"),
    DraftState.PUBLISHED: say("Made public"),
    DraftState.DISCARDED: say("Discarded"),
}

NEXT: Final[Mapping[DraftState, Message]] = {
    DraftState.DRAFT: say("Fill it in, then submit it."),
    DraftState.IN_REVIEW: say("Somebody else reviews it."),
    DraftState.SCHEDULED: say("It is published when its embargo ends."),
    DraftState.PUBLISHED: say("Nothing more to do."),
    DraftState.DISCARDED: say("Nothing more to do."),
}
"""What happens with a draft next."""

STEPS: Final[Mapping[LedgerStep, Message]] = {
    LedgerStep.CREATED: say("Made"),
    LedgerStep.SUBMITTED: say("Submitted"),
    LedgerStep.SENT_BACK: say("Sent back"),
    LedgerStep.DATED: say("Dates set"),
    LedgerStep.APPROVED: say("Approved"),
    LedgerStep.SCHEDULED: say("Scheduled"),
    LedgerStep.HELD_BACK: say("Could not be published by the clock"),
    LedgerStep.PUBLISHED: say("Made public"),
    LedgerStep.CORRECTED: say("Corrected"),
    LedgerStep.WITHDRAWN: say("Withdrawn"),
    LedgerStep.DISCARDED: say("Discarded"),
    LedgerStep.REPLIED: say("The municipality replied"),
    LedgerStep.REPLY_LINK: say("Link for a reply made"),
    LedgerStep.ACCOUNT: say("Account changed"),
}

KINDS: Final[Mapping[str, Message]] = {
    "evaluation": say("Evaluation"),
    "reference-average": say("Published average"),
    "known-evaluated": say("Count of those evaluated"),
    "method-version": say("Method version"),
    "register": say("Register of municipalities"),
}


def step_words(step: LedgerStep | str) -> Message | str:
    """What somebody did."""
    return STEPS[LedgerStep(step)] if step in set(LedgerStep) else step


def kind_words(kind: str) -> Message | str:
    """What a kind of record is called."""
    return KINDS.get(kind, kind)


def action_words(action: ItemAction, based_on: str | None) -> Message:
    """What a draft does with a record."""
    if action is ItemAction.WITHDRAW:
        return say("Withdraws it")
    return say("Adds it") if based_on is None else say("Corrects it")
