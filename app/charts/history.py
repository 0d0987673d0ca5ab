"""Own evaluations over time as SVG: a true time scale, and lines that break with the method."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts, rows
from app.charts.look import BREAK, LINE, LOOKS, SURFACE, TEXT_SIZE, WIDTH
from app.charts.svg import Svg, drawing, element
from app.charts.values import HistoryBreak, HistoryFigure, HistoryPoint, Role

_LEFT: Final = 36
_RIGHT: Final = WIDTH - 2
_INSET: Final = 26
"""From the ends of the base line to the first and the last year."""
_HEIGHT: Final = 150
_VALUE_ROOM: Final = LINE + 8
"""Above the scale, for the value of a point at its very top."""
_QUARTERS: Final = (Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))


def history_svg(figure: HistoryFigure, *, id_prefix: str) -> str:
    """The figure as a drawing that says in words what it shows."""
    years = Years(figure)
    words = rows.placed([(one.label, years.between(one)) for one in figure.breaks])
    labels = rows.placed([(point.label, years.x(point.year)) for point in figure.points])
    base = rows.height(words) + _VALUE_ROOM + _HEIGHT
    below = base + 8
    own = [*_lines(figure, years, base), *_marks(figure, years, base)]
    return drawing(
        WIDTH,
        below + rows.height(labels),
        figure.title,
        figure.description,
        id_prefix,
        *_grid(figure, base),
        *(_break(years.between(one), rows.height(words), base) for one in figure.breaks),
        *(label.drawn(0, rows.row_height(words)) for label in words),
        *_ticks(figure, labels, base, below, rows.row_height(labels)),
        parts.series_group(Role.SUBJECT, *own),
        *_values(figure, years, base),
        *(label.drawn(below, rows.row_height(labels)) for label in labels),
    )


class Years:
    """Where the years lie from left to right."""

    def __init__(self, figure: HistoryFigure) -> None:
        years = [point.year for point in figure.points]
        self._first, self._last = min(years), max(years)

    def x(self, year: float) -> float:
        left, right = _LEFT + _INSET, _RIGHT - _INSET
        if self._first == self._last:
            return (left + right) / 2
        return left + (right - left) * (year - self._first) / (self._last - self._first)

    def between(self, one: HistoryBreak) -> float:
        """The middle between the years on both sides of a break."""
        return self.x((one.after_year + one.before_year) / 2)


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


def _y(value: Decimal, figure: HistoryFigure, base: float) -> float:
    return base - _HEIGHT * float(value / figure.max)


def _grid(figure: HistoryFigure, base: float) -> list[Svg]:
    shapes: list[Svg] = []
    for value in (figure.max * quarter for quarter in _QUARTERS):
        y = _y(value, figure, base)
        shapes.append(parts.grid_line(_LEFT, y, _RIGHT, y))
        written = figure.format_points(value)
        shapes.append(parts.text(written, _LEFT - 5, y + 4, anchor="end", room=_LEFT - 6))
    return shapes


def _break(x: float, top: float, base: float) -> Svg:
    return element(
        "line",
        x1=x,
        y1=top + 2,
        x2=x,
        y2=base,
        stroke=BREAK,
        stroke_width=1.5,
        stroke_dasharray="4 4",
        class_="figure-break",
    )


def _ticks(
    figure: HistoryFigure, labels: Sequence[rows.Placed], base: float, below: float, row: float
) -> list[Svg]:
    """From the base line to the label of each point, however far down that is."""
    years = Years(figure)
    return [
        parts.grid_line(years.x(point.year), base, years.x(point.year), below + label.row * row)
        for point, label in zip(figure.points, labels, strict=True)
    ]


def _lines(figure: HistoryFigure, years: Years, base: float) -> list[Svg]:
    return [
        parts.line(
            Role.SUBJECT,
            [(years.x(p.year), _y(p.value, figure, base)) for p in run if p.value is not None],
        )
        for run in segments(figure.points)
        if len(run) > 1
    ]


def _marks(figure: HistoryFigure, years: Years, base: float) -> list[Svg]:
    """A filled mark for what is known, and an open one on the base line for what is not."""
    shapes: list[Svg] = []
    for point in figure.points:
        x = years.x(point.year)
        if point.value is None:
            shapes.append(_open_mark(x, base, f"{point.label}: {figure.missing_label}"))
        else:
            words = f"{point.label}: {figure.format_points(point.value)}"
            shapes.append(parts.mark(Role.SUBJECT, x, _y(point.value, figure, base), words))
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


def _values(figure: HistoryFigure, years: Years, base: float) -> list[Svg]:
    """What each point is worth, above it; below it where the one before is in the way."""
    shapes: list[Svg] = []
    taken: list[tuple[float, float, float]] = []
    for point in figure.points:
        x, y = years.x(point.year), base
        words = figure.missing_label
        if point.value is not None:
            y, words = _y(point.value, figure, base), figure.format_points(point.value)
        half = lettering.bold_width(words, TEXT_SIZE) / 2
        x = min(max(x, half + 1), WIDTH - half - 1)
        baseline = _free_baseline(x, half, y, taken)
        taken.append((x, half, baseline))
        shapes.append(parts.text(words, x, baseline, anchor="middle", weight="bold"))
    return shapes


def _free_baseline(
    x: float, half: float, y: float, taken: Sequence[tuple[float, float, float]]
) -> float:
    for baseline in (y - 9, y + 18, y - 9 - LINE):
        if all(
            abs(x - other) > half + width + 2 or abs(baseline - line) >= LINE - 2
            for other, width, line in taken
        ):
            return baseline
    return y - 9
