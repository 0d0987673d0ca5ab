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

_REST_OF_ID: Final = re.compile(r"-\d{4}(?:-.*)?")
"""What follows the municipality in the id of an evaluation."""

_ID: Final = re.compile(rf"(.+)-({_REST_OF_ID.pattern.removeprefix('-')})")


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
        """The end of a chain of names."""
        now, seen = self._next(kind, key), {key}
        while now is not None and now not in seen:
            seen.add(now)
            further = self._next(kind, now)
            if further is None:
                return now
            now = further
        return None

    def _next(self, kind: RecordKind, key: str) -> str | None:
        own = self._by_kind.get(kind, {}).get(key)
        if own is not None or kind is not RecordKind.EVALUATION:
            return own
        for old, new in self._by_kind.get(RecordKind.MUNICIPALITY, {}).items():
            if key.startswith(old) and _REST_OF_ID.fullmatch(rest := key.removeprefix(old)):
                return new + rest
        return None

    @cached_property
    def _by_kind(self) -> Mapping[RecordKind, Mapping[str, str]]:
        by_kind: dict[RecordKind, dict[str, str]] = {}
        for alias in self.found:
            by_kind.setdefault(alias.kind, {})[alias.old] = alias.new
        return by_kind
