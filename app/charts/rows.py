"""Labels beside one another on a scale: each in the first row where it meets no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE, WIDTH
from app.charts.parts import Text

_BETWEEN: Final = 5
_LONGEST: Final = 80
"""A label that is longer gets two lines."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with its middle, kept inside the drawing; rows are counted from 0."""

    lines: tuple[str, ...]
    x: float
    row: int

    def texts(self, top: float, row_height: float) -> list[Text]:
        first = top + self.row * row_height + LINE - 4
        return parts.lines_of_text(self.lines, self.x, first, "middle")


def placed(labels: Sequence[tuple[str, float]]) -> tuple[Placed, ...]:
    """Each label as close to the middle it wants as the edges of the drawing allow."""
    taken: list[list[tuple[float, float]]] = []
    found: list[Placed] = []
    for label, wanted in labels:
        lines = lettering.in_two_lines(label, TEXT_SIZE, _LONGEST)
        half = max(lettering.width(line, TEXT_SIZE) for line in lines) / 2
        x = min(max(wanted, half + 1), WIDTH - half - 1)
        row = next((at for at, row in enumerate(taken) if _free(row, x, half)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((x - half, x + half))
        found.append(Placed(lines, x, row))
    return tuple(found)


def row_height(labels: Sequence[Placed]) -> float:
    """The height of the tallest label."""
    return max((len(label.lines) for label in labels), default=0) * LINE


def height(labels: Sequence[Placed]) -> float:
    """The height of all rows."""
    return row_height(labels) * max((label.row + 1 for label in labels), default=0)


def _free(row: Sequence[tuple[float, float]], x: float, half: float) -> bool:
    return all(x + half + _BETWEEN <= left or right + _BETWEEN <= x - half for left, right in row)
