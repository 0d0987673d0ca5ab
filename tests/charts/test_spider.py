"""The spider's geometry against trigonometry of its own, its gaps, and its labels."""

import cmath
import math
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from app.charts.areas import Drawn, apart
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.polar import runs
from app.domain.score import AREA_MEASURES
from tests.charts.drawn import (
    HEMNE_2018,
    LAYOUTS,
    NAMESPACE,
    UNKNOWN,
    axes,
    coordinates,
    groups,
    hits,
    lines,
    markup,
    numbered,
    parsed,
    places,
    said,
    series,
    several,
    spider,
)

FULL = (Decimal(100),) * 8


def turned(axis: int) -> complex:
    """A direction in the drawing: up for the first axis, then clockwise in steps of 45°."""
    return cmath.exp(1j * (math.pi * axis / 4 - math.pi / 2))


def web(root: ET.Element) -> tuple[complex, float]:
    """The centre and the radius as they are drawn: all axes begin in one, and are as long as the
    other."""
    drawn = [line for line in root.iter(f"{NAMESPACE}line") if line.get("class") == "figure-grid"]
    ends = [
        tuple(complex(*(float(line.attrib[f"{side}{end}"]) for side in "xy")) for end in (1, 2))
        for line in drawn
    ]
    assert len(ends) == 8
    (centre,) = {start for start, _ in ends}
    radius = abs(ends[0][1] - centre)
    for axis, (_, end) in enumerate(ends):
        assert abs(end - centre - radius * turned(axis)) < 0.02
    return centre, radius


@pytest.mark.parametrize("width", LAYOUTS)
def test_the_first_axis_points_up_and_the_others_follow_clockwise(width: float) -> None:
    root = parsed(markup(spider(series(HEMNE_2018, FULL)), "s", width))
    # The centre and the radius are read from the drawing: they are those of the outer polygon.
    rim = [complex(*place) for place in places(groups(root, SeriesRole.REFERENCE)[0])]
    top, bottom = min(rim, key=lambda p: p.imag), max(rim, key=lambda p: p.imag)
    # A square's middle is its own; all eight of them are on the rim.
    centre, radius = (top + bottom) / 2, abs(bottom - top) / 2
    assert web(root) == (pytest.approx(centre, abs=0.02), pytest.approx(radius, abs=0.02))
    drawn = numbered(groups(root, SeriesRole.SUBJECT)[0])
    assert list(drawn) == list(range(8))
    for axis, (value, place) in enumerate(zip(HEMNE_2018, drawn.values(), strict=True)):
        expected = centre + radius * float(value) / 100 * turned(axis)
        assert abs(complex(*place) - expected) < 0.02


@pytest.mark.parametrize("width", LAYOUTS)
def test_every_sector_says_who_what_and_how_much_of_all_series(width: float) -> None:
    row = [*FULL[:3], None, *FULL[4:]]
    root = parsed(markup(spider(series(HEMNE_2018, row)), "s", width))
    assert said(root) == [
        f"{axis.label}: Series subject {value}, Series reference {UNKNOWN if at == 3 else 100}"
        for at, (axis, value) in enumerate(zip(axes(), HEMNE_2018, strict=True))
    ]


@pytest.mark.parametrize("width", LAYOUTS)
def test_a_sector_goes_from_the_centre_to_the_rim_half_way_to_both_neighbours(
    width: float,
) -> None:
    root = parsed(markup(spider(series(HEMNE_2018, FULL)), "s", width))
    centre, radius = web(root)
    for axis, hit in enumerate(hits(root)):
        first, *others = [complex(*place) for place in coordinates(hit.attrib["d"])]
        assert abs(first - centre) < 0.02
        turns = [(corner - centre) / turned(axis) for corner in others]
        assert [math.degrees(cmath.phase(turn)) for turn in turns] == pytest.approx(
            [-22.5, 0, 22.5], abs=0.02
        )
        # The rim is straight, and nearest to the centre half way between two axes.
        side = radius * math.cos(math.radians(22.5))
        assert list(map(abs, turns)) == pytest.approx([side, radius, side], abs=0.02)


