"""Terms open their explanation beside them; without scripts they lead to it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import AXE

pytestmark = pytest.mark.browser

ADDRESS = "/en/omrader/2.1/2"
RULES_BROKEN = """async () => {
  const found = await axe.run(".term, .term-note", { resultTypes: ["violations"], preload: false });
  return found.violations.map((rule) => rule.id);
}"""
MEANING = "The method has been revised several times"


def test_an_explanation_opens_beside_its_term_and_closes_again(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    term = page.locator("a.term", has_text="method version").first
    term.focus()
    page.keyboard.press("Enter")
    note = page.locator(".term-note:popover-open")
    expect(note).to_contain_text(MEANING)
    expect(note).to_be_focused()
    assert page.url == f"{site}{ADDRESS}"
    link, box = term.bounding_box(), note.bounding_box()
    assert link
    assert box
    assert 0 <= box["y"] - (link["y"] + link["height"]) < 12
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(term).to_be_focused()


def test_it_lies_within_a_phone_and_breaks_no_rule(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}{ADDRESS}")
    phone_page.locator("a.term").first.tap()
    note = phone_page.locator(".term-note:popover-open")
    expect(note).to_be_visible()
    box, size = note.bounding_box(), phone_page.viewport_size
    assert box
    assert size
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    phone_page.evaluate(AXE)
    assert phone_page.evaluate(RULES_BROKEN) == []


def test_without_scripts_it_leads_to_the_page_of_the_method(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}{ADDRESS}")
    plain_page.locator("a.term", has_text="method version").first.click()
    assert plain_page.url == f"{site}/en/metode#term-method-version"
    expect(plain_page.locator("#term-method-version + dd")).to_contain_text(MEANING)
    expect(plain_page.locator("#term-method-version")).to_be_in_viewport()
