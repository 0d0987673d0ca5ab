"""The first page and the stories in a real browser: what comes first where, and what opens."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


@pytest.mark.parametrize("typed", ["hemne", "HEMNE", "1612"])
def test_a_whole_name_and_enter_open_the_page(page: Page, site: str, typed: str) -> None:
    page.goto(f"{site}/en")
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/kommuner/hemne$"))


def test_it_opens_without_script_too(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en")
    plain_page.get_by_role("searchbox").fill("oslo")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page).to_have_url(re.compile("/en/kommuner/oslo$"))


def test_what_may_be_two_is_a_choice_with_their_counties(page: Page, site: str) -> None:
    page.goto(f"{site}/en")
    page.get_by_role("combobox").fill("herøy")
    page.keyboard.press("Enter")
    expect(page.locator("#matches a").filter(has_text="Herøy")).to_have_count(2)


def test_nothing_found_is_said_below_the_box(page: Page, site: str) -> None:
    page.goto(f"{site}/en")
    page.get_by_role("combobox").press_sequentially("hmene", delay=20)
    expect(page.locator("#find-list")).to_contain_text("Did you mean: Hemne")


def test_on_a_wide_screen_the_map_stands_beside_the_search(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}/en")
    search, drawn = box(page.get_by_role("combobox")), box(page.locator(".home-map"))
    assert search["x"] + search["width"] < drawn["x"]
    assert drawn["y"] < search["y"] < drawn["y"] + drawn["height"]
    assert drawn["y"] + drawn["height"] < 900


def test_on_a_phone_search_stories_and_map_follow_each_other(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/en")
    parts = [
        phone_page.get_by_role("combobox"),
        phone_page.locator("#stories"),
        phone_page.locator(".home-map"),
    ]
    tops = [box(part)["y"] for part in parts]
    assert tops == sorted(tops)
    assert tops[0] < 500


def test_a_mark_of_the_map_leads_to_its_municipality(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}/en")
    page.locator('.home-map a[href="/en/kommuner/hoganas"]').click(force=True)
    expect(page).to_have_url(re.compile("/en/kommuner/"))


def test_the_words_of_small_figures_are_read_at_arms_length(page: Page, site: str) -> None:
    """No smaller than eleven pixels, on a phone and on a wide screen."""
    for width in (320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site}/en")
        sizes = page.evaluate(
            """() => [...document.querySelectorAll(".story-card svg text")].map((text) => {
              const svg = text.ownerSVGElement;
              const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              return parseFloat(getComputedStyle(text).fontSize) * unit;
            })"""
        )
        assert sizes
        assert min(sizes) >= 11, width


def test_the_table_of_a_story_is_shown_without_script(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/innsikt/storst-framgang")
    table = plain_page.get_by_role("cell", name="361")
    expect(table).not_to_be_visible()
    plain_page.get_by_role("radio", name="Table").check()
    expect(table).to_be_visible()
