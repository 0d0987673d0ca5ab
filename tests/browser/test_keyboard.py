"""Nothing but a keyboard: finding, filtering, comparing, learning, and never losing the place.

Every stop is reached with Tab from where one is, and what happens is said in a status.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.measures import FOCUS

pytestmark = pytest.mark.browser

MOST_STOPS = 150


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Goes on until the target has the focus, and checks that one sees it there."""
    wanted = target.element_handle()
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            break
    expect(target).to_be_focused()
    found = page.evaluate(FOCUS)
    assert found["shown"], found
    assert found["seen"], found


def expect_focus_somewhere(page: Page) -> None:
    expect(page.locator(":focus")).to_have_count(1)


def test_a_municipality_is_found_from_the_front_page(page: Page, site: str) -> None:
    page.goto(f"{site}/en")
    box = page.get_by_role("combobox")
    tab_to(page, box)
    page.keyboard.type("royrv")
    suggestion = page.get_by_role("option", name=re.compile("Røyrvik"))
    expect(suggestion).to_be_visible()
    expect(page.locator("[data-suggestions-status]")).to_have_text("Suggestions: 1")
    page.keyboard.press("ArrowDown")
    expect(box).to_be_focused()
    expect(suggestion).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "find-list-0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/kommuner/royrvik$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Røyrvik")


def test_escape_leaves_the_suggestions_and_keeps_the_place(page: Page, site: str) -> None:
    page.goto(f"{site}/en")
    box = page.get_by_role("combobox")
    tab_to(page, box)
    page.keyboard.type("ro")
    expect(page.locator("#find-list a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    expect(page.locator("#find-list a")).to_have_count(0)
    expect(box).to_have_value("ro")


def test_the_list_is_filtered_and_the_number_of_results_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner")
    status = page.locator("#count")
    everyone = status.inner_text()
    country = page.locator("#filter-country")
    tab_to(page, country)
    page.keyboard.press("s")
    expect(page).to_have_url(re.compile("country=SE"))
    expect(status).not_to_have_text(everyone)
    expect(country).to_have_value("SE")
    expect(country).to_be_focused()
    swedish = status.inner_text()

    name = page.locator("#filter-q")
    tab_to(page, name, "Shift+Tab")
    page.keyboard.type("hoga")
    expect(page).to_have_url(re.compile("q=hoga"))
    expect(status).not_to_have_text(swedish)
    expect(name).to_be_focused()
    tab_to(page, page.get_by_role("rowheader").get_by_role("link", name="Höganäs"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/kommuner/hoganas$"))


def test_sorting_keeps_the_place_in_the_table(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner")
    heading = page.get_by_role("columnheader").filter(has_text="Evaluated").get_by_role("link")
    tab_to(page, heading)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("sort=year"))
    expect(page.locator("[aria-sort]")).to_contain_text("Evaluated")
    expect(page.locator("#results")).not_to_have_attribute("aria-busy", "true")
    expect_focus_somewhere(page)


def test_leafing_through_a_long_list_keeps_the_place(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner?detail=none")
    status = page.locator("#count")
    expect(status).not_to_be_empty()
    onward = page.get_by_role("link", name="Next")
    onward.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_text(re.compile("^Page 2 of"))).to_be_visible()
    expect_focus_somewhere(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#results').contains(document.activeElement)")


def test_two_evaluations_are_compared_and_one_is_taken_away(page: Page, site: str) -> None:
    page.goto(f"{site}/en/sammenlign")
    status = page.locator("#count")
    for typed, name, chosen in (
        ("hemne", "Hemne 2018", "e=hemne-2018$"),
        ("hareid", "Hareid 2019", "e=hemne-2018&e=hareid-2019$"),
    ):
        before = status.inner_text()
        tab_to(page, page.locator("#add-q"))
        page.keyboard.type(typed)
        choice = page.locator("#add-list").get_by_role("option", name=re.compile(name))
        expect(choice).to_be_visible()
        while choice.get_attribute("aria-selected") != "true":
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(chosen))
        expect(status).not_to_have_text(before)
        expect(page.locator("#compare")).to_be_focused()

    both = status.inner_text()
    tab_to(page, page.get_by_role("link", name="Hemne 2018, remove"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?e=hareid-2019$"))
    expect(status).not_to_have_text(both)
    expect(page.locator("#compare")).to_be_focused()
    expect(page.get_by_role("link", name="Hareid 2019, remove")).to_be_visible()


def test_a_gold_star_is_searched_for_and_opened(page: Page, site: str) -> None:
    page.goto(f"{site}/en/gullstjerner")
    status = page.locator("#count")
    before = status.inner_text()
    field = page.locator("#filter-q")
    tab_to(page, field)
    page.keyboard.type("malstyring")
    expect(page).to_have_url(re.compile("q=malstyring"))
    expect(status).not_to_have_text(before)
    expect(field).to_be_focused()
    tab_to(page, page.locator("#results").get_by_role("link", name=re.compile("Question 5.1")))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/sporsmal/2\.1/5\.1$"))


def test_the_menu_of_a_phone_unfolds_leads_on_and_folds(page: Page, site: str) -> None:
    page.set_viewport_size(ViewportSize(width=375, height=812))
    page.goto(f"{site}/en/kommuner/hemne")
    menu = page.locator(".site-menu > summary")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    method = page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Method")
    expect(method).to_be_visible()
    tab_to(page, method)
    tab_to(page, menu, "Shift+Tab")
    page.keyboard.press("Space")
    expect(method).not_to_be_visible()
    page.keyboard.press("Space")
    tab_to(page, method)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/metode$"))


def test_a_figure_is_stepped_through_and_left_again(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    figure = page.locator("figure[data-figure*='spider']")
    tab_to(page, figure.locator("[data-explore]"))
    page.keyboard.press("Enter")
    expect(figure).to_have_attribute("data-drawn", "plotly")
    expect(figure.locator("[data-explore]")).to_be_focused()
    drawing = figure.locator(".figure__drawing")
    tab_to(page, drawing, "Shift+Tab")
    assert page.evaluate(FOCUS)["shown"]
    status = figure.locator(".figure__readout")
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("38.9")
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("37.4")
    page.keyboard.press("Tab")
    expect(drawing).not_to_be_focused()
    expect_focus_somewhere(page)
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_map_is_narrowed_from_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kart")
    status = page.locator("#count")
    before = status.inner_text()
    country = page.locator("#filter-country")
    tab_to(page, country)
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("country=NO"))
    expect(status).not_to_have_text(before)
    expect(country).to_be_focused()
