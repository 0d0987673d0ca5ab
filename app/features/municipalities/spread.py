"""How the others lie around the areas of a municipality: everybody's points, and the middle half.

They are those of the first comparison shown. Nothing is computed over a set that stands for nobody
else (design rule 5): then its members are dots, and there is no middle half.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from app.charts.areas import MiddleHalf
from app.domain.comparison_choice import Comparison
from app.domain.message import say
from app.domain.score import AREA_MEASURES, Measure


@dataclass(frozen=True, slots=True)
class AreaSpread:
    """The points of the members by area, and between which half of them lie, where that may be
    said."""

    members: Mapping[Measure, tuple[Decimal, ...]]
    middle: MiddleHalf | None

    @classmethod
    def of(cls, comparisons: Sequence[Comparison]) -> Self:
        """Around the first comparison; of nobody where there is none."""
        if not comparisons:
            return cls({}, None)
        found = comparisons[0].set.measures
        members: dict[Measure, tuple[Decimal, ...]] = {}
        limits: dict[Measure, tuple[Decimal, Decimal]] = {}
        for measure in AREA_MEASURES:
            own = found.get(measure)
            if own is None:
                continue
            members[measure] = tuple(one.figures[measure] for one in own.members)
            middle = own.statistics.middle_half if own.statistics else None
            if middle is not None:
                limits[measure] = middle
        return cls(members, MiddleHalf(say("the middle half"), limits) if limits else None)
