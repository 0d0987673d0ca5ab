"""Who among some can learn from whom, and what they might begin with.

Positions stand for those compared, in the order in which their scores are given. Nothing here says
whether the scores may be compared at all: that is asked before.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from app.domain.statistics import clearly_over


@dataclass(frozen=True, slots=True)
class Ahead:
    """One that lies clearly ahead of another, by their positions, and by how many points."""

    first: int
    other: int
    points: Decimal


def leads(scores: Sequence[Decimal | None], limit: Decimal) -> tuple[Ahead, ...]:
    """Every pair of which one is clearly ahead, the longest lead first."""
    found = [
        Ahead(at, other, score - theirs)
        for at, score in enumerate(scores)
        for other, theirs in enumerate(scores)
        if score is not None and theirs is not None and clearly_over(score, theirs, limit)
    ]
    return tuple(sorted(found, key=lambda lead: (-lead.points, lead.first, lead.other)))


def alike(scores: Sequence[Decimal | None], limit: Decimal) -> tuple[tuple[int, int], ...]:
    """Every pair that is about the same."""
    return tuple(
        (a, b)
        for (a, one), (b, other) in combinations(enumerate(scores), 2)
        if one is not None
        and other is not None
        and not clearly_over(one, other, limit)
        and not clearly_over(other, one, limit)
    )


def strongest(scores: Sequence[Decimal | None]) -> tuple[int, ...]:
    """Who has the most points of at least two, those who share them."""
    known = [score for score in scores if score is not None]
    if len(known) < 2:
        return ()
    return tuple(at for at, score in enumerate(scores) if score == max(known))


def spread(scores: Sequence[Decimal | None]) -> Decimal | None:
    """How far the last is behind the first; None for fewer than two."""
    known = [score for score in scores if score is not None]
    return max(known) - min(known) if len(known) > 1 else None


def order_of_learning(
    lines: Sequence[Sequence[Decimal | None]], limit: Decimal, shared_gaps: Collection[int]
) -> tuple[int, ...]:
    """What to learn first, by the positions of the lines.

    First come those in which one can teach another, the one in which the last is furthest behind
    the first before the others: help is nearest and reaches furthest there. Then come shared gaps
    in which nobody among them can teach, for which all have to ask others. What is about the same,
    and no gap, is not there. Among equals the order of the method holds.
    """
    taught = [at for at, scores in enumerate(lines) if leads(scores, limit)]
    taught.sort(key=lambda at: (-(spread(lines[at]) or Decimal(0)), at))
    return (*taught, *(at for at in sorted(shared_gaps) if at not in taught))
