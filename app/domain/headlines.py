"""Which findings of an evaluation stand for the others: a fixed rule, and no judgement of ours.

Strengths are of the areas with the most points, challenges and weaknesses of those with the fewest:
of each area the first that the report has, then of the next area. Where several areas have the same
points, or none, they come in the order of the method.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from app.domain.evaluation import AreaResult, Evaluation, Finding, FindingKind

MOST_HEADLINES: Final = 3


@dataclass(frozen=True, slots=True)
class Headlines:
    """The findings of one kind: how many there are, and those that stand for them, each with the
    number of its area."""

    kind: FindingKind
    count: int
    findings: tuple[tuple[int, Finding], ...]


def headlines(evaluation: Evaluation) -> tuple[Headlines, ...]:
    """Of each kind that the evaluation has findings of."""
    found = (_of_kind(kind, evaluation.areas) for kind in FindingKind)
    return tuple(one for one in found if one.count)


def _of_kind(kind: FindingKind, areas: Sequence[AreaResult]) -> Headlines:
    in_order = sorted(areas, key=lambda area: _order(kind, area))
    by_area = [[(area.no, one) for one in area.findings_of(kind)] for area in in_order]
    in_turn = [one for layer in zip_longest(*by_area) for one in layer if one is not None]
    return Headlines(kind, len(in_turn), tuple(in_turn[:MOST_HEADLINES]))


def _order(kind: FindingKind, area: AreaResult) -> tuple[bool, object]:
    score = area.figure.score
    if score is None:
        return True, area.no
    return False, (-score if kind is FindingKind.STRENGTH else score, area.no)
