"""Averages over time as SVG, and below them how many were evaluated, on one scale of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from app.charts import lettering, parts
from app.charts.legend import Legend
from app.charts.look import BREAK, LINE, TEXT_SIZE, Role
from app.charts.parts import Series, TextLine
from app.charts.svg import Svg, element
from app.charts.timescale import LEFT, Break, TimeScale
from app.charts.writing import Writer

_INSET: Final = 18
COUNTS: Final = 60
"""The height of the tallest bar."""
_BETWEEN_YEARS: Final = 38
"""The least room from one year that is written to the next."""


@dataclass(frozen=True, slots=True)
class AveragePoint:
    """An average in a year, and what is said of it. Only points of one segment are joined."""

    year: int
    value: Decimal
    said: str
    segment: str


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many were evaluated in a year."""

    year: int
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class AverageSeries:
    """Averages of one kind, or results where there is none; those that are not `joined` stand by
    themselves. The value of those `written` stands at each of them."""

    name: str
    role: Role
    points: tuple[AveragePoint, ...]
    joined: bool
    written: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """The years with evaluations, under a title.

    Raises:
        ValueError: there is no year.
    """

    title: str
    years: tuple[YearCount, ...]

    def __post_init__(self) -> None:
        if not self.years:
            raise ValueError("a development needs at least one year")


class Plane(TimeScale):
    """Where everything lies; Plotly is given the same places."""

    def __init__(
        self,
        series: Sequence[AverageSeries],
        counts: Counts,
        breaks: Sequence[Break],
        maximum: Decimal,
        write: Writer,
        width: float,
    ) -> None:
        years = [point.year for one in series for point in one.points]
        years += [one.year for one in counts.years]
        super().__init__(years, breaks, maximum, write, width, inset=_INSET, above=LINE)
        self.series, self.counts = series, counts
        self.most = max(one.count for one in counts.years)
        self.dates = sorted(set(years))
        """Every year that has anything, in the order of what answers to a mouse."""
        self._heading = self.base + 2 * LINE
        self.foot = self._heading + 2 * LINE + COUNTS
        self.height = self.foot + LINE + 4
        self.legend = Legend(
            tuple(Series(one.name, one.role, ()) for one in series),
            "",
            unjoined=frozenset(one.role for one in series if not one.joined),
        )

    @property
    def bar_width(self) -> float:
        return min(12, 0.7 * self.unit)

    def place(self, point: AveragePoint) -> tuple[float, float]:
        """Where a point lies."""
        return self.x(point.year), self.y(point.value)

    def top_of(self, count: int) -> float:
        """How high the bar of a year reaches."""
        return self.foot - COUNTS * count / self.most

    def texts(self) -> list[TextLine]:
        """Every text but those of the legend."""
        return [
            *self.words.texts(0),
            *self.scale(),
            *self._values(),
            TextLine(self.counts.title, LEFT, self._heading, room=self.right - LEFT),
            *self._counts(),
            *self._years(),
        ]

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *self.grid(),
            parts.grid_line(LEFT, self.foot, self.right, self.foot),
            *(parts.dashed_line(x, self.top + 2, self.foot) for x in self.breaks),
            *(_bar(one, self) for one in self.counts.years),
            *(_series(one, self) for one in reversed(self.series)),
            *(text.drawn() for text in self.texts()),
            *self._hits(),
        ]

    def _hits(self) -> list[Svg]:
        """A column for each year that has anything."""
        return [
            parts.hit(
                at,
                self.said(year),
                x=left,
                y=self.top,
                width=right - left,
                height=self.height - self.top,
            )
            for at, (year, (left, right)) in enumerate(
                zip(self.dates, self.columns(self.dates), strict=True)
            )
        ]

    def said(self, year: int) -> str:
        """All that is drawn of a year in words."""
        told = [p.said for one in self.series for p in one.points if p.year == year]
        return ". ".join([*told, *(one.said for one in self.counts.years if one.year == year)])

    def _values(self) -> list[TextLine]:
        """The first and the last average of every line, and every one that is written, above
        them."""
        found: list[TextLine] = []
        for one in self.series:
            for run in runs(one) if one.joined or one.written else []:
                ends = (run[0], run[-1]) if one.joined and len(run) > 1 else run
                for point in ends:
                    found += self._value(point, found)
        return found

    def _value(self, point: AveragePoint, taken: Sequence[TextLine]) -> list[TextLine]:
        """Nothing where it would meet another; the table has every figure."""
        words = self.write(point.value)
        half = lettering.bold_width(words, TEXT_SIZE) / 2
        x, y = min(max(self.x(point.year), half), self.width - half - 1), self.y(point.value) - 9
        free = all(abs(x - other.x) > 2 * half + 4 or abs(y - other.y) >= LINE for other in taken)
        return [TextLine(words, x, y, "middle", bold=True)] if free else []

    def _counts(self) -> list[TextLine]:
        """How many, above each bar that is wide enough for it."""
        counts = self.counts.years
        widest = max(lettering.width(str(one.count), TEXT_SIZE) for one in counts)
        if widest > self.unit and self.first != self.last:
            return []
        return [
            TextLine(str(one.count), self.x(one.year), self.top_of(one.count) - 4, "middle")
            for one in counts
        ]

    def _years(self) -> list[TextLine]:
        """As many years as there is room for, counted back from the last."""
        step = next(n for n in (1, 2, 5, 10, 50) if n * self.unit >= _BETWEEN_YEARS or n == 50)
        years = range(self.last, self.first - 1, -step)
        return [TextLine(str(year), self.x(year), self.foot + LINE, "middle") for year in years]


def runs(one: AverageSeries) -> list[list[AveragePoint]]:
    """The points that a line may join."""
    return [list(points) for _, points in groupby(one.points, key=lambda point: point.segment)]


def _bar(one: YearCount, plane: Plane) -> Svg:
    top = plane.top_of(one.count)
    return element(
        "rect",
        x=plane.x(one.year) - plane.bar_width / 2,
        y=top,
        width=plane.bar_width,
        height=plane.foot - top,
        fill=BREAK,
        data_at=plane.dates.index(one.year),
        class_="figure-count",
    )


def _series(one: AverageSeries, plane: Plane) -> Svg:
    lines = [
        parts.line(one.role, [(plane.x(p.year), plane.y(p.value)) for p in run])
        for run in (runs(one) if one.joined else [])
        if len(run) > 1
    ]
    marks = [parts.mark(one.role, *plane.place(p), plane.dates.index(p.year)) for p in one.points]
    return parts.series_group(one.role, *lines, *marks)
