"""A comparison with a menu, lines over time and the reader's own municipality."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ADDRESS = "/en/sammenlign?e=hareid-2019&e=hemne-2018&e=ulstein-2019"


def test_the_menu_and_the_picker_never_cover_each_other(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    menu = page.get_by_role("navigation", name="On this page")
    menu.locator("a[href='#over-time']").click()
    expect(menu.locator("[aria-current]")).to_have_attribute("href", "#over-time")
    picker, box = page.locator(".picker").bounding_box(), menu.bounding_box()
    heading = page.locator("#over-time").bounding_box()
    assert picker is not None
    assert box is not None
    assert heading is not None
    bottom = picker["y"] + picker["height"]
    assert picker["y"] <= 1, "it stays in view"
    assert box["y"] >= bottom
    assert heading["y"] >= bottom - 1


def test_on_a_phone_the_picker_leaves_room_to_read(phone_page: Page, site: str) -> None:
    phone_page.set_viewport_size({"width": 360, "height": 640})
    phone_page.goto(f"{site}{ADDRESS}#over-time")
    picker = phone_page.locator(".picker").bounding_box()
    heading = phone_page.locator("#over-time").bounding_box()
    assert picker is not None
    assert heading is not None
    assert picker["height"] < 120
    assert heading["y"] >= picker["y"] + picker["height"] - 1
    assert phone_page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_on_the_smallest_phones_the_picker_scrolls_away(phone_page: Page, site: str) -> None:
    """As it does where a page is enlarged to 400 %: there it would take a third of the window."""
    phone_page.goto(f"{site}{ADDRESS}#over-time")
    picker = phone_page.locator(".picker").bounding_box()
    assert picker is not None
    assert picker["y"] + picker["height"] < 0


def test_a_year_is_told_by_the_arrow_keys(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    figure = page.locator("#figure-slopes")
    figure.locator(".figure__drawing").focus()
    page.keyboard.press("End")
    said = figure.locator(".figure__readout")
    expect(said).to_have_text("2019: Hareid 324, Ulstein 534")
    figure.get_by_role("button", name="Ulstein").click()
    line = figure.locator(".figure__wide g[data-series='second-reference']")
    expect(line).to_be_hidden()


def test_what_the_device_remembers_is_marked_and_what_the_address_says_is_first(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    page.get_by_role("button", name="Remember as my municipality").click()
    page.goto(f"{site}{ADDRESS}")
    chip = page.locator(".picker__chosen li", has_text="Hemne 2018")
    expect(chip.locator(".own-tag")).to_have_text("your municipality")
    page.goto(f"{site}{ADDRESS}&min=hemne")
    expect(page.locator(".picker__chosen li").first).to_contain_text("Hemne 2018")
    expect(page.locator("#figure-slopes .figure__key li").first).to_contain_text(
        "Hemne (your municipality)"
    )
