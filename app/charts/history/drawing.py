"""Own evaluations over time as SVG: a true time scale, and lines that break with the method."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, LOOKS, SURFACE, TEXT_SIZE, SeriesRole
from app.charts.parts import Anchor, TextLine
from app.charts.svg import Svg, element
from app.charts.timescale import Break, Labels, TimeScale
from app.charts.writing import Writer

_INSET: Final = 26
_MISSING: Final = 22
"""The band under the base line for those without a figure: they are not 0."""
_VALUE_ROOM: Final = LINE + 8
"""Above the scale, for the value of a point at its very top."""


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """One evaluation in time. `value` None is an evaluation whose figure is not known."""

    year: int
    value: Decimal | None
    label: str
    segment: str
    """Points of one segment are joined by a line; between segments the line breaks."""


class Timeline(TimeScale):
    """Where everything in a history lies; Plotly is given the same places."""

    def __init__(
        self,
        points: Sequence[HistoryPoint],
        breaks: Sequence[Break],
        maximum: Decimal,
        write: Writer,
        width: float,
    ) -> None:
        years = [point.year for point in points]
        super().__init__(years, breaks, maximum, write, width, inset=_INSET, above=_VALUE_ROOM)
        self.points = points
        self._labels = Labels([(point.label, self.x(point.year)) for point in points], width)
        self._foot = self.base + (_MISSING if None in [p.value for p in points] else 0)
        self.height = self._foot + 8 + self._labels.height
        self.legend = None

    def labels(self) -> list[TextLine]:
        """The words of the breaks above, and of the points below."""
        return [*self.words.texts(0), *self._labels.texts(self._foot + 8)]

    def ticks(self) -> list[tuple[float, float, float]]:
        """From the base line, or from the band under it, to the label of each point: x, top,
        bottom."""
        return [
            (self.x(point.year), self._foot, self._foot + 8 + below)
            for point, below in zip(self.points, self._labels.tops(), strict=True)
        ]

    def missing(self) -> list[tuple[float, float]]:
        """Where the marks of those without a figure lie, in their band."""
        y = self.base + _MISSING / 2 + 2
        return [(self.x(point.year), y) for point in self.points if point.value is None]

    def values(self) -> list[TextLine]:
        """What each point is worth, above it, or below it where another is in the way; words beside
        the mark of those without a figure."""
        texts: list[TextLine] = []
        for point in self.points:
            if point.value is None:
                continue
            words = self.write(point.value)
            half = lettering.bold_width(words, TEXT_SIZE) / 2
            x = min(max(self.x(point.year), half + 1), self.width - half - 1)
            y = _free(x, (self.y(point.value), self.base), half, texts)
            texts.append(TextLine(words, x, y, "middle", bold=True))
        return [*texts, *self._unknown()]

    def _unknown(self) -> list[TextLine]:
        """Once for all of them, where there is room beside a mark."""
        words = self.write(None)
        room = lettering.width(words, TEXT_SIZE)
        places = self.missing()
        for x, y in places:
            sides: tuple[tuple[float, Anchor], ...] = ((x + 10, "start"), (x - 10 - room, "end"))
            for left, anchor in sides:
                free = not any(left - 8 < other < left + room + 8 for other, _ in places)
                if free and left > 1 and left + room < self.width - 1:
                    at = left if anchor == "start" else left + room
                    return [TextLine(words, at, y + TEXT_SIZE / 3, anchor)]
        return []

    def said(self, point: HistoryPoint) -> str:
        """A point in words."""
        return f"{point.label}: {self.write(point.value)}"

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *self.grid(),
            *(parts.grid_line(x, top, x, bottom) for x, top, bottom in self.ticks()),
            *(parts.dashed_line(x, self.top + 2, self.base) for x in self.breaks),
            parts.series_group(SeriesRole.SUBJECT, *_lines(self), *_marks(self)),
            *(text.drawn() for text in (*self.scale(), *self.values(), *self.labels())),
            *self._hits(),
        ]

    def _hits(self) -> list[Svg]:
        """A column for each evaluation."""
        columns = self.columns([point.year for point in self.points])
        return [
            parts.hit(
                at,
                self.said(point),
                x=left,
                y=self.top,
                width=right - left,
                height=self.height - self.top,
            )
            for at, (point, (left, right)) in enumerate(zip(self.points, columns, strict=True))
        ]


def segments(points: Sequence[HistoryPoint]) -> Iterator[list[HistoryPoint]]:
    """Points that a line may join: neighbours of one segment, with every value known."""
    run: list[HistoryPoint] = []
    for point in points:
        if run and (point.value is None or point.segment != run[-1].segment):
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    if run:
        yield run


def _free(x: float, at: tuple[float, float], half: float, taken: Sequence[TextLine]) -> float:
    """The nearest baseline to a point, above the base line, where its text meets no other."""
    y, base = at
    places = (y - 9, y + 18, *(y - 9 - LINE * up for up in (1, 2, 3)))
    return next(
        (
            baseline
            for baseline in places
            if baseline < base
            and all(
                abs(x - other.x) > half + lettering.bold_width(other.content, TEXT_SIZE) / 2 + 2
                or abs(baseline - other.y) >= LINE - 2
                for other in taken
            )
        ),
        y - 9,
    )


def _lines(timeline: Timeline) -> list[Svg]:
    return [
        parts.line(
            SeriesRole.SUBJECT,
            [(timeline.x(p.year), timeline.y(p.value)) for p in run if p.value is not None],
        )
        for run in segments(timeline.points)
        if len(run) > 1
    ]


def _marks(timeline: Timeline) -> list[Svg]:
    """A filled mark for what is known, and an open one below the scale for what is not."""
    known = [
        parts.mark(SeriesRole.SUBJECT, timeline.x(point.year), timeline.y(point.value), at)
        for at, point in enumerate(timeline.points)
        if point.value is not None
    ]
    return [*known, *(_open_mark(x, y) for x, y in timeline.missing())]


def _open_mark(x: float, y: float) -> Svg:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=4.5,
        fill=SURFACE,
        stroke=LOOKS[SeriesRole.SUBJECT].colour,
        stroke_width=1.75,
        stroke_dasharray="3 2",
        class_="series-open",
    )
