"""Averages that somebody else published, kept beside ours with their source."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.evaluation import Source
from app.domain.message import LocalText
from app.domain.municipality import Country
from app.domain.score import Measure


class ReferenceStatistic(StrEnum):
    """Which kind of average was published."""

    MEAN = "mean"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class ReferenceAverage:
    """A published average. `n` is None where its source does not say over how many."""

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
