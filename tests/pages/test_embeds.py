"""Figures on other sites, share images, and what pages say of how to cite and quote them."""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.web.pictures.png import png
from tests.conftest import UseDatabase
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.pages.test_releases import publish_other_total

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = (
    "/en/embed/kommuner/hemne/spider",
    "/en/embed/kommuner/hemne/bars",
    "/en/embed/kommuner/vallentuna/history",
    "/en/embed/kommuner/hemne/2018/spider",
    "/en/embed/kommuner/hemne/2018/bars",
    "/en/embed/sammenlign/spider?e=hemne-2018&e=hareid-2019",
    "/en/embed/sammenlign/bars?e=hemne-2018&e=hareid-2019",
)
CARDS = {
    "/en": "/en/embed/share.png?release=1",
    "/en/kommuner/hemne": "/en/embed/kommuner/hemne/share.png?release=1",
    "/en/kommuner/hemne?release=1": "/en/embed/kommuner/hemne/share.png?release=1",
    "/en/kommuner/hemne/2018": "/en/embed/kommuner/hemne/2018/share.png?release=1",
    "/en/sammenlign?e=hemne-2018&e=hareid-2019": (
        "/en/embed/sammenlign/share.png?e=hemne-2018&e=hareid-2019&release=1"
    ),
    "/en/omrader/2.1/2?country=SE": "/en/embed/omrader/2.1/2/share.png?country=SE&release=1",
    "/en/gullstjerner": "/en/embed/gullstjerner/share.png?release=1",
    "/kommuner": "/embed/kommuner/share.png?release=1",
    "/en/metode": "/en/embed/share.png?release=1",
}

each_figure = pytest.mark.parametrize("address", FIGURES)


def suffixed(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}{suffix}{mark}{query}"


def frozen(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}release=1"


def svg_words(client: Client, address: str) -> str:
    """All that is written in a picture."""
    answered = client.http.get(suffixed(address, ".svg"))
    assert answered.status_code == 200, answered.text[:300]
    assert answered.headers["content-type"] == "image/svg+xml"
    root = ElementTree.fromstring(answered.text)
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def pixels(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and the unpacked rows of a PNG of eight bits a channel."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth = struct.unpack(">IIB", data[16:25])
    assert depth == 8
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    return width, height, zlib.decompress(packed)


@each_figure
def test_a_picture_says_all_that_has_to_be_said(site: Client, address: str) -> None:
    words = svg_words(site, address)
    assert re.search(r"20\d\d", words)
    assert re.search(r"not how good (its|their) services are", words.replace("  ", " "))
    assert "Source: Kommun" in words
    assert "Licence: NLOD 2.0." in words
    assert "release 1" in words
    assert settings().site_url.split("//")[1] in words


def test_what_hemne_is_set_beside_stands_in_its_picture_with_how_many(site: Client) -> None:
    words = svg_words(site, "/en/embed/kommuner/hemne/spider")
    assert "Only Hareid 2019 and Ulstein 2019 have area figures." in words
    assert "An average needs at least 5 municipalities, and at least half of those" in words
    assert "Compared with Hareid 2019, the only other with points for all" in words
    combined = svg_words(site, "/en/embed/kommuner/hemne/spider?set=combined")
    assert "of 5–7 other municipalities, 2 Norwegian and 5 Swedish" in combined
    assert "of 5–7 other" not in words


def test_a_history_says_how_many_evaluations_it_is_made_of(site: Client) -> None:
    words = svg_words(site, "/en/embed/kommuner/vallentuna/history")
    assert "One municipality's own evaluations, n = 3." in words
    assert "Method versions 2.1 and 2020, 2017–2021." in words


def test_a_comparison_names_all_of_its_members(site: Client) -> None:
    words = svg_words(site, "/en/embed/sammenlign/spider?e=hemne-2018&e=hareid-2019")
    assert "Only these are compared: Hemne 2018 and Hareid 2019" in words


def test_made_up_data_say_so_inside_the_picture(demo_site: Client) -> None:
    page = demo_site.get("/en/kommuner?detail=areas")
    slug = next(
        link.split("/")[3].partition("?")[0]
        for link in page.links()
        if re.match(r"/en/kommuner/[^/?]+$", link)
    )
    words = svg_words(demo_site, f"/en/embed/kommuner/{slug}/bars")
    assert "Made-up data for demonstration. None of these results are real." in words


@each_figure
def test_a_png_is_the_picture_in_pixels_and_the_same_each_time(site: Client, address: str) -> None:
    drawn = site.http.get(suffixed(address, ".svg")).text
    root = ElementTree.fromstring(drawn)
    answered = site.http.get(suffixed(address, ".png"))
    assert answered.headers["content-type"] == "image/png"
    width, height, rows = pixels(answered.content)
    assert (width, height) == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))
    assert len(set(rows)) > 50
    site.http.app.answers.store.clear()  # type: ignore[attr-defined]
    assert site.http.get(suffixed(address, ".png")).content == answered.content


