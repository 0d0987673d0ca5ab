"""The spider's geometry against trigonometry of its own, its gaps, and its labels."""

import cmath
import math
from decimal import Decimal

import pytest
from hypothesis import given

from app.charts.look import Role
from app.charts.parts import Series
from app.charts.spider.drawing import runs
from tests.charts.drawn import (
    HEMNE_2018,
    NAMESPACE,
    UNKNOWN,
    axes,
    coordinates,
    groups,
    lines,
    markup,
    parsed,
    points,
    series,
    several,
    spider,
    told,
)

FULL = (Decimal(100),) * 8


def turned(axis: int) -> complex:
    """A direction in the drawing: up for the first axis, then clockwise in steps of 45°."""
    return cmath.exp(1j * (math.pi * axis / 4 - math.pi / 2))


def test_the_first_axis_points_up_and_the_others_follow_clockwise() -> None:
    root = parsed(markup(spider(series(HEMNE_2018, FULL)), "s"))
    # The centre and the radius are read from the drawing: they are those of the outer polygon.
    rim = [complex(*place) for place in told(groups(root, Role.REFERENCE)[0]).values()]
    top, bottom = min(rim, key=lambda p: p.imag), max(rim, key=lambda p: p.imag)
    # A square's middle is its own; all eight of them are on the rim.
    centre, radius = (top + bottom) / 2, abs(bottom - top) / 2
    drawn = list(told(groups(root, Role.SUBJECT)[0]).items())
    assert len(drawn) == 8
    for axis, (value, (_, place)) in enumerate(zip(HEMNE_2018, drawn, strict=True)):
        expected = centre + radius * float(value) / 100 * turned(axis)
        assert abs(complex(*place) - expected) < 0.02


def test_every_mark_says_who_what_and_how_much() -> None:
    root = parsed(markup(spider(series(HEMNE_2018)), "s"))
    assert list(told(groups(root, Role.SUBJECT)[0])) == [
        f"Series subject, {axis.label}: {value}"
        for axis, value in zip(axes(), HEMNE_2018, strict=True)
    ]


def test_a_line_does_not_pass_through_what_is_missing() -> None:
    row = [Decimal(50), None, Decimal(60), Decimal(70), None, Decimal(80), None, Decimal(90)]
    root = parsed(markup(spider(series(row)), "s"))
    group = groups(root, Role.SUBJECT)[0]
    place = told(group)
    drawn = [list(coordinates(line)) for line in lines(group)]
    at = {
        axis: place[f"Series subject, {axes()[axis].label}: {row[axis]}"] for axis in (0, 2, 3, 7)
    }
    assert sorted(drawn) == sorted([[at[7], at[0]], [at[2], at[3]]])
    assert not any(line.endswith("Z") for line in lines(group))
    assert len(place) == 5, "no mark stands where nothing is known"
    assert group.find(f"{NAMESPACE}path[@class='series-area']") is None


def test_what_is_missing_has_a_cross_on_the_rim_that_says_so() -> None:
    row = [*FULL[:3], None, *FULL[4:]]
    root = parsed(markup(spider(series(row)), "s"))
    crosses = {
        said: place
        for group in groups(root, Role.SUBJECT)
        for said, place in told(group).items()
        if said.endswith(UNKNOWN) and "," in said
    }
    assert list(crosses) == [f"Series subject, {axes()[3].label}: {UNKNOWN}"]
    ((x, y),) = crosses.values()
    polygon = told(groups(root, Role.SUBJECT)[0])
    right = polygon[f"Series subject, {axes()[2].label}: 100"]
    up = polygon[f"Series subject, {axes()[0].label}: 100"]
    centre = complex(up[0], right[1])
    radius = right[0] - up[0]
    # The path of a cross begins three units left of and above its middle.
    assert abs(complex(x + 3, y + 3) - (centre + radius * turned(3))) < 0.02


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
    one = Series("One", Role.SUBJECT, FULL)
    with pytest.raises(ValueError, match="three polygons"):
        spider((one,) * 4)


def test_series_differ_by_dash_and_by_mark() -> None:
    root = parsed(markup(spider(series(FULL, FULL, FULL)), "s"))
    polygons = [groups(root, role)[0] for role in Role]
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
    for one in shown:
        marks = groups(root, one.role)[0].findall("./*[@class='series-mark']")
        said = [mark.findtext(f"{NAMESPACE}title", "").rpartition(": ")[2] for mark in marks]
        assert said == [points(value) for value in one.values if value is not None]
