"""Where figures were read, how their source prints them, and when their record last changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.domain.score import Measure
from app.domain.stated import Source


@dataclass(frozen=True, slots=True)
class LastChange:
    """The release in which a record came or last changed, and when that was published."""

    release: int
    at: datetime


@dataclass(frozen=True, slots=True)
class FigureOrigin:
    """What is needed to cite an evaluation. `stated` are its figures as the source prints them."""

    source: Source
    stated: Mapping[Measure, Decimal]
    change: LastChange
