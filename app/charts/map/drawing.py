"""Municipalities as points on an outline of Norway and Sweden, drawn as SVG.

The map is a way of looking at a list that stands beside it, with the same links. There may be
hundreds of points, so none of them is a stop for the keyboard, and the drawing is hidden from
screen readers: they, and whoever cannot tell close points apart, have the list. For a mouse each
point is a link that says who it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.charts import parts
from app.charts.drawing import Drawing
from app.charts.look import GRID, SURFACE, TEXT
from app.charts.map.outline import FINENESS, Outline, outline
from app.charts.svg import Attribute, Ornament, Svg, element, number

KEY_SIZE: Final = 18


class MapMark(StrEnum):
    """How points are drawn: by what is known (a form each), or by the total (a size each)."""

    QUESTIONS = "questions"
    AREAS = "areas"
    SOME_AREAS = "some-areas"
    TOTAL = "total"
    KNOWN = "known"
    BAND_1 = "band-1"
    BAND_2 = "band-2"
    BAND_3 = "band-3"
    BAND_4 = "band-4"
    BAND_5 = "band-5"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MapLook:
    """Form, size and shade; shades go from 1, pale, to 5, strong, and 0 is none."""

    form: str
    size: float
    shade: int


LOOKS: Final = {
    MapMark.QUESTIONS: MapLook("diamond", 6.5, 5),
    MapMark.AREAS: MapLook("circle", 5, 4),
    MapMark.SOME_AREAS: MapLook("triangle", 5.5, 3),
    MapMark.TOTAL: MapLook("square", 4, 2),
    MapMark.KNOWN: MapLook("circle", 3, 0),
    MapMark.BAND_1: MapLook("circle", 3, 1),
    MapMark.BAND_2: MapLook("circle", 4, 2),
    MapMark.BAND_3: MapLook("circle", 5, 3),
    MapMark.BAND_4: MapLook("circle", 6, 4),
    MapMark.BAND_5: MapLook("circle", 7, 5),
    MapMark.UNKNOWN: MapLook("cross", 3.5, 0),
}
SHADES: Final = (SURFACE, "#c9ddf2", "#8fb8e0", "#5490c9", "#1f67ab", "#0b3a6b")
REACH: Final = 11
"""Half of what a finger must hit: 24 pixels where the drawing is as wide as a phone."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A municipality: what is said of it, and where it and its page are. In degrees."""

    said: str
    url: str
    longitude: float
    latitude: float
    mark: MapMark
    own: bool = False
    """Whether it is the reader's."""


def map_drawing(points: Sequence[MapPoint]) -> Ornament:
    """The map. Larger marks lie under smaller ones, so that few are covered whole."""
    ground = outline()
    return Ornament(
        element(
            "svg",
            *_shapes(points, ground),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(ground.width)} {number(ground.height)}",
            aria_hidden="true",
            class_="map",
        )
    )


def map_picture(points: Sequence[MapPoint], title: str, description: str) -> Drawing:
    """The same as a drawing that finds its place in a picture of its own, without the neighbours,
    which would run out of that place."""
    ground = replace(outline(), neighbours=())
    shapes = Svg("".join(_shapes(points, ground)))
    return Drawing("map", ground.width, ground.height, title, description, shapes)


def land_picture(title: str) -> Drawing:
    """The two countries by themselves, where nobody can be shown in them."""
    return map_picture((), title, title)


def _shapes(points: Sequence[MapPoint], ground: Outline) -> list[Svg]:
    largest_first = sorted(points, key=lambda point: -LOOKS[point.mark].size)
    return [_land(ground), *(_point(point, ground) for point in largest_first)]


def key_drawing(mark: MapMark) -> Ornament:
    """A mark by itself, for the list that says what it stands for."""
    return Ornament(
        element(
            "svg",
            _shape(LOOKS[mark], KEY_SIZE / 2, KEY_SIZE / 2),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {KEY_SIZE} {KEY_SIZE}",
            width=KEY_SIZE,
            height=KEY_SIZE,
            aria_hidden="true",
        )
    )


def _land(ground: Outline) -> Svg:
    shared: dict[str, Attribute] = {"stroke_linejoin": "round", "fill_rule": "evenodd"}
    neighbours = (
        element("path", d=d, fill="none", stroke=GRID, stroke_width=6, class_="map-far", **shared)
        for d in ground.neighbours
    )
    countries = (
        element("path", d=d, fill=SURFACE, stroke=GRID, stroke_width=9, class_="map-land", **shared)
        for d in ground.countries
    )
    return element("g", *neighbours, *countries, transform=f"scale({1 / FINENESS})")


def _point(point: MapPoint, ground: Outline) -> Svg:
    return point_shape(point, *ground.place(point.longitude, point.latitude))


def point_shape(point: MapPoint, x: float, y: float, *, linked: bool = True) -> Svg:
    """The mark of a municipality with what a mouse is told of it."""
    shapes = [parts.title(point.said), _shape(LOOKS[point.mark], x, y)]
    if point.own:
        shapes.insert(1, parts.own_ring(x, y, LOOKS[point.mark].size + 4))
    if not linked:
        return element("g", *shapes)
    reach = element("circle", cx=x, cy=y, r=REACH, fill="none", class_="map-reach")
    return element("a", *shapes, reach, href=point.url, tabindex="-1")


def _shape(look: MapLook, x: float, y: float) -> Svg:
    r = look.size
    paint: dict[str, Attribute] = {
        "fill": SHADES[look.shade],
        "stroke": TEXT,
        "stroke_width": 1,
        "class_": f"map-mark map-shade-{look.shade}",
    }
    match look.form:
        case "circle":
            return element("circle", cx=x, cy=y, r=r, **paint)
        case "square":
            return element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, **paint)
        case "triangle":
            corners = [(x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r)]
        case "diamond":
            corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        case _:
            cross = f"M{number(x - r)} {number(y - r)}l{2 * r} {2 * r}m0 {-2 * r}l{-2 * r} {2 * r}"
            return element("path", d=cross, **{**paint, "stroke_width": 1.75})
    return element("path", d=parts.path(corners, closed=True), **paint)
