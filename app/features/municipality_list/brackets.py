"""Brackets beside ranked rows: each holds rows that are all about the same (design rule 6).

Being about the same is not passed on from one to the next, so everybody's own set would be another
bracket. Those drawn follow each other down the list: the first begins at the first row and holds
all that are about the same as it, the next begins at the last of them, and so on. Two that meet
share a row, and stand in two lanes. So no two rows that follow each other and are about the same
are parted; who else is about the same as a row, its interval of ranks says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Stretch(StrEnum):
    """Which part of a bracket stands beside a row."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class BracketPart:
    """A part of a bracket in one of the two lanes."""

    lane: int
    part: Stretch


def spans(scores: Sequence[Decimal], limit: Decimal) -> tuple[tuple[int, int], ...]:
    """The first and last row of each bracket over scores in falling order; less than `limit` apart
    is about the same. Rows that nobody is about the same as have none."""
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(scores):
        last = first
        while last + 1 < len(scores) and scores[first] - scores[last + 1] < limit:
            last += 1
        if last > first:
            found.append((first, last))
        first = max(last, first + 1)
    return tuple(found)


def brackets(scores: Sequence[Decimal], limit: Decimal) -> tuple[tuple[BracketPart, ...], ...]:
    """The parts of brackets beside each row, none, one, or two where one ends and one begins."""
    rows: list[list[BracketPart]] = [[] for _ in scores]
    lane, end_before = 0, -1
    for first, last in spans(scores, limit):
        lane = 1 - lane if first == end_before else 0
        for row in range(first, last + 1):
            part = Stretch.START if row == first else Stretch.END if row == last else Stretch.MIDDLE
            rows[row].append(BracketPart(lane, part))
        end_before = last
    return tuple(map(tuple, rows))
