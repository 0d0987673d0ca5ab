"""Which line, mark and bar stands for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE, Role
from app.charts.parts import Cross, Series, TextLine
from app.charts.svg import Svg

SAMPLE_LEFT: Final = 2
SAMPLE_RIGHT: Final = 36
SAMPLE_MIDDLE: Final = 19

_NAMES: Final = 44
_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True)
class Legend:
    """A row per series, and one for the crosses where a figure is missing."""

    series: Sequence[Series]
    top: float
    width: float
    missing_label: str
    as_bars: bool = False
    unjoined: frozenset[Role] = frozenset()
    """Series of marks that no line joins."""

    @property
    def bottom(self) -> float:
        rows = [len(lines) * LINE + _BETWEEN for lines in self._lines]
        return self.top + sum(rows) + bool(self._incomplete) * (LINE + _BETWEEN) + _BETWEEN

    @property
    def samples(self) -> list[tuple[Role, float]]:
        """Each series and the middle of its first line, where its sample is drawn."""
        return [
            (one.role, baseline - 4)
            for one, baseline in zip(self.series, self._baselines, strict=True)
        ]

    def drawn(self) -> list[Svg]:
        samples = [
            parts.series_group(role, *self._sample(role, middle)) for role, middle in self.samples
        ]
        crosses = [cross.drawn() for cross in self.crosses()]
        return [*samples, *crosses, *(text.drawn() for text in self.texts())]

    def texts(self) -> list[TextLine]:
        """The names, and what the crosses mean."""
        rows = zip(self._lines, self._baselines, strict=True)
        names = [
            text
            for lines, baseline in rows
            for text in parts.lines_of_text(lines, _NAMES, baseline, room=self._room)
        ]
        if self._incomplete:
            names.append(TextLine(self.missing_label, _NAMES, self.bottom - 2 * _BETWEEN - 3))
        return names

    def crosses(self) -> list[Cross]:
        """One in the colour of each series that lacks a figure."""
        y = self.bottom - 2 * _BETWEEN - 7
        first = SAMPLE_MIDDLE - 6 * (len(self._incomplete) - 1)
        return [
            Cross(role, first + 12 * at, y, self.missing_label)
            for at, role in enumerate(self._incomplete)
        ]

    @property
    def _room(self) -> float:
        return self.width - _NAMES - 2

    @property
    def _lines(self) -> list[tuple[str, ...]]:
        return [lettering.wrapped(one.name, TEXT_SIZE, self._room) for one in self.series]

    @property
    def _baselines(self) -> list[float]:
        """Of the first line of each name."""
        heights = [len(lines) * LINE + _BETWEEN for lines in self._lines]
        first = self.top + LINE - _BETWEEN
        return [first + sum(heights[:at]) for at in range(len(heights))]

    @property
    def _incomplete(self) -> list[Role]:
        """Whose missing figures have crosses. For a missing bar there are words in its place."""
        return [
            one.role
            for one in self.series
            if None in one.values and not (self.as_bars and one.role is Role.SUBJECT)
        ]

    def _sample(self, role: Role, middle: float) -> tuple[Svg, ...]:
        if not self.as_bars and role not in self.unjoined:
            line = parts.line(role, [(SAMPLE_LEFT, middle), (SAMPLE_RIGHT, middle)])
            return (line, parts.mark(role, SAMPLE_MIDDLE, middle))
        if self.as_bars and role is Role.SUBJECT:
            return (parts.bar(SAMPLE_LEFT, middle - 5, SAMPLE_RIGHT - SAMPLE_LEFT, 10),)
        return (parts.mark(role, SAMPLE_MIDDLE, middle),)
