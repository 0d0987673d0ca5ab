"""Small webs beside one another: one for each result, drawn alike, so that none is the subject."""

from dataclasses import dataclass
from decimal import Decimal

from app.charts.drawing import Drawing
from app.charts.figure import Figure, FigureCells
from app.charts.look import NARROW, SeriesRole
from app.charts.parts import Series
from app.charts.webs.drawing import Webs

BROAD = 960
"""Units across where three webs stand beside one another."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One result: its name, what stands beside it, the names of its areas, and its points."""

    name: str
    beside: str
    axes: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    before: tuple[Decimal | None, ...] | None = None
    """What the same municipality had before, where that may be drawn behind it."""


@dataclass(frozen=True, slots=True)
class WebsFigure(Figure):
    """At least one panel. `average` is drawn in each, where all of them may be set beside it; so
    is the middle half. `before_name` stands in the key for what lies behind some of the panels.

    Raises:
        ValueError: a panel without a value or None for each of its areas.
    """

    panels: tuple[Panel, ...]
    average: Series | None = None
    middle: tuple[tuple[Decimal, Decimal], ...] = ()
    middle_name: str | None = None
    before_name: str | None = None

    def __post_init__(self) -> None:
        if any(len(panel.values) != len(panel.axes) for panel in self.panels):
            raise ValueError("every panel needs a value or None per area")

    @property
    def description(self) -> str:
        return ". ".join(
            f"{panel.name}: "
            + "; ".join(
                f"{axis} {self.write(value)}"
                for axis, value in zip(panel.axes, panel.values, strict=True)
            )
            for panel in self.panels
        )

    def layout(self, width: float) -> Webs:
        return Webs(self, width)

    def drawing(self, id: str, width: float = BROAD) -> Drawing:
        return Figure.drawing(self, id, width)

    def drawings(self, id: str) -> tuple[Drawing, Drawing]:
        return self.drawing(f"{id}-narrow", NARROW), self.drawing(id, BROAD)

    def cells(self) -> FigureCells:
        """A row for each area by its number; the names of areas may differ between panels."""
        count = max(len(panel.axes) for panel in self.panels)
        head = ("", *(panel.name for panel in self.panels))
        return head, *(
            (self._label(at), *(panel.values[at] for panel in self.panels)) for at in range(count)
        )

    def series(self, panel: Panel) -> Series:
        """The polygon of a panel."""
        return Series(panel.name, SeriesRole.SUBJECT, panel.values)

    def before(self, panel: Panel) -> Series | None:
        """The polygon behind it."""
        if panel.before is None or self.before_name is None:
            return None
        return Series(self.before_name, SeriesRole.REFERENCE, panel.before)

    def _label(self, at: int) -> str:
        names = dict.fromkeys(panel.axes[at] for panel in self.panels)
        return f"{at + 1} {' / '.join(names)}"
