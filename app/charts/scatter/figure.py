"""Inhabitants against points, a mark for each municipality."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.figure import Figure, FigureCells
from app.charts.scatter.drawing import ScatterField, ScatterPoint
from app.domain.message import say_n


@dataclass(frozen=True, slots=True)
class ScatterFigure(Figure):
    """At least one point. `own_name` and `others_name` stand in the key, `across_name` and
    `measure` over the columns of the table; `axis` and `across_axis` at the scales."""

    points: tuple[ScatterPoint, ...]
    max: Decimal
    measure: str
    across_name: str
    own_name: str
    others_name: str
    across_axis: str = ""

    @property
    def has_links(self) -> bool:
        return True

    @property
    def description(self) -> str:
        field = self.layout(600)
        return ". ".join(field.said(point) for point in self.points)

    def layout(self, width: float) -> ScatterField:
        names = (self.own_name, self.others_name)
        return ScatterField(
            self.points,
            names,
            self._inhabitants,
            self.max,
            self.write,
            width,
            self.link,
            (self.across_axis, self.axis),
        )

    def cells(self) -> FigureCells:
        """The largest municipality first."""
        largest = sorted(self.points, key=lambda point: -point.inhabitants)
        head = ("", self.across_name, self.measure)
        return head, *((point.label, point.inhabitants, point.value) for point in largest)

    def _inhabitants(self, n: int) -> str:
        return self.write.words(say_n("%(n)s inhabitant", "%(n)s inhabitants", n))
