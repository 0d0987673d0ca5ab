"""One municipality and the nearest of some others, on the part of the outline that they lie in.

A way of looking at a list beside it, as the whole map is of its own (`drawing.py`): hidden
from screen readers, links for a mouse or a finger, no stop for the keyboard.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from app.charts import lettering, parts
from app.charts.drawing import Drawing
from app.charts.look import GRID, LOOKS, SEA, SURFACE, TEXT_SIZE, WIDTH, SeriesRole
from app.charts.map.outline import Box, Outline, outline
from app.charts.svg import Attribute, Ornament, Svg, element, number

HEIGHT: Final = 240
MARGIN: Final = 26
"""Around the outermost marks, so that their names are whole."""
LEAST_UNITS: Final = 80
"""Of the outline that is shown across, about 320 km: closer up the coast is only corners."""
DOT: Final = 5
TOUCH: Final = 12
"""The radius that a finger meets."""

Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """A municipality: its name at its mark, what is said of it, where it and its page are."""

    label: str
    said: str
    url: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """How the outline is laid out in the drawing."""

    box: Box
    scale: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.box.left) * self.scale, (y - self.box.top) * self.scale


def nearby_drawing(own: NearbyPlace, others: Sequence[NearbyPlace]) -> Ornament:
    """The municipality and the others, each by its name."""
    return Ornament(
        element(
            "svg",
            *_shapes(own, others, linked=True),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            aria_hidden="true",
            class_="map",
        )
    )


def _shapes(own: NearbyPlace, others: Sequence[NearbyPlace], *, linked: bool) -> Iterator[Svg]:
    land = outline()
    at = [land.place(place.longitude, place.latitude) for place in (own, *others)]
    ground = _ground(at)
    marks = [ground.place(*place) for place in at]
    labels = list(_labels([place.label for place in (own, *others)], marks))
    clip = "nearby-frame"
    yield element("clipPath", element("rect", x=0, y=0, rx=4, width=WIDTH, height=HEIGHT), id=clip)
    yield element("g", *_land(land, ground), clip_path=f"url(#{clip})")
    for place, mark, label in zip(others, marks[1:], labels[1:], strict=True):
        yield _other(place, mark, label, linked=linked)
    yield parts.series_group(SeriesRole.SUBJECT, _own(*marks[0]), labels[0].drawn())


def nearby_picture(
    own: NearbyPlace, others: Sequence[NearbyPlace], title: str, description: str
) -> Drawing:
    """The same without links, for a picture that leaves the site. There may be no others."""
    sea = element("rect", x=0, y=0, rx=4, width=WIDTH, height=HEIGHT, fill=SEA)
    shapes = Svg("".join((sea, *_shapes(own, others, linked=False))))
    return Drawing("nearby", WIDTH, HEIGHT, title, description, shapes)


def _ground(at: Sequence[tuple[float, float]]) -> _Ground:
    """The part of the outline that holds them all, at least so wide, in the form of the drawing."""
    left, right = min(x for x, _ in at), max(x for x, _ in at)
    top, bottom = min(y for _, y in at), max(y for _, y in at)
    inner_width, inner_height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    unit = max((right - left) / inner_width, (bottom - top) / inner_height, LEAST_UNITS / WIDTH)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    half_width, half_height = WIDTH * unit / 2, HEIGHT * unit / 2
    box = Box(
        middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height
    )
    return _Ground(box, 1 / unit)


def _land(land: Outline, ground: _Ground) -> Iterator[Svg]:
    shared: dict[str, Attribute] = {"stroke_linejoin": "round", "fill_rule": "evenodd"}
    far, near = (
        "".join(
            parts.path([ground.place(*point) for point in ring], closed=True)
            for ring in land.within(ground.box, rings)
        )
        for rings in (land.neighbour_rings, land.country_rings)
    )
    if far:
        yield element("path", d=far, fill="none", stroke=GRID, class_="map-far", **shared)
    if near:
        yield element("path", d=near, fill=SURFACE, stroke=GRID, class_="map-land", **shared)


def _own(x: float, y: float) -> Svg:
    ring = element(
        "circle",
        cx=x,
        cy=y,
        r=9,
        fill="none",
        stroke=LOOKS[SeriesRole.SUBJECT].colour,
        stroke_width=2,
        class_="series-line",
    )
    dot = element(
        "circle", cx=x, cy=y, r=4.5, fill=LOOKS[SeriesRole.SUBJECT].colour, class_="series-bar"
    )
    return element("g", ring, dot)


def _other(
    place: NearbyPlace, at: tuple[float, float], label: parts.TextLine, *, linked: bool
) -> Svg:
    x, y = at
    look = LOOKS[SeriesRole.REFERENCE]
    shapes = [
        element(
            "path",
            d=f"M{number(x)} {number(y - DOT)}l{DOT} {DOT}l{-DOT} {DOT}l{-DOT} {-DOT}z",
            fill=look.colour,
            stroke=SURFACE,
            stroke_width=1,
            class_="series-mark",
        ),
        label.drawn(),
    ]
    if not linked:
        return element("g", *shapes, class_=look.css)
    reach = element("circle", cx=x, cy=y, r=TOUCH, fill=SURFACE, fill_opacity=0)
    return element(
        "a",
        parts.title(place.said),
        reach,
        *shapes,
        href=place.url,
        tabindex="-1",
        class_=look.css,
    )


def _labels(
    labels: Sequence[str], marks: Sequence[tuple[float, float]]
) -> Iterator[parts.TextLine]:
    """Beside each mark, on the first side where it meets no mark and no other label."""
    taken: list[Rectangle] = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in marks]
    for at, (label, (x, y)) in enumerate(zip(labels, marks, strict=True)):
        width = lettering.width(label, TEXT_SIZE)
        own = taken[at]
        sides = list(_sides(x, y, width))
        others = [box for box in taken if box is not own]
        line, box = next(
            (side for side in sides if not any(_meet(side[1], other) for other in others)),
            sides[0],
        )
        taken.append(box)
        yield parts.TextLine(label, *line, "middle", bold=True)


def _sides(x: float, y: float, width: float) -> Iterator[tuple[tuple[float, float], Rectangle]]:
    """Where a label may stand, as the middle of its baseline and the room it takes."""
    away, half, height = 2 * DOT + 2, width / 2, TEXT_SIZE
    for middle, base in (
        (x + away + half, y + 4),
        (x - away - half, y + 4),
        (x, y - away),
        (x, y + away + height - 2),
    ):
        left, right = middle - half, middle + half
        if left >= 0 and right <= WIDTH:
            yield (middle, base), (left, base - height + 2, right, base + 3)
    middle = min(max(x, half + 2), WIDTH - half - 2)
    yield (middle, y - away), (middle - half, y - away - height, middle + half, y - away + 3)


def _meet(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
