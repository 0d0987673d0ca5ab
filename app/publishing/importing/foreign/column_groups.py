"""What the columns of a table are of: what stands over them, and rows that tell of columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.publishing.importing.foreign.axis import MeasureAxis, MeasuredColumn, is_row_of_years
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.words import (
    FieldKind,
    FigureRole,
    field_of,
    roles_of,
    years_in,
)

RULING: Final = (
    FigureRole.CHANGE,
    FigureRole.MEDIAN,
    FigureRole.MEAN,
    FigureRole.RANK,
    FigureRole.SHARE,
    FigureRole.MAXIMUM,
)
"""What figures may be, the one that rules first."""


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Columns whose heads say the same: a year, a kind of figures, a municipality."""

    year: int | None = None
    role: FigureRole | None = None
    name: str = ""
    year_spot: Spot | None = field(default=None, compare=False)
    name_spot: Spot | None = field(default=None, compare=False)
    carried: bool = field(default=False, compare=False)
    """Something is written only before the first of its columns."""


def labels_of(axis: MeasureAxis, row: int) -> Iterator[Spot]:
    """What stands before the figures of a row under no heading of its own, once each."""
    seen: set[tuple[int, int]] = set()
    for column in axis.before:
        at = axis.grid.covered.get((row, column), (row, column))
        spot = axis.grid.label(row, column)
        if spot is None or column in axis.fields or at in seen or at[0] in axis.head:
            continue
        seen.add(at)
        yield spot


def telling_rows(axis: MeasureAxis) -> Iterator[tuple[int, FieldKind]]:
    """Rows that say of each column which year or municipality it is of."""
    for row in axis.grid.by_row:
        if row in axis.head:
            continue
        if row not in axis.above and is_row_of_years(axis, row):
            yield row, FieldKind.YEAR
            continue
        kinds = {field_of(spot.text) for spot in labels_of(axis, row)}
        for kind in (FieldKind.YEAR, FieldKind.NAME, FieldKind.CODE, FieldKind.COUNTY):
            if kind in kinds:
                yield row, kind
                break


def groups_of(axis: MeasureAxis) -> dict[ColumnGroup, tuple[int, ...]]:
    """The columns of measures by what stands over them."""
    telling = dict(telling_rows(axis))
    found: dict[ColumnGroup, list[int]] = {}
    for column, measured in axis.measures.items():
        found.setdefault(_group(axis, column, measured, telling), []).append(column)
    return {group: tuple(columns) for group, columns in found.items()}


def _group(
    axis: MeasureAxis, column: int, measured: MeasuredColumn, telling: Mapping[int, FieldKind]
) -> ColumnGroup:
    """What the heads over a column, and rows that tell of columns, say of it."""
    year, year_spot = _year_over(axis, column, measured)
    roles = [
        role
        for row in axis.above
        if (above := _above(axis, row, column)) is not None
        for role in roles_of(above.text)
        if role in RULING
    ]
    name, name_spot, carried = "", None, False
    for row, kind in telling.items():
        told = axis.grid.label(row, column)
        if told is None and kind in (FieldKind.NAME, FieldKind.YEAR):
            told = _told_before(axis, row, column)
            carried = carried or told is not None
        if told is None:
            continue
        if kind is FieldKind.YEAR and len(years_in(told.text)) == 1:
            year, year_spot = years_in(told.text)[0], told
        elif kind is FieldKind.NAME or (kind is FieldKind.CODE and not name):
            name, name_spot = told.text, told
    role = roles[-1] if roles else None
    return ColumnGroup(year, role, name, year_spot, name_spot, carried)


def _year_over(
    axis: MeasureAxis, column: int, measured: MeasuredColumn
) -> tuple[int | None, Spot | None]:
    """The one year that the heads of a column name, the lowest of them ruling."""
    heads = [s for s in measured.spots if s.number is None and s.day is None]
    above = [s for row in axis.above if (s := _above(axis, row, column)) is not None]
    for spot in (*reversed(above), *heads):
        years = years_in(spot.text)
        if len(years) == 1:
            return years[0], spot
    return None, None


def _told_before(axis: MeasureAxis, row: int, column: int) -> Spot | None:
    """What stands before an empty place: names are often written only where they change."""
    columns = [c for c in axis.measures if c < column and axis.grid.label(row, c) is not None]
    return axis.grid.label(row, columns[-1]) if columns else None


def _above(axis: MeasureAxis, row: int, column: int) -> Spot | None:
    """What stands over a column in a row: its own cell, the merged one over it, or the nearest to
    the left that has an empty place behind it."""
    own = axis.grid.label(row, column)
    if own is not None:
        return own
    for left in range(column - 1, min(axis.measures) - 1, -1):
        spot = axis.grid.label(row, left)
        if spot is not None:
            return spot if years_in(spot.text) or roles_of(spot.text) else None
    return None
