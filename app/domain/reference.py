"""Averages that somebody else published, kept beside ours with their source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.message import LocalText
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.stated import Source


class ReferenceStatistic(StrEnum):
    """Which kind of average was published."""

    MEAN = "mean"
    MEDIAN = "median"


class ReferenceBasis(StrEnum):
    """How the figures of a published average are known."""

    PRINTED = "printed"
    """As the source prints them."""
    RECONSTRUCTED = "reconstructed"
    """Digits are lost in print, and follow from other figures of the source."""
    DEDUCED = "deduced"
    """The source does not print them; they follow from others that it prints."""
    OPINION_PIECE = "opinion-piece"
    """At second hand: an opinion piece gives them, and not who computed them."""


class CountBasis(StrEnum):
    """Where it was read over how many a published average was taken."""

    SAME_SOURCE = "same-source"
    OTHER_SOURCE = "other-source"
    NOT_STATED = "not-stated"


class Breadth(StrEnum):
    """Whether the source says that the average is of all who had been evaluated."""

    ALL = "all"
    PART = "part"
    """Of some, such as the 40 latest, or those of a size."""


@dataclass(frozen=True, slots=True)
class ReferenceAverage:
    """A published average, in points. `n` is None where no source says over how many.

    `basis` and `n_basis` are None in releases that were published before they were kept; `breadth`
    also where the source does not say whom it covers. `n_source` is where `n` was read, where that
    is another source than that of the figures.
    """

    id: str
    label: LocalText
    country: Country
    family: str
    as_of: int
    statistic: ReferenceStatistic
    n: int | None
    size_group: str | None
    figures: Mapping[Measure, Decimal]
    source: Source
    note: LocalText | None = None
    basis: ReferenceBasis | None = None
    n_basis: CountBasis | None = None
    n_source: Source | None = None
    breadth: Breadth | None = None

    @property
    def at_second_hand(self) -> bool:
        """Whether it is told by somebody with a cause of their own, not by who computed it."""
        return self.basis is ReferenceBasis.OPINION_PIECE


def at_first_hand(averages: Iterable[ReferenceAverage]) -> tuple[ReferenceAverage, ...]:
    """Those that may lead: none at second hand where there is any other."""
    every = tuple(averages)
    return tuple(one for one in every if not one.at_second_hand) or every
