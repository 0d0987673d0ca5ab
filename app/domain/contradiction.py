"""Whether a place that a source states and one that is computed here say different things.

A source knows more evaluations than are public, so where the two differ, ours is not shown (design
rule 5). Only like is compared with like: the same measure, the same countries and sizes.
"""

from collections.abc import Iterable
from math import ceil

from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.stated import (
    PeriodKind,
    PlacingBand,
    PlacingScope,
    StatedPlacing,
    Territory,
)
from app.domain.statistics import Rank


def contradiction(
    placings: Iterable[StatedPlacing], measure: Measure, rank: Rank, scope: SetScope
) -> StatedPlacing | None:
    """The first placing of an evaluation that its computed rank contradicts, or None.

    `rank` is the evaluation's own, in `measure`, among the members of `scope`.
    """
    return next((p for p in placings if contradicts(p, measure, rank, scope)), None)


def contradicts(placing: StatedPlacing, measure: Measure, rank: Rank, scope: SetScope) -> bool:
    """Whether a stated and a computed place are of the same thing and cannot both be told.

    None of the places that those about the same share is one that the source's words allow.
    """
    if placing.measure is not measure or not comparable(placing.scope, scope):
        return False
    places = stated_places(placing, rank.of)
    return rank.place_to < places.start or places.stop <= rank.place_from


def comparable(stated: PlacingScope, computed: SetScope) -> bool:
    """Whether both are among municipalities of the same countries and of the same size.

    A source seldom says of when, and never of which method family; it cannot mean another one than
    that of its own evaluation. So a period does not tell the two apart, unless it is a single year.
    """
    size, period = stated.size, stated.period
    if computed.group is not None:
        return False
    if (stated.territory is Territory.COUNTRY) != (len(computed.countries) == 1):
        return False
    if period is not None and period.kind is PeriodKind.YEAR:
        years = (computed.year_from, computed.year_to)
        if years != (period.year, period.year):
            return False
    if size is None:
        return computed.size_group is None
    if size.group is not None:
        return computed.size_group == size.group
    return size.own and computed.size_group is not None


def stated_places(placing: StatedPlacing, of: int) -> range:
    """The places among `of` that a stated place or band allows, the first and the last whole."""
    if placing.place is not None:
        return range(placing.place, placing.place + 1)
    quarter = of // 4
    match placing.band:
        case PlacingBand.TOP_TENTH:
            return range(1, ceil(of / 10) + 1)
        case PlacingBand.TOP_QUARTER:
            return range(1, ceil(of / 4) + 1)
        case PlacingBand.TOP_THREE:
            return range(1, 4)
        case PlacingBand.UPPER_HALF:
            return range(1, ceil(of / 2) + 1)
        case PlacingBand.ABOVE_MIDDLE:
            return range(1 + quarter, ceil(of / 2) + 1)
        case PlacingBand.MIDDLE:
            return range(1 + quarter, of - quarter + 1)
        case PlacingBand.NEAR_BOTTOM:
            return range(of - max(quarter, 1) + 1, of + 1)
        case None:
            raise ValueError("a placing has a place or a band")