@pytest.mark.parametrize("width", LAYOUTS)
def test_the_numbers_of_the_rings_stand_on_their_rings_between_the_last_axis_and_the_first(
    width: float,
) -> None:
    root = parsed(markup(spider(series(FULL)), "s", width))
    centre, radius = web(root)
    drawn = {t.text: t for t in root.iter(f"{NAMESPACE}text") if t.text in {"25", "50", "75"}}
    assert len(drawn) == 3
    for words, text in drawn.items():
        # The middle of a number lies as far above its baseline as a third of its height.
        up = float(text.attrib["font-size"]) / 3
        place = complex(float(text.attrib["x"]), float(text.attrib["y"]) - up)
        # A ring is straight between two axes, and nearest to the centre half way.
        expected = radius * int(words or 0) / 100 * math.cos(math.radians(22.5))
        assert abs(place - centre - expected * cmath.exp(-1j * math.radians(112.5))) < 0.5


def test_the_middle_half_is_a_ring_between_its_limits_and_is_named() -> None:
    limits = tuple((value - 20, value + 10) for value in HEMNE_2018)
    figure = spider(series(HEMNE_2018), middle=limits, middle_name="Half of 55")
    root = parsed(markup(figure, "s"))
    centre, radius = web(root)
    (ring,) = [path for path in root.iter() if path.get("class") == "figure-middle"]
    outer, inner = [list(coordinates(edge)) for edge in ring.attrib["d"].split("Z") if edge]
    assert ring.get("fill-rule") == "evenodd"
    for axis, (low, high) in enumerate(limits):
        for place, limit in ((outer[axis], high), (inner[axis], low)):
            expected = centre + radius * float(limit) / 100 * turned(axis)
            assert abs(complex(*place) - expected) < 0.02
    assert said(root)[2].endswith(": Series subject 77.4, Half of 55 57.4–87.4")
    assert [entry.name for entry in figure.drawing("s").key] == ["Series subject", "Half of 55"]
    without = spider(series(HEMNE_2018))
    assert "figure-middle" not in markup(without, "s")
    assert [entry.name for entry in without.drawing("s").key] == ["Series subject"]


def test_a_middle_half_without_limits_everywhere_is_refused() -> None:
    with pytest.raises(ValueError, match="every axis"):
        spider(series(HEMNE_2018), middle=((Decimal(1), Decimal(2)),) * 7)


def test_a_line_does_not_pass_through_what_is_missing() -> None:
    row = [Decimal(50), None, Decimal(60), Decimal(70), None, Decimal(80), None, Decimal(90)]
    root = parsed(markup(spider(series(row)), "s"))
    group = groups(root, SeriesRole.SUBJECT)[0]
    at = numbered(group)
    drawn = [list(coordinates(line)) for line in lines(group)]
    assert sorted(drawn) == sorted([[at[7], at[0]], [at[2], at[3]]])
    assert not any(line.endswith("Z") for line in lines(group))
    assert sorted(at) == [0, 2, 3, 5, 7], "no mark stands where nothing is known"
    assert group.find(f"{NAMESPACE}path[@class='series-area']") is None


def crosses(root: ET.Element) -> dict[str, complex]:
    """The middle of each cross, by whose it is and of which area."""
    found = {}
    for role in SeriesRole:
        for group in groups(root, role):
            for path in group.iter(f"{NAMESPACE}path"):
                if "series-cross" in path.get("class", ""):
                    # The path of a cross begins three units left of and above its middle.
                    ((x, y),) = coordinates(path.attrib["d"].partition("l")[0])
                    found[f"{role.value} {path.attrib['data-at']}"] = complex(x + 3, y + 3)
    return found


def test_what_is_missing_has_a_cross_on_the_rim_and_is_said_by_its_sector() -> None:
    row = [*FULL[:3], None, *FULL[4:]]
    root = parsed(markup(spider(series(row)), "s"))
    centre, radius = web(root)
    ((name, place),) = crosses(root).items()
    assert name == "subject 3"
    assert abs(place - (centre + radius * turned(3))) < 0.02
    assert said(root)[3] == f"{axes()[3].label}: Series subject {UNKNOWN}"


