"""Looking for a practice to learn from, with the keyboard and with nothing but HTML."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_choices_narrow_the_list_one_after_the_other(page: Page, demo_site: str) -> None:
    """Each choice is kept while others are made, and the field keeps the focus."""
    page.goto(f"{demo_site}/en/gullstjerner")
    page.locator(".facets details > summary").first.click()
    area = page.locator("#filter-area")
    area.focus()
    area.select_option("5")
    page.wait_for_url("**/en/gullstjerner?area=5")
    question = page.locator("#filter-question")
    expect(question.locator("option[value='5.1']")).to_be_attached()
    expect(area).to_be_focused()
    expect(area).to_have_value("5")
    question.focus()
    question.select_option("5.1")
    page.wait_for_url("**/en/gullstjerner?area=5&question=5.1")
    expect(question).to_be_focused()
    for untouched in ("country", "county", "size_group", "version", "from", "to"):
        expect(page.locator(f"#filter-{untouched}")).to_have_value("")
    expect(page.locator("#results .cards h3")).not_to_have_count(0)


def test_a_practice_is_found_while_it_is_typed(page: Page, site: str) -> None:
    page.goto(f"{site}/en/gullstjerner")
    page.locator("#filter-q").focus()
    page.keyboard.type("malsty")
    page.wait_for_url("**/en/gullstjerner?q=malsty")
    expect(page.locator("#results .cards h3")).to_have_count(1)
    expect(page.locator("#count")).to_contain_text("1 ")
    expect(page.locator("#filter-q")).to_be_focused()
    page.go_back()
    expect(page.locator("#results .cards h3")).to_have_count(4)


def test_without_scripts_the_form_does_the_same(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/gullstjerner")
    plain_page.fill("#filter-q", "målstyringen")
    plain_page.click("form.facets button")
    expect(plain_page.locator("#results .cards h3")).to_have_count(1)
    expect(plain_page.locator("#results")).to_contain_text("Hemne")


def test_a_small_phone_is_not_scrolled_sideways(phone_page: Page, demo_site: str) -> None:
    phone_page.goto(f"{demo_site}/en/gullstjerner?q=oppdiktet")
    assert phone_page.evaluate("document.querySelector('main').scrollWidth") <= 320
