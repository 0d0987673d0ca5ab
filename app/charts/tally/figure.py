"""Rows of stars: a name, and a star for each that it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from app.charts import parts
from app.charts.look import BREAK, LOOKS, SeriesRole
from app.charts.parts import TextLine
from app.charts.small import SmallFigure, texts
from app.charts.svg import Svg, element

_ROW: Final = 30
_NAME: Final = 132
"""Room for a name before its stars."""
_STAR: Final = 9.5
_MOST: Final = 5
"""Stars that fit beside a name; of more the number alone says how many."""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """Somebody with their number, and whether they stand back behind the others."""

    name: str
    n: int
    written: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TallyFigure(SmallFigure):
    """Most first."""

    rows: tuple[TallyRow, ...]

    @property
    def height(self) -> float:
        return _ROW * len(self.rows) + 4

    def shapes(self) -> list[Svg]:
        return [
            parts.series_group(SeriesRole.SUBJECT, *self._stars()),
            *texts(self._texts()),
        ]

    def _stars(self) -> Iterator[Svg]:
        for at, row in enumerate(self.rows):
            stars = (
                star(_NAME + _STAR + place * 2.4 * _STAR, _ROW * (at + 0.5))
                for place in range(min(row.n, _MOST))
            )
            yield element(
                "path",
                d="".join(stars),
                fill=BREAK if row.quiet else LOOKS[SeriesRole.SUBJECT].colour,
                class_="series-quiet" if row.quiet else "series-bar",
            )

    def _texts(self) -> Iterator[TextLine]:
        for at, row in enumerate(self.rows):
            y = _ROW * (at + 0.5) + 4
            yield TextLine(row.name, 0, y, bold=not row.quiet, room=_NAME - 8)
            end = _NAME + min(row.n, _MOST) * 2.4 * _STAR + 4
            yield TextLine(row.written, end, y, bold=not row.quiet)


def star(x: float, y: float) -> str:
    """A star with five points around a place."""
    turns = [(_STAR if at % 2 == 0 else _STAR * 0.42, at * pi / 5) for at in range(10)]
    corners = [(round(x + r * sin(turn), 1), round(y - r * cos(turn), 1)) for r, turn in turns]
    return parts.path(corners, closed=True)
