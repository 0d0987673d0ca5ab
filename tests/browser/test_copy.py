"""Buttons that copy: there only with scripts, and what they did is said."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CLIPBOARD = "() => navigator.clipboard.readText()"
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
SELECTED = "() => window.getSelection().toString().replace(/\\s+/g, ' ').trim()"


def test_a_sentence_is_copied_and_said_to_be(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/en/kommuner/hemne")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".copy__said", has_text="Copied")).to_be_visible()
    quote = " ".join((page.locator("#quote-1").text_content() or "").split())
    assert page.evaluate(CLIPBOARD) == quote


def test_a_reference_for_a_program_keeps_its_lines(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/en/kommuner/hemne")
    page.get_by_text("Cite as APA, BibTeX or RIS").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator(".copy__said", has_text="Copied")).to_be_visible()
    assert page.evaluate(CLIPBOARD) == page.locator("#cite-bibtex").input_value()


def test_where_the_clipboard_is_refused_the_text_is_selected(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    page.evaluate(REFUSE)
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".copy__said", has_text="Ctrl")).to_be_visible()
    quote = " ".join((page.locator("#quote-1").text_content() or "").split())
    assert page.evaluate(SELECTED) == quote


def test_without_scripts_there_is_no_button(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/kommuner/hemne")
    expect(plain_page.locator("#quote-1")).to_be_visible()
    expect(plain_page.locator(".copy").first).to_be_hidden()
