"""What a scenario is made of: an area with a target, and how much each area counts."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from app.domain.message import say
from app.domain.score import Measure
from app.errors import BadParameter, unknown_value
from app.web.parameters import LONGEST_TEXT, PageParameters, whole_number

Area: TypeAlias = Annotated[Literal["1", "2", "3", "4", "5", "6", "7", "8"], whole_number(1, 8, 3)]
Weight: TypeAlias = Annotated[Literal["0", "1", "2", "3"], whole_number(0, 3)]

WEIGHTS: Final[tuple[str, ...]] = ("0", "1", "2", "3")
POINTS_OF_AREAS: Final = tuple(f"p{no}" for no in range(1, 9))
MEDIAN: Final = "median"
POINTS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9])?")
TARGETS: Final = (MEDIAN, *(str(points) for points in range(10, 101, 10)))
"""The targets that the form offers; an address may have any points of 0–100."""


Tried: TypeAlias = str | None


class WhatIfParameters(PageParameters):
    """`target` is `median` or points; `p1`–`p8` are points that each area would have; `w1`–`w8` say
    how often each area counts."""

    area: Area | None = None
    target: str = Field(MEDIAN, max_length=LONGEST_TEXT)
    p1: Tried = Field(None, max_length=LONGEST_TEXT)
    p2: Tried = Field(None, max_length=LONGEST_TEXT)
    p3: Tried = Field(None, max_length=LONGEST_TEXT)
    p4: Tried = Field(None, max_length=LONGEST_TEXT)
    p5: Tried = Field(None, max_length=LONGEST_TEXT)
    p6: Tried = Field(None, max_length=LONGEST_TEXT)
    p7: Tried = Field(None, max_length=LONGEST_TEXT)
    p8: Tried = Field(None, max_length=LONGEST_TEXT)
    w1: Weight = "1"
    w2: Weight = "1"
    w3: Weight = "1"
    w4: Weight = "1"
    w5: Weight = "1"
    w6: Weight = "1"
    w7: Weight = "1"
    w8: Weight = "1"

    @model_validator(mode="after")
    def _can_be_tried(self) -> Self:
        """What each value alone does not tell.

        Raises:
            BadParameter: no area counts, the target is neither the median nor points of 0–100, or
                points of an area are none.
        """
        faults = []
        if not any(self.weights):
            told = say("All weights are 0. Let at least one area count.")
            faults.append(BadParameter("w1", told, WEIGHTS[1:]))
        if self.target != MEDIAN and not _is_points(self.target):
            faults.append(unknown_value("target", self.target, (MEDIAN, "0–100")))
        for name in POINTS_OF_AREAS:
            given = getattr(self, name)
            if given is not None and not _is_points(given):
                faults.append(unknown_value(name, given, ("0–100",)))
        if faults:
            raise BadParameter.together(faults)
        return self

    @property
    def measure(self) -> Measure | None:
        return None if self.area is None else Measure(self.area)

    @property
    def points(self) -> Decimal | None:
        """The target in points; None where it is the median."""
        return None if self.target == MEDIAN else Decimal(self.target)

    @property
    def tried(self) -> Mapping[Measure, Decimal]:
        """The points that areas would have, where they are given one by one."""
        given = ((no, getattr(self, name)) for no, name in enumerate(POINTS_OF_AREAS, 1))
        return {Measure.of_area(no): Decimal(points) for no, points in given if points is not None}

    @property
    def weights(self) -> tuple[int, ...]:
        """How often each area counts, in method order; one of them is more than 0."""
        chosen = (self.w1, self.w2, self.w3, self.w4, self.w5, self.w6, self.w7, self.w8)
        return tuple(int(weight) for weight in chosen)

    @property
    def targets(self) -> tuple[str, ...]:
        """What the form offers, with what the address has."""
        return TARGETS if self.target in TARGETS else (*TARGETS, self.target)

    @staticmethod
    def shown(target: str) -> Decimal:
        """A target of the form in points."""
        return Decimal(target)

    @property
    def chosen_area(self) -> tuple[tuple[str, str], ...]:
        """The area and its target, or the points of areas, as the address has them, where they are
        not the usual ones."""
        return self._chosen(("area", "target", *POINTS_OF_AREAS))

    @property
    def chosen_weights(self) -> tuple[tuple[str, str], ...]:
        """The weights as the address has them, where they are not the usual ones."""
        return self._chosen(tuple(f"w{no}" for no in range(1, 9)))

    def _chosen(self, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        usual = type(self)()
        values = ((name, getattr(self, name)) for name in names)
        return tuple((n, value) for n, value in values if value != getattr(usual, n))


def _is_points(target: str) -> bool:
    return POINTS.fullmatch(target) is not None and Decimal(target) <= 100
