"""Small webs beside one another: one for each result, drawn alike, so that none is the subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.charts.areas import limits_names
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
        return self._rows([(panel.name, panel.values) for panel in self.panels])

    def told_cells(self) -> FigureCells:
        """The same with what lies behind the panels and what is drawn in all."""
        return self._rows(self._told())

    def _rows(self, columns: Sequence[tuple[str, tuple[Decimal | None, ...]]]) -> FigureCells:
        count = max(len(panel.axes) for panel in self.panels)
        return ("", *(name for name, _ in columns)), *(
            (self._label(at), *(values[at] for _, values in columns)) for at in range(count)
        )

    def _told(self) -> list[tuple[str, tuple[Decimal | None, ...]]]:
        """Everything that is drawn, by its name. What lies behind a panel and is a panel itself is
        told once."""
        found = [(panel.name, panel.values) for panel in self.panels]
        panels = {panel.values for panel in self.panels}
        found += [
            (f"{panel.name}: {one.name}", one.values)
            for panel in self.panels
            if (one := self.before(panel)) is not None and one.values not in panels
        ]
        if self.average is not None:
            found.append((self.average.name, self.average.values))
        if self.middle and self.middle_name is not None:
            names = limits_names(self.write.words, self.middle_name)
            found += zip(names, zip(*self.middle, strict=True), strict=True)
        return found

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
