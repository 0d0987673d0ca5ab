"""The arrangement of every kind of page: small screens, large text, fingers and keyboards."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import watch
from tests.browser.measures import (
    CLIPPED_TEXT,
    FOCUS,
    HEADER_COLLISIONS,
    ROW_COLLISIONS,
    SCROLLING_FOLDS,
    SMALL_TARGETS,
    UNFOLD,
)

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/kommuner",
    "/en/kommuner?sort=total&country=SE",
    "/kommuner?q=finnes-ikke",
    "/kommuner/hemne",
    "/kommuner/heim",
    "/en/kommuner/hoganas",
    "/kommuner/hemne/2018",
    "/kommuner/hareid/2019",
    "/kommuner/hemne/tvillinger",
    "/kommuner/hemne/hva-om",
    "/sammenlign",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/sammenlign?e=hemne-2018&e=hareid-2019&e=ulstein-2019&e=roros-2017",
    "/gullstjerner",
    "/en/gullstjerner?q=dialog",
    "/omrader",
    "/omrader/2.1/2",
    "/sporsmal/2.1/2.1",
    "/kart",
    "/utvikling",
    "/metode",
    "/metode/2.1",
    "/om",
    "/om/data",
    "/om/design",
    "/om/tilgjengelighet",
    "/om/personvern",
    "/finnes-ikke",
)
# WCAG 1.4.12: what a reader may set without losing anything.
TEXT_SPACING = """* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
PHONE = ViewportSize(width=375, height=812)


@pytest.fixture
def zoomed_page(browser: Browser) -> Iterator[Page]:
    """1280 by 1024 pixels at 400 per cent, where a test may also set styles of the reader."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def mobile(browser: Browser) -> Iterator[Page]:
    """A phone of the usual size, without script: nothing of this needs any."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nb-NO")
    found = watch(context)
    yield found.page
    context.close()
    assert found.problems == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_lost_at_400_per_cent_and_with_wide_text(
    zoomed_page: Page, site: str, path: str
) -> None:
    zoomed_page.goto(f"{site}{path}")
    for styles in ("", TEXT_SPACING):
        if styles:
            zoomed_page.add_style_tag(content=styles)
        assert zoomed_page.evaluate("document.documentElement.scrollWidth") <= 320
        assert zoomed_page.evaluate(CLIPPED_TEXT) == []
        assert zoomed_page.evaluate(SCROLLING_FOLDS) == []
        assert zoomed_page.evaluate(HEADER_COLLISIONS) == []


@pytest.mark.parametrize("width", [320, 375, 800, 960, 1100, 1440])
@pytest.mark.parametrize("path", ["/", "/kommuner/hemne", "/en/kommuner/hemne"])
def test_the_parts_of_the_header_leave_room_for_each_other(
    page: Page, site: str, width: int, path: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}{path}")
    assert page.evaluate(HEADER_COLLISIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/kommuner/ulstein", "/sv/kommuner/ulstein", "/kommuner?area=1"])
def test_words_among_figures_leave_room_for_the_name_of_the_row(
    page: Page, site: str, path: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}{path}")
    assert page.evaluate(ROW_COLLISIONS) == []


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/finnes-ikke"])
def test_tables_are_laid_out_as_tables_where_there_is_room(
    page: Page, site: str, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{path}")
    displays = page.locator("table.data-table").evaluate_all(
        "tables => tables.map((table) => getComputedStyle(table).display)"
    )
    assert set(displays) <= {"table"}


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_enough_for_a_finger(zoomed_page: Page, site: str, path: str) -> None:
    """WCAG 2.5.8. What is unfolded counts as well."""
    zoomed_page.goto(f"{site}{path}")
    zoomed_page.evaluate(UNFOLD)
    assert zoomed_page.evaluate(SMALL_TARGETS) == []


def test_on_a_phone_the_header_is_small_and_the_menu_unfolds_without_script(
    mobile: Page, site: str
) -> None:
    mobile.goto(f"{site}/en/kommuner/hemne")
    header = mobile.locator(".site-header").bounding_box()
    assert header is not None
    assert header["height"] <= PHONE["height"] / 6
    link = mobile.get_by_role("navigation", name="Main menu").get_by_role("link").first
    expect(link).not_to_be_visible()
    menu = mobile.locator(".site-menu > summary")
    menu.focus()
    mobile.keyboard.press("Enter")
    expect(link).to_be_visible()
    opened = mobile.locator(".site-header").bounding_box()
    assert opened is not None
    assert opened["height"] <= PHONE["height"] / 2
    mobile.keyboard.press("Enter")
    expect(link).not_to_be_visible()


@pytest.mark.parametrize("path", ["/en/kommuner", "/en/gullstjerner", "/en/kart"])
def test_on_a_phone_the_first_results_are_announced_on_the_first_screen(
    mobile: Page, site: str, path: str
) -> None:
    mobile.goto(f"{site}{path}")
    count = mobile.locator("#count")
    expect(count).to_have_attribute("role", "status")
    box = count.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]


def test_filters_that_are_folded_away_are_sent_and_named_when_chosen(
    mobile: Page, site: str
) -> None:
    mobile.goto(f"{site}/en/kommuner")
    county = mobile.locator("#filter-county")
    expect(county).not_to_be_visible()
    mobile.locator(".more-choices > summary").click()
    mobile.locator("#filter-size_group").select_option("large")
    mobile.locator("form.facets button").click()
    expect(mobile).to_have_url(re.compile("size_group=large"))
    expect(county).not_to_be_visible()
    expect(mobile.locator("#filter-chips")).to_contain_text("Size: 10,000 inhabitants or more")


@pytest.mark.parametrize(
    "width, height, screens", [(375, 812, 1.5), (1280, 900, 1), (1440, 900, 1)]
)
def test_the_answer_is_understood_in_ten_seconds(
    page: Page, site: str, width: int, height: int, screens: float
) -> None:
    """Name, points, one sentence, what it does not say and the drawing come first.

    The drawing is its web: on a phone the names of the areas follow below it.
    """
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site}/en/kommuner/hemne")
    parts = ("h1", ".score", ".lead", ".reservation", ".hero__figure .drawing .figure-grid")
    for part in parts:
        ends = (
            page.locator(part)
            .filter(visible=True)
            .evaluate_all("found => found.map((element) => element.getBoundingClientRect().bottom)")
        )
        assert ends, part
        assert max(ends) <= height * screens, part


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", ["/", "/kommuner", "/kommuner/hemne", "/kart"])
def test_the_keyboard_goes_from_top_to_bottom_and_one_sees_where(
    page: Page, site: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}{path}")
    page.keyboard.press("Tab")
    expect(page.locator(".ds-skip-link")).to_be_focused()
    expect(page.locator(".ds-skip-link")).to_be_in_viewport()
    in_header = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        found = page.evaluate(FOCUS)
        assert found["shown"], found
        assert found["seen"], found
        if page.evaluate("document.activeElement.closest('.site-header') !== null"):
            in_header.append(found)
    rows = [stop["top"] // 40 for stop in in_header]
    assert rows == sorted(rows)


def test_the_skip_link_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/en/kommuner/hemne")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
