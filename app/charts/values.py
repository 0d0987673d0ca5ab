"""What a figure shows, before anything is drawn. The SVG and the Plotly figure share these values.

Texts are already in the reader's language; numbers are exact and formatted by `format_points`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MOST_POLYGONS = 3


class Role(StrEnum):
    """What a series stands for; decides colour, dash and mark, the same in every figure."""

    SUBJECT = "subject"
    REFERENCE = "reference"
    SECOND_REFERENCE = "second-reference"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a spider, or one row of bars. `short` is the label where room is scarce."""

    label: str
    short: str
    max: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """One polygon, or one bar in each row. A missing value is None and is drawn as a gap."""

    name: str
    role: Role
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class SpiderFigure:
    """Eight fixed axes in method order, 0–100, at most three series.

    Raises:
        ValueError: more than three series, or a series without a value per axis.
    """

    title: str
    description: str
    axes: tuple[Axis, ...]
    series: tuple[Series, ...]
    missing_label: str
    format_points: Callable[[Decimal], str]

    def __post_init__(self) -> None:
        if len(self.series) > MOST_POLYGONS:
            raise ValueError("a spider has room for three polygons")
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError("every series needs a value or None per axis")


@dataclass(frozen=True, slots=True)
class BarsFigure:
    """A row per axis with a bar for the first series and marks for the others, 0–max."""

    title: str
    description: str
    axes: tuple[Axis, ...]
    series: tuple[Series, ...]
    missing_label: str
    format_points: Callable[[Decimal], str]

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError("every series needs a value or None per axis")


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """One evaluation in time. `value` None is an evaluation whose figure is not known."""

    year: int
    value: Decimal | None
    label: str
    segment: str
    """Points of one segment are joined by a line; between segments the line breaks."""


@dataclass(frozen=True, slots=True)
class HistoryBreak:
    """A visible break between two years, with its words."""

    after_year: int
    before_year: int
    label: str


@dataclass(frozen=True, slots=True)
class HistoryFigure:
    """Own evaluations over time, 0–max, with breaks where the method family changes."""

    title: str
    description: str
    max: Decimal
    points: tuple[HistoryPoint, ...]
    breaks: tuple[HistoryBreak, ...]
    missing_label: str
    format_points: Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Dot:
    """One municipality in a distribution; `label` is its name and the year."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots of one country, lowest first. `median` is its value and what is written at it."""

    name: str
    role: Role
    dots: tuple[Dot, ...]
    median: tuple[Decimal, str] | None


@dataclass(frozen=True, slots=True)
class DistributionFigure:
    """A dot for each municipality on a scale of 0–max, in a strip for each country."""

    title: str
    description: str
    max: Decimal
    strips: tuple[Strip, ...]
    format_points: Callable[[Decimal], str]
