"""Lines from earlier to later years as SVG, with the values at their ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from app.charts import lettering, parts
from app.charts.legend import Legend
from app.charts.look import LINE, TEXT_SIZE, SeriesRole
from app.charts.parts import Cross, Series, TextLine
from app.charts.svg import Svg
from app.charts.timescale import LEFT, Labels, TimeScale

if TYPE_CHECKING:
    from app.charts.slopes.figure import SlopesFigure

_INSET: Final = 40
"""Room for a value before the first year and behind the last."""
_MISSING: Final = 22
"""The band under the base line for those without a figure: they are not 0."""
_ASIDE: Final = 9
"""From the middle of a mark to the text beside it."""
_EDGE: Final = 4
"""A reader's font may be wider than ours by as much."""
_RISE: Final = 4.7
"""From the middle of a text down to its baseline."""


@dataclass(frozen=True, slots=True)
class SlopePoint:
    """One evaluation. `value` None is one whose figure is not known. Only neighbours of one
    `segment` are joined."""

    year: int
    value: Decimal | None
    segment: str


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """The evaluations of one municipality, oldest first."""

    name: str
    role: SeriesRole
    points: tuple[SlopePoint, ...]

    def runs(self) -> Iterator[list[tuple[int, Decimal]]]:
        """Years and values that a line may join, one after the other; a single one stands alone."""
        run: list[tuple[int, Decimal]] = []
        segment = None
        for point in self.points:
            if run and (point.value is None or point.segment != segment):
                yield run
                run = []
            if point.value is not None:
                run.append((point.year, point.value))
            segment = point.segment
        if run:
            yield run


class Slopes(TimeScale):
    """Where everything lies."""

    def __init__(self, figure: "SlopesFigure", width: float) -> None:
        self.figure = figure
        self.dates = figure.years
        super().__init__(self.dates, (), figure.max, figure.write, width, inset=_INSET, above=LINE)
        lacking = any(p.value is None for one in figure.lines_over_time for p in one.points)
        self._foot = self.base + (_MISSING if lacking else 0)
        self._labels = Labels([(str(year), self.x(year)) for year in self.dates], width)
        self.height = self._foot + 6 + self._labels.height
        self.legend = Legend(
            [
                Series(one.name, one.role, tuple(p.value for p in one.points))
                for one in figure.lines_over_time
            ],
            figure.write(None),
        )

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        texts = (*self.scale(), *self._labels.texts(self._foot + 6), *self._values())
        return [
            *self.grid(),
            *(parts.grid_line(x, self.top, x, self._foot + 6) for x in map(self.x, self.dates)),
            *(self._line(one) for one in self.figure.lines_over_time),
            *(cross.drawn() for cross in self._crosses()),
            *(text.drawn() for text in texts),
            *self._hits(),
        ]

    def _line(self, one: SlopeLine) -> Svg:
        runs = [[(self.x(year), self.y(value)) for year, value in run] for run in one.runs()]
        at = {self.x(year): number for number, year in enumerate(self.dates)}
        return parts.series_group(
            one.role,
            *(parts.line(one.role, run) for run in runs if len(run) > 1),
            *(parts.mark(one.role, x, y, at[x]) for run in runs for x, y in run),
        )

    def _crosses(self) -> list[Cross]:
        """In the band under the scale, those of one year beside one another."""
        found = []
        for at, year in enumerate(self.dates):
            lacking = [
                one.role
                for one in self.figure.lines_over_time
                if any(p.year == year and p.value is None for p in one.points)
            ]
            left = self.x(year) - 6 * (len(lacking) - 1)
            found += [
                Cross(role, left + 12 * place, self.base + _MISSING / 2, at)
                for place, role in enumerate(lacking)
            ]
        return found

    def _values(self) -> list[TextLine]:
        """What the ends of each line are worth: outside them where that is free, else above or
        below. Where nothing is free the value stands in the table alone."""
        marks = [
            _Box.around_mark(self.x(p.year), self.y(p.value))
            for one in self.figure.lines_over_time
            for p in one.points
            if p.value is not None
        ]
        texts: list[TextLine] = []
        taken: list[_Box] = []
        for one in self.figure.lines_over_time:
            for run in one.runs():
                for at, (year, value) in enumerate(run):
                    if 0 < at < len(run) - 1:
                        continue
                    is_last = at == len(run) - 1
                    text, box = self._free(self.write(value), year, value, taken, marks, is_last)
                    if text and box:
                        texts.append(text)
                        taken.append(box)
        return texts

    def _free(
        self,
        words: str,
        year: int,
        value: Decimal,
        taken: Sequence["_Box"],
        marks: Sequence["_Box"],
        is_last: bool,
    ) -> tuple[TextLine | None, "_Box | None"]:
        x, y = self.x(year), self.y(value)
        wide = lettering.bold_width(words, TEXT_SIZE)
        half = wide / 2
        middle = y + _RISE
        right, left = (x + _ASIDE + half, middle), (x - _ASIDE - half, middle)
        above, below = (x, y - _ASIDE), (x, y + _ASIDE + 2 * _RISE)
        outside, inside = (right, left) if is_last else (left, right)
        places = (outside, above, below, (x, above[1] - LINE), (x, below[1] + LINE), inside)
        for across, baseline in places:
            box = _Box(across - half, baseline - 2 * _RISE, across + half, baseline + 1)
            within = (
                box.left > LEFT - 2
                and box.top > 0
                and box.right < self.width - _EDGE
                and box.bottom < self.base + 2
            )
            if within and not any(box.meets(other) for other in (*taken, *marks)):
                return TextLine(words, across, baseline, "middle", bold=True), box
        return None, None

    def _hits(self) -> list[Svg]:
        """A column for each year."""
        return [
            parts.hit(
                at,
                self.figure.said(year),
                x=left,
                y=self.top,
                width=right - left,
                height=self.height - self.top,
            )
            for at, (year, (left, right)) in enumerate(
                zip(self.dates, self.columns(self.dates), strict=True)
            )
        ]


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def around_mark(x: float, y: float) -> "_Box":
        return _Box(x - 6, y - 6, x + 6, y + 6)

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )
