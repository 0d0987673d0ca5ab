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


@dataclass(frozen=True, slots=True)
class Teaching:
    """Who can teach whom in one line. The teachers are about the same as the first, and each is
    clearly ahead of every learner; `furthest` is how far the last is behind the first."""

    teachers: tuple[int, ...]
    learners: tuple[int, ...]
    furthest: Decimal


def teaching(scores: Sequence[Decimal | None], limit: Decimal) -> Teaching | None:
    """Who is clearly ahead of whom, the strongest teacher and the furthest learner first; None
    where nobody is."""
    ahead = leads(scores, limit)
    if not ahead:
        return None
    pairs = {(one.first, one.other) for one in ahead}
    first = ahead[0].first
    learners = tuple(one.other for one in ahead if one.first == first)
    known = {at: score for at, score in enumerate(scores) if score is not None}
    teachers = sorted(
        (
            at
            for at in known
            if (first, at) not in pairs and all((at, one) in pairs for one in learners)
        ),
        key=lambda at: (-known[at], at),
    )
    return Teaching(tuple(teachers), learners, ahead[0].points)


def order_of_learning(
    lines: Sequence[Sequence[Decimal | None]], limit: Decimal, shared_gaps: Collection[int]
) -> tuple[int, ...]:
    """What to learn first, by the positions of the lines.

    First come those in which one can teach another, the one in which the last is furthest behind
    the first before the others: help is nearest and reaches furthest there. Then come shared gaps
    in which nobody among them can teach, for which all have to ask others. What is about the same,
    and no gap, is not there. Among equals the order of the method holds.
    """
    found = {at: teaching(scores, limit) for at, scores in enumerate(lines)}
    furthest = {at: one.furthest for at, one in found.items() if one is not None}
    taught = sorted(furthest, key=lambda at: (-furthest[at], at))
    return (*taught, *(at for at in sorted(shared_gaps) if at not in furthest))
