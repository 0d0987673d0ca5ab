"""Own evaluations over time as SVG: a true time scale, and lines that break with the method."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts, rows
from app.charts.look import BREAK, LINE, LOOKS, SURFACE, TEXT_SIZE, WIDTH
from app.charts.parts import Text
from app.charts.svg import Svg, drawing, element
from app.charts.values import HistoryFigure, HistoryPoint, Role

LEFT: Final = 36
RIGHT: Final = WIDTH - 2
INSET: Final = 26
"""From the ends of the base line to the first and the last year."""
HEIGHT: Final = 150
_VALUE_ROOM: Final = LINE + 8
"""Above the scale, for the value of a point at its very top."""
QUARTERS: Final = tuple(Decimal(part) / 4 for part in range(5))


class Timeline:
    """Where everything in a history lies; Plotly is given the same places."""

    def __init__(self, figure: HistoryFigure) -> None:
        self._figure = figure
        years = [point.year for point in figure.points]
        self.first, self.last = min(years), max(years)
        self.breaks = [self.x((one.after_year + one.before_year) / 2) for one in figure.breaks]
        wanted = [(one.label, x) for one, x in zip(figure.breaks, self.breaks, strict=True)]
        self._words = rows.placed(wanted)
        self._labels = rows.placed([(point.label, self.x(point.year)) for point in figure.points])
        self.top = rows.height(self._words)
        self.base = self.top + _VALUE_ROOM + HEIGHT
        self.height = self.base + 8 + rows.height(self._labels)

    def x(self, year: float) -> float:
        """Where a year lies."""
        left, right = LEFT + INSET, RIGHT - INSET
        if self.first == self.last:
            return (left + right) / 2
        return left + (right - left) * (year - self.first) / (self.last - self.first)

    def y(self, value: Decimal) -> float:
        """Where a value lies."""
        return self.base - HEIGHT * float(value / self._figure.max)

    def scale(self) -> list[Text]:
        """What the grid lines stand for."""
        values = [self._figure.max * quarter for quarter in QUARTERS]
        written = [(self._figure.format_points(value), self.y(value) + 4) for value in values]
        return [Text(words, LEFT - 5, y, "end", room=LEFT - 6) for words, y in written]

    def labels(self) -> list[Text]:
        """The words of the breaks above, and of the points below."""
        return [
            *_texts(self._words, 0),
            *_texts(self._labels, self.base + 8),
        ]

    def ticks(self) -> list[tuple[float, float, float]]:
        """From the base line to the label of each point: x, top, bottom."""
        row = rows.row_height(self._labels)
        return [
            (self.x(point.year), self.base, self.base + 8 + label.row * row)
            for point, label in zip(self._figure.points, self._labels, strict=True)
        ]

    def values(self) -> list[Text]:
        """What each point is worth, above it; below it where another is in the way."""
        texts: list[Text] = []
        for point in self._figure.points:
            y, words = self.base, self._figure.missing_label
            if point.value is not None:
                y, words = self.y(point.value), self._figure.format_points(point.value)
            half = lettering.bold_width(words, TEXT_SIZE) / 2
            x = min(max(self.x(point.year), half + 1), WIDTH - half - 1)
            texts.append(Text(words, x, _free(x, (y, self.base), half, texts), "middle", bold=True))
        return texts


def history_svg(figure: HistoryFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    timeline = Timeline(figure)
    grid = [timeline.y(figure.max * quarter) for quarter in QUARTERS]
    return drawing(
        WIDTH,
        timeline.height,
        figure.title,
        figure.description,
        id_prefix,
        *(parts.grid_line(LEFT, y, RIGHT, y) for y in grid),
        *(parts.grid_line(x, top, x, bottom) for x, top, bottom in timeline.ticks()),
        *(_break(x, timeline) for x in timeline.breaks),
        parts.series_group(Role.SUBJECT, *_lines(figure, timeline), *_marks(figure, timeline)),
        *(text.drawn() for text in (*timeline.scale(), *timeline.values(), *timeline.labels())),
    )


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


def _texts(placed: Sequence[rows.Placed], top: float) -> list[Text]:
    row = rows.row_height(placed)
    return [text for label in placed for text in label.texts(top, row)]


def _free(x: float, at: tuple[float, float], half: float, taken: Sequence[Text]) -> float:
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


def _break(x: float, timeline: Timeline) -> Svg:
    return element(
        "line",
        x1=x,
        y1=timeline.top + 2,
        x2=x,
        y2=timeline.base,
        stroke=BREAK,
        stroke_width=1.5,
        stroke_dasharray="4 4",
        class_="figure-break",
    )


def _lines(figure: HistoryFigure, timeline: Timeline) -> list[Svg]:
    return [
        parts.line(
            Role.SUBJECT,
            [(timeline.x(p.year), timeline.y(p.value)) for p in run if p.value is not None],
        )
        for run in segments(figure.points)
        if len(run) > 1
    ]


def _marks(figure: HistoryFigure, timeline: Timeline) -> list[Svg]:
    """A filled mark for what is known, and an open one on the base line for what is not."""
    shapes: list[Svg] = []
    for point in figure.points:
        x = timeline.x(point.year)
        if point.value is None:
            shapes.append(_open_mark(x, timeline.base, f"{point.label}: {figure.missing_label}"))
        else:
            words = f"{point.label}: {figure.format_points(point.value)}"
            shapes.append(parts.mark(Role.SUBJECT, x, timeline.y(point.value), words))
    return shapes


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
