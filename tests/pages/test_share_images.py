"""The pictures that go along where pages are shared: always with a figure, readable in a feed."""

import re
import struct
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from app.config import settings
from app.web.pictures import share_cards
from app.web.pictures.embeds import picture
from tests.browser.pages import PAGES, STATES
from tests.in_turn import in_turn
from tests.pages.client import Client

SVG = "{http://www.w3.org/2000/svg}"
WITHOUT = (
    "/kommuner/oslo",
    "/kommuner/nesodden",
    "/kommuner/nesodden/2014",
    "/kommuner/roros",
    "/kommuner/ulstein",
    "/kommuner/vallentuna",
    "/kommuner/snillfjord",
    "/fylker/agder",
    "/grupper/size/small",
    "/sammenlign?e=hemne-2018&e=hareid-2019&e=ulstein-2019&e=roros-2017&e=enkoping-2018",
    "/sv/kommuner/enkoping",
    "/en/kommuner/hemne",
)
"""Pages with nothing, little or something unusual to draw."""
LEAST_LETTERS = 22
"""Services show the picture at half its size, where letters are to be 11 px high at least."""
SHAPES = ("path", "circle", "rect", "line", "polygon")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made into pixels."""
    found: list[str] = []

    def kept(request: Any, svg: str, suffix: str) -> Any:
        found.append(svg)
        return picture(request, svg, suffix)

    monkeypatch.setattr(share_cards, "picture", kept)
    return found


def image_of(site: Client, page: str) -> str:
    """The address of the picture of a page, without the site's own."""
    found = [e for e in site.get(page).find_all("meta") if e.get("property") == "og:image"]
    (image,) = (e.get("content") or "" for e in found)
    assert image.startswith(settings().site_url)
    return image.removeprefix(settings().site_url)


def letters(element: Element, scale: float = 1, size: float = 16) -> Iterator[tuple[float, str]]:
    """How large everything is that is written, in pixels of the picture."""
    scaled = re.search(r"scale\(([\d.]+)\)", element.get("transform", ""))
    scale *= float(scaled[1]) if scaled else 1
    size = float(element.get("font-size", size))
    if element.tag == f"{SVG}text":
        yield scale * size, "".join(element.itertext())
    for child in element:
        yield from letters(child, scale, size)


@in_turn("page", [*PAGES, *STATES, *WITHOUT])
def test_every_page_is_shared_with_a_figure_of_its_release(
    site: Client, drawn: list[str], page: str
) -> None:
    if page.startswith("/kommuner/sok"):
        return  # is not to be found by others, and not shared
    image = image_of(site, page)
    assert re.search(r"[?&]release=1(&|$)", image), image
    drawn.clear()
    answer = site.http.get(image)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)
    if not drawn:
        return  # the picture of the first page, seen before
    root = ElementTree.fromstring(drawn[-1])
    (figure,) = (e for e in root.iter(f"{SVG}g") if e.get("class") == "card-figure")
    shapes = [e for e in figure.iter() if e.tag.removeprefix(SVG) in SHAPES]
    assert shapes, page
    small = [(size, said) for size, said in letters(root) if size < LEAST_LETTERS - 0.05]
    assert not small, page


@in_turn(
    "page, shown",
    [
        ("/kommuner/oslo", {"Oslo", "Bærum", "Nesodden"}),
        ("/kommuner/hemne", {"Hemne 2018", "38,9", "3\N{NO-BREAK SPACE}Politisk styring"}),
        ("/kommuner/roros", {"254", "396", "593"}),
        ("/gullstjerner", {"Hemne", "Ulstein", "Øvre Eiker"}),
        ("/kommuner?sort=total&country=SE", {"Vallentuna 2019", "603"}),
        ("/omrader/2.1/2", {"0", "100"}),
        ("/innsikt/storst-framgang", {"361", "534"}),
        ("/utvikling", {"359"}),
    ],
)
def test_the_figure_is_the_page_s_own(
    site: Client, drawn: list[str], page: str, shown: set[str]
) -> None:
    drawn.clear()
    site.http.get(image_of(site, page))
    written = {said for _, said in letters(ElementTree.fromstring(drawn[-1]))}
    assert shown <= written, written


@in_turn("page", ["/", "/kommuner", "/kommuner/oslo", "/gullstjerner", "/utvikling"])
def test_addresses_without_a_release_are_answered_as_before(site: Client, page: str) -> None:
    old = image_of(site, page).removesuffix("?release=1")
    answer = site.http.get(old)
    assert answer.status_code == 200
    assert answer.content == site.http.get(f"{old}?release=1").content


def test_a_municipality_that_nobody_can_place_has_the_map(site: Client, drawn: list[str]) -> None:
    """Whatever is not known of a page, its picture is never words alone."""
    site.http.get(image_of(site, "/kommuner?q=finnes-ikke"))
    root = ElementTree.fromstring(drawn[-1])
    (figure,) = (e for e in root.iter(f"{SVG}g") if e.get("class") == "card-figure")
    assert [e for e in figure.iter() if e.get("class") == "map-land"]
