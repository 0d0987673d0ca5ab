"""Means, quartiles and ranks over the figures of a comparison set.

Limits are editorial (design rule 5): under five members there is no statistic, and quartiles need
eight. Quartiles are linear interpolations of type 7 (Hyndman and Fan 1996), ranks are standard
competition ranks: ties share a rank, and the next rank is skipped. A place and a quarter are said
only as firmly as small differences allow (design rule 6): a place is an interval, and a quarter is
one only where the figure lies clear of its limit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MINIMUM_MEMBERS = 5
MINIMUM_FOR_QUARTILES = 8


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a set of at least five figures says. Quartiles are None under eight figures."""

    n: int
    mean: Decimal
    median: Decimal
    minimum: Decimal
    maximum: Decimal
    lower_quartile: Decimal | None
    upper_quartile: Decimal | None

    @property
    def middle_half(self) -> tuple[Decimal, Decimal] | None:
        """Between which figures the middle half lies; None under eight figures."""
        if self.lower_quartile is None or self.upper_quartile is None:
            return None
        return self.lower_quartile, self.upper_quartile


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among `of` figures, one's own counted.

    `place` is exact, and `shared` says that others have it too. `place_from` to `place_to` are the
    places that all hold together whose figure is about the same as one's own: where differences
    that small mean nothing, nobody can be told apart within them.
    """

    place: int
    of: int
    shared: bool
    place_from: int
    place_to: int

    @staticmethod
    def among(
        others: int, *, higher: int, same: int, clearly_higher: int, clearly_lower: int
    ) -> "Rank | None":
        """The place of a figure beside some others, of which `higher` are higher and `same` equal;
        those clearly higher or lower are not about the same.

        None where the others are fewer than five.
        """
        if others < MINIMUM_MEMBERS:
            return None
        of = 1 + others
        return Rank(1 + higher, of, same > 0, 1 + clearly_higher, of - clearly_lower)

    @property
    def is_exact(self) -> bool:
        """Whether nobody else is about the same."""
        return self.place_from == self.place_to


class Band(StrEnum):
    """Where a score clearly lies in a set's quartiles."""

    TOP = "top-quarter"
    UPPER_MIDDLE = "upper-middle"
    LOWER_MIDDLE = "lower-middle"
    BOTTOM = "bottom-quarter"


def quantile(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """The type 7 quantile of figures in rising order; `share` is 0–1.

    Raises:
        ValueError: there are no figures, or `share` is outside 0–1.
    """
    if not ordered or not 0 <= share <= 1:
        raise ValueError("a quantile needs figures and a share of 0–1")
    position = (len(ordered) - 1) * share
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def describe(figures: Iterable[Decimal | None]) -> Statistics | None:
    """Statistics of the figures there are, or None where they are fewer than five.

    Missing figures are left out: they never count as 0.
    """
    ordered = sorted(figure for figure in figures if figure is not None)
    return describe_ordered(ordered, sum(ordered, Decimal(0)))


def describe_ordered(ordered: Sequence[Decimal], total: Decimal) -> Statistics | None:
    """The same of figures that are in rising order already, with their sum."""
    n = len(ordered)
    if n < MINIMUM_MEMBERS:
        return None
    quartiles = n >= MINIMUM_FOR_QUARTILES
    return Statistics(
        n=n,
        mean=total / n,
        median=quantile(ordered, Decimal("0.5")),
        minimum=ordered[0],
        maximum=ordered[-1],
        lower_quartile=quantile(ordered, Decimal("0.25")) if quartiles else None,
        upper_quartile=quantile(ordered, Decimal("0.75")) if quartiles else None,
    )


def rank(own: Decimal, others: Iterable[Decimal | None], limit: Decimal) -> Rank | None:
    """The place of `own` among the others and itself, best first.

    Less than `limit` points away is about the same; of 0 points, only what is equal. None where the
    others with a figure are fewer than five.
    """
    figures = [figure for figure in others if figure is not None]
    return Rank.among(
        len(figures),
        higher=sum(figure > own for figure in figures),
        same=figures.count(own),
        clearly_higher=sum(clearly_over(figure, own, limit) for figure in figures),
        clearly_lower=sum(clearly_over(own, figure, limit) for figure in figures),
    )


def clearly_over(figure: Decimal, other: Decimal, limit: Decimal) -> bool:
    """Whether a figure is higher than another by at least `limit`, and higher at all."""
    return figure > other and figure - other >= limit


def band(own: Decimal, statistics: Statistics | None, limit: Decimal) -> Band | None:
    """The narrowest of quarter and half that `own` is in clearly: at least `limit` points, and not
    0, from where it ends.

    None where that is not even a half, and where the set is too small for quartiles.
    """
    if statistics is None or statistics.upper_quartile is None or statistics.lower_quartile is None:
        return None
    if clearly_over(own, statistics.upper_quartile, limit):
        return Band.TOP
    if clearly_over(own, statistics.median, limit):
        return Band.UPPER_MIDDLE
    if clearly_over(statistics.lower_quartile, own, limit):
        return Band.BOTTOM
    if clearly_over(statistics.median, own, limit):
        return Band.LOWER_MIDDLE
    return None
