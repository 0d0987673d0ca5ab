"""An explored figure from the keyboard: arrows go from area to area, or from year to year, and all
of it is said in words."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.figures import STEERING_TOLD, figure, readout

pytestmark = pytest.mark.browser


def stepped_into(page: Page, address: str, name: str) -> tuple[Locator, Locator]:
    """The drawing that Plotly has taken over, with the focus, and the line that tells."""
    page.goto(address)
    found = figure(page, name)
    found.locator("[data-explore]").focus()
    page.keyboard.press("Enter")
    expect(found).to_have_attribute("data-drawn", "plotly")
    drawing = found.locator(".figure__drawing")
    drawing.focus()
    return drawing, readout(page, name)


def test_arrows_step_through_areas_and_the_label_tells_all_series(page: Page, site: str) -> None:
    drawing, said = stepped_into(page, f"{site}/kommuner/hemne", "spider")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(said).to_have_text(STEERING_TOLD)
    expect(drawing.locator(".hovertext")).to_contain_text("Hemne 2018: 77,4")
    expect(drawing.locator(".hovertext")).to_contain_text("Hareid 2019: 49,0")
    page.keyboard.press("ArrowLeft")
    expect(said).to_contain_text("Hemne 2018 37,4")
    expect(drawing.locator(".hovertext")).to_contain_text("37,4")


def test_the_ends_hold_and_the_closing_point_is_not_a_ninth(page: Page, site: str) -> None:
    _, said = stepped_into(page, f"{site}/kommuner/hemne", "spider")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("Kommunen som samfunnsutvikler: Hemne 2018 62,7")


def test_what_is_not_known_is_said(page: Page, site: str) -> None:
    _, said = stepped_into(page, f"{site}/en/kommuner/enkoping", "spider")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("Political steering and control: Enköping")
    expect(said).to_contain_text("no figure")


def test_a_history_is_stepped_through_over_its_break(page: Page, site: str) -> None:
    drawing, said = stepped_into(page, f"{site}/kommuner/vallentuna", "history")
    for points in ("555", "603", "648"):
        page.keyboard.press("ArrowRight")
        expect(said).to_contain_text(points)
        expect(drawing.locator(".hovertext")).to_contain_text(points)


def test_a_hidden_series_is_passed_over(page: Page, site: str) -> None:
    drawing, said = stepped_into(page, f"{site}/kommuner/hemne", "spider")
    figure(page, "spider").get_by_role("button", name="Hemne 2018").click()
    drawing.focus()
    page.keyboard.press("Home")
    expect(said).to_contain_text("Hemne 2018 38,9, Hareid 2019 35,0")
    expect(drawing.locator(".hovertext")).to_have_count(1)


def test_escape_first_lets_go_of_the_area_and_then_leaves(page: Page, site: str) -> None:
    drawing, said = stepped_into(page, f"{site}/kommuner/hemne", "spider")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("38,9")
    page.keyboard.press("Escape")
    expect(said).to_be_empty()
    expect(drawing.locator(".hovertext")).to_have_count(0)
    found = figure(page, "spider")
    expect(found).to_have_attribute("data-drawn", "plotly")
    page.keyboard.press("Escape")
    expect(found).not_to_have_attribute("data-drawn", "plotly")
