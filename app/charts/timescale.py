"""A scale of years: its breaks, and labels beside one another below or above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE
from app.charts.parts import Text

_BETWEEN: Final = 5
_LONGEST: Final = 80
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

    def texts(self, top: float) -> list[Text]:
        """All lines, with the first row at `top`."""
        return [
            text
            for label, below in zip(self._labels, self.tops(), strict=True)
            for text in parts.lines_of_text(label.lines, label.x, top + below + LINE - 4, "middle")
        ]


def _free(row: Sequence[tuple[float, float]], x: float, half: float) -> bool:
    return all(x + half + _BETWEEN <= left or right + _BETWEEN <= x - half for left, right in row)
