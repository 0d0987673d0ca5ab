"""The page about the API: what its examples answer is shown below them, and nothing is wider than a
phone."""

import json

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
TOO_WIDE = """() => [...document.querySelectorAll("main *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .filter((one) => !one.closest("pre, .table-scroll, .visually-hidden"))
  .map((one) => one.outerHTML.slice(0, 80))"""
SCROLL = "(one) => { one.scrollLeft = 1000; return one.scrollLeft; }"


def test_an_example_answers_where_it_stands(page: Page, site: str) -> None:
    page.goto(f"{site}/en/data/api")
    button = page.locator("[aria-controls=answer-getEvaluation]")
    shown = page.locator("#answer-getEvaluation")
    expect(shown).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(shown).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(shown).not_to_be_empty()
    told = json.loads(shown.text_content() or "")
    asked = page.request.get(f"{site}{button.get_attribute('data-try-address')}").json()
    assert told.keys() == asked.keys()
    assert told["total"] == asked["total"]
    assert [area["no"] for area in told["areas"]] == [1]
    page.keyboard.press("Enter")
    expect(shown).to_be_hidden()


def test_what_cannot_be_fetched_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/en/data/api")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')); }")
    page.locator("[aria-controls=answer-getConfig]").click()
    expect(page.locator("#answer-getConfig")).to_have_text("The answer could not be fetched.")


def test_without_scripts_the_link_opens_the_answer(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/data/api")
    expect(plain_page.locator("[data-try-address]").first).to_be_hidden()
    plain_page.locator("a[href='/api/v1/config']").click()
    expect(plain_page).to_have_url(f"{site}/api/v1/config")


def test_a_link_to_a_shape_unfolds_it(page: Page, site: str) -> None:
    page.goto(f"{site}/en/data/api#shape-FigureOut")
    expect(page.locator("#shape-FigureOut")).to_be_in_viewport()


def test_code_scrolls_inside_itself_on_a_phone(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/data/api")
    phone_page.evaluate(UNFOLD)
    assert phone_page.evaluate(TOO_WIDE) == []
    assert phone_page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    code = phone_page.locator("pre:has(#table-python)")
    assert code.evaluate(SCROLL) > 0
    expect(code).to_have_attribute("tabindex", "0")
