"""Results in order, 0–max: all that may be set beside one another, and where one's own stand."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.figure import Figure, FigureCells
from app.charts.ranked.drawing import RankedBar, Ranking


@dataclass(frozen=True, slots=True)
class RankedFigure(Figure):
    """At least one bar, the highest first. `own_name`, `others_name` and `earlier_name` stand in
    the key, which a figure without other names does not have; `measure` over the values."""

    bars: tuple[RankedBar, ...]
    max: Decimal
    measure: str
    own_name: str
    others_name: str | None
    earlier_name: str | None = None

    @property
    def has_links(self) -> bool:
        return True

    @property
    def description(self) -> str:
        return ". ".join(f"{bar.label}: {self.write(bar.value)}" for bar in self.bars)

    def layout(self, width: float) -> Ranking:
        names = (self.own_name, self.others_name, self.earlier_name)
        return Ranking(self.bars, names, self.max, self.write, width, self.link, self.axis)

    def cells(self) -> FigureCells:
        """The highest first."""
        return ("", self.measure), *((bar.label, bar.value) for bar in self.bars)
