"""A sheet without figures that says what the other sheets are of, as the cover of a report does."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.area_names import AreaNames
from app.publishing.importing.foreign.axis import find_axis
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.only_totals import find_totals
from app.publishing.importing.foreign.running_text import text_table
from app.publishing.importing.foreign.words import field_of

MOST_ON_COVER: Final = 60
"""Cells of a sheet that is no more than a cover."""

_SAYS_WHAT: Final = re.compile(
    r"\b(?:kommun\w*|ar|year|rapport\w*|report|versjon|version|evaluer\w*|utvarder\w*)\b"
)


def cover_of(grids: Iterable[Grid], names: AreaNames) -> tuple[Spot, ...]:
    """What covers say of the evaluations in the file. Other words on them, such as the address of
    who made it, say nothing."""
    covers = (grid for grid in grids if _is_cover(grid, names))
    return tuple(spot for grid in covers for spot in _told(grid))


def _is_cover(grid: Grid, names: AreaNames) -> bool:
    holds = find_axis(grid, names) or find_totals(grid, names) or text_table(grid, names)
    return bool(grid.spots) and holds is None


def _told(grid: Grid) -> Iterator[Spot]:
    for spots in grid.by_row.values():
        row = list(spots.values())
        for position, spot in enumerate(row):
            behind_label = position > 0 and field_of(row[position - 1].text.rstrip(":")) is not None
            if behind_label or _SAYS_WHAT.search(fold(spot.text)):
                yield spot
