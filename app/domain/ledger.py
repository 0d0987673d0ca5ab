"""The ledger: who did what, when and why, each entry bound to the one before by its hash.

Whoever changes an entry, takes one away or puts one in between breaks the chain there.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Final

from app.domain.editing import LedgerStep

FIRST: Final = "0" * 64
"""What stands as the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger. `old_sha256` and `new_sha256` are those of the public record before
    and after; `public` says whether anybody may read the line."""

    seq: int
    at: datetime
    account: int | None
    office: str
    step: LedgerStep | str
    """A step that this version does not know is read as it stands."""
    draft: int | None = None
    kind: str | None = None
    key: str | None = None
    release: int | None = None
    old_sha256: str | None = None
    new_sha256: str | None = None
    reason: str | None = None
    public: bool = False
    previous_hash: str = FIRST
    hash: str = ""


class LedgerBroken(Exception):
    """The chain does not hold. `seq` is the first entry that is not as it was written."""

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(f"The ledger is broken at entry {seq}: {why}.")
        self.seq = seq
        self.why = why


def hash_of(entry: LedgerEntry) -> str:
    """The SHA-256 of all that an entry says and of the hash before it."""
    said = asdict(entry)
    del said["hash"]
    said["at"] = entry.at.astimezone(UTC).isoformat()
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def bound(entry: LedgerEntry, before: LedgerEntry | None) -> LedgerEntry:
    """The entry as it follows another: with its number, and bound to what stands before."""
    placed = replace(
        entry,
        seq=before.seq + 1 if before else 1,
        previous_hash=before.hash if before else FIRST,
    )
    return replace(placed, hash=hash_of(placed))


def verify(entries: Iterable[LedgerEntry]) -> int:
    """How many entries there are, where each follows from the one before.

    Raises:
        LedgerBroken: one does not.
    """
    count, before = 0, FIRST
    for entry in entries:
        count += 1
        if entry.seq != count:
            raise LedgerBroken(count, "it is missing")
        if entry.previous_hash != before:
            raise LedgerBroken(count, "it does not follow from the one before")
        if entry.hash != hash_of(entry):
            raise LedgerBroken(count, "it says something else than was written")
        before = entry.hash
    return count
