"""A running text as a table of one record, with the findings that it tells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.message import say
from app.publishing.importing.foreign.area_names import AreaNames, Nearness
from app.publishing.importing.foreign.axis import MeasureAxis, MeasuredColumn
from app.publishing.importing.foreign.findings import AreaFindings, findings_in
from app.publishing.importing.foreign.findings_tables import findings_as_lines
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.headings import Heading, MeasureKind
from app.publishing.importing.foreign.municipalities import Named
from app.publishing.importing.foreign.numbers import decimal_sign, read_number
from app.publishing.importing.foreign.recognised import RecognisedTable
from app.publishing.importing.foreign.records import ReadValue, Record
from app.publishing.importing.foreign.text_lines import (
    FEWEST,
    PointsLine,
    lines_with_points,
    sum_of,
    totals_in_sentences,
)
from app.publishing.importing.foreign.who_and_when import TableOrigin
from app.publishing.importing.foreign.words import FigureRole
from app.publishing.importing.understanding import FileShape


@dataclass(frozen=True)
class TextFound:
    """What a text holds, with the lines around it."""

    listed: tuple[PointsLine, ...]
    findings: tuple[AreaFindings, ...]
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]
    headings: tuple[Spot, ...]
    totals: tuple[tuple[Spot, str], ...]
    grid: Grid

    @property
    def shape(self) -> FileShape:
        return FileShape.FINDINGS_TEXT if self.findings else FileShape.TEXT_LIST

    def table(self, origin: TableOrigin) -> RecognisedTable:
        """The text as a table of one record."""
        lines = [*self.listed, *self._total(origin)]
        values = tuple(self._value(column, line) for column, line in enumerate(lines, 1))
        record = Record(f"{self.grid.sheet}:t", FigureRole.POINTS, values, (), Named(), "")
        measures = {value.measured.column: value.measured for value in values}
        return RecognisedTable(
            MeasureAxis(self.grid, measures, {}, (), (), ()), (record,), origin, self.findings
        )

    def _value(self, column: int, line: PointsLine) -> ReadValue:
        kind = MeasureKind.TOTAL if line.area is None else MeasureKind.AREA
        sure = line.area is None or line.area.nearness is not Nearness.ALIKE
        heading = Heading(kind, line.area, sure=sure)
        written = read_number(line.points, self.grid.sign)
        spot = replace(line.spot, text=line.points)
        return ReadValue(MeasuredColumn(column, heading, (line.spot,)), spot, written)

    def _total(self, origin: TableOrigin) -> tuple[PointsLine, ...]:
        """The total that a sentence gives; of several, the one that is chosen."""
        totals = {points: spot for spot, points in self.totals}
        id = f"total:{origin.id}"
        answer = origin.notes.answer(id)
        if len(totals) > 1 and answer not in totals:
            asked = say("Several totals are named. Which of them is this result’s?")
            place = next(iter(totals.values())).place
            origin.notes.ask(id, place, asked, [(points, points) for points in totals])
            return ()
        points = answer if answer in totals else next(iter(totals), "")
        return (PointsLine("", None, totals[points], points),) if points else ()


def text_table(grid: Grid, names: AreaNames) -> TextFound | None:
    """The areas with points, the total and the findings of a text. None where it has neither."""
    spots = (grid.spots[at] for at in sorted(grid.spots))
    lines = tuple(spot for spot in spots if spot.number is None and spot.day is None)
    laid_out = () if grid.lines else findings_as_lines(grid, names)
    findings = findings_in(laid_out or lines, names)
    listed = lines_with_points(lines, names)
    areas = [line for line in listed if line.area is not None]
    if len(areas) < FEWEST and not findings:
        return None
    grid = replace(grid, sign=decimal_sign(line.points for line in listed))
    used = {line.spot.place for line in listed}
    totals: tuple[tuple[Spot, str], ...] = ()
    if areas and not any(line.area is None for line in listed):
        rest = [spot for spot in lines if spot.place not in used]
        totals = tuple(totals_in_sentences(rest, sum_of(areas, grid.sign)))
    order = {spot.place: n for n, spot in enumerate(lines)}
    inside = [order[s.place] for s in _inside(listed, findings) if s.place in order]
    first = min(inside, default=0)
    before = lines[:first]
    told = {s.place for one in findings for s in one.all_spots}
    behind = (s for s in lines[first:] if s.place not in used | told)
    of_total = {spot.place for spot, _ in totals}
    after = tuple(s for s in behind if s.place in of_total or _names_a_kind(s.text))
    headings = tuple(h for found in findings for h in (found.spot, *found.headings))
    kept = listed if areas else ()
    return TextFound(kept, findings, before, after, headings, totals, grid)


def _names_a_kind(text: str) -> bool:
    """Whether a sentence speaks of a municipality as one; a bare name may be anybody's."""
    return re.search(r"\bkommun", text, re.I) is not None


def _inside(listed: Iterable[PointsLine], findings: Iterable[AreaFindings]) -> Iterable[Spot]:
    yield from (line.spot for line in listed)
    yield from (found.spot for found in findings)
