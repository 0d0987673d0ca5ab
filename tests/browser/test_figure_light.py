"""Pointing at a drawing, by mouse, finger or keyboard: one area lights up wherever it is drawn, and
all of it is told. The key highlights series, hides them, and brings them back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures import LIT, STEERING, STEERING_TOLD, figure, marks, middle, readout

pytestmark = pytest.mark.browser

LIT_CLASS = re.compile(r"\bis-lit\b")


def lit_everywhere(page: Page, at: int) -> None:
    """The same area, and no other, in the spider and in the chart-table, with its words in both."""
    for name in ("spider", "table"):
        assert figure(page, name).evaluate(LIT) == [str(at)]
    expect(readout(page, "spider")).to_have_text(STEERING_TOLD)
    expect(readout(page, "table")).to_contain_text(STEERING)
    expect(readout(page, "table")).to_contain_text("77,4")
    expect(readout(page, "table")).to_contain_text("49,0")


def nothing_lit(page: Page) -> None:
    for name in ("spider", "table"):
        assert figure(page, name).evaluate(LIT) == []
        expect(readout(page, name)).to_be_empty()


def test_a_mouse_lights_an_area_in_spider_and_table_and_is_told_all_series(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/kommuner/hemne")
    page.mouse.move(*middle(marks(page, "spider").nth(2)))
    lit_everywhere(page, 2)
    hit = figure(page, "spider").locator("svg.drawing:visible .figure-hit[data-at='2']")
    expect(hit).not_to_have_css("fill", "none")
    page.mouse.move(*middle(figure(page, "spider").locator(".figure__title")))
    nothing_lit(page)


def test_a_row_of_the_table_lights_its_area_in_the_spider(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    row = figure(page, "table").locator(".chart-table tr[data-at='2']")
    row.locator("td").first.hover()
    lit_everywhere(page, 2)
    figure(page, "table").get_by_role("radio", name="Tabell").check()
    row = figure(page, "table").locator(".data-table tr[data-at='2']")
    row.locator("td").first.hover()
    lit_everywhere(page, 2)
    expect(row).to_have_class(LIT_CLASS)


def test_a_click_pins_what_is_lit_until_one_clicks_outside(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    page.mouse.click(*middle(marks(page, "spider").nth(2)))
    page.mouse.move(*middle(figure(page, "spider").locator(".figure__title")))
    lit_everywhere(page, 2)
    page.mouse.click(*middle(page.locator("h1")))
    nothing_lit(page)


def test_a_finger_lights_an_area_another_and_none(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/kommuner/hemne")
    phone_page.touchscreen.tap(*middle(marks(phone_page, "spider").nth(2)))
    lit_everywhere(phone_page, 2)
    phone_page.touchscreen.tap(*middle(marks(phone_page, "spider").nth(4)))
    assert figure(phone_page, "spider").evaluate(LIT) == ["4"]
    expect(readout(phone_page, "spider")).to_contain_text("Hemne 2018 58,4, Hareid 2019 49,0")
    phone_page.touchscreen.tap(*middle(phone_page.locator("h1")))
    nothing_lit(phone_page)


def test_arrows_light_areas_and_focus_alone_lights_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    drawing = figure(page, "spider").locator(".figure__drawing")
    drawing.focus()
    nothing_lit(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    lit_everywhere(page, 2)
    page.keyboard.press("ArrowLeft")
    assert figure(page, "spider").evaluate(LIT) == ["1"]
    page.keyboard.press("End")
    assert figure(page, "spider").evaluate(LIT) == ["7"]
    page.keyboard.press("ArrowDown")
    assert figure(page, "spider").evaluate(LIT) == ["7"], "the last holds"
    page.keyboard.press("Home")
    assert figure(page, "spider").evaluate(LIT) == ["0"]
    page.keyboard.press("Escape")
    nothing_lit(page)
    expect(drawing).to_be_focused()
    page.keyboard.press("Tab")
    expect(drawing).not_to_be_focused()


def test_the_keyboard_lights_a_row_by_coming_to_its_link(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    links = figure(page, "table").locator(".chart-table tbody th a")
    links.nth(1).focus()
    page.keyboard.press("Tab")
    expect(links.nth(2)).to_be_focused()
    lit_everywhere(page, 2)
    figure(page, "table").get_by_text("Last ned").focus()
    nothing_lit(page)


def test_a_missing_figure_is_told_in_words(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/enkoping")
    figure(page, "spider").locator(".figure__drawing").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(readout(page, "spider")).to_contain_text("no figure")
    expect(readout(page, "spider")).to_contain_text("Political steering and control")


def test_the_readout_is_announced_and_has_its_room_beforehand(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    line = readout(page, "spider")
    assert line.get_attribute("role") == "status"
    height = line.evaluate("line => line.getBoundingClientRect().height")
    page.mouse.move(*middle(marks(page, "spider").nth(2)))
    expect(line).not_to_be_empty()
    assert line.evaluate("line => line.getBoundingClientRect().height") == height


def test_a_figure_says_how_it_is_read_until_it_has_been(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    line = readout(page, "spider")
    hint = """line => {
      const { content, visibility } = getComputedStyle(line.parentElement, "::before");
      return [content, visibility];
    }"""
    words, seen = line.evaluate(hint)
    assert "Point at a part of the figure" in words
    assert seen == "visible"
    page.mouse.move(*middle(marks(page, "spider").nth(2)))
    expect(line).not_to_be_empty()
    assert line.evaluate(hint)[1] == "hidden"


@pytest.mark.parametrize("width", [320, 390, 600, 1440])
@pytest.mark.parametrize(
    "path, name",
    [
        ("/kommuner/hemne", "spider"),
        ("/kommuner/hemne", "history"),
        ("/utvikling", "no"),
        ("/utvikling", "se"),
        ("/omrader/2.1/2", "distribution"),
    ],
)
def test_nothing_moves_whatever_a_figure_tells(
    page: Page, site: str, width: int, path: str, name: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}{path}")
    found = figure(page, name)
    heights, told = set(), set()
    found.locator(".figure__drawing").focus()
    for _ in range(12):
        heights.add(found.evaluate("figure => figure.getBoundingClientRect().height"))
        told.add(readout(page, name).text_content())
        page.keyboard.press("ArrowRight")
    assert len(told) > 2
    assert len(heights) == 1


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_what_a_figure_can_do_stands_in_one_line_on_the_smallest_phone(
    page: Page, site: str, prefix: str
) -> None:
    """Unseen as well: it keeps its room until the figure is explored."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site}{prefix}/kommuner/hemne")
    tabs = figure(page, "spider").locator(".figure__tabs")
    height = "part => part.getBoundingClientRect().height"
    word = tabs.locator("label > span").first.evaluate(height)
    assert tabs.evaluate(height) < 2 * word
    assert tabs.evaluate("tabs => tabs.scrollWidth <= tabs.clientWidth")


