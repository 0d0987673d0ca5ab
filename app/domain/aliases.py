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
"""What follows the municipality in the id of an evaluation, and of a gold star."""

NAMED_BY_MUNICIPALITY: Final = (RecordKind.EVALUATION, RecordKind.GOLD_STAR)


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

        The ids of evaluations and of gold stars begin with the name of the municipality, so they
        move with it.
        """
        now = self._moved(kind, key)
        seen = {key}
        while now is not None and now not in seen:
            seen.add(now)
            further = self._moved(kind, now)
            if further is None:
                return now
            now = further
        return None

    def _moved(self, kind: RecordKind, key: str) -> str | None:
        own = self._by_kind.get(kind, {}).get(key)
        if own is not None or kind not in NAMED_BY_MUNICIPALITY:
            return own
        if kind is RecordKind.GOLD_STAR:
            for old, new in self._by_kind.get(RecordKind.EVALUATION, {}).items():
                if key.startswith(f"{old}-"):
                    return new + key.removeprefix(old)
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
