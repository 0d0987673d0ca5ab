"""Averages over time as SVG, and below them how many were evaluated, on one scale of years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from app.charts import lettering, parts, rows
from app.charts.legend import Legend
from app.charts.look import BREAK, LINE, TEXT_SIZE, WIDTH
from app.charts.parts import Text
from app.charts.svg import Svg, drawing, element
from app.charts.values import HistoryBreak, Role, Series

LEFT: Final = 36
RIGHT: Final = WIDTH - 2
INSET: Final = 18
"""From the ends of the base line to the first and the last year."""
HEIGHT: Final = 150
COUNTS: Final = 60
"""The height of the tallest bar."""
_BETWEEN_YEARS: Final = 38
"""The least room from one year that is written to the next."""
QUARTERS: Final = tuple(Decimal(part) / 4 for part in range(5))


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
    """Averages of one kind; those that are not `joined` stand by themselves."""

    name: str
    role: Role
    points: tuple[AveragePoint, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class DevelopmentFigure:
    """Averages of a country, 0–max, with breaks where the method family changes.

    Raises:
        ValueError: no evaluation in any year.
    """

    title: str
    description: str
    max: Decimal
    series: tuple[AverageSeries, ...]
    counts: tuple[YearCount, ...]
    counts_title: str
    breaks: tuple[HistoryBreak, ...]
    format_points: Callable[[Decimal], str]

    def __post_init__(self) -> None:
        if not self.counts:
            raise ValueError("a development needs at least one year")


class Plane:
    """Where everything lies; Plotly is given the same places."""

    def __init__(self, figure: DevelopmentFigure) -> None:
        self.figure = figure
        years = [point.year for one in figure.series for point in one.points]
        years += [one.year for one in figure.counts]
        self.first, self.last = min(years), max(years)
        self.most = max(count.count for count in figure.counts)
        self.breaks = [self.x((one.after_year + one.before_year) / 2) for one in figure.breaks]
        wanted = [(one.label, x) for one, x in zip(figure.breaks, self.breaks, strict=True)]
        self._words = rows.placed(wanted)
        self.top = rows.height(self._words)
        self.base = self.top + LINE + HEIGHT
        self._heading = self.base + 2 * LINE
        self.foot = self._heading + 2 * LINE + COUNTS
        self.legend = Legend(
            tuple(Series(one.name, one.role, ()) for one in figure.series),
            self.foot + LINE + 9,
            "",
            unjoined=frozenset(one.role for one in figure.series if not one.joined),
        )

    @property
    def unit(self) -> float:
        """From one year to the next."""
        return (RIGHT - LEFT - 2 * INSET) / max(self.last - self.first, 1)

    @property
    def bar_width(self) -> float:
        return min(12, 0.7 * self.unit)

    def x(self, year: float) -> float:
        """Where a year lies."""
        if self.first == self.last:
            return (LEFT + RIGHT) / 2
        return LEFT + INSET + (year - self.first) * self.unit

    def y(self, value: Decimal) -> float:
        """Where an average lies."""
        return self.base - HEIGHT * float(value / self.figure.max)

    def top_of(self, count: int) -> float:
        """How high the bar of a year reaches."""
        return self.foot - COUNTS * count / self.most

    def texts(self) -> list[Text]:
        """Every text but those of the legend."""
        row = rows.row_height(self._words)
        return [
            *(text for label in self._words for text in label.texts(0, row)),
            *self._scale(),
            *self._values(),
            Text(self.figure.counts_title, LEFT, self._heading, room=RIGHT - LEFT),
            *self._counts(),
            *self._years(),
        ]

    def _scale(self) -> list[Text]:
        values = [self.figure.max * quarter for quarter in QUARTERS]
        return [
            Text(self.figure.format_points(v), LEFT - 5, self.y(v) + 4, "end", room=LEFT - 6)
            for v in values
        ]

    def _values(self) -> list[Text]:
        """The first and the last average of every line, above them."""
        found: list[Text] = []
        for one in self.figure.series:
            for run in runs(one) if one.joined else []:
                for point in (run[0], run[-1]) if len(run) > 1 else run:
                    found += self._value(point, found)
        return found

    def _value(self, point: AveragePoint, taken: Sequence[Text]) -> list[Text]:
        """Nothing where it would meet another; the table has every figure."""
        words = self.figure.format_points(point.value)
        half = lettering.bold_width(words, TEXT_SIZE) / 2
        x, y = min(max(self.x(point.year), half), WIDTH - half - 1), self.y(point.value) - 9
        free = all(abs(x - other.x) > 2 * half + 4 or abs(y - other.y) >= LINE for other in taken)
        return [Text(words, x, y, "middle", bold=True)] if free else []

    def _counts(self) -> list[Text]:
        """How many, above each bar that is wide enough for it."""
        counts = self.figure.counts
        widest = max(lettering.width(str(one.count), TEXT_SIZE) for one in counts)
        if widest > self.unit and self.first != self.last:
            return []
        return [
            Text(str(one.count), self.x(one.year), self.top_of(one.count) - 4, "middle")
            for one in counts
        ]

    def _years(self) -> list[Text]:
        """As many years as there is room for, counted back from the last."""
        step = next(n for n in (1, 2, 5, 10, 50) if n * self.unit >= _BETWEEN_YEARS or n == 50)
        years = range(self.last, self.first - 1, -step)
        return [Text(str(year), self.x(year), self.foot + LINE, "middle") for year in years]


def runs(one: AverageSeries) -> list[list[AveragePoint]]:
    """The points that a line may join."""
    return [list(points) for _, points in groupby(one.points, key=lambda point: point.segment)]


def development_svg(figure: DevelopmentFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    plane = Plane(figure)
    grid = [plane.y(figure.max * quarter) for quarter in QUARTERS]
    return drawing(
        WIDTH,
        plane.legend.bottom,
        figure.title,
        figure.description,
        id_prefix,
        *(parts.grid_line(LEFT, y, RIGHT, y) for y in (*grid, plane.foot)),
        *(_break(x, plane) for x in plane.breaks),
        *(_bar(one, plane) for one in figure.counts),
        *(_series(one, plane) for one in reversed(figure.series)),
        *plane.legend.drawn(),
        *(text.drawn() for text in plane.texts()),
    )


def _break(x: float, plane: Plane) -> Svg:
    return element(
        "line",
        x1=x,
        y1=plane.top + 2,
        x2=x,
        y2=plane.foot,
        stroke=BREAK,
        stroke_width=1.5,
        stroke_dasharray="4 4",
        class_="figure-break",
    )


def _bar(one: YearCount, plane: Plane) -> Svg:
    top = plane.top_of(one.count)
    return element(
        "rect",
        parts.title(one.said),
        x=plane.x(one.year) - plane.bar_width / 2,
        y=top,
        width=plane.bar_width,
        height=plane.foot - top,
        fill=BREAK,
        class_="figure-count",
    )


def _series(one: AverageSeries, plane: Plane) -> Svg:
    lines = [
        parts.line(one.role, [(plane.x(p.year), plane.y(p.value)) for p in run])
        for run in (runs(one) if one.joined else [])
        if len(run) > 1
    ]
    marks = [parts.mark(one.role, plane.x(p.year), plane.y(p.value), p.said) for p in one.points]
    return parts.series_group(one.role, *lines, *marks)
