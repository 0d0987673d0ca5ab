"""What is folded: a link to an area unfolds it, a phone folds what may wait, paper unfolds all."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

EVALUATION = "/en/kommuner/hemne/2018"
OPEN = "details => details.open"


def test_a_row_of_the_figure_unfolds_its_area(page: Page, site: str) -> None:
    page.goto(f"{site}{EVALUATION}")
    fifth = page.locator("details.area-fold").nth(4)
    assert not fifth.evaluate(OPEN)
    page.locator("#figure-table .chart-table a").nth(4).click()
    expect(page.locator("#questions-5")).to_be_in_viewport()
    assert fifth.evaluate(OPEN)
    assert not page.locator("details.area-fold").nth(3).evaluate(OPEN)


def test_so_does_an_address_without_scripts(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}{EVALUATION}#area-2")
    expect(plain_page.locator("#questions-2")).to_be_in_viewport()
    expect(plain_page.locator("#questions-3")).to_be_hidden()


def test_an_area_is_unfolded_by_keys(page: Page, site: str) -> None:
    page.goto(f"{site}{EVALUATION}")
    first = page.locator("details.area-fold > summary").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#questions-1")).to_be_visible()


def test_paper_has_every_question(page: Page, site: str) -> None:
    page.goto(f"{site}{EVALUATION}")
    page.emulate_media(media="print")
    for no in range(1, 9):
        expect(page.locator(f"#questions-{no}")).to_be_visible()


def test_what_may_wait_is_folded_on_a_phone_alone(page: Page, phone_page: Page, site: str) -> None:
    page.goto(f"{site}{EVALUATION}")
    expect(page.locator("#cite")).to_be_visible()
    expect(page.locator(".page-foot summary").first).to_be_hidden()
    phone_page.goto(f"{site}{EVALUATION}")
    expect(phone_page.locator("#cite")).to_be_hidden()
    phone_page.locator(".page-foot .phone-fold > summary").tap()
    expect(phone_page.locator("#cite")).to_be_visible()


@pytest.mark.parametrize("address", [EVALUATION, "/en/kommuner/ulstein", "/en/kommuner/roros"])
def test_pages_are_four_screens_and_seven_on_a_phone(
    page: Page, phone_page: Page, site: str, address: str
) -> None:
    height = "() => document.documentElement.scrollHeight"
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}{address}")
    assert page.evaluate(height) <= 4.1 * 900
    phone_page.set_viewport_size({"width": 390, "height": 844})
    phone_page.goto(f"{site}{address}")
    assert phone_page.evaluate(height) <= 7 * 844