def test_beside_a_narrow_web_what_is_missing_takes_two_lines() -> None:
    """At three and nine o'clock there is room for a number, not for words."""
    row = [*FULL[:2], None, *FULL[3:6], None, FULL[7]]
    told = {
        width: [
            text
            for text in parsed(markup(spider(series(row)), "s", width)).iter(f"{NAMESPACE}text")
            if text.text and text.text in UNKNOWN
        ]
        for width in LAYOUTS
    }
    narrow, wide = (told[width] for width in LAYOUTS)
    assert [text.text for text in narrow] == [*UNKNOWN.split(), *UNKNOWN.split()]
    assert [text.text for text in wide] == [UNKNOWN, UNKNOWN]
    assert {text.get("font-weight") for text in (*narrow, *wide)} == {"bold"}


def test_crosses_of_several_series_stand_apart_on_their_axis() -> None:
    row = [*FULL[:3], None, *FULL[4:]]
    root = parsed(markup(spider(series(row, FULL, row)), "s"))
    centre, _ = web(root)
    found = crosses(root)
    assert sorted(found) == ["second-reference 3", "subject 3"]
    one, other = ((place - centre) / turned(3) for place in found.values())
    assert (one.imag, other.imag) == pytest.approx((0, 0), abs=0.02)
    assert abs(one - other) >= 8


@pytest.mark.parametrize(
    "known, expected",
    [
        ("11111111", [[0, 1, 2, 3, 4, 5, 6, 7]]),
        ("00000000", []),
        ("01000000", [[1]]),
        ("11000011", [[6, 7, 0, 1]]),
        ("10101010", [[0], [2], [4], [6]]),
        ("01111111", [[1, 2, 3, 4, 5, 6, 7]]),
    ],
)
def test_runs_go_around_the_web(known: str, expected: list[list[int]]) -> None:
    found = runs([Decimal(1) if sign == "1" else None for sign in known])
    assert sorted(found) == sorted(expected)


def test_a_fourth_polygon_is_refused() -> None:
    one = Series("One", SeriesRole.SUBJECT, FULL)
    with pytest.raises(ValueError, match="three polygons"):
        spider((one,) * 4)


def test_series_differ_by_dash_and_by_mark() -> None:
    root = parsed(markup(spider(series(FULL, FULL, FULL)), "s"))
    polygons = [groups(root, role)[0] for role in list(SeriesRole)[:3]]
    dashes = [
        next(p for p in group if p.get("class") == "series-line").get("stroke-dasharray")
        for group in polygons
    ]
    assert len(set(dashes)) == 3
    marks = [
        next(p for p in group if p.get("class") == "series-mark").tag.removeprefix(NAMESPACE)
        for group in polygons
    ]
    assert marks == ["circle", "rect", "path"]


@given(several())
def test_every_known_value_is_drawn_once_and_no_other(shown: tuple[Series, ...]) -> None:
    root = parsed(markup(spider(shown), "s"))
    centre, radius = web(root)
    for one in shown:
        marks = numbered(groups(root, one.role)[0])
        assert sorted(marks) == [at for at, v in enumerate(one.values) if v is not None]
        for at, place in marks.items():
            worth = 100 * (complex(*place) - centre) / radius / turned(at)
            assert (worth.real, worth.imag) == pytest.approx(
                (float(one.values[at] or 0), 0), abs=0.02
            )


def test_the_middle_half_is_a_ring_between_its_limits() -> None:
    limits = ((Decimal(40), Decimal(60)),) * 8
    shown = replace(spider(series(FULL)), middle=limits, middle_name="the middle half")
    root = parsed(markup(shown, "s"))
    ring = root.find(f".//{NAMESPACE}path[@class='figure-middle']")
    assert ring is not None
    places = list(coordinates(ring.attrib["d"]))
    centre, radius = web(root)
    distances = [abs(complex(*place) - centre) / radius for place in places]
    assert distances == [pytest.approx(0.6, abs=0.001)] * 8 + [pytest.approx(0.4, abs=0.001)] * 8
    assert "the middle half 40–60" in shown.said(0)


def test_of_two_averages_that_nearly_coincide_the_first_is_drawn() -> None:
    def drawn(name: str, value: str) -> Drawn:
        return Drawn(name, dict.fromkeys(AREA_MEASURES, Decimal(value)))

    own, first = drawn("own", "50"), drawn("first", "60")
    assert apart([own, first, drawn("near", "62.9")]) == (own, first)
    far = drawn("far", "63")
    assert apart([own, first, far]) == (own, first, far)
    assert apart([own]) == (own,)
