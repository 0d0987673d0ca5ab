"""The outline is that of Norway and Sweden, and the points of a map lie where the places are."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app.charts.map.drawing import LOOKS, MapMark, MapPoint, key_drawing, map_drawing
from app.charts.map.outline import DIST, outline
from tests.charts.drawn import NAMESPACE, middle

INLAND = {
    "NO": [(10.40, 63.36), (10.47, 61.12), (9.57, 60.4), (25.5, 69.47), (6.9, 58.9)],
    "SE": [(14.6, 63.2), (20.2, 67.9), (15.2, 59.3), (13.4, 55.7), (18.4, 57.5)],
}
"""Trondheim, Lillehammer, Nesbyen, Karasjok, Sirdal; Östersund, Kiruna, Örebro, Lund, Gotland."""
ELSEWHERE = [(24.9, 60.4), (9.5, 56.2), (4, 66), (20, 58.5), (16, 78.5), (-8.5, 71)]
"""Finland, Denmark, the sea to the west and to the east, Svalbard, Jan Mayen."""


@pytest.fixture(scope="module")
def built() -> dict[str, Any]:
    names = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = json.loads((DIST / names["outline.json"]).read_text(encoding="utf-8"))
    return found


def inside(place: tuple[float, float], rings: list[list[list[float]]]) -> bool:
    """By counting how often a ray to the east meets the border."""
    x, y = place
    meetings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                meetings += 1
    return meetings % 2 == 1


@pytest.mark.parametrize("country", INLAND)
def test_places_are_in_their_country_and_in_no_other(built: dict[str, Any], country: str) -> None:
    for place in INLAND[country]:
        holders = [code for code, rings in built["countries"].items() if inside(place, rings)]
        assert holders == [country], place


def test_other_places_are_in_neither(built: dict[str, Any]) -> None:
    for place in ELSEWHERE:
        assert not any(inside(place, rings) for rings in built["countries"].values()), place


def test_the_file_is_small(built: dict[str, Any]) -> None:
    names = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    assert (DIST / names["outline.json"]).stat().st_size < 25_000
    assert set(built["countries"]) == {"NO", "SE"}
    assert built["neighbours"]


def test_the_drawing_is_upright_and_holds_both_ends() -> None:
    ground = outline()
    assert ground.height > ground.width == 320
    for place in ((25.8, 71.1), (5, 61.9), (13.4, 55.4), (31, 70.4)):
        x, y = ground.place(*place)
        assert 0 < x < ground.width
        assert 0 < y < ground.height


def test_distances_on_the_map_are_those_on_the_ground() -> None:
    """Oslo–Stockholm is about 416 km, Oslo–Tromsø about 1 149 km as the crow flies."""
    places = {"oslo": (10.75, 59.91), "stockholm": (18.07, 59.33), "tromso": (18.96, 69.65)}
    at = {name: complex(*outline().place(*place)) for name, place in places.items()}
    near, far = abs(at["oslo"] - at["stockholm"]), abs(at["oslo"] - at["tromso"])
    assert far / near == pytest.approx(1149 / 416, rel=0.02)


HEMNE = MapPoint("Hemne 2018: 433 points", "/en/kommuner/hemne", 9.08, 63.29, MapMark.BAND_3)
ODD = MapPoint('<b>"Å" & co', "/kommuner/a?x=1&y=2", 18, 59, MapMark.KNOWN)


def test_each_point_is_a_link_that_says_who_it_is() -> None:
    root = ET.fromstring(map_drawing([HEMNE, ODD]).__html__())
    links = root.findall(f"{NAMESPACE}a")
    assert {link.get("href") for link in links} == {HEMNE.url, ODD.url}
    assert {link.findtext(f"{NAMESPACE}title") for link in links} == {HEMNE.said, ODD.said}
    for link, point in zip(links, (HEMNE, ODD), strict=True):
        assert middle(link[1]) == pytest.approx(
            outline().place(point.longitude, point.latitude), abs=0.01
        )


def test_the_map_is_for_the_eye_and_no_stop_for_the_keyboard() -> None:
    root = ET.fromstring(map_drawing([HEMNE, ODD]).__html__())
    assert root.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in root.findall(f"{NAMESPACE}a")} == {"-1"}


def test_small_marks_lie_over_large_ones() -> None:
    sizes = [MapMark.BAND_1, MapMark.BAND_5, MapMark.BAND_3]
    points = [MapPoint(mark, "/", 10, 60, mark) for mark in sizes]
    drawn = ET.fromstring(map_drawing(points).__html__()).findall(f"{NAMESPACE}a")
    assert [link.findtext(f"{NAMESPACE}title") for link in drawn] == ["band-5", "band-3", "band-1"]


def test_marks_that_are_seen_together_differ_without_colour() -> None:
    totals = [mark for mark in MapMark if mark.startswith("band") or mark is MapMark.UNKNOWN]
    for group in (totals, [mark for mark in MapMark if mark not in totals]):
        forms = {(LOOKS[mark].form, LOOKS[mark].size) for mark in group}
        assert len(forms) == len(group)


@pytest.mark.parametrize("mark", MapMark)
def test_every_mark_can_stand_in_the_key(mark: MapMark) -> None:
    (shape,) = ET.fromstring(key_drawing(mark).__html__())
    assert shape.get("style") is None
    assert "map-mark" in (shape.get("class") or "")
