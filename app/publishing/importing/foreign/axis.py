"""Which way a table lies: where its measures are named, and which rows are records of them.

A table is looked at both ways. The way in which more measures are named in one line is the right
one, and the grid is turned so that they stand across.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from app.publishing.importing.foreign.area_names import AreaNames, NamedArea, Nearness
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.headings import (
    PART,
    Heading,
    MeasureKind,
    code_of,
    heading_of,
    is_dated,
    number_of_area,
)
from app.publishing.importing.foreign.numbers import NumberKind, WrittenFigure, exact, read_number
from app.publishing.importing.foreign.words import FieldKind, field_of, years_in

FEWEST_AREAS = 2
"""Measures that have to be named in a line for it to be an axis, where no municipality is."""
FEWEST_BARE = 3
"""Bare numbers in a row that can be codes of questions, or numbers of areas."""
LONGEST_FIGURE = 60
"""Letters of a cell that may be a figure with its unit and its marks."""
ROWS_ABOVE = 4
"""Rows above the headings in which years and the like may stand."""


@dataclass(frozen=True, slots=True)
class MeasuredColumn:
    """A column that is measured: its heading, and the cells that say so."""

    column: int
    heading: Heading
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class MeasureAxis:
    """A table, turned so that measures are across."""

    grid: Grid
    measures: Mapping[int, MeasuredColumn]
    fields: Mapping[int, FieldKind]
    head: tuple[int, ...]
    """The rows that name measures."""
    above: tuple[int, ...]
    """Rows over them with more to say of columns: years, what the figures are."""
    records: tuple[int, ...]
    between: frozenset[int] = frozenset()
    """Columns of sums of a part of the areas, which are left out."""
    only_totals: bool = False
    """Nothing says that the figures are totals, but that nothing else is named."""

    @cached_property
    def before(self) -> tuple[int, ...]:
        """The columns before the first that is measured, which hold labels and fields."""
        first = min(self.measures, default=0)
        return tuple(sorted({c for row in self.grid.by_row.values() for c in row if c < first}))

    @property
    def has_questions(self) -> bool:
        return any(m.heading.kind is MeasureKind.QUESTION for m in self.measures.values())


def figure(spot: Spot, grid: Grid) -> WrittenFigure:
    """What a cell says as a figure. A number that is shown as per cent is a share of one."""
    if spot.day is not None:
        return WrittenFigure(NumberKind.TEXT)
    if spot.number is not None:
        value = exact(spot.number)
        if spot.is_share:
            return WrittenFigure(NumberKind.SHARE, value * 100, signed=value < 0)
        return WrittenFigure(NumberKind.NUMBER, value, signed=value < 0)
    if len(spot.text) > LONGEST_FIGURE:
        return WrittenFigure(NumberKind.TEXT)
    return read_number(spot.text, grid.sign)


def find_axis(grid: Grid, names: AreaNames) -> MeasureAxis | None:
    """How the table of a grid lies. None where it holds no table that can be recognised."""
    ways = [_axis(way, names) for way in (grid, grid.turned())]
    found = [axis for axis in ways if axis is not None and axis.records]
    return max(found, key=_strength, default=None)


def _strength(axis: MeasureAxis) -> tuple[int, bool, int]:
    keys = {m.heading.key for m in axis.measures.values()}
    return len(keys), not axis.grid.down, len(axis.records)


def _axis(grid: Grid, names: AreaNames) -> MeasureAxis | None:
    by_row = {row: row_headings(grid, row, names) for row in grid.by_row}
    best = max(
        by_row, key=lambda row: (len({h.key for h in by_row[row].values()}), -row), default=0
    )
    if not by_row.get(best):
        return None
    head = _head(grid, best, by_row)
    measures, between = _settled(_measures(grid, head, by_row))
    above = tuple(
        r for r in grid.by_row if not grid.down and min(head) - ROWS_ABOVE <= r < min(head)
    )
    fields = fields_of(grid, (*above, *head), measures)
    if not _is_table(measures, fields):
        return None
    records = tuple(
        row
        for row in grid.by_row
        if row not in head
        and row not in above
        and _has_figures(grid, row, measures)
        and (grid.down or row > max(head))
    )
    return MeasureAxis(grid, measures, fields, head, above, records, between)


def _is_table(measures: Mapping[int, MeasuredColumn], fields: Mapping[int, FieldKind]) -> bool:
    kinds = [m.heading.kind for m in measures.values()]
    kept = (MeasureKind.AREA, MeasureKind.AREA_SUM, MeasureKind.QUESTION)
    parts = {m.heading.key for m in measures.values() if m.heading.kind in kept}
    if len(parts) >= FEWEST_AREAS:
        return True
    named = {FieldKind.NAME, FieldKind.CODE} & set(fields.values())
    return bool(named) and bool({MeasureKind.TOTAL, MeasureKind.SUM} & set(kinds))


def row_headings(grid: Grid, row: int, names: AreaNames) -> dict[int, Heading]:
    """What each cell of a row is the heading of; bare numbers too, if they can be nothing else."""
    spots = grid.row(row)
    found = {
        column: heading
        for column, spot in spots.items()
        if spot.number is None and (heading := heading_of(spot, names)) is not None
    }
    left = {column: spot for column, spot in spots.items() if column not in found}
    return found | (_codes(left, grid) or _numbers(row, left, grid, names, found))


def _codes(spots: Mapping[int, Spot], grid: Grid) -> dict[int, Heading]:
    """Bare codes of questions: they rise along the row, and nearly all its numbers are codes."""
    codes = {c: code for c, spot in spots.items() if (code := code_of(spot)) is not None}
    numbers = [c for c, s in spots.items() if c not in codes and figure(s, grid).is_figure]
    whole = [c for c in numbers if number_of_area(spots[c]) is not None]
    if len(codes) < FEWEST_BARE or len(numbers) - len(whole) > len(codes) // 10:
        return {}
    order = [_order(code) for code in codes.values()]
    if any(a >= b for a, b in pairwise(order)):
        return {}
    return {
        column: Heading(MeasureKind.QUESTION, code=code, sure=not is_dated(spots[column]))
        for column, code in codes.items()
    }


def _order(code: str) -> tuple[int, int]:
    area, no = code.split(".")
    return int(area), int(no)


def _numbers(
    row: int,
    spots: Mapping[int, Spot],
    grid: Grid,
    names: AreaNames,
    found: Mapping[int, Heading],
) -> dict[int, Heading]:
    """Bare numbers of areas: 1, 2, 3 … in their order or backwards, and no other number in the
    row. Beside the names of several municipalities they are places, or count the lines."""
    numbers = {c: n for c, spot in spots.items() if (n := number_of_area(spot)) is not None}
    others = any(c not in numbers and figure(s, grid).is_figure for c, s in spots.items())
    named = any(heading.kind is MeasureKind.AREA for heading in found.values())
    if len(numbers) < FEWEST_BARE or others or named:
        return {}
    runs = _runs(numbers)
    if any(len(run) < FEWEST_BARE or 1 not in (numbers[run[0]], numbers[run[-1]]) for run in runs):
        return {}
    if any(_names_several(grid, row, run, names) for run in runs):
        return {}
    return {
        column: Heading(MeasureKind.AREA, names.of_number(number))
        for column, number in numbers.items()
    }


def _runs(numbers: Mapping[int, int]) -> list[list[int]]:
    """The columns whose numbers follow one another, up or down."""
    runs: list[list[int]] = []
    for column, number in numbers.items():
        run = runs[-1] if runs else []
        step = number - numbers[run[-1]] if run else 0
        before = numbers[run[1]] - numbers[run[0]] if len(run) > 1 else step
        if abs(step) == 1 and step == before:
            run.append(column)
        else:
            runs.append([column])
    return runs


def _names_several(grid: Grid, row: int, columns: Sequence[int], names: AreaNames) -> bool:
    """Whether another row names municipalities over these columns, and not the same throughout:
    its heading says so, or they are called like municipalities and not like areas."""
    for other in grid.by_row:
        spots = grid.row(other)
        heads = (field_of(s.text) for c, s in spots.items() if c < min(columns))
        if other == row:
            continue
        named = {spots[c].text for c in columns if c in spots}
        if {FieldKind.NAME, FieldKind.CODE} & {*heads} and len(named) > 1:
            return True
        somebody = [text for text in named if len(text) <= LONGEST_FIGURE]
        if sum(names.match(t) is None and names.is_somebody(t) for t in somebody) > 1:
            return True
    return False


def _head(grid: Grid, best: int, by_row: Mapping[int, Mapping[int, Heading]]) -> tuple[int, ...]:
    """The rows that name measures: the best one, and others that name some and hold few figures."""
    found = [best]
    for row, headings in by_row.items():
        near = grid.down or best - ROWS_ABOVE <= row <= best + 1
        if row == best or not headings or not near:
            continue
        others = [s for c, s in grid.row(row).items() if c not in headings]
        figures = sum(figure(s, grid).is_figure for s in others)
        if figures <= len(grid.row(row)) // 3 and not (row > best and not grid.down and figures):
            found.append(row)
    return tuple(sorted(found))


def _measures(
    grid: Grid, head: tuple[int, ...], by_row: Mapping[int, Mapping[int, Heading]]
) -> dict[int, MeasuredColumn]:
    columns = sorted({column for row in head for column in by_row[row]})
    found = {}
    for column in columns:
        headings = [by_row[row][column] for row in head if column in by_row[row]]
        spots = tuple(s for row in head if (s := grid.at(row, column)) is not None)
        found[column] = MeasuredColumn(column, _together(headings), spots)
    return found


def _together(headings: Iterable[Heading]) -> Heading:
    """One heading of the several that a column has: a code says more than a name, a name more than
    a number."""
    order = (
        MeasureKind.QUESTION,
        MeasureKind.AREA_SUM,
        MeasureKind.AREA,
        MeasureKind.TOTAL,
        MeasureKind.SUM,
    )
    ordered = sorted(headings, key=lambda h: order.index(h.kind))
    first = ordered[0]
    areas = [h.area for h in ordered if h.area is not None]
    if first.area is None or len(areas) < 2:
        return first
    named = min(areas, key=lambda area: area.nearness)
    number = next((area.number for area in areas if area.number is not None), None)
    kind = first.kind
    if any(h.kind in (MeasureKind.SUM, MeasureKind.TOTAL) for h in ordered):
        kind = MeasureKind.AREA_SUM
    return replace(first, kind=kind, area=replace(named, number=number))


def _settled(
    measures: dict[int, MeasuredColumn],
) -> tuple[dict[int, MeasuredColumn], frozenset[int]]:
    """Sums that say nothing but `Sum`: among questions that of the area above, else the total, of
    several the last. The columns of the others are given too: they are sums in between."""
    found: dict[int, MeasuredColumn] = {}
    between: set[int] = set()
    last_area: int | None = None
    since = 0
    for column, measured in measures.items():
        heading = measured.heading
        after = [m.heading for c, m in measures.items() if c > column]
        if heading.kind is MeasureKind.QUESTION:
            last_area, since = int(heading.code[0]), since + 1
        elif heading.kind is MeasureKind.SUM:
            questions = any(h.kind is MeasureKind.QUESTION for h in after)
            of_area = since > 0 and last_area is not None and (questions or _sums(measures) > 1)
            since = 0
            if of_area and last_area is not None:
                heading = Heading(MeasureKind.AREA_SUM, _numbered(last_area, measures))
            elif heading.code == PART or _goes_on(found.values(), after):
                between.add(column)
                continue
            else:
                heading = Heading(MeasureKind.TOTAL)
        found[column] = replace(measured, heading=heading)
    return found, frozenset(between)


def _goes_on(before: Iterable[MeasuredColumn], after: Sequence[Heading]) -> bool:
    """Whether a sum comes behind that is of more areas; not of the same again, of another year."""
    areas = {m.heading.key for m in before if m.heading.area is not None}
    again = any(h.key in areas for h in after)
    return any(_is_sum(h) for h in after) and not again


def _is_sum(heading: Heading) -> bool:
    return heading.kind in (MeasureKind.SUM, MeasureKind.TOTAL) and heading.code != PART


def _sums(measures: Mapping[int, MeasuredColumn]) -> int:
    return sum(m.heading.kind is MeasureKind.SUM for m in measures.values())


def _numbered(no: int, measures: Mapping[int, MeasuredColumn]) -> NamedArea:
    for measured in measures.values():
        area = measured.heading.area
        if area is not None and no in area.by_version.values():
            return replace(area, number=no)
    return NamedArea({}, Nearness.NUMBER, no)


def fields_of(
    grid: Grid, rows: Iterable[int], measures: Mapping[int, MeasuredColumn]
) -> dict[int, FieldKind]:
    """What columns hold beside points, by their headings."""
    found: dict[int, FieldKind] = {}
    for row in sorted(rows, reverse=True):
        for column, spot in grid.row(row).items():
            kind = field_of(spot.text)
            if kind is not None and column not in measures and column not in found:
                found[column] = kind
    return found


def _has_figures(grid: Grid, row: int, measures: Mapping[int, MeasuredColumn]) -> bool:
    spots = [s for column, s in grid.row(row).items() if column in measures]
    kinds = [figure(spot, grid).kind for spot in spots]
    return any(kind is not NumberKind.TEXT for kind in kinds)


def is_row_of_years(axis: MeasureAxis, row: int) -> bool:
    """Whether what stands under the measures are years, not points."""
    spots = [s for column, s in axis.grid.row(row).items() if column in axis.measures]
    return bool(spots) and all(
        spot.text.isdigit() and len(spot.text) == 4 and years_in(spot.text) for spot in spots
    )
