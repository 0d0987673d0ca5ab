"""Names in addresses that records had before, and what they are called now.

An id or slug once public never means anything else (design rule 8): where a record gets another,
the earlier one is kept as an alias, and leads to it for ever.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.domain.changes import RecordKind

_ID: Final = re.compile(r"(.+)-(\d{4}(?:-.*)?)")
"""The id of an evaluation: its municipality, whose own name may end in a year, then the rest."""


def path_of_id(id: str) -> str:
    """The id of an evaluation as the end of its page's address: `hemne/2018`."""
    found = _ID.fullmatch(id)
    return id if found is None else f"{found[1]}/{found[2]}"


@dataclass(frozen=True, slots=True)
class Alias:
    """`old` was the key of a municipality or of an evaluation that is called `new` now."""

    kind: RecordKind
    old: str
    new: str


@dataclass(frozen=True)
class Aliases:
    """All of them in a release."""

    found: tuple[Alias, ...]

    @staticmethod
    def of(found: Iterable[Alias]) -> "Aliases":
        return Aliases(tuple(found))

    def resolve(self, kind: RecordKind, key: str) -> str | None:
        """What a record of before is called now, None where the key is no alias.

        The id of an evaluation begins with the name of the municipality, so it moves with it; that
        of a gold star begins with the id of its evaluation, and the key of a merger or division
        holds the names of both municipalities.
        """
        if kind is RecordKind.GOLD_STAR:
            evaluation, slash, number = key.partition("/")
            moved = self.resolve(RecordKind.EVALUATION, evaluation)
            return None if moved is None else f"{moved}{slash}{number}"
        if kind is RecordKind.LINEAGE:
            parts = [self.resolve(RecordKind.MUNICIPALITY, one) or one for one in key.split("/")]
            return None if (moved := "/".join(parts)) == key else moved
        return self._last(kind, key)

    def _last(self, kind: RecordKind, key: str) -> str | None:
        """The end of a chain of names, None where there is none or it has no end."""
        now = self._next(kind, key)
        for _ in self.found:
            further = None if now is None else self._next(kind, now)
            if further is None:
                return now
            now = further
        return None

    def _next(self, kind: RecordKind, key: str) -> str | None:
        own = self._by_kind.get(kind, {}).get(key)
        if own is not None or kind is not RecordKind.EVALUATION:
            return own
        parts = _ID.fullmatch(key)
        new = self._by_kind.get(RecordKind.MUNICIPALITY, {}).get(parts[1]) if parts else None
        return None if parts is None or new is None else f"{new}-{parts[2]}"

    @cached_property
    def _by_kind(self) -> Mapping[RecordKind, Mapping[str, str]]:
        by_kind: dict[RecordKind, dict[str, str]] = {}
        for alias in self.found:
            by_kind.setdefault(alias.kind, {})[alias.old] = alias.new
        return by_kind
