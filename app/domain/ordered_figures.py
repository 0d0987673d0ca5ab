"""Figures put in order once, so that places, medians and averages are looked up and not counted.

One figure, one's own, may be left out: what is said then is said of the others alone. The answers
are exactly those of `app.domain.statistics` over the same figures.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import overload

from app.domain.statistics import Rank, Statistics, describe_ordered


@dataclass(frozen=True, slots=True)
class OrderedFigures(Sequence[Decimal]):
    """Figures in rising order with their sum; `left_out` is one of them that is not counted."""

    everything: Sequence[Decimal]
    everything_sum: Decimal
    left_out: Decimal | None = None

    @staticmethod
    def of(figures: Iterable[Decimal]) -> "OrderedFigures":
        """Puts figures in order."""
        ordered = tuple(sorted(figures))
        return OrderedFigures(ordered, sum(ordered, Decimal(0)))

    def without(self, figure: Decimal | None) -> "OrderedFigures":
        """The same without one of them; None leaves none out."""
        return OrderedFigures(self.everything, self.everything_sum, figure)

    def __len__(self) -> int:
        return len(self.everything) - (self.left_out is not None)

    @overload
    def __getitem__(self, at: int) -> Decimal: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Decimal]: ...
    def __getitem__(self, at: int | slice) -> Decimal | Sequence[Decimal]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        if self.left_out is not None and place >= bisect_left(self.everything, self.left_out):
            place += 1
        return self.everything[place]

    @property
    def sum(self) -> Decimal:
        return self.everything_sum - (self.left_out or Decimal(0))

    @property
    def statistics(self) -> Statistics | None:
        """Mean, median and quartiles; None where there are fewer than five figures."""
        return describe_ordered(self, self.sum)

    def rank(self, own: Decimal, limit: Decimal) -> Rank | None:
        """The place of `own` among these and itself, best first; None among fewer than five.

        Less than `limit` points away is about the same; of 0 points, only what is equal.
        """
        higher, lower = self._over(own), self._under(own)
        return Rank.among(
            len(self),
            higher=higher,
            same=len(self) - higher - lower,
            clearly_higher=self._from(own + limit) if limit else higher,
            clearly_lower=self._to(own - limit) if limit else lower,
        )

    def rank_of(self, member: Decimal, limit: Decimal) -> Rank | None:
        """The place of one of these; None where there are fewer than five others."""
        return self.without(member).rank(member, limit)

    def _over(self, figure: Decimal) -> int:
        found = len(self.everything) - bisect_right(self.everything, figure)
        return found - (self.left_out is not None and self.left_out > figure)

    def _from(self, figure: Decimal) -> int:
        found = len(self.everything) - bisect_left(self.everything, figure)
        return found - (self.left_out is not None and self.left_out >= figure)

    def _under(self, figure: Decimal) -> int:
        found = bisect_left(self.everything, figure)
        return found - (self.left_out is not None and self.left_out < figure)

    def _to(self, figure: Decimal) -> int:
        found = bisect_right(self.everything, figure)
        return found - (self.left_out is not None and self.left_out <= figure)
