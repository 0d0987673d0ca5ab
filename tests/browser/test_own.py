"""The reader's own municipality: remembered on the device, marked there, sent nowhere."""

import pytest
from playwright.sync_api import Page, Request, expect

pytestmark = pytest.mark.browser

KEPT = "() => localStorage.getItem('kompass:own')"


def remember(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    page.get_by_role("button", name="Remember as my municipality").click()


def test_it_is_marked_wherever_it_stands_from_then_on(page: Page, site: str) -> None:
    remember(page, site)
    expect(page.get_by_text("Kept on this device only.")).to_be_visible()
    expect(page.locator(".own-municipality")).to_have_text("Your municipality: Hemne")
    page.goto(f"{site}/en/omrader/2.1/2")
    expect(page.locator(".own-municipality a")).to_have_attribute("href", "/en/kommuner/hemne")
    row = page.locator("#results-table").locator("xpath=..").locator("tr", has_text="Hemne")
    expect(row.locator(".own-tag")).to_have_text("your municipality")
    expect(page.locator("svg a.is-own").first).to_be_attached()
    page.goto(f"{site}/en/kart")
    assert page.locator("svg a.is-own").count() > 0


def test_it_is_sent_nowhere(page: Page, site: str) -> None:
    remember(page, site)
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(request.url + (request.post_data or "") + str(request.headers))

    page.on("request", note)
    page.goto(f"{site}/en/kart")
    expect(page.locator(".own-municipality")).to_be_visible()
    assert sent
    assert not [one for one in sent if "hemne" in one.lower().replace("/en/kommuner/hemne", "")]


def test_it_can_be_forgotten_in_the_same_place(page: Page, site: str) -> None:
    remember(page, site)
    assert page.evaluate(KEPT) is not None
    page.get_by_role("button", name="Forget my municipality").click()
    assert page.evaluate(KEPT) is None
    expect(page.locator(".own-municipality")).to_be_hidden()
    expect(page.get_by_role("button", name="Remember as my municipality")).to_be_visible()


def test_the_address_comes_before_what_is_remembered(page: Page, site: str) -> None:
    remember(page, site)
    page.goto(f"{site}/en/omrader/2.1/2?min=hareid")
    expect(page.locator(".own-municipality a")).to_have_text("Hareid")
    expect(page.locator(".own-tag")).to_have_count(1)


def test_without_scripts_the_address_marks_and_no_button_is_seen(
    plain_page: Page, site: str
) -> None:
    plain_page.goto(f"{site}/en/kommuner/hemne")
    expect(plain_page.get_by_role("button", name="Remember as my municipality")).to_be_hidden()
    plain_page.get_by_role("link", name="in the list").click()
    expect(plain_page.locator(".own-municipality")).to_be_visible()


def test_all_that_is_remembered_can_be_deleted_on_the_page_about_privacy(
    page: Page, site: str
) -> None:
    remember(page, site)
    page.goto(f"{site}/en/sammenlign?e=hemne-2018&e=hareid-2019")
    page.get_by_role("button", name="Remember", exact=True).click()
    assert page.evaluate("() => localStorage.length") == 2
    page.goto(f"{site}/en/om/personvern")
    expect(page.locator(".own-municipality")).to_be_visible()
    button = page.get_by_role("button", name="Delete what this device remembers")
    button.click()
    expect(page.get_by_text("Deleted.")).to_be_visible()
    assert page.evaluate("() => localStorage.length") == 0
    expect(page.locator(".own-municipality")).to_be_hidden()
    button.click()
    expect(page.get_by_text("There is nothing to delete")).to_be_visible()
