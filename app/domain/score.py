"""Points, and what stands in their place when they are missing.

Exact inside, rounded on show: a question's points have one decimal in the reports, so points are
decimals and only the formatter rounds them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import cast


class MissingKind(StrEnum):
    """Why a figure is absent. A missing figure is never 0 and never blank."""

    NOT_FOUND = "not-found"
    """Not in the sources that have been read."""
    NOT_PUBLIC = "not-public"
    """Exists, and its owner has not published it."""
    NOT_IN_VERSION = "not-in-version"
    """The method version does not have this area or question."""
    NOT_EVALUATED = "not-evaluated"
    """The evaluation left this part out."""
    WITHDRAWN = "withdrawn"
    """Was public and has been withdrawn."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with everything that is known of it.

    `score` is ours: the sum of the parts where they are complete, else what the source states.
    `stated` is what the source prints. Exactly one of `score` and `missing` is set.
    """

    score: Decimal | None
    stated: Decimal | None
    max: Decimal
    missing: MissingKind | None = None

    def __post_init__(self) -> None:
        if (self.score is None) == (self.missing is None):
            raise ValueError("a figure has either a score or a reason why it is missing")
        for points in (self.score, self.stated):
            if points is not None and not 0 <= points <= self.max:
                raise ValueError(f"{points} is outside 0–{self.max}")

    @property
    def value(self) -> Decimal | MissingKind:
        """The score, or why there is none."""
        return cast(MissingKind, self.missing) if self.score is None else self.score

    @property
    def share(self) -> Decimal | None:
        """Score as a share of the maximum, 0–1."""
        if self.score is None or self.max == 0:
            return None
        return self.score / self.max


def figure_from_parts(
    parts: Iterable[Decimal | None] | None,
    stated: Decimal | None,
    maximum: Decimal,
    missing: MissingKind = MissingKind.NOT_FOUND,
) -> Figure:
    """The figure of an area from its questions, or of the total from its areas' questions.

    `parts` is None when the parts are not known at all. The sum counts only where every part has
    points (design rule 1); otherwise the stated figure stands, and without one the figure is
    missing for the reason given.
    """
    known = None if parts is None else tuple(parts)
    if known:
        scored = [part for part in known if part is not None]
        if len(scored) == len(known):
            return Figure(sum(scored, Decimal(0)), stated, maximum)
    if stated is not None:
        return Figure(stated, stated, maximum)
    return Figure(None, None, maximum, missing)


class Measure(StrEnum):
    """What may be compared, averaged or sorted by: the total or one of the eight areas."""

    TOTAL = "total"
    AREA_1 = "1"
    AREA_2 = "2"
    AREA_3 = "3"
    AREA_4 = "4"
    AREA_5 = "5"
    AREA_6 = "6"
    AREA_7 = "7"
    AREA_8 = "8"

    @property
    def area(self) -> int | None:
        """The number of the area, or None for the total."""
        return None if self is Measure.TOTAL else int(self.value)

    @staticmethod
    def of_area(number: int) -> "Measure":
        """The measure of area 1–8.

        Raises:
            ValueError: the number is outside 1–8.
        """
        return Measure(str(number))

    @property
    def level(self) -> "Level":
        """The level at which method versions must be comparable for this measure."""
        return Level.TOTAL if self is Measure.TOTAL else Level.AREA


AREA_MEASURES: tuple[Measure, ...] = tuple(m for m in Measure if m is not Measure.TOTAL)


class Level(StrEnum):
    """The levels at which two evaluations can be set side by side."""

    TOTAL = "total"
    AREA = "area"
    QUESTION = "question"
