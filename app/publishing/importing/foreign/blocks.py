"""Tables that stand one below the other on a sheet."""

from app.publishing.importing.foreign.area_names import AreaNames
from app.publishing.importing.foreign.axis import row_headings
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.headings import Heading, MeasureKind, heading_of

FEWEST_IN_HEAD = 3


def blocks(grid: Grid, names: AreaNames) -> tuple[Grid, ...]:
    """The parts of a sheet that hold a table each, from the top; the whole where there is one."""
    starts = _heads_across(grid, names)
    if len(starts) < 2:
        starts = _begun_again(grid, names)
    if len(starts) < 2:
        return (grid,)
    last = max(grid.by_row)
    ends = [start - 1 for start in starts[1:]] + [last]
    first = min(grid.by_row)
    return tuple(
        grid.part(first if n == 0 else start, end)
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _heads_across(grid: Grid, names: AreaNames) -> list[int]:
    """The rows at which a new head with areas across begins, with the titles over it."""
    heads = [
        row
        for row in grid.by_row
        if len({h.key for h in row_headings(grid, row, names).values()}) >= FEWEST_IN_HEAD
    ]
    apart = [row for n, row in enumerate(heads) if n == 0 or row > heads[n - 1] + 1]
    return [_with_titles(grid, row) for row in apart] if len(apart) > 1 else apart


def _with_titles(grid: Grid, row: int) -> int:
    """The first of the rows right above that hold only one cell of text."""
    while len(grid.row(row - 1)) == 1 and row > 1:
        spot = next(iter(grid.row(row - 1).values()))
        if spot.number is not None or not spot.text:
            break
        row -= 1
    return row


def _begun_again(grid: Grid, names: AreaNames) -> list[int]:
    """The rows at which areas that were there before begin again, after a row that is none."""
    seen: set[tuple[object, ...]] = set()
    starts = [min(grid.by_row, default=1)]
    between: int | None = None
    for row, spots in grid.by_row.items():
        keys = {h.key for s in spots.values() if (h := _part_of(s, names)) is not None}
        if not keys:
            between = between or row
            continue
        if keys & seen and between is not None and len(seen) >= FEWEST_IN_HEAD:
            starts.append(between)
            seen = set()
        seen |= {key for key in keys if key[0] is MeasureKind.AREA}
        between = None
    return starts


def _part_of(spot: Spot, names: AreaNames) -> Heading | None:
    return heading_of(spot, names) if spot.number is None else None
