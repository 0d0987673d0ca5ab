"""Tables of municipalities with one figure a year, which may be the total: that is asked."""

from app.publishing.importing.foreign.area_names import AreaNames
from app.publishing.importing.foreign.axis import MeasureAxis, MeasuredColumn, fields_of, figure
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.headings import Heading, MeasureKind, text_heading
from app.publishing.importing.foreign.words import FigureRole, field_of, roles_of, years_in


def find_totals(grid: Grid, names: AreaNames) -> MeasureAxis | None:
    """A table in which columns, or rows, of figures are headed by a year, or by no more than a word
    for points. None where there is none."""
    for way in (grid, grid.turned()):
        for row in list(way.by_row)[:10]:
            found = _axis(way, row, names)
            if found is not None:
                return found
    return None


def _axis(grid: Grid, row: int, names: AreaNames) -> MeasureAxis | None:
    spots = grid.row(row)
    leftmost = min(column for cells in grid.by_row.values() for column in cells)
    measures = {
        column: MeasuredColumn(column, Heading(MeasureKind.TOTAL, sure=False), (spot,))
        for column, spot in spots.items()
        if _may_be_total(spot, names) and column > leftmost
    }
    first = min(measures, default=0)
    labelled = any(column < first for below in grid.by_row.values() for column in below)
    if not measures or not labelled:
        return None
    records = tuple(
        below
        for below in grid.by_row
        if below > row
        and any(figure(s, grid).is_figure for c, s in grid.row(below).items() if c in measures)
    )
    fields = fields_of(grid, (row,), measures)
    above = tuple(r for r in grid.by_row if r < row)
    return (
        MeasureAxis(grid, measures, fields, (row,), above, records, only_totals=True)
        if records
        else None
    )


def _may_be_total(spot: Spot, names: AreaNames) -> bool:
    if field_of(spot.text) is not None:
        return False
    heading = text_heading(spot.text, names)
    if heading is not None:
        return heading.kind in (MeasureKind.TOTAL, MeasureKind.SUM)
    return (len(years_in(spot.text)) == 1 and len(spot.text) == 4) or (
        set(roles_of(spot.text)) == {FigureRole.POINTS} and len(spot.text) < 30
    )
