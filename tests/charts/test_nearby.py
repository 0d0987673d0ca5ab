"""A municipality and its neighbours on a part of the outline."""

from xml.etree import ElementTree as ET

import pytest

from app.charts.map.nearby import HEIGHT, NearbyPlace, nearby_drawing
from app.charts.map.outline import Box, outline
from tests.charts.drawn import NAMESPACE


def place(name: str, longitude: float, latitude: float) -> NearbyPlace:
    return NearbyPlace(name, f"{name}, near", f"/kommuner/{name}", longitude, latitude)


OSLO = place("Oslo", 10.75, 59.91)
NEAR = [
    place("Nesodden", 10.66, 59.8),
    place("Moss", 10.66, 59.43),
    place("Kristiansand", 8.0, 58.15),
]


def drawn(own: NearbyPlace, others: list[NearbyPlace]) -> ET.Element:
    return ET.fromstring(nearby_drawing(own, others).svg)


def test_every_neighbour_is_a_link_with_its_name_and_no_stop_for_the_keyboard() -> None:
    links = drawn(OSLO, NEAR).findall(f".//{NAMESPACE}a")
    assert [a.get("href") for a in links] == [other.url for other in NEAR]
    assert [a.findtext(f"{NAMESPACE}text") for a in links] == [other.label for other in NEAR]
    assert {a.get("tabindex") for a in links} == {"-1"}


@pytest.mark.parametrize("others", [NEAR, NEAR[:1], [place("Sør-Varanger", 29.8, 69.5)]])
def test_all_marks_and_names_lie_within_the_drawing(others: list[NearbyPlace]) -> None:
    for circle in drawn(OSLO, others).iter(f"{NAMESPACE}circle"):
        assert 10 <= float(circle.get("cx", "")) <= 310
        assert 10 <= float(circle.get("cy", "")) <= HEIGHT - 10
    for text in drawn(OSLO, others).iter(f"{NAMESPACE}text"):
        assert 0 < float(text.get("x", "")) < 320


def test_north_is_up_and_a_finger_meets_a_mark() -> None:
    targets = [
        circle
        for circle in drawn(place("Hamar", 11.07, 60.79), NEAR).iter(f"{NAMESPACE}circle")
        if circle.get("fill-opacity") == "0"
    ]
    heights = [float(circle.get("cy", "")) for circle in targets]
    assert heights == sorted(heights)
    assert all(float(circle.get("r", "")) >= 12 for circle in targets)


def test_it_is_small_and_hidden_from_screen_readers() -> None:
    svg = nearby_drawing(OSLO, NEAR).svg
    assert len(svg) < 12_000
    assert ET.fromstring(svg).get("aria-hidden") == "true"


def test_a_part_of_the_outline_has_only_what_lies_in_it() -> None:
    """Around Oslo there is no coast of Finnmark; around all of it there is everything."""
    ground = outline()
    x, y = ground.place(OSLO.longitude, OSLO.latitude)
    part = list(ground.within(Box(x - 20, y - 20, x + 20, y + 20), ground.country_rings))
    assert part
    for ring in part:
        assert all(abs(px - x) <= 24.01 and abs(py - y) <= 24.01 for px, py in ring)
    whole = Box(0, 0, ground.width, ground.height)
    assert len(list(ground.within(whole, ground.country_rings))) == len(ground.country_rings)
