"""Scenarios with sliders: the web follows at once, the address carries the choice."""

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

ADDRESS = "/en/kommuner/hemne/hva-om"


def outline(page: Page) -> str:
    """The line of the scenario as it is drawn now."""
    line = page.locator("#figure-web .figure__wide g[data-series='reference'] path.series-line")
    return line.get_attribute("d") or ""


def slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name)


def test_the_web_follows_the_keyboard_and_the_answer_comes_after(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    before, steps = outline(page), page.evaluate("() => history.length")
    democracy = slider(page, "1 Democracy")
    democracy.focus()
    page.keyboard.press("ArrowRight")
    assert outline(page) != before, "before the server answers"
    expect(democracy).to_have_attribute("aria-valuetext", "40 points, evaluated: 38.9")
    expect(page.locator("#answer")).to_contain_text("area 1 goes from 38.9 to 40 points")
    expect(page.locator("#figure-web-title")).to_contain_text("434 instead of 433")
    expect(page).to_have_url(f"{site}{ADDRESS}?p1=40")
    expect(democracy).to_be_focused()
    assert page.evaluate("() => history.length") == steps, "no step back for each move"


def test_an_area_has_never_fewer_points_than_it_has(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}?p3=90")
    steering = slider(page, "3 Political steering")
    expect(steering).to_have_value("90")
    steering.focus()
    page.keyboard.press("Home")
    expect(steering).to_have_attribute("aria-valuetext", "as evaluated: 77.4 points")
    expect(page.locator("#try-p3")).to_have_value("")
    expect(page).to_have_url(f"{site}{ADDRESS}")


def test_weights_have_sliders_with_words(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}?p1=60")
    weight = slider(page, "2. User orientation")
    weight.focus()
    page.keyboard.press("ArrowRight")
    expect(weight).to_have_attribute("aria-valuetext", "twice")
    page.wait_for_url("**w2=2**")
    assert "p1=60" in page.url
    expect(weight).to_be_focused()


def test_drawn_by_finger_and_mouse_alike(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    field = slider(page, "8 Community development")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    page.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    expect(page.locator("#try-p8")).not_to_have_value("")
    expect(page.locator("#answer")).to_contain_text("area 8 goes from 62.7")


def test_without_scripts_there_are_fields_and_a_button(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}{ADDRESS}")
    plain_page.get_by_label("1 Democracy").fill("60")
    plain_page.get_by_label("2 User orientation").fill("50")
    plain_page.get_by_role("form", name="Move the areas").get_by_role("button").click()
    expect(plain_page.locator("#answer")).to_contain_text("areas 1 and 2 get 33.7 points more")
    expect(plain_page.get_by_label("1 Democracy")).to_have_value("60")
