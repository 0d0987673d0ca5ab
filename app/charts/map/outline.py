"""The outline of Norway and Sweden that maps lie on, laid out in the units of a drawing.

The build writes it as `outline.json` (tools/outline.mjs): rings of longitude and latitude.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    )


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
