"""Which evaluations may be set side by side, and why not the others.

The rules are data (`seed/methods/instrument.json`) with their sources; nothing here knows a year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.message import LocalText
from app.domain.score import Level


class Verdict(StrEnum):
    """May two results be compared?"""

    YES = "yes"
    CAUTION = "caution"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Comparability:
    """A verdict for two method versions at one level, with its reason unless it is a plain yes."""

    verdict: Verdict
    level: Level
    reason: LocalText | None = None
    source: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether a difference may be computed at all."""
        return self.verdict is not Verdict.NO


@dataclass(frozen=True, slots=True)
class ComparabilityRule:
    """What the method data says of a pair of versions (unordered; a version with itself too)."""

    versions: frozenset[str]
    verdicts: Mapping[Level, Verdict]
    reason: LocalText
    source: str | None
    level_reasons: Mapping[Level, LocalText]


@dataclass(frozen=True, slots=True)
class ComparabilityRules:
    """All rules. A pair of different versions without a rule must not be compared."""

    rules: tuple[ComparabilityRule, ...]
    unlisted_reason: LocalText

    def between(self, a: str, b: str, level: Level) -> Comparability:
        """May evaluations of versions `a` and `b` be compared at `level`?"""
        for rule in self.rules:
            if rule.versions == frozenset((a, b)):
                verdict = rule.verdicts[level]
                if verdict is Verdict.YES:
                    return Comparability(verdict, level)
                return Comparability(
                    verdict, level, rule.level_reasons.get(level, rule.reason), rule.source
                )
        if a == b:
            return Comparability(Verdict.YES, level)
        return Comparability(Verdict.NO, level, self.unlisted_reason)

    def among(self, versions: Iterable[str], level: Level) -> Comparability:
        """The strictest verdict over every pair of the versions given."""
        listed = sorted(set(versions))
        strictest = Comparability(Verdict.YES, level)
        order = list(Verdict)
        for index, a in enumerate(listed):
            for b in listed[index:]:
                found = self.between(a, b, level)
                if order.index(found.verdict) > order.index(strictest.verdict):
                    strictest = found
        return strictest


def tells_gap(found: Comparability, families: Iterable[str]) -> bool:
    """Whether a difference between results of these method families is told, or called small.

    Across families it is not, also where the results may be set side by side with caution. Only a
    comparison that a reader puts together gives it, in its table, with the caution (decision 21).
    """
    return found.allowed and len(set(families)) <= 1


def difference(
    a: Decimal | None, b: Decimal | None, comparability: Comparability
) -> Decimal | None:
    """`a - b`, or None where a figure is missing or the versions forbid the comparison."""
    if a is None or b is None or not comparability.allowed:
        return None
    return a - b
