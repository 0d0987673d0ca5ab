"""Why something stands where a figure could: it is missing, or nothing was compared.

These are two things. A figure that is missing is not known (`MissingKind`). What was not compared
may well be known: it stands on its own page, and here it only stands beside nothing.
"""

from enum import StrEnum
from typing import TypeAlias

from app.domain.score import MissingKind


class NotCompared(StrEnum):
    """Why no difference, average or place is given where no figure need be missing."""

    OWN_MISSING = "own-missing"
    """One's own figure is missing, so that the other stands beside nothing."""
    OTHER_MISSING = "other-missing"
    """The other's figure is missing, so that one's own stands beside nothing."""
    ONE_MISSING = "one-missing"
    """Of two figures at least one is missing, so that they are not set beside each other."""
    TOO_FEW = "too-few"
    """Fewer than five have the figure, or too few of those evaluated (design rule 5)."""
    NOT_COMPARABLE = "not-comparable"
    """The method versions must not be compared at this level (design rule 4)."""
    NOT_IN_AVERAGE = "not-in-average"
    """The published average was not given for this measure."""
    FIRST = "first"
    """There is no earlier evaluation to compare with."""


Absence: TypeAlias = MissingKind | NotCompared
"""What stands in the place of a figure."""
