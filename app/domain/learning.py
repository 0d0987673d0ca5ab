"""Whom to learn from: where a municipality is weak, and who among those like it does better.

Like it is who stands in the same official group, or is at least as alike as our floor asks for by
our own measure (`app.domain.likeness`). Weak is our own word for points under half of what can be
had, or under the median of the comparison set. Under the median, as better, is by at least the
limit under which differences are called small.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from app.domain.comparability import Comparability, ComparabilityRules
from app.domain.evaluation import EvaluationSummary, GoldStar
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.likeness import Likeness, Traits, Weights, likeness, nearly_most_alike
from app.domain.method import MethodVersion
from app.domain.municipality import Lineage
from app.domain.score import Level

HALF: Final = Decimal("0.5")


class Weakness(StrEnum):
    """Why a figure is called weak."""

    UNDER_HALF = "under-half"
    UNDER_MEDIAN = "under-median"


@dataclass(frozen=True, slots=True)
class Twin:
    """A municipality that is like another, with the evaluation that stands for it."""

    summary: EvaluationSummary
    traits: Traits
    likeness: Likeness

    @property
    def municipality(self) -> str:
        return self.summary.municipality


@dataclass(frozen=True, slots=True)
class Better:
    """A twin that does better on an area or a question, and by how many points."""

    twin: Twin
    score: Decimal
    more: Decimal
    comparability: Comparability


def latest_evaluation(
    slug: str, evaluations: Iterable[EvaluationSummary]
) -> EvaluationSummary | None:
    """What stands for a municipality: its latest evaluation with figures, else its latest.

    None where it has none.
    """
    own = EvaluationTable.of(evaluations).of_municipality(slug)
    return max(own, key=lambda e: (bool(e.figures), e.year, e.id), default=None)


def most_alike(twins: Iterable[Twin], floor: Decimal) -> tuple[Twin, ...]:
    """Those who may be called alike, the most alike first; among equals by their names.

    Under the floor nobody is called alike, however few there are above it.
    """
    return tuple(
        twin
        for twin in nearest_first(twins)
        if twin.likeness.total is not None and twin.likeness.total >= floor
    )


def nearest_first(twins: Iterable[Twin]) -> tuple[Twin, ...]:
    """Everybody, the most alike by our own measure first, at the end whoever is not known."""

    def order(twin: Twin) -> tuple[bool, Decimal, str]:
        total = twin.likeness.total
        return total is None, -(total or Decimal(0)), twin.municipality

    return tuple(sorted(twins, key=order))


def elsewhere(found: Selection, slug: str, lineage: Lineage) -> Selection:
    """The same without what a municipality came from or went into: it is the same place."""
    for same in lineage.relatives(slug):
        found = found.without(same)
    return found


def alike_by_own_measure(
    own: Traits,
    others: Iterable[tuple[EvaluationSummary, Traits]],
    weights: Weights,
    floor: Decimal,
    most: int,
) -> tuple[Twin, ...]:
    """The `most` most alike by our own measure, of those who are alike enough to be called so."""
    near = nearly_most_alike(own, others, weights, floor, most)
    twins = (Twin(one, theirs, likeness(own, theirs, weights)) for one, theirs in near)
    return most_alike(twins, floor)[:most]


def weaknesses(
    score: Decimal, maximum: Decimal, median: Decimal | None, limit: Decimal
) -> tuple[Weakness, ...]:
    """Why a score is weak; empty where it is not. Without a median only half is asked for.

    Less than `limit` under the median is about the same (design rule 6).
    """
    found = []
    if score < maximum * HALF:
        found.append(Weakness.UNDER_HALF)
    if median is not None and median - score >= limit:
        found.append(Weakness.UNDER_MEDIAN)
    return tuple(found)


def better_than(
    own: Decimal,
    version: str,
    twins: Iterable[tuple[Twin, Decimal | None]],
    limit: Decimal,
    level: Level,
    rules: ComparabilityRules,
) -> tuple[Better, ...]:
    """The twins that have at least `limit` more, in the order given, where the methods allow it."""
    found = []
    for twin, score in twins:
        comparability = rules.between(version, twin.summary.version, level)
        if score is not None and comparability.allowed and score - own >= limit:
            found.append(Better(twin, score, score - own, comparability))
    return tuple(found)


def area_of_star(star: GoldStar, version: MethodVersion) -> int | None:
    """The area that a gold star was given in, by itself or by its question; None if not known."""
    if star.area is not None or star.question is None:
        return star.area
    for area in version.areas:
        if any(question.code == star.question for question in area.questions):
            return area.no
    return None
