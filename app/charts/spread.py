"""How the others lie around the areas of a result: everybody's points, and the middle half.

Nothing is computed over a set that stands for nobody else (design rule 5): then its members are
dots, and there is no middle half.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from app.charts.areas import MiddleHalf
from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.peers import MeasureSet
from app.domain.score import AREA_MEASURES, Measure
from app.domain.wording.sets import member_name


@dataclass(frozen=True, slots=True)
class AreaSpread:
    """The points of the members by area, and between which half of them lie, where that may be
    said."""

    members: Mapping[Measure, tuple[Decimal, ...]]
    middle: MiddleHalf | None
    names: Mapping[Measure, tuple[str, ...]]
    """Whose points they are, in the same order."""
    everybody: tuple[EvaluationSummary, ...] = ()
    """Whose points they are, each once."""

    @classmethod
    def of(cls, sets: Mapping[Measure, MeasureSet]) -> Self:
        """Around the sets of the areas; of nobody where there is none."""
        members: dict[Measure, tuple[Decimal, ...]] = {}
        names: dict[Measure, tuple[str, ...]] = {}
        limits: dict[Measure, tuple[Decimal, Decimal]] = {}
        for measure in AREA_MEASURES:
            own = sets.get(measure)
            if own is None:
                continue
            members[measure] = tuple(one.figures[measure] for one in own.members)
            names[measure] = tuple(member_name(one) for one in own.members)
            middle = own.statistics.middle_half if own.statistics else None
            if middle is not None:
                limits[measure] = middle
        everybody = {one.id: one for m in AREA_MEASURES if m in sets for one in sets[m].members}
        half = MiddleHalf(say("the middle half"), limits) if limits else None
        return cls(members, half, names, tuple(everybody.values()))
