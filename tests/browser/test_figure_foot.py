"""What stands around a figure: its tabs, what one takes along from its foot, and full screen. Only
copying and full screen need a script."""

import csv
import io
import re
import struct
from typing import Literal
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import APIResponse, Page, expect

from tests.browser.figures import HAREID_2019, HEMNE_2018, explored, figure

pytestmark = pytest.mark.browser

PAGE = "/en/kommuner/hemne"
SVG = "{http://www.w3.org/2000/svg}"
FULL = "() => document.fullscreenElement?.id ?? null"


def downloaded(page: Page, suffix: str) -> APIResponse:
    """The file that the menu of the spider leads to."""
    links = figure(page, "spider").locator(".menu").first.locator("a")
    address = page.url
    found = [link.evaluate("link => link.href") for link in links.all()]
    (wanted,) = [href for href in found if href.partition("?")[0].endswith(f"/spider.{suffix}")]
    answered = page.request.get(wanted)
    assert answered.status == 200
    assert page.url == address
    return answered


def test_the_menu_leads_to_five_files_that_all_hold_the_values(page: Page, site: str) -> None:
    page.goto(f"{site}{PAGE}")
    found = figure(page, "spider")
    links = found.locator(".menu").first.get_by_role("link")
    expect(links).to_have_count(0)
    found.locator("summary", has_text="Download").click()
    expect(links).to_have_count(5)

    rows = list(csv.reader(io.StringIO(downloaded(page, "csv").body().decode("utf-8-sig"))))
    assert rows[0][1:] == ["Hemne 2018", "Hareid 2019"]
    assert [float(row[1]) for row in rows[1:]] == HEMNE_2018
    assert [float(row[2]) for row in rows[1:]] == HAREID_2019

    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "xlsx").body()))
    cells = [[cell.value for cell in row] for row in book["data"].rows]
    assert [row[1] for row in cells[1:]] == HEMNE_2018
    assert [row[2] for row in cells[1:]] == HAREID_2019

    drawn = ElementTree.fromstring(downloaded(page, "svg").body())
    words = [text.text for text in drawn.iter(f"{SVG}text")]
    assert [w for w in words if w in {f"{v:.1f}" for v in HEMNE_2018}] == [
        f"{value:.1f}" for value in HEMNE_2018
    ]
    assert {"Hemne 2018", "Hareid 2019"} <= set(words)

    picture = downloaded(page, "png")
    assert picture.headers["content-type"] == "image/png"
    body = picture.body()
    assert body.startswith(b"\x89PNG\r\n\x1a\n")
    size = struct.unpack(">II", body[16:24])
    assert size == (2 * int(drawn.attrib["width"]), 2 * int(drawn.attrib["height"]))


