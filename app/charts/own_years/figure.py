"""The areas of one municipality over its evaluations with one method: a panel for each area."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.drawing import Drawing
from app.charts.figure import Figure, FigureCells
from app.charts.look import NARROW
from app.charts.own_years.drawing import OwnYear, Panels

BROAD = 960
"""Units across where the panels stand in two rows."""


@dataclass(frozen=True, slots=True)
class OwnYearsFigure(Figure):
    """At least one year, the oldest first; `areas` are the short names of the areas that all of
    them have. Between years of different method versions is a gap.

    Raises:
        ValueError: a year without a value or None for each area.
    """

    areas: tuple[str, ...]
    years: tuple[OwnYear, ...]
    max: Decimal

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.areas) for one in self.years):
            raise ValueError("every year needs a value or None per area")

    @property
    def description(self) -> str:
        return ". ".join(self.said(at) for at in range(len(self.areas)))

    def layout(self, width: float) -> Panels:
        return Panels(self, width)

    def drawing(self, id: str, width: float = BROAD) -> Drawing:
        return Figure.drawing(self, id, width)

    def drawings(self, id: str) -> tuple[Drawing, Drawing]:
        return self.drawing(f"{id}-narrow", NARROW), self.drawing(id, BROAD)

    def cells(self) -> FigureCells:
        """The years in the first row, and a row for each area."""
        rows = (
            (f"{at} {name}", *(one.values[at - 1] for one in self.years))
            for at, name in enumerate(self.areas, 1)
        )
        return ("", *(str(one.year) for one in self.years)), *rows

    def said(self, at: int) -> str:
        """An area over the years in words."""
        told = [f"{one.year} {self.write(one.values[at])}" for one in self.years]
        return f"{at + 1} {self.areas[at]}: {', '.join(told)}"

    def breaks_before(self, at: int) -> bool:
        """Whether the year in this place was evaluated with another version than the one before."""
        return at > 0 and self.years[at].version != self.years[at - 1].version
