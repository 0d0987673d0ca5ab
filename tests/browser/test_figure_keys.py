"""A drawn figure from the keyboard: arrows go from point to point, and each is said in words."""

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def explored(page: Page, address: str, name: str) -> tuple[Locator, Locator]:
    """The figure's drawing, with the focus, and its status."""
    page.goto(address)
    figure = page.locator(f"figure[data-figure*='{name}']")
    figure.locator("[data-explore]").focus()
    page.keyboard.press("Enter")
    expect(figure).to_have_attribute("data-drawn", "plotly")
    drawing = figure.locator(".figure__drawing")
    expect(drawing).to_be_focused()
    return drawing, figure.locator(".figure__status")


def test_arrows_step_through_points_and_series(page: Page, site: str) -> None:
    drawing, status = explored(page, f"{site}/kommuner/hemne", "spider")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(status).to_have_text("Hemne 2018, Politisk styring og kontroll: 77,4")
    expect(drawing.locator(".hovertext")).to_contain_text("77,4")
    page.keyboard.press("ArrowDown")
    expect(status).to_have_text("Hareid 2019, Politisk styring og kontroll: 49,0")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(status).to_have_text(
        "Hemne 2018, Tilgjengelighet, innbygger- og brukerorientering: 37,4"
    )
    page.keyboard.press("Escape")
    expect(drawing).not_to_be_focused()
    expect(drawing.locator(".hovertext")).to_have_count(0)


def test_the_ends_hold_and_the_closing_point_is_not_a_ninth(page: Page, site: str) -> None:
    _, status = explored(page, f"{site}/kommuner/hemne", "spider")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    expect(status).to_have_text("Hemne 2018, Kommunen som samfunnsutvikler: 62,7")
    page.keyboard.press("ArrowUp")
    expect(status).to_have_text("Hemne 2018, Kommunen som samfunnsutvikler: 62,7")


def test_what_is_not_known_is_said_and_has_no_label(page: Page, site: str) -> None:
    drawing, status = explored(page, f"{site}/en/kommuner/enkoping", "spider")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("Political steering and control: no figure")
    expect(drawing.locator(".hovertext")).to_have_count(0)


def test_a_history_is_stepped_through_over_its_break(page: Page, site: str) -> None:
    _, status = explored(page, f"{site}/kommuner/vallentuna", "history")
    for said in ("555", "603", "648"):
        page.keyboard.press("ArrowRight")
        expect(status).to_contain_text(said)


def test_the_drawing_has_the_name_that_the_svg_had(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    title = page.locator("figure[data-figure*='spider'] svg > title").text_content()
    drawing, _ = explored(page, f"{site}/kommuner/hemne", "spider")
    expect(drawing).to_have_role("group")
    expect(drawing).to_have_accessible_name(title or "")


def test_turning_to_dark_redraws_with_the_colours_of_dark(page: Page, site: str) -> None:
    drawing, _ = explored(page, f"{site}/kommuner/hemne", "spider")
    line = drawing.locator(".scatterlayer .js-line").first
    colour = "element => getComputedStyle(element).stroke"
    light = line.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    expect(line).not_to_have_css("stroke", light)
