"""With how many decimals points are shown (design rules 1 and 6). Nothing else decides it.

Totals, averages of totals and gaps between totals are shown in whole points: the limit under which
two are about the same is ten. Points of areas and questions are shown with one decimal where any of
those that are shown together has one, and with none else: `61.0` beside `58.4`, not `61`. So the
measure and the table decide, never the single figure. Each figure is rounded by itself, from all
its decimals, so that a gap may lie one off that between the figures shown; the data have them all.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.domain.message import Points
from app.domain.score import Measure

OF_TOTALS: Final = 0
MOST: Final = 1
"""The reports print questions with one decimal."""

DECIMALS_OF_SHARES: Final = 4


def rounded(value: Decimal, decimals: int) -> Decimal:
    """As people round by hand, the half away from zero: 38.25 is 38.3, and −0.5 is −1."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def rounded_share(value: Decimal | None) -> Decimal | None:
    """A share of 0–1 as files and answers have it: a hundredth of a per cent is all that it is
    worth."""
    return None if value is None else rounded(value, DECIMALS_OF_SHARES)


def decimals_of(values: Iterable[Decimal | None], measure: Measure | None = None) -> int:
    """How many decimals figures have that are shown together. None is a figure that is missing."""
    if measure is Measure.TOTAL:
        return OF_TOTALS
    return MOST if any(value is not None and rounded(value, MOST) % 1 for value in values) else 0


def total_points(value: Decimal) -> Points:
    """A total, an average of totals, or a gap between them, for a sentence."""
    return Points(value, OF_TOTALS)


def points_of(measure: Measure, value: Decimal, decimals: int | None = None) -> Points:
    """Points of a total or of an area; `decimals` are those of the areas they stand among."""
    return total_points(value) if measure is Measure.TOTAL else Points(value, decimals)
