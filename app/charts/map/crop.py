"""A part of the map: some municipalities as large as they fit, with the names of a few.

Where the parts of a country are drawn as points, the names of those that matter make a map of it.
A name stands where it covers no other name and no mark that has one; else it is left out, and the
list beside the map has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from app.charts import lettering, parts
from app.charts.drawing import Drawing
from app.charts.look import GRID, LINE, SEA, SURFACE, TEXT_SIZE, WIDTH
from app.charts.map.drawing import LOOKS, MapPoint, point_shape
from app.charts.map.outline import FINENESS, Outline, outline
from app.charts.svg import Attribute, Ornament, Svg, element, number

HEIGHT: Final = 320
AROUND: Final = 26
"""Between the outermost marks and the edge."""
CLOSEST: Final = 9
"""How many times larger than on the whole map a part may be: the outline is no finer."""
GAP: Final = 3
"""Between a mark and its name."""

NameBox: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class CropPoint:
    """A municipality on a part of the map. `name` is written beside it, where there is room."""

    point: MapPoint
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Window:
    """Which part of the ground is drawn, and how much larger."""

    left: float
    top: float
    scale: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.scale, (y - self.top) * self.scale


def crop_drawing(points: Sequence[CropPoint]) -> Ornament | None:
    """The part of the map that holds the points, for a page whose list says the same. None where
    there are no points."""
    if not points:
        return None
    return Ornament(
        element(
            "svg",
            _shapes(points, linked=True),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            aria_hidden="true",
            class_="map map-crop",
        )
    )


def crop_picture(points: Sequence[CropPoint], title: str, description: str) -> Drawing | None:
    """The same without links, for a picture that leaves the site."""
    if not points:
        return None
    sea = element("rect", x=0, y=0, rx=4, width=WIDTH, height=HEIGHT, fill=SEA)
    shapes = Svg(f"{sea}{_shapes(points, linked=False)}")
    return Drawing("crop", WIDTH, HEIGHT, title, description, shapes)


def _shapes(points: Sequence[CropPoint], *, linked: bool) -> Svg:
    ground = outline()
    at = [ground.place(one.point.longitude, one.point.latitude) for one in points]
    window = _window(at)
    placed = [(one, *window.place(x, y)) for one, (x, y) in zip(points, at, strict=True)]
    behind = sorted(placed, key=lambda mark: (mark[0].name is not None, -_radius(mark[0])))
    marks = (point_shape(one.point, x, y, linked=linked) for one, x, y in behind)
    frame: dict[str, Attribute] = {"width": WIDTH, "height": HEIGHT}
    return element(
        "g",
        element("clipPath", element("rect", x=0, y=0, rx=4, **frame), id="map-crop-frame"),
        element(
            "g",
            _land(ground, window),
            *marks,
            *(line.drawn() for line in _names(placed)),
            clip_path="url(#map-crop-frame)",
        ),
    )


def _window(at: Sequence[tuple[float, float]]) -> _Window:
    """As close as all points allow, with them in the middle."""
    west, east = min(x for x, _ in at), max(x for x, _ in at)
    north, south = min(y for _, y in at), max(y for _, y in at)
    room = WIDTH - 2 * AROUND, HEIGHT - 2 * AROUND
    scale = min(CLOSEST, room[0] / max(east - west, 0.1), room[1] / max(south - north, 0.1))
    return _Window(
        (west + east) / 2 - WIDTH / 2 / scale, (north + south) / 2 - HEIGHT / 2 / scale, scale
    )


def _land(ground: Outline, window: _Window) -> Svg:
    """The outline, its line as thick as on the whole map."""
    thick = FINENESS / window.scale
    shared: dict[str, Attribute] = {"stroke": GRID, "stroke_linejoin": "round"}
    neighbours = (
        element("path", d=d, fill="none", stroke_width=0.6 * thick, class_="map-far", **shared)
        for d in ground.neighbours
    )
    countries = (
        element(
            "path",
            d=d,
            fill=SURFACE,
            fill_rule="evenodd",
            stroke_width=0.9 * thick,
            class_="map-land",
            **shared,
        )
        for d in ground.countries
    )
    x, y = window.place(0, 0)
    place = f"translate({number(x)} {number(y)}) scale({window.scale / FINENESS:.4f})"
    return element("g", *neighbours, *countries, transform=place)


def _radius(one: CropPoint) -> float:
    return LOOKS[one.point.mark].size


def _names(placed: Sequence[tuple[CropPoint, float, float]]) -> Iterator[parts.TextLine]:
    """The names that find room, from the first point on."""
    taken: list[NameBox] = [
        (x - r, y - r, x + r, y + r)
        for one, x, y in placed
        if one.name is not None
        for r in (_radius(one),)
    ]
    for one, x, y in placed:
        if one.name is None:
            continue
        own = (x - _radius(one), y - _radius(one), x + _radius(one), y + _radius(one))
        for line, box in _places(one.name, x, y, _radius(one) + GAP):
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
            if inside and not any(_meet(box, other) for other in taken if other != own):
                taken.append(box)
                yield line
                break


def _places(name: str, x: float, y: float, away: float) -> Iterator[tuple[parts.TextLine, NameBox]]:
    """Where a name may stand, best first: to the right, to the left, above and below."""
    wide, up = lettering.width(name, TEXT_SIZE), 0.72 * TEXT_SIZE
    middle = y + up / 2
    yield (
        parts.TextLine(name, x + away, middle),
        (x + away, middle - up, x + away + wide, middle + 2),
    )
    yield (
        parts.TextLine(name, x - away, middle, "end"),
        (x - away - wide, middle - up, x - away, middle + 2),
    )
    for base in (y - away - 1, y + away + LINE - GAP):
        yield (
            parts.TextLine(name, x, base, "middle"),
            (x - wide / 2, base - up, x + wide / 2, base + 2),
        )


def _meet(one: NameBox, other: NameBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
