"""The same pages in other media: paper, dark rooms, few colours, slow networks."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.measures import LOW_CONTRAST

pytestmark = pytest.mark.browser

WITH_FIGURES = (
    "/en/kommuner/hemne",
    "/en/kommuner/hemne/2018",
    "/en/sammenlign?e=hemne-2018&e=hareid-2019",
    "/en/omrader/2.1/2",
)
OTHERS = ("/en", "/en/kommuner", "/en/gullstjerner", "/en/kart", "/en/om/design")
TEXTS = (
    "main :is(h1, h2, h3, p, li, th, td, caption, a, button:enabled, summary, figcaption, text),"
    ".site-header a, .site-footer p"
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*WITH_FIGURES, *OTHERS])
def test_text_stands_out_from_what_is_behind_it(
    browser: Browser, site: str, path: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{site}{path}")
    assert page.evaluate(LOW_CONTRAST, TEXTS) == []
    page.close()


@pytest.fixture
def paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", WITH_FIGURES)
def test_figures_tables_source_and_address_are_printed_and_nothing_to_press(
    paper: Page, site: str, path: str
) -> None:
    paper.goto(f"{site}{path}")
    for seen in (
        "main svg:visible",
        "main table:visible",
        ".page-foot",
        ".site-footer .print-only",
    ):
        expect(paper.locator(seen).first).to_be_visible()
    expect(paper.locator(".site-footer .print-only")).to_contain_text("release=1")
    # An entry of a key can be pressed on the screen, and tells on paper what a line stands for.
    buttons = "main button:not(.figure__key button)"
    for gone in ("nav a", "form input", buttons, ".site-menu summary"):
        for element in paper.locator(gone).all():
            expect(element).not_to_be_visible()


def test_what_is_folded_is_printed_unfolded(paper: Page, site: str) -> None:
    paper.goto(f"{site}/en/kommuner/hemne")
    folded = paper.locator("#beside ~ details li")
    assert folded.count() > 2
    for item in folded.all():
        expect(item).to_be_visible()
        box = item.bounding_box()
        assert box is not None
        assert box["height"] > 10


def test_of_many_findings_the_first_are_printed_and_where_all_are(paper: Page, site: str) -> None:
    paper.goto(f"{site}/en/kommuner/hemne")
    findings = paper.locator("section:has(> #findings)")
    expect(findings.locator(".finding li").first).to_be_visible()
    expect(findings.get_by_text("All findings are on the page")).to_be_visible()
    expect(paper.locator("section:has(> #findings) > .ds-details")).not_to_be_visible()


@pytest.mark.parametrize("slug, most", [("hemne", 6), ("ulstein", 5), ("oslo", 3)])
def test_a_municipality_takes_few_sheets(page: Page, site: str, slug: str, most: int) -> None:
    page.goto(f"{site}/kommuner/{slug}")
    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))
    assert 1 <= len(sheets) <= most


def test_series_differ_in_more_than_colour(page: Page, site: str) -> None:
    """As on a printer without colours: by dashes, and by marks of another form."""
    page.goto(f"{site}/en/kommuner/hemne")
    drawn = page.locator(".hero__figure svg")
    dashes = drawn.locator(".series-line").evaluate_all(
        "(lines) => lines.map((line) => getComputedStyle(line).strokeDasharray)"
    )
    assert len(dashes) >= 2
    assert len(set(dashes)) > 1


def test_with_forced_colours_choices_and_series_can_still_be_told_apart(
    page: Page, site: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{site}/en/kommuner/hemne")
    grounds = {
        chip.evaluate("(chip) => getComputedStyle(chip).backgroundColor")
        for chip in page.locator(".chips .ds-chip").all()
    }
    assert len(grounds) > 1
    colours = page.locator(".hero__figure .series-line").evaluate_all(
        "(lines) => lines.map((line) => getComputedStyle(line).stroke)"
    )
    assert len(set(colours)) > 1


def _ask_without_answer(page: Page, site: str) -> list[Route]:
    """Choose something in a filter, and hold the request back."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.goto(f"{site}/en/kommuner")
    page.route("**/en/kommuner?*", hold)
    page.locator("#filter-country").select_option("SE")
    return held


def test_a_part_that_is_being_fetched_says_so_and_grows_pale(page: Page, site: str) -> None:
    held = _ask_without_answer(page, site)
    results = page.locator("#results")
    expect(results).to_have_attribute("aria-busy", "true")
    table = results.locator("xpath=./*").first
    expect(table).to_have_css("opacity", "0.55")
    assert len(held) == 1
    held[0].continue_()
    expect(results).not_to_have_attribute("aria-busy", "true")
    expect(table).to_have_css("opacity", "1")


def test_who_wants_no_motion_gets_none(browser: Browser, site: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    _ask_without_answer(page, site)
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    moving = "getComputedStyle(document.querySelector('#results'), '::before')"
    assert page.evaluate(f"{moving}.animationIterationCount") in ("1", "1, 1")
    page.close()
