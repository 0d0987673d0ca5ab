"""Totals of several over the years, 0–max: a line for each, never across method families."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.figure import Figure, FigureCells, FigureTable
from app.charts.slopes.drawing import SlopeLine, Slopes


@dataclass(frozen=True, slots=True)
class SlopesFigure(Figure):
    """At least one line with a point. `none` is what is written of a year without an evaluation.

    Raises:
        ValueError: there is no point at all.
    """

    max: Decimal
    lines_over_time: tuple[SlopeLine, ...]
    none: str

    def __post_init__(self) -> None:
        if not self.years:
            raise ValueError("slopes need at least one evaluation")

    @property
    def years(self) -> list[int]:
        """Every year with an evaluation, in order."""
        return sorted({point.year for one in self.lines_over_time for point in one.points})

    @property
    def description(self) -> str:
        return ". ".join(
            f"{one.name}: " + "; ".join(f"{p.year} {self.write(p.value)}" for p in one.points)
            for one in self.lines_over_time
        )

    def said(self, year: int) -> str:
        """All of a year in words."""
        told = [
            f"{one.name} {self.write(point.value)}"
            for one in self.lines_over_time
            for point in one.points
            if point.year == year
        ]
        return f"{year}: {', '.join(told)}"

    def layout(self, width: float) -> Slopes:
        return Slopes(self, width)

    def cells(self) -> FigureCells:
        """A row for each year, a column for each municipality."""
        head = ("", *(one.name for one in self.lines_over_time))
        return head, *(
            (str(year), *(_value(one, year) for one in self.lines_over_time)) for year in self.years
        )

    def table(self) -> FigureTable:
        """The same as it is read: a year without evaluation is not one without a figure."""
        head = ("", *(one.name for one in self.lines_over_time))
        return head, *(
            (str(year), *(self._told(one, year) for one in self.lines_over_time))
            for year in self.years
        )

    def _told(self, one: SlopeLine, year: int) -> str:
        evaluated = any(point.year == year for point in one.points)
        return self.write(_value(one, year)) if evaluated else self.none


def _value(one: SlopeLine, year: int) -> Decimal | None:
    return next((point.value for point in one.points if point.year == year), None)