def test_letters_are_drawn() -> None:
    """Without letters the two would be alike: nothing of the machine's own is used."""

    def rows(text: str) -> bytes:
        return pixels(
            png(
                '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" '
                f'font-family="Inter, system-ui, sans-serif"><text y="15">{text}</text></svg>'
            )
        )[2]

    assert rows("Hemne") != rows("Ærøy")
    assert any(rows("Hemne"))


@in_turn("page, image", CARDS.items())
def test_every_page_has_an_image_to_be_shared_with(site: Client, page: str, image: str) -> None:
    found = {
        element.get("property"): element.get("content") or ""
        for element in site.get(page).find_all("meta")
        if element.get("property")
    }
    own = settings().site_url
    assert found["og:image"] == own + image
    assert found["og:url"].startswith(own)
    assert found["og:locale"] == ("en_GB" if page.startswith("/en") else "nb_NO")
    assert found["og:title"]
    assert found["og:description"]
    answered = site.http.get(found["og:image"].removeprefix(own))
    assert answered.status_code == 200, image
    width, height, rows = pixels(answered.content)
    assert (width, height) == (1200, 630)
    assert len(set(rows)) > 50


def test_share_images_are_those_of_their_views(site: Client) -> None:
    images = {site.http.get(image).content for image in CARDS.values()}
    # That of Hemne is the same with and without a release in the address of the page, and /metode
    # has that of the first page.
    assert len(images) == 9 - 2


def test_an_error_has_no_image(site: Client) -> None:
    page = site.get("/en/nothing", 404)
    assert not [e for e in page.find_all("meta") if (e.get("property") or "").startswith("og:")]


@each_figure
def test_the_page_for_a_frame_has_figure_notes_and_table(site: Client, address: str) -> None:
    page = site.get(address)
    assert page.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert not page.find_all("script")
    assert page.find_all("svg")
    name = address.partition("?")[0].rpartition("/")[2]
    assert len(page.table(f"figure-{name}-table").rows) >= 3
    assert "Licence: NLOD 2.0." in page.words
    leaving = page.find_all("a")
    assert all(link.get("target") == "_blank" for link in leaving)
    own = settings().site_url
    for link in leaving:
        site.get((link.get("href") or "").removeprefix(own))


def test_the_table_has_the_figures_of_hemne(site: Client) -> None:
    rows = site.get("/en/embed/kommuner/hemne/spider").table("figure-spider-table").rows
    assert [row[1] for row in rows] == [
        "38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7",
    ]  # fmt: skip
    assert [row[2] for row in rows] == [
        "35.0", "28.0", "49.0", "40.0", "49.0", "34.0", "45.0", "44.0",
    ]  # fmt: skip


@in_turn(
    "address",
    [
        "/embed/kommuner/hemne/cake",
        "/embed/kommuner/hemne/spider.gif",
        "/embed/kommuner/hemne/2018/history",
        "/embed/kommuner/heim/spider.svg",
        "/embed/kommuner/nowhere/spider",
        "/embed/kommuner/hemne/1999/spider.png",
        "/embed/sammenlign/spider",
        "/embed/kommuner/hemne/spider.png?release=9",
    ],
)
def test_what_cannot_be_drawn_is_not_found(site: Client, address: str) -> None:
    assert site.problem(address, 404)["detail"]


@in_turn(
    "address, framed",
    [
        ("/embed/kommuner/hemne/spider", True),
        ("/en/embed/kommuner/hemne/spider.svg", True),
        ("/embed/share.png", True),
        ("/embed/kommuner/hemne/cake", True),
        ("/kommuner/hemne", False),
        ("/en/kommuner/embed", False),
        ("/api/v1/evaluations", False),
        ("/embedded", False),
    ],
)
def test_only_embeds_may_be_framed_by_others(site: Client, address: str, *, framed: bool) -> None:
    headers = site.http.get(address).headers
    policy = headers["content-security-policy"]
    assert ("frame-ancestors" not in policy) is framed
    assert ("frame-ancestors 'none'" in policy) is not framed
    assert "*" not in policy
    assert "x-frame-options" not in headers


