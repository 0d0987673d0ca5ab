"""Findings in a table: a column for each kind, or a row for each finding. They are laid out as the
lines of a text, and read as one."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.area_names import AreaNames
from app.publishing.importing.foreign.findings import is_kind
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.numbers import tidy

FEWEST_ROWS = 2


def findings_as_lines(grid: Grid, names: AreaNames) -> tuple[Spot, ...]:
    """The cells of a table of findings, in the order in which a text would tell them; none where
    it is no such table."""
    for row, spots in grid.by_row.items():
        kinds = {column: spot for column, spot in spots.items() if is_kind(spot.text)}
        if kinds and not any(names.match(spot.text) for spot in spots.values()):
            below = [r for r in grid.by_row if r > row]
            cells = (grid.at(r, column) for r in below for column in kinds)
            if not any(cell is not None and is_kind(cell.text) for cell in cells):
                return tuple(_by_columns(grid, below, kinds, names))
    return tuple(_by_rows(grid, names))


def _by_columns(
    grid: Grid, rows: list[int], kinds: dict[int, Spot], names: AreaNames
) -> Iterator[Spot]:
    for row in rows:
        area = _area(grid, row, names)
        if area is None:
            continue
        yield area
        for column, kind in kinds.items():
            spot = grid.at(row, column)
            if spot is not None:
                yield kind
                yield from _lines(spot)


def _by_rows(grid: Grid, names: AreaNames) -> Iterator[Spot]:
    """Rows of an area, a kind and a text, each in its own column."""
    rows = [r for r, spots in grid.by_row.items() if any(is_kind(s.text) for s in spots.values())]
    if len(rows) < FEWEST_ROWS:
        return
    last: Spot | None = None
    for row in rows:
        spots = grid.row(row)
        kind = next(spot for spot in spots.values() if is_kind(spot.text))
        area = _area(grid, row, names) or last
        behind = [s for s in spots.values() if s not in (kind, area) and s.number is None]
        if area is None or not behind:
            continue
        last = area
        yield area
        yield kind
        yield from _lines(max(behind, key=lambda spot: len(spot.text)))


def _area(grid: Grid, row: int, names: AreaNames) -> Spot | None:
    columns = sorted({column for spots in grid.by_row.values() for column in spots})
    labels = (grid.label(row, column) for column in columns)
    for spot in labels:
        if spot is None or is_kind(spot.text):
            continue
        if names.match(spot.text) is not None:
            return spot
        if fold(spot.text) in {str(no) for no in range(1, 9)}:
            return replace(spot, text=f"Område {spot.text}")
    return None


def _lines(spot: Spot) -> Iterator[Spot]:
    """A cell of several lines; each is a finding of its own, or goes on with the one before."""
    for line in spot.raw.splitlines():
        if tidy(line):
            yield replace(spot, raw=line, text=tidy(line))
