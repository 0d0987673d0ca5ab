"""The distance between two figures, and what it may be called (design rule 6)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.score import Measure


@dataclass(frozen=True, slots=True)
class SmallDifference:
    """Under these gaps the words say "about the same": editorial, said on the method page."""

    area: Decimal = Decimal(3)
    total: Decimal = Decimal(10)

    def limit(self, measure: Measure) -> Decimal:
        return self.total if measure is Measure.TOTAL else self.area


class Standing(StrEnum):
    """How a score stands beside another figure."""

    ABOUT_THE_SAME = "about-the-same"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance from a score to another figure, with what it may be called."""

    difference: Decimal
    standing: Standing

    @property
    def size(self) -> Decimal:
        return abs(self.difference)


def gap(own: Decimal, other: Decimal, measure: Measure, small: SmallDifference) -> Gap:
    """How far `own` lies from `other`; under the limit of the measure it is about the same."""
    difference = own - other
    if abs(difference) < small.limit(measure):
        return Gap(difference, Standing.ABOUT_THE_SAME)
    return Gap(difference, Standing.ABOVE if difference > 0 else Standing.BELOW)
