"""A figure is a drawing first, and becomes Plotly with the same values when one points at it."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HEMNE_2018 = [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
HAREID_2019 = [35, 28, 49, 40, 49, 34, 45, 44]

PLOTTED = """figure => {
  const plot = figure.querySelector('.js-plotly-plot');
  return plot.data.map(trace => Array.from(trace.r).slice(0, 8));
}"""


def test_pointing_at_a_spider_makes_it_plotly_with_the_same_values(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    figure = page.locator("figure[data-figure*='spider']")
    expect(figure.locator(".figure__drawing > svg")).to_be_visible()
    figure.locator(".figure__drawing").hover()
    expect(figure).to_have_attribute("data-drawn", "plotly")
    subject, other = figure.evaluate(PLOTTED)
    assert subject == HEMNE_2018
    assert other == HAREID_2019


def test_the_button_is_the_way_for_the_keyboard_and_focus_alone_changes_nothing(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/kommuner/hemne")
    figure = page.locator("figure[data-figure*='spider']")
    button = figure.locator("[data-explore]")
    button.focus()
    expect(figure).not_to_have_attribute("data-drawn", "plotly")
    page.keyboard.press("Enter")
    expect(figure).to_have_attribute("data-drawn", "plotly")


def test_history_and_bars_can_be_explored_too(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/vallentuna")
    for name in ("bars", "history"):
        figure = page.locator(f"figure[data-figure*='{name}']")
        figure.locator("[data-explore]").click()
        expect(figure).to_have_attribute("data-drawn", "plotly")


def test_a_finger_taps_the_figure_alive(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/kommuner/hemne")
    figure = phone_page.locator("figure[data-figure*='spider']")
    figure.locator(".figure__drawing").tap()
    expect(figure).to_have_attribute("data-drawn", "plotly")


def test_without_script_the_drawing_and_its_table_are_there(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/kommuner/hemne")
    figure = plain_page.locator("figure[data-figure*='spider']")
    expect(figure.locator("svg[role=img]")).to_be_visible()
    expect(figure.locator("[data-explore]")).to_be_hidden()
    expect(plain_page.get_by_role("cell", name="77,4", exact=True).first).to_be_visible()