def test_the_key_highlights_a_series_hides_it_and_brings_it_back(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    spider = figure(page, "spider")
    button = spider.locator(".figure__key").get_by_role("button", name="Hareid 2019")
    own, other = (
        spider.locator(f"svg.drawing:visible [data-series={name}]")
        for name in ("subject", "reference")
    )
    button.hover()
    expect(own).to_have_class(re.compile("is-muted"))
    expect(other).not_to_have_class(re.compile("is-muted"))
    page.mouse.move(0, 0)
    expect(own).not_to_have_class(re.compile("is-muted"))
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(spider.locator(".figure__wide [data-series=reference]")).to_be_hidden()
    expect(own).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(other).to_be_visible()


def test_the_key_works_with_a_finger_and_is_large_enough_for_it(
    phone_page: Page, site: str
) -> None:
    phone_page.goto(f"{site}/kommuner/hemne")
    spider = figure(phone_page, "spider")
    button = spider.locator(".figure__key").get_by_role("button", name="Hareid 2019")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    other = spider.locator(".figure__narrow [data-series=reference]")
    expect(other).to_be_visible()
    button.tap()
    expect(other).to_be_hidden()
    button.tap()
    expect(other).to_be_visible()


def test_a_dot_leads_to_its_municipality(page: Page, site: str) -> None:
    page.goto(f"{site}/omrader/2.1/2")
    dot = figure(page, "distribution").locator("svg.drawing:visible a[href*='hemne'] .series-mark")
    page.mouse.move(*middle(dot))
    expect(readout(page, "distribution")).to_contain_text("Hemne 2018: 37,4")
    page.mouse.click(*middle(dot))
    expect(page).to_have_url(f"{site}/kommuner/hemne")


def test_the_keyboard_steps_through_dots_and_enter_follows(page: Page, site: str) -> None:
    page.goto(f"{site}/omrader/2.1/2")
    figure(page, "distribution").locator(".figure__drawing").focus()
    page.keyboard.press("Home")
    link = readout(page, "distribution").get_by_role("link")
    address = link.evaluate("link => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_a_finger_is_told_who_a_dot_is_before_it_follows(phone_page: Page, site: str) -> None:
    address = f"{site}/omrader/2.1/2"
    phone_page.goto(address)
    dot = figure(phone_page, "distribution").locator(
        "svg.drawing:visible a[href*='hemne'] .series-mark"
    )
    phone_page.touchscreen.tap(*middle(dot))
    link = readout(phone_page, "distribution").get_by_role("link", name="Hemne 2018: 37,4")
    expect(link).to_be_visible()
    expect(phone_page).to_have_url(address)
    link.tap()
    expect(phone_page).to_have_url(f"{site}/kommuner/hemne")


def test_a_year_of_a_development_lights_its_marks_and_its_bar(page: Page, site: str) -> None:
    page.goto(f"{site}/utvikling")
    found = figure(page, "no")
    found.locator(".figure__drawing").focus()
    page.keyboard.press("End")
    lit = found.locator("svg.drawing:visible .is-lit")
    at = found.evaluate(LIT)
    assert len(at) == 1
    assert lit.count() >= 2, "what answers, and what is drawn"
    expect(readout(page, "no")).to_contain_text(re.compile(r"20\d\d"))
