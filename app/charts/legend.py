"""Which line, mark and area stands for what: beside a drawing in a page, below it in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.charts import lettering, parts
from app.charts.look import LINE, TEXT_SIZE, SeriesRole
from app.charts.parts import Cross, Series
from app.charts.svg import Ornament, Svg, element, number

SAMPLE: Final = (36, 16)
"""Width and height of a sample."""
_LEFT: Final = 2
_NAMES: Final = 44
_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample with its name. `series` is whom a reader may highlight or hide by it; None of what
    is no series."""

    sample: Ornament
    name: str
    series: str | None


@dataclass(frozen=True, slots=True)
class Legend:
    """A row per series, one for the middle half of a set, and one for the crosses where a figure
    is missing."""

    series: Sequence[Series]
    missing_label: str
    as_bars: bool = False
    unjoined: frozenset[SeriesRole] = frozenset()
    """Series of marks that no line joins."""
    middle: str | None = None
    """What the middle half is that of; None where none is drawn."""
    lines: Sequence[tuple[Svg, str]] = field(default=())
    """Other lines that are drawn, with their names."""

    def entries(self) -> list[LegendEntry]:
        """For a page: samples that are pictures of their own."""
        width, height = SAMPLE
        found = []
        for shapes, name, series in self._rows():
            sample = element(
                "svg",
                *shapes,
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {width} {height}",
                width=width,
                height=height,
                aria_hidden="true",
                class_="figure-sample",
            )
            found.append(LegendEntry(Ornament(sample), name, series))
        return found

    def drawn(self, top: float, width: float) -> tuple[list[Svg], float]:
        """For a picture: the rows from a top downwards, and where they end."""
        shapes: list[Svg] = []
        for samples, name, _ in self._rows():
            room = width - _NAMES - 2
            lines = lettering.wrapped(name, TEXT_SIZE, room)
            shapes.append(element("g", *samples, transform=f"translate({_LEFT} {number(top + 2)})"))
            texts = parts.lines_of_text(lines, _NAMES, top + LINE - _BETWEEN, room=room)
            shapes += [text.drawn() for text in texts]
            top += len(lines) * LINE + _BETWEEN
        return shapes, top

    def _rows(self) -> list[tuple[tuple[Svg, ...], str, str | None]]:
        rows: list[tuple[tuple[Svg, ...], str, str | None]] = [
            (self._sample(one.role), one.name, one.role.value) for one in self.series
        ]
        if self.middle is not None:
            rows.append(((_middle(),), self.middle, None))
        rows += [((line,), name, None) for line, name in self.lines]
        if self._incomplete:
            middle = SAMPLE[0] / 2 - 6 * (len(self._incomplete) - 1)
            crosses = tuple(
                Cross(role, middle + 12 * at, SAMPLE[1] / 2).drawn()
                for at, role in enumerate(self._incomplete)
            )
            rows.append((crosses, self.missing_label, None))
        return rows

    @property
    def _incomplete(self) -> list[SeriesRole]:
        """Whose missing figures have crosses. For a missing bar there are words in its place."""
        return [
            one.role
            for one in self.series
            if None in one.values and not (self.as_bars and one.role is SeriesRole.SUBJECT)
        ]

    def _sample(self, role: SeriesRole) -> tuple[Svg, ...]:
        width, middle = SAMPLE[0], SAMPLE[1] / 2
        if self.as_bars and role is SeriesRole.SUBJECT:
            return (parts.series_group(role, parts.bar(0, middle - 5, width, 10)),)
        mark = parts.mark(role, width / 2, middle)
        if self.as_bars or role in self.unjoined:
            return (parts.series_group(role, mark),)
        line = parts.line(role, [(0, middle), (width, middle)])
        return (parts.series_group(role, line, mark),)


def _middle() -> Svg:
    return element(
        "rect", x=1, y=3, width=SAMPLE[0] - 2, height=SAMPLE[1] - 6, **parts.MIDDLE_PAINT
    )
