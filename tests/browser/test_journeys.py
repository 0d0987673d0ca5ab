"""What only a browser can show: typing, going back, filtering, and pages without script."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

FIRST_VIEW_LIMIT = 100_000


@pytest.mark.parametrize("path", PAGES)
def test_the_first_view_is_small(page: Page, site: str, path: str) -> None:
    finished: list[Request] = []

    def count(request: Request) -> None:
        finished.append(request)

    page.on("requestfinished", count)
    page.goto(f"{site}{path}", wait_until="networkidle")
    # Asked of the browser afterwards: within the event the answer may come too late to be counted.
    found = [request.sizes() for request in finished]
    sizes = [one["responseBodySize"] + one["responseHeadersSize"] for one in found]
    assert sizes
    assert sum(sizes) <= FIRST_VIEW_LIMIT


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_phone(phone_page: Page, site: str, path: str) -> None:
    phone_page.goto(f"{site}{path}")
    width = phone_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320


def test_suggestions_appear_as_one_types_and_lead_to_the_page(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("combobox").first.press_sequentially("royrv", delay=20)
    suggestion = page.get_by_role("option", name=re.compile("Røyrvik"))
    expect(suggestion.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestion.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/kommuner/royrvik$"))


def test_a_filter_is_the_address_and_the_back_button_returns_the_earlier_one(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/kommuner")
    count = page.locator("#count")
    everyone = count.inner_text()
    page.locator("select[name=country]").select_option("SE")
    expect(page).to_have_url(re.compile("country=SE"))
    expect(count).not_to_have_text(everyone)
    swedish = count.inner_text()
    page.locator(".more-choices > summary").click()
    page.locator("select[name=size_group]").select_option("large")
    expect(page).to_have_url(re.compile("size_group=large"))
    expect(page.locator("#filter-chips")).to_contain_text("10 000")
    expect(count).not_to_have_text(swedish)
    page.go_back()
    expect(page).not_to_have_url(re.compile("size_group"))
    expect(page.locator("#count")).to_have_text(swedish)
    expect(page.locator("select[name=country]")).to_have_value("SE")
    page.go_back()
    expect(page.locator("#count")).to_have_text(everyone)


def test_filtering_works_without_script(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/kommuner")
    plain_page.locator("select[name=country]").select_option("SE")
    plain_page.locator("form.facets button[type=submit]").click()
    expect(plain_page).to_have_url(re.compile("country=SE"))
    expect(plain_page.get_by_role("link", name="Vallentuna").first).to_be_visible()


def test_evaluations_are_added_and_removed_without_a_new_page(page: Page, site: str) -> None:
    page.goto(f"{site}/sammenlign?e=hemne-2018")
    page.evaluate("window.sameDocument = true")
    page.locator("#compare a[href*='e=hareid-2019']").first.click()
    expect(page).to_have_url(re.compile("e=hareid-2019"))
    assert page.evaluate("window.sameDocument") is True
    page.go_back()
    expect(page).not_to_have_url(re.compile("hareid"))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_reads_without_script(plain_page: Page, site: str, path: str) -> None:
    answer = plain_page.goto(f"{site}{path}")
    assert answer is not None
    assert answer.status == 200
    expect(plain_page.locator("h1")).to_be_visible()
    expect(plain_page.locator("main")).not_to_be_empty()
