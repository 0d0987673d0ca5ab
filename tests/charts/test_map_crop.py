"""A part of the map: every mark inside, names beside their marks and over no other name."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from app.charts.look import WIDTH
from app.charts.map.crop import HEIGHT, CropPoint, crop_drawing, crop_picture
from app.charts.map.drawing import MapMark, MapPoint

SVG = "{http://www.w3.org/2000/svg}"
PLACES = (
    ("Hemne", 9.08, 63.27),
    ("Snillfjord", 9.50, 63.40),
    ("Røros", 11.38, 62.57),
    ("Meråker", 11.75, 63.42),
)


def points(*, named: bool = True, own: str | None = None) -> list[CropPoint]:
    return [
        CropPoint(
            MapPoint(name, f"/kommuner/{name}", east, north, MapMark.AREAS, name == own),
            name if named else None,
        )
        for name, east, north in PLACES
    ]


def drawn(some: Sequence[CropPoint]) -> ElementTree.Element:
    found = crop_drawing(some)
    assert found is not None
    return ElementTree.fromstring(found.svg)


def test_without_points_there_is_no_map() -> None:
    assert crop_drawing([]) is None
    assert crop_picture([], "title", "description") is None


def test_every_mark_lies_inside_and_leads_to_its_page() -> None:
    links = list(drawn(points()).iter(f"{SVG}a"))
    assert {link.get("href") for link in links} == {f"/kommuner/{name}" for name, _, _ in PLACES}
    for link in links:
        mark = link.find(f"{SVG}circle")
        assert mark is not None
        assert 0 < float(mark.get("cx", "-1")) < WIDTH
        assert 0 < float(mark.get("cy", "-1")) < HEIGHT


def test_names_are_written_where_there_is_room_and_left_out_else() -> None:
    texts = [text.text for text in drawn(points()).iter(f"{SVG}text")]
    assert set(texts) == {name for name, _, _ in PLACES}
    crowded = points() + points()
    again = [text.text for text in drawn(crowded).iter(f"{SVG}text")]
    assert len(again) < len(crowded)
    assert list(drawn(points(named=False)).iter(f"{SVG}text")) == []


def test_one_place_alone_is_shown_with_what_is_around() -> None:
    whole = drawn(points()[:1])
    (link,) = whole.iter(f"{SVG}a")
    mark = link.find(f"{SVG}circle")
    assert mark is not None
    assert (float(mark.get("cx", "0")), float(mark.get("cy", "0"))) == (WIDTH / 2, HEIGHT / 2)


def test_the_readers_own_has_a_ring() -> None:
    def rings(some: Sequence[CropPoint]) -> int:
        return sum(c.get("class") == "figure-own" for c in drawn(some).iter(f"{SVG}circle"))

    assert rings(points()) == 0
    assert rings(points(own="Røros")) == 1


def test_a_picture_for_elsewhere_has_no_links() -> None:
    found = crop_picture(points(), "Trøndelag", "Four of them")
    assert found is not None
    assert re.search(r"<a\b", found.__html__()) is None
    assert (found.title, found.description) == ("Trøndelag", "Four of them")
