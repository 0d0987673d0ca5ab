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
    """The chain does not hold. `seq` is the first entry that is not as it was written; `named` the
    release that names an entry which is not there."""

    def __init__(self, seq: int, why: str, named: int | None = None) -> None:
        super().__init__(f"The ledger is broken at entry {seq}: {why}.")
        self.seq = seq
        self.why = why
        self.named = named


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


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """The last entry about a release, as the release itself names it. Entries cut off at the end
    break no chain: it is by this that they are missed, and a chain that was written anew too."""

    release: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verified:
    """How far a chain has been found to hold: up to the entry `seq`, which has this hash. `told`
    are the hashes of the last entry about a release, and of the one that was looked for."""

    seq: int = 0
    hash: str = FIRST
    told: frozenset[str] = frozenset()


NOTHING: Final = Verified()
"""Nothing has been verified yet."""


class Chain:
    """Takes entries in their order, each of which has to follow from the one before."""

    def __init__(self, begun: Verified, named: NamedEntry | None) -> None:
        self.seq, self._hash, self._told = begun.seq, begun.hash, begun.told
        self._named = named
        self._is_named = named is not None and named.hash in begun.told

    @property
    def verified(self) -> Verified:
        """How far it holds until now."""
        named = {self._named.hash} if self._named is not None and self._is_named else set()
        return Verified(self.seq, self._hash, self._told | named)

    def take(self, entry: LedgerEntry) -> None:
        """The next entry.

        Raises:
            LedgerBroken: it is not the next, or not as it was written.
        """
        seq = self.seq + 1
        if entry.seq != seq:
            raise LedgerBroken(seq, "it is missing")
        if entry.previous_hash != self._hash:
            raise LedgerBroken(seq, "it does not follow from the one before")
        if entry.hash != hash_of(entry):
            raise LedgerBroken(seq, "it says something else than was written")
        self.seq, self._hash = seq, entry.hash
        if entry.release is not None:
            self._told = frozenset((entry.hash,))
        if self._named is not None and entry.hash == self._named.hash:
            self._is_named = True

    def end(self) -> None:
        """There is no entry after those that were taken.

        Raises:
            LedgerBroken: a release names an entry that is not among them.
        """
        if self._named is not None and not self._is_named:
            number = self._named.release
            why = f"release {number} names an entry that is not there"
            raise LedgerBroken(self.seq + 1, why, number)


def verify(entries: Iterable[LedgerEntry], named: NamedEntry | None = None) -> int:
    """How many entries there are, where each follows from the one before, and the one that the
    newest release names is among them.

    Raises:
        LedgerBroken: one does not, or it is not.
    """
    chain = Chain(NOTHING, named)
    for entry in entries:
        chain.take(entry)
    chain.end()
    return chain.seq
