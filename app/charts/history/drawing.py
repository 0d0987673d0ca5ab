"""Own evaluations over time as SVG: a true time scale, and lines that break with the method."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, LOOKS, SURFACE, TEXT_SIZE, Role
from app.charts.parts import TextLine
from app.charts.svg import Svg, element
from app.charts.timescale import Break, Labels, TimeScale
from app.charts.writing import Writer

_INSET: Final = 26
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
        self.height = self.base + 8 + self._labels.height

    def labels(self) -> list[TextLine]:
        """The words of the breaks above, and of the points below."""
        return [*self.words.texts(0), *self._labels.texts(self.base + 8)]

    def ticks(self) -> list[tuple[float, float, float]]:
        """From the base line to the label of each point: x, top, bottom."""
        return [
            (self.x(point.year), self.base, self.base + 8 + below)
            for point, below in zip(self.points, self._labels.tops(), strict=True)
        ]

    def values(self) -> list[TextLine]:
        """What each point is worth, above it; below it where another is in the way."""
        texts: list[TextLine] = []
        for point in self.points:
            y = self.base if point.value is None else self.y(point.value)
            words = self.write(point.value)
            half = lettering.bold_width(words, TEXT_SIZE) / 2
            x = min(max(self.x(point.year), half + 1), self.width - half - 1)
            texts.append(
                TextLine(words, x, _free(x, (y, self.base), half, texts), "middle", bold=True)
            )
        return texts

    def said(self, point: HistoryPoint) -> str:
        """A point in words."""
        return f"{point.label}: {self.write(point.value)}"

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *self.grid(),
            *(parts.grid_line(x, top, x, bottom) for x, top, bottom in self.ticks()),
            *(parts.dashed_line(x, self.top + 2, self.base) for x in self.breaks),
            parts.series_group(Role.SUBJECT, *_lines(self), *_marks(self)),
            *(text.drawn() for text in (*self.scale(), *self.values(), *self.labels())),
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
            Role.SUBJECT,
            [(timeline.x(p.year), timeline.y(p.value)) for p in run if p.value is not None],
        )
        for run in segments(timeline.points)
        if len(run) > 1
    ]


def _marks(timeline: Timeline) -> list[Svg]:
    """A filled mark for what is known, and an open one on the base line for what is not."""
    marks: list[Svg] = []
    for point in timeline.points:
        x, words = timeline.x(point.year), timeline.said(point)
        if point.value is None:
            marks.append(_open_mark(x, timeline.base, words))
        else:
            marks.append(parts.mark(Role.SUBJECT, x, timeline.y(point.value), words))
    return marks


def _open_mark(x: float, y: float, words: str) -> Svg:
    return element(
        "circle",
        parts.title(words),
        cx=x,
        cy=y,
        r=4.5,
        fill=SURFACE,
        stroke=LOOKS[Role.SUBJECT].colour,
        stroke_width=1.75,
        stroke_dasharray="3 2",
        class_="series-open",
    )
