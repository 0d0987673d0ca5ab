"""Ticking rows to compare them, heads and bars that stay in view, and the map under fingers."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

RANKING = "/en/kommuner?sort=total&country=NO"


def ticks(page: Page) -> Locator:
    return page.locator("input[name=e][type=checkbox]")


def test_ticked_rows_are_counted_and_compared(page: Page, demo_site: str) -> None:
    page.goto(f"{demo_site}{RANKING}")
    said = page.locator("[data-picked]")
    expect(said).to_have_text("Tick the municipalities you want to compare, 6 at most.")
    ticks(page).nth(0).check()
    expect(said).to_have_text("1 chosen. Tick at least one more.")
    ticks(page).nth(3).check()
    expect(said).to_have_text("2 chosen")
    ids = [ticks(page).nth(at).get_attribute("value") for at in (0, 3)]
    page.get_by_role("button", name="Compare 2 chosen").click()
    expect(page).to_have_url(re.compile(r"/en/sammenlign\?" + "&".join(f"e={id}" for id in ids)))


def test_no_more_than_six_can_be_ticked(page: Page, demo_site: str) -> None:
    page.goto(f"{demo_site}{RANKING}")
    for at in range(6):
        ticks(page).nth(at).check()
    expect(page.locator("[data-picked]")).to_contain_text("More than 6 cannot be compared")
    expect(ticks(page).nth(6)).to_be_disabled()
    ticks(page).nth(0).uncheck()
    expect(ticks(page).nth(6)).to_be_enabled()
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator("input[name=e]:checked")).to_have_count(0)


def test_what_is_ticked_outlives_sorting_and_filtering(page: Page, demo_site: str) -> None:
    page.goto(f"{demo_site}{RANKING}")
    first = ticks(page).nth(0).get_attribute("value")
    ticks(page).nth(0).check()
    ticks(page).nth(1).check()
    page.locator("#sort-3").click()
    expect(page).to_have_url(re.compile("sort=3"))
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(2)
    page.locator("#filter-country").select_option("SE")
    expect(page).to_have_url(re.compile("country=SE"))
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(0)
    page.get_by_role("button", name="Compare 2 chosen").click()
    expect(page).to_have_url(re.compile(f"/en/sammenlign.*e={first}"))


def test_ticking_works_without_script(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/kommuner?country=SE")
    for name in ("vallentuna", "hoganas"):
        plain_page.locator(f"input[value^={name}-]").check()
    plain_page.get_by_role("button", name="Compare those chosen").click()
    expect(plain_page).to_have_url(re.compile(r"/en/sammenlign\?.*e=vallentuna-.*"))
    expect(plain_page.locator("h1")).to_contain_text("Vallentuna")


def test_heads_and_the_bar_stay_in_view(page: Page, demo_site: str) -> None:
    page.goto(f"{demo_site}{RANKING}")
    ticks(page).nth(0).check()
    page.evaluate("window.scrollTo(0, 2500)")
    head = page.locator(".league thead th").nth(1).bounding_box()
    bar = page.locator("#pick").bounding_box()
    assert head is not None
    assert bar is not None
    assert 0 <= head["y"] < 100
    assert 700 < bar["y"] + bar["height"] <= 900


@pytest.mark.parametrize("width", [320, 390, 768])
def test_rows_are_cards_without_sideways_scroll(page: Page, demo_site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in (RANKING, "/en/kommuner", "/en/kart", "/en/kommuner?sort=3&country=SE"):
        page.goto(f"{demo_site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def view_box(page: Page) -> list[float]:
    box = page.locator("svg.map").get_attribute("viewBox") or ""
    return [float(number) for number in box.split()]


def test_the_map_is_enlarged_moved_and_shown_whole_again(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kart")
    whole = view_box(page)
    enlarge = page.get_by_role("button", name="Enlarge")
    enlarge.click()
    assert view_box(page)[2] == pytest.approx(whole[2] / 2)
    before = view_box(page)
    page.keyboard.press("ArrowRight")
    assert view_box(page)[0] > before[0]
    at = page.locator("svg.map").bounding_box()
    assert at is not None
    x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
    before = view_box(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 60, steps=4)
    page.mouse.up()
    assert view_box(page)[0] < before[0]
    assert view_box(page)[1] < before[1]
    expect(page).to_have_url(f"{site}/en/kart")
    page.get_by_role("button", name="Show all").click()
    assert view_box(page) == whole


def test_a_mouse_opens_the_mark_it_points_at(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kart?q=hemne")
    page.locator("svg.map a .map-mark").click()
    expect(page).to_have_url(re.compile("/en/kommuner/hemne$"))


def test_a_finger_beside_a_mark_is_told_who_is_nearest(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    phone = context.new_page()
    phone.goto(f"{site}/en/kart?q=hemne")
    mark = phone.locator("svg.map a .map-mark")
    mark.scroll_into_view_if_needed()
    at = mark.bounding_box()
    assert at is not None
    phone.touchscreen.tap(at["x"] + at["width"] / 2 + 10, at["y"] + at["height"] / 2)
    found = phone.locator("[data-map-found]")
    expect(found).to_contain_text("Hemne 2018: 433 points")
    expect(phone).to_have_url(re.compile("/en/kart"))
    found.get_by_role("link").click()
    expect(phone).to_have_url(re.compile("/en/kommuner/hemne$"))
    context.close()


def test_marks_are_large_enough_for_a_finger(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    phone = context.new_page()
    phone.goto(f"{site}/en/kart")
    sizes = phone.evaluate(
        """() => [...document.querySelectorAll(".map-reach")].map((one) =>
          one.getBoundingClientRect().width)"""
    )
    assert sizes
    assert min(sizes) >= 24
    context.close()
