"""What the ledger notes of itself is said in words; what people wrote stands as they wrote it."""

from datetime import UTC, datetime

import pytest

from app.domain.editing import LedgerStep
from app.domain.ledger import LedgerEntry
from app.domain.message import Message
from app.features.editorial.ledger_reasons import reason_words
from app.web.words.languages import words

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def entry(step: LedgerStep, reason: str | None) -> LedgerEntry:
    return LedgerEntry(
        seq=1,
        at=AT,
        account=1,
        office="KS",
        step=step,
        reason=reason,
        public=False,
        previous_hash="0" * 64,
        hash="1" * 64,
    )


@pytest.mark.parametrize(
    "step, reason, said",
    [
        (LedgerStep.ACCOUNT, "account 3: added as editor", ["kari: new, as editor"]),
        (
            LedgerStep.ACCOUNT,
            "account 3: evaluator became editor",
            ["kari: from evaluator to editor"],
        ),
        (LedgerStep.ACCOUNT, "account 3: password set", ["kari: password chosen"]),
        (LedgerStep.ACCOUNT, "account 9: closed", ["9: closed"]),
        (LedgerStep.ACCOUNT, "account 3: something new", ["kari: something new"]),
        (LedgerStep.ACCOUNT, "something else", ["something else"]),
        (LedgerStep.REPLY_LINK, "revoked", ["taken back"]),
        (LedgerStep.REPLY_LINK, None, []),
        # the end of a day by the clock on the wall is another day by that of the world
        (LedgerStep.DATED, "reply 2026-07-01T22:59:00+00:00", ["reply until 2 July 2026"]),
        (LedgerStep.DATED, "", []),
        (LedgerStep.CORRECTED, "reply 2026", ["reply 2026"]),
        (LedgerStep.WITHDRAWN, "revoked", ["revoked"]),
    ],
)
def test_what_is_noted_is_said_in_words(
    step: LedgerStep, reason: str | None, said: list[str]
) -> None:
    found = reason_words(entry(step, reason), {3: "kari"})
    say_it = words("en")
    assert [say_it(one) if isinstance(one, Message) else one for one in found] == said
