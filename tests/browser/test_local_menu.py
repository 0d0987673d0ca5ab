"""The menu of a long page: beside it or above it, with the section marked that is being read."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def test_beside_the_page_it_stays_and_marks_what_is_read(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    menu = page.get_by_role("navigation", name="On this page")
    expect(menu.locator("[aria-current]")).to_have_attribute("href", "#answer")
    menu.locator("a[href='#history']").click()
    expect(menu.locator("[aria-current]")).to_have_attribute("href", "#history")
    expect(menu).to_be_in_viewport()
    assert 0 <= page.evaluate(TOP, "history") < 450


def test_on_a_phone_it_is_a_line_that_unfolds_and_folds_again(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/en/kommuner/hemne")
    menu = phone_page.get_by_role("navigation", name="On this page")
    link = menu.locator("a[href='#history']")
    expect(link).to_be_hidden()
    menu.locator("summary").tap()
    link.tap()
    expect(link).to_be_hidden()
    expect(menu.locator("summary")).to_contain_text(phone_page.locator("#history").inner_text())
    expect(menu).to_be_in_viewport()
    bottom = menu.evaluate("menu => menu.getBoundingClientRect().bottom")
    assert phone_page.evaluate(TOP, "history") >= bottom - 1


def test_without_scripts_its_links_lead_there(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/kommuner/hemne")
    menu = plain_page.get_by_role("navigation", name="On this page")
    menu.locator("a[href='#history']").click()
    expect(plain_page.locator("#figure-history")).to_be_in_viewport()