@pytest.fixture
def own_site(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


def notice(page: Page) -> list[str]:
    return [text_of(element) for element in page.find_all("p", class_="notice")]


def test_a_frozen_embed_stays_and_its_page_tells_of_a_newer_release(
    own_site: Client, seeded: Engine, seed_copy: Path
) -> None:
    address = "/en/embed/kommuner/kramfors/spider"
    pictures = [suffixed(address, suffix) for suffix in (".svg", ".png")]
    before = {a: own_site.http.get(frozen(a)) for a in pictures}
    live = {a: own_site.http.get(a).content for a in pictures}
    assert all("max-age=0" in a.headers["cache-control"] for a in before.values())
    assert "frozen at release 1" in svg_words(own_site, frozen(address))
    assert notice(own_site.get(frozen(address))) == []
    tag = own_site.http.get(frozen(address)).headers["etag"]

    publish_other_total(seeded, seed_copy)

    for picture in pictures:
        assert own_site.http.get(frozen(picture)).content == before[picture].content
        assert own_site.http.get(picture).content != live[picture]
    page = own_site.get(frozen(address))
    assert notice(page) == [
        "This is frozen at release 1. Release 2 is newer. See it as it is now (opens in a new tab)"
    ]
    assert own_site.http.get(frozen(address), headers={"If-None-Match": tag}).status_code == 200
    assert notice(own_site.get(address)) == []
    assert "release 2" in svg_words(own_site, address)


def test_snippets_are_whole_addresses_that_answer(site: Client) -> None:
    page = site.get("/en/kommuner/hemne?set=combined")
    fields = {e.get("id"): text_of(e) for e in page.find_all("textarea")}
    own = settings().site_url
    frame, image = fields["spider-frame"], fields["spider-image-frozen"]
    assert frame.startswith(
        f'<iframe src="{own}/en/embed/kommuner/hemne/spider?set=combined" '
        'title="Hemne 2018: most points for Political steering" '
        'style="width:100%;max-width:560px;height:520px;border:0"'
    )
    assert " width=" not in frame  # where styles are taken away, a phone's page stays as wide
    assert 'style="max-width:100%;height:auto;border:0"' in image
    assert f'<a href="{own}/en/kommuner/hemne?set=combined&amp;release=1"><img src="' in image
    assert "Openness and democracy 38.9" in image
    assert "38.9" not in fields["spider-image"]
    for code in fields.values():
        for address in re.findall(r'(?:src|href)="([^"]+)"', code):
            found = site.http.get(address.replace("&amp;", "&").removeprefix(own))
            assert found.status_code == 200, address


def test_how_to_cite_and_quote_hemne_2018(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2018")
    fields = {e.get("id"): (e.text or "") for e in page.find_all("textarea")}
    address = f"{settings().site_url}/en/kommuner/hemne/2018?release=1"
    assert fields["cite-apa"].endswith(
        f"Hemne 2018: evaluation with Kommunekompasset (Release 1) [Data set]. {address}"
    )
    assert f"  url = {{{address}}}," in fields["cite-bibtex"].splitlines()
    assert f"UR  - {address}" in fields["cite-ris"].splitlines()
    (quote,) = page.find_all("blockquote")
    assert text_of(quote) == (
        "Hemne scored 433 out of 800 points in Kommunekompasset in 2018. Kommunekompasset "
        "measures how a municipality is governed and led, not how good its services are."
    )


@pytest.mark.parametrize(
    "address, part",
    [
        (
            "/en/sammenlign?e=hemne-2018&e=hareid-2019",
            "433 points in Kommunekompasset, 109 more than Hareid 2019 (324).",
        ),
        ("/en/omrader/2.1/2", "was 54 out of 100 points in 2014"),
        ("/en/utvikling", "published average total of Norwegian municipalities"),
    ],
)
def test_other_pages_can_be_quoted_too(site: Client, address: str, part: str) -> None:
    assert part in " ".join(text_of(e) for e in site.get(address).find_all("blockquote"))


def test_an_area_of_which_only_some_are_chosen_is_not_quoted(site: Client) -> None:
    assert not site.get("/en/omrader/2.1/2?country=SE").find_all("blockquote")
