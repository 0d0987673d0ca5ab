"""Averages over time as SVG, and below them how many were evaluated, on one scale of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from app.charts import lettering, parts
from app.charts.legend import Legend
from app.charts.look import BREAK, LINE, TEXT_SIZE, SeriesRole
from app.charts.parts import Series, TextLine
from app.charts.svg import Svg, element
from app.charts.timescale import LEFT, Break, TimeScale
from app.charts.writing import Writer

_INSET: Final = 18
COUNTS: Final = 60
"""The height of the tallest bar."""
_BETWEEN_YEARS: Final = 38
"""The least room from one year that is written to the next."""
_CLEAR: Final = 6
"""What stays free around words and marks."""
_MARK: Final = 10
"""How wide marks are, with their rims."""
_CAPITAL: Final = 0.72 * TEXT_SIZE
"""How high figures are."""


@dataclass(frozen=True, slots=True)
class AveragePoint:
    """An average in a year, and what is said of it. Only points of one segment are joined. The
    figure of one that is `quiet` is not written at it, as one that is not to be quoted."""

    year: int
    value: Decimal
    said: str
    segment: str
    quiet: bool = False


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
    role: SeriesRole
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
        self._beside = self._dodged()
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

    def stretches(self) -> list[tuple[float, float, float]]:
        """The lines of the breaks, each across, from and to; they leave out the heading of the
        counts where they would strike it through."""
        ends = LEFT + lettering.width(self.counts.title, TEXT_SIZE) + _CLEAR
        found = []
        for x in self.breaks:
            if x < ends:
                found.append((x, self.top + 2, self._heading - LINE))
                found.append((x, self._heading + _CLEAR, self.foot))
            else:
                found.append((x, self.top + 2, self.foot))
        return found

    def place(self, point: AveragePoint) -> tuple[float, float]:
        """Where a point lies: in its year, or a little beside where it would hide another."""
        return self.x(point.year) + self._beside[point], self.y(point.value)

    def year_at(self, point: AveragePoint) -> float:
        """The same place on the scale of years."""
        return point.year + self._beside[point] / self.unit

    def _dodged(self) -> dict[AveragePoint, float]:
        """How far beside its year each point lies. Those that lines join keep their place; where
        years lie close, the others hide a part of each other rather than seem of the next year."""
        wide = min(_MARK, 0.4 * self.unit)
        beside: dict[AveragePoint, float] = {}
        for one in sorted(self.series, key=lambda each: not each.joined):
            for point in one.points:
                near = [
                    across
                    for other, across in beside.items()
                    if other.year == point.year
                    and abs(self.y(other.value) - self.y(point.value)) < _MARK
                ]
                free = (
                    step * wide
                    for step in (0, 1, -1, 2, -2, 3, -3)
                    if one.joined or all(abs(step * wide - across) >= wide for across in near)
                )
                beside.setdefault(point, next(free, 0))
        return beside

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
            *(parts.dashed_line(x, top, foot) for x, top, foot in self.stretches()),
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
                    found += [] if point.quiet else self._value(point, found)
        return found

    def _value(self, point: AveragePoint, taken: Sequence[TextLine]) -> list[TextLine]:
        """Above its mark, below or beside it, wherever it hides the fewest marks; nothing where it
        would meet another value: the table has every figure."""
        words = self.write(point.value)
        wide = lettering.bold_width(words, TEXT_SIZE)
        x, y = self.place(point)
        middle = min(max(x, wide / 2), self.width - wide / 2 - 1)
        near = self._between_breaks(middle - wide / 2, wide, x)
        rooms = [
            (left, base)
            for left, base in (
                (near, y - 9),
                (near, y + 8 + _CAPITAL),
                (x + 8, y + _CAPITAL / 2),
                (x - 8 - wide, y + _CAPITAL / 2),
            )
            if self._is_free(left, base, wide, taken)
        ]
        if not rooms:
            return []
        left, base = min(rooms, key=lambda room: self._hidden(room[0], room[1], wide))
        return [TextLine(words, left + wide / 2, base, "middle", bold=True)]

    def _between_breaks(self, left: float, wide: float, x: float) -> float:
        """Where words that belong to `x` begin, moved so that no break goes through them."""
        for line in self.breaks:
            left = min(left, line - wide - 3) if line > x else max(left, line + 3)
        return left

    def _is_free(self, left: float, base: float, wide: float, taken: Sequence[TextLine]) -> bool:
        """Whether words there lie within the field and meet no value and no break."""
        if left < 0 or left + wide > self.width or base > self.base:
            return False
        middle = left + wide / 2
        return not any(left - 2 < x < left + wide + 2 for x in self.breaks) and all(
            abs(middle - other.x) > wide + 4 or abs(base - other.y) >= LINE for other in taken
        )

    def _hidden(self, left: float, base: float, wide: float) -> int:
        """How many marks words there would lie on."""
        middle, high = left + wide / 2, _CAPITAL / 2
        return sum(
            abs(middle - x) <= wide / 2 + _CLEAR and abs(base - high - y) <= high + _CLEAR
            for x, y in (self.place(p) for one in self.series for p in one.points)
        )

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
        parts.line(one.role, [plane.place(p) for p in run])
        for run in (runs(one) if one.joined else [])
        if len(run) > 1
    ]
    marks = [parts.mark(one.role, *plane.place(p), plane.dates.index(p.year)) for p in one.points]
    return parts.series_group(one.role, *lines, *marks)
