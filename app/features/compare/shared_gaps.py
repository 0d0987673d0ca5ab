"""Shared gaps: where none of those compared got far, so that they may want to learn together."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from app.features.compare.lines import ComparedFigure, Line
from app.features.compare.questions import QuestionLine

SHARED_GAP_SHARE: Final = Decimal("0.5")
"""Under this share of the most points an area or question counts as a gap.

Our editorial choice, and said beside the list: half is easy to say and to check. It is a constant
and no setting, because the sentence on the page names it.
"""


def shared_area_gaps(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The areas where all whose points are known, two at least, are under the share."""
    return tuple(line for line in lines if _all_under(line.cells))


def shared_question_gaps(lines: Iterable[QuestionLine]) -> tuple[QuestionLine, ...]:
    """The questions where all whose points are known, two at least, are under the share."""
    return tuple(line for line in lines if _all_under(line.cells))


def _all_under(cells: Sequence[ComparedFigure]) -> bool:
    shares = [share for cell in cells if (share := cell.figure.share) is not None]
    return len(shares) > 1 and all(share < SHARED_GAP_SHARE for share in shares)
