"""The outline of Norway and Sweden that maps lie on, laid out in the units of a drawing.

The build writes it as `outline.json` (tools/outline.mjs): rings of longitude and latitude.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

from app.charts.look import WIDTH
from app.charts.map.projection import SCANDINAVIA
from app.config import ROOT

DIST: Final = ROOT / "app" / "static" / "dist"
MARGIN: Final = 8
"""Around the countries, so that marks on the coast are whole."""
FINENESS: Final = 10
"""Paths are written in whole tenths of a unit, about 400 metres: shorter, and fine enough."""

Ring: TypeAlias = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the outline, in its units."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Outline:
    """Paths in tenths of a unit, and where a place comes to lie in units."""

    countries: tuple[str, ...]
    neighbours: tuple[str, ...]
    width: float
    height: float
    west: float
    """The least x of the projection that is drawn, and the greatest y."""
    top: float
    unit: float
    country_rings: Sequence[Ring] = field(default=(), repr=False)
    """The same as points in units, ring by ring."""
    neighbour_rings: Sequence[Ring] = field(default=(), repr=False)

    def within(self, box: Box, rings: Iterable[Ring]) -> Iterator[Ring]:
        """The parts of some rings that lie in a box, closed along an edge outside of it."""
        room = (box.right - box.left) / 10
        wide = Box(box.left - room, box.top - room, box.right + room, box.bottom + room)
        for ring in rings:
            found = _clipped(ring, wide)
            if len(found) > 2:
                yield found

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies, counted from the upper left corner."""
        x, y = SCANDINAVIA.project(longitude, latitude)
        return MARGIN + (x - self.west) / self.unit, MARGIN + (self.top - y) / self.unit


@lru_cache
def outline() -> Outline:
    """The outline as it was built."""
    names = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    found = json.loads((DIST / names["outline.json"]).read_text(encoding="utf-8"))
    return laid_out(found)


def laid_out(found: dict[str, Any]) -> Outline:
    """The two countries across the whole width; their neighbours run out of the drawing."""
    rings = [ring for country in found["countries"].values() for ring in country]
    places = [SCANDINAVIA.project(*place) for ring in rings for place in ring]
    west, east = min(x for x, _ in places), max(x for x, _ in places)
    south, north = min(y for _, y in places), max(y for _, y in places)
    unit = (east - west) / (WIDTH - 2 * MARGIN)
    bare = Outline((), (), WIDTH, (north - south) / unit + 2 * MARGIN, west, north, unit)
    return Outline(
        countries=tuple(_path(country, bare) for country in found["countries"].values()),
        neighbours=(_path(found["neighbours"], bare),),
        width=bare.width,
        height=bare.height,
        west=west,
        top=north,
        unit=unit,
        country_rings=_placed(rings, bare),
        neighbour_rings=_placed(found["neighbours"], bare),
    )


def _placed(rings: Iterable[Ring], on: Outline) -> tuple[Ring, ...]:
    return tuple(tuple(on.place(*place) for place in ring) for ring in rings)


def _clipped(ring: Ring, box: Box) -> Ring:
    """What of a ring lies in a box, cut off at one side after the other (Sutherland and Hodgman,
    Reentrant polygon clipping, 1974)."""
    for axis, limit, sign in (
        (0, box.left, 1),
        (0, box.right, -1),
        (1, box.top, 1),
        (1, box.bottom, -1),
    ):
        ring = tuple(_cut(ring, axis, limit, sign))
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[tuple[float, float]]:
    """What of a ring lies on one side of a line across an axis."""
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was, is_ = (sign * (one[axis] - limit) >= 0 for one in (before, point))
        if was != is_:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            yield (
                before[0] + part * (point[0] - before[0]),
                before[1] + part * (point[1] - before[1]),
            )
        if is_:
            yield point


def _path(rings: Iterable[Ring], on: Outline) -> str:
    """One path of several rings, each step counted from the one before."""
    written = []
    for ring in rings:
        places = [on.place(*place) for place in ring]
        points = [(round(x * FINENESS), round(y * FINENESS)) for x, y in places]
        steps = [
            f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(points)
        ]
        written.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z")
    return "".join(written)
