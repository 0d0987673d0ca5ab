"""The parts of a comparison: totals, areas and gold stars."""

from dataclasses import dataclass

from app.charts.areas import Drawn
from app.contents.comparisons.average import SharedAverage
from app.contents.comparisons.compared import ComparablePart, Compared
from app.contents.comparisons.measure_lines import Line
from app.domain.comparability import Comparability
from app.domain.evaluation import GoldStar
from app.domain.message import Message


@dataclass(frozen=True, slots=True)
class Star:
    """A gold star with whom to learn it from."""

    star: GoldStar
    holder: Compared


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals. `line` is None where they may not be compared; then `parts` may be."""

    allowed: Comparability
    line: Line | None
    parts: tuple[ComparablePart, ...]


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas. `lines` is empty where they may not be compared; then `parts` may be."""

    allowed: Comparability
    lines: tuple[Line, ...]
    parts: tuple[ComparablePart, ...]
    drawn: tuple[Drawn, ...]
    """What spider and bars show, at most three; empty where there is too little."""
    drawn_words: Message | None
    average: SharedAverage | None
    """What all of them are drawn over."""

    @property
    def known(self) -> bool:
        """Whether there is anything to show."""
        return any(line.known for line in self.lines)
