"""A comparison on a phone: one area at a time, and nothing to push aside to be read."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

SIX = "&".join(
    f"e={id}"
    for id in (
        "hemne-2018",
        "hareid-2019",
        "ulstein-2019",
        "karlskrona-2014",
        "grastorp-2014",
        "kramfors-2013",
    )
)


@pytest.mark.parametrize("scripted", [True, False])
def test_one_area_at_a_time(browser: Browser, site: str, scripted: bool) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=scripted
    )
    page = context.new_page()
    page.goto(f"{site}/en/sammenlign?e=hemne-2018&e=hareid-2019")
    bars = page.locator("#figure-table .one-area__bars").filter(visible=True)
    expect(bars).to_have_count(1)
    expect(bars.locator("li strong")).to_have_text(["38.9", "35.0"])
    page.get_by_role("radio", name="3", exact=True).check(force=True)
    expect(bars).to_have_count(1)
    expect(bars.locator("li strong")).to_have_text(["77.4", "49.0"])
    expect(page.locator("#figure-table .chart-table")).to_be_hidden()
    context.close()


def test_six_fit_a_phone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site}/en/sammenlign?{SIX}")
    expect(page.locator("#totals-table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wider = (
        page.locator(".table-scroll")
        .filter(visible=True)
        .evaluate_all("found => found.filter((one) => one.scrollWidth > one.clientWidth).length")
    )
    assert wider == 0
    page.close()
