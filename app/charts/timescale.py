"""Years across and points up: the scales of both, breaks between years, and labels in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, QUARTERS, TEXT_SIZE
from app.charts.parts import TextLine
from app.charts.svg import Svg
from app.charts.writing import Writer

LEFT: Final = 40
"""Where the base line begins; what the scale says stands before it."""
_LOW: Final = 160
_HIGH: Final = 220
"""From the base line to the top of the scale, on a phone and where there is room."""
_ROOM: Final = 480
"""Units across from which there is room."""
_BETWEEN: Final = 5
_LONGEST: Final = 88
"""A label that is longer gets two lines."""


@dataclass(frozen=True, slots=True)
class Break:
    """A visible break between two years, with its words."""

    after_year: int
    before_year: int
    label: str

    @property
    def middle(self) -> float:
        """Half way between the years."""
        return (self.after_year + self.before_year) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text with their middle; rows are counted from 0."""

    lines: tuple[str, ...]
    x: float
    row: int


class Labels:
    """Each as close to the middle it wants as the edges of the drawing allow, and in the first row
    where it meets no other."""

    def __init__(self, wanted: Sequence[tuple[str, float]], width: float) -> None:
        self._labels: list[Label] = []
        rows: list[list[tuple[float, float]]] = []
        for label, middle in wanted:
            lines = lettering.in_two_lines(label, TEXT_SIZE, _LONGEST)
            half = max(lettering.width(line, TEXT_SIZE) for line in lines) / 2
            x = min(max(middle, half + 1), width - half - 1)
            row = next((at for at, row in enumerate(rows) if _free(row, x, half)), len(rows))
            if row == len(rows):
                rows.append([])
            rows[row].append((x - half, x + half))
            self._labels.append(Label(lines, x, row))
        self._row_height = LINE * max((len(label.lines) for label in self._labels), default=0)
        self.height = self._row_height * len(rows)

    def tops(self) -> list[float]:
        """How far below the first row each label begins."""
        return [label.row * self._row_height for label in self._labels]

    def texts(self, top: float) -> list[TextLine]:
        """All lines, with the first row at `top`."""
        return [
            text
            for label, below in zip(self._labels, self.tops(), strict=True)
            for text in parts.lines_of_text(label.lines, label.x, top + below + LINE - 4, "middle")
        ]


class TimeScale:
    """A field with a true scale of time, 0–max, and the words of its breaks above it.

    `inset` is from the ends of the base line to the first and the last year, `above` what lies
    between the words and the top of the scale.
    """

    def __init__(
        self,
        years: Sequence[int],
        breaks: Sequence[Break],
        maximum: Decimal,
        write: Writer,
        width: float,
        *,
        inset: float,
        above: float,
    ) -> None:
        self.max, self.write, self.width = maximum, write, width
        self.right = width - 2
        self.first, self.last = min(years), max(years)
        self._inset = inset
        self.unit = (self.right - LEFT - 2 * inset) / max(self.last - self.first, 1)
        """From one year to the next."""
        self.breaks = [self.x(one.middle) for one in breaks]
        self.words = Labels([(one.label, self.x(one.middle)) for one in breaks], width)
        self.top = self.words.height
        self.tall = _HIGH if width >= _ROOM else _LOW
        self.base = self.top + above + self.tall

    def x(self, year: float) -> float:
        """Where a year lies."""
        if self.first == self.last:
            return (LEFT + self.right) / 2
        return LEFT + self._inset + (year - self.first) * self.unit

    def ends(self) -> tuple[float, float]:
        """The years at both ends of the base line."""
        middle, half = (LEFT + self.right) / 2, (self.right - LEFT) / 2
        year = self.first + (middle - self.x(self.first)) / self.unit
        return (year - half / self.unit, year + half / self.unit)

    def y(self, value: Decimal) -> float:
        """Where a value lies."""
        return self.base - self.tall * float(value / self.max)

    def columns(self, years: Sequence[int]) -> list[tuple[float, float]]:
        """Left and right of what belongs to each of some years, in rising order: half way to its
        neighbours."""
        places = [self.x(year) for year in years]
        edges = [LEFT, *((a + b) / 2 for a, b in pairwise(places)), self.right]
        return list(pairwise(edges))

    def grid(self) -> list[Svg]:
        """Lines at the quarters of the scale."""
        return [parts.grid_line(LEFT, y, self.right, y) for y in self.levels()]

    def levels(self) -> list[float]:
        """How high the lines lie, the base line first."""
        return [self.y(self.max * quarter) for quarter in QUARTERS]

    def scale(self) -> list[TextLine]:
        """What the grid lines stand for."""
        values = [self.max * quarter for quarter in QUARTERS]
        return [
            TextLine(self.write.tick(v), LEFT - 5, self.y(v) + 4, "end", room=LEFT - 6)
            for v in values
        ]


def _free(row: Sequence[tuple[float, float]], x: float, half: float) -> bool:
    return all(x + half + _BETWEEN <= left or right + _BETWEEN <= x - half for left, right in row)
