"""Dots on lines of one scale: a line for each set, the marked dots with their values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LOOKS, TEXT_SIZE, SeriesRole
from app.charts.parts import TextLine
from app.charts.small import ABOVE, SmallFigure, texts
from app.charts.svg import Svg, element, number

_DOT: Final = 8
_HIGHEST: Final = 30
"""How far dots are stacked."""
_NAME: Final = 62
"""Room for the name of a line before it, where lines have names."""
_CAPS: Final = {
    SeriesRole.SUBJECT: "round",
    SeriesRole.REFERENCE: "square",
    SeriesRole.SECOND_REFERENCE: "butt",
}


@dataclass(frozen=True, slots=True)
class StripMark:
    """A result that stands out, with what is written above it."""

    value: Decimal
    written: str


@dataclass(frozen=True, slots=True)
class StripLine:
    """The results of one set. `average` is a line across, where there is one to show."""

    name: str
    role: SeriesRole
    values: tuple[Decimal, ...]
    marked: tuple[StripMark, ...] = ()
    average: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StripFigure(SmallFigure):
    """The lines below one another. `ends` are the values at the ends of the scale, `written` what
    stands there."""

    lines: tuple[StripLine, ...]
    ends: tuple[Decimal, Decimal]
    written: tuple[str, str]

    @property
    def height(self) -> float:
        return self._bases()[-1] + _DOT / 2 + 20

    @property
    def _left(self) -> float:
        return _NAME if any(line.name for line in self.lines) else 8

    def _bases(self) -> list[float]:
        """Where each line lies: below the dots that are stacked on it."""
        found, top = [], 0.0
        for line in self.lines:
            above = max(ABOVE if line.marked else 0, _rise(self._stacked(line)))
            found.append(top + above + _DOT)
            top = found[-1] + _DOT
        return found

    def _stacked(self, line: StripLine) -> list[tuple[float, int]]:
        return stacked([self._x(value) for value in line.values])

    def _x(self, value: Decimal) -> float:
        low, high = self.ends
        return self._left + (self.width - 8 - self._left) * float((value - low) / (high - low))

    def shapes(self) -> list[Svg]:
        shapes: list[Svg] = []
        for line, y in zip(self.lines, self._bases(), strict=True):
            shapes += [
                parts.grid_line(self._left, y, self.width - 8, y),
                parts.series_group(line.role, *self._marks(line, y)),
            ]
            if line.average is not None:
                x = self._x(line.average)
                across = parts.line(SeriesRole.SECOND_REFERENCE, [(x, y - 9), (x, y + 7)])
                shapes.append(parts.series_group(SeriesRole.SECOND_REFERENCE, across))
        return [*shapes, *texts(self._texts())]

    def _marks(self, line: StripLine, y: float) -> Iterator[Svg]:
        look = LOOKS[line.role]
        if line.values:
            yield element(
                "path",
                d=dots(self._stacked(line), y),
                fill="none",
                stroke=look.colour,
                stroke_width=_DOT,
                stroke_linecap=_CAPS[line.role],
                stroke_opacity=0.6,
                class_="series-line",
            )
        for one in line.marked:
            yield element(
                "circle",
                cx=self._x(one.value),
                cy=y,
                r=7,
                fill=look.colour,
                class_="series-mark",
            )

    def _texts(self) -> Iterator[TextLine]:
        for line, y in zip(self.lines, self._bases(), strict=True):
            if line.name:
                yield TextLine(line.name, 0, y + 4)
            yield from self._values(line.marked, y)
        base = self.height - 4
        yield TextLine(self.written[0], self._left - 6, base)
        yield TextLine(self.written[1], self.width - 1, base, "end")

    def _values(self, marked: Sequence[StripMark], y: float) -> Iterator[TextLine]:
        """What the marked are worth; two that would meet stand apart."""
        last = -1.0
        for one in sorted(marked, key=lambda mark: mark.value):
            half = lettering.bold_width(one.written, TEXT_SIZE) / 2
            x = min(max(self._x(one.value), half + 1, last + half + 4), self.width - half - 1)
            last = x + half
            yield TextLine(one.written, x, y - 13, "middle", bold=True)


def stacked(places: Sequence[float]) -> list[tuple[float, int]]:
    """Each place with the lowest level where its dot meets no other, from left to right."""
    ends: list[float] = []
    found = []
    for x in sorted(places):
        level = next((at for at, end in enumerate(ends) if x - end >= _DOT), len(ends))
        ends[level:] = [x, *ends[level + 1 :]]
        found.append((x, level))
    return found


def _step(placed: Sequence[tuple[float, int]]) -> float:
    """From one level to the next: less than a dot where there are many."""
    levels = max((level for _, level in placed), default=0)
    return min(_DOT, _HIGHEST / levels) if levels else _DOT


def _rise(placed: Sequence[tuple[float, int]]) -> float:
    return _step(placed) * max((level for _, level in placed), default=0)


def dots(placed: Sequence[tuple[float, int]], y: float) -> str:
    """Dots as a path of points: a few letters each, however many there are."""
    step = _step(placed)
    written = dict.fromkeys(
        f"M{number(round(x, 1))} {number(round(y - step * level, 1))}h0" for x, level in placed
    )
    return "".join(written)