def test_its_link_is_copied_and_leads_back_to_it(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}{PAGE}")
    found = figure(page, "table")
    found.get_by_role("button", name="Copy link").click()
    expect(found.locator(".copy__said", has_text="Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{site}{PAGE}#figure-table"
    page.goto("about:blank")
    page.goto(copied)
    expect(found).to_be_in_viewport()
    top = found.evaluate("figure => figure.getBoundingClientRect().top")
    assert 0 <= top < 200


def test_the_code_to_embed_it_is_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}{PAGE}")
    found = figure(page, "spider")
    found.locator("summary", has_text="Embed").click()
    found.get_by_role("button", name="Copy the code").first.click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == found.locator("textarea").first.input_value()
    assert copied.startswith(f'<iframe src="{site}/en/embed/kommuner/hemne/spider"')


def test_one_menu_is_open_at_a_time_and_no_drawing_moves(page: Page, site: str) -> None:
    """The files lie over the page; what is to be embedded unfolds below, as large as it will be."""
    page.goto(f"{site}{PAGE}")
    found = figure(page, "spider")
    height = "figure => figure.getBoundingClientRect().height"
    place = "svg => JSON.stringify(svg.getBoundingClientRect())"
    whole = found.evaluate(height)
    drawing = found.locator("svg.drawing:visible").first
    found.locator("summary", has_text="Download").click()
    assert found.evaluate(height) == whole
    before = drawing.evaluate(place)
    found.locator("summary", has_text="Embed").click()
    expect(found.locator("details.menu[open]")).to_have_count(1)
    assert drawing.evaluate(place) == before


@pytest.mark.parametrize("alive", [False, True])
def test_it_fills_the_screen_and_comes_back(page: Page, site: str, *, alive: bool) -> None:
    page.goto(f"{site}{PAGE}")
    found = figure(page, "spider")
    chosen = ".main-svg" if alive else "svg.drawing:visible"
    if alive:
        explored(page, "spider")
    width = "svg => svg.getBoundingClientRect().width"
    before = found.locator(chosen).first.evaluate(width)
    button = found.get_by_role("button", name="Full screen")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(FULL) == "figure-spider"
    expect(found.locator(chosen).first).to_be_visible()
    page.wait_for_timeout(300)
    assert found.locator(chosen).first.evaluate(width) > before
    overflow = "figure => figure.scrollWidth - figure.clientWidth"
    assert found.evaluate(overflow) <= 0
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(FULL) is None
    page.wait_for_timeout(300)
    assert found.locator(chosen).first.evaluate(width) == pytest.approx(before, abs=1)


def test_without_script_tabs_files_notes_and_embedding_work(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}{PAGE}")
    found = figure(plain_page, "spider")
    table = found.get_by_role("table")
    drawing = found.locator("svg.drawing:visible")
    expect(drawing).to_have_count(1)
    expect(table).to_be_hidden()
    found.get_by_role("radio", name="Table").check(force=True)
    expect(table).to_be_visible()
    expect(drawing).to_have_count(0)
    values = [float(cell) for cell in table.locator("tbody tr td:nth-child(2)").all_inner_texts()]
    assert values == HEMNE_2018
    found.get_by_role("radio", name="Figure").check(force=True)
    expect(drawing).to_have_count(1)

    note = found.locator(".figure__notes p").first
    expect(note).to_be_hidden()
    found.locator("summary", has_text="About the figures").click()
    expect(note).to_be_visible()
    expect(found.locator(".figure__source")).to_contain_text(re.compile("Source: .*Release 1"))

    found.locator("summary", has_text="Embed").click()
    expect(found.locator("textarea").first).to_have_value(re.compile("^<iframe src="))
    found.locator("summary", has_text="Download").click()
    links = found.locator(".menu a:visible")
    expect(links).to_have_count(5)
    for link in links.all():
        href = link.get_attribute("href") or ""
        assert plain_page.request.get(f"{site}{href}" if href[0] == "/" else href).status == 200
    for button in ("Copy link", "Full screen", "Explore"):
        expect(found.locator("button", has_text=button)).to_be_hidden()
    expect(found.locator(".figure__readout")).to_be_hidden()


@pytest.mark.parametrize("width, least", [(390, 230), (1440, 420)])
def test_the_web_is_as_large_as_was_promised(page: Page, site: str, width: int, least: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}{PAGE}")
    axes = figure(page, "spider").locator("svg.drawing:visible line.figure-grid")
    across = """lines => {
      const boxes = lines.map((line) => line.getBoundingClientRect());
      return Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left));
    }"""
    assert axes.evaluate_all(across) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_a_figure_with_its_source_and_nothing_to_press(
    page: Page, site: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)
    page.goto(f"{site}{PAGE}")
    found = figure(page, "spider")
    expect(found.locator("svg.drawing:visible")).to_have_count(1)
    expect(found.locator(".figure__source")).to_be_visible()
    expect(found.locator(".figure__actions")).to_be_hidden()
    expect(found.locator(".figure__tabs")).to_be_hidden()
