"""No rule of axe is broken: on every kind of page, in every language, in light and in dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.domain.language import LANGUAGES
from tests.browser.conftest import ROOT
from tests.browser.measures import UNFOLD
from tests.browser.pages import MISSING, PAGES, STATES

pytestmark = pytest.mark.browser

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DEMO_PAGES = (
    "/",
    "/kommuner",
    "/kommuner?sort=total",
    "/kommuner?sort=total&country=NO",
    "/gullstjerner?page=2",
    "/omrader/2.1/2",
    "/sporsmal/2.1/2.1",
    "/kart",
    "/utvikling",
)
"""Where there are so many results that a page has more on it: further leaves, spreads, medians."""

NOT_A_PAGE = re.compile(
    r"^/(api|dcat|docs|healthz|readyz|metrics|mcp|\.well-known)\b|/figur/|\.[a-z]+$|^/grupper/\{code\}$"
)
"""Data, files, and what only redirects."""

EMBEDS = (
    "/embed/kommuner/hemne/spider",
    "/embed/kommuner/hemne/2018/spider",
    "/embed/sammenlign/spider?e=hemne-2018&e=hareid-2019",
    "/embed/omrader/2.1/2/distribution",
    "/embed/sporsmal/2.1/2.1/distribution",
    "/embed/utvikling/no",
    "/embed/innsikt/over-snittet/story",
)
RUN = """async (rules) => {
  const found = await axe.run({
    runOnly: { type: "tag", values: rules },
    resultTypes: ["violations"],
    preload: false,
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    rule.id + ": " + node.html.slice(0, 200) + " " + node.failureSummary));
}"""
SETTLE = """async () => {
  do await new Promise(requestAnimationFrame); while (document.getAnimations().length > 0);
}"""
"""Colours are on their way to what they will be, one element after the other."""


@pytest.fixture(scope="module")
def quiet_page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing moves: what is on its way somewhere has neither size nor colour."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="nb-NO"
    )
    yield context.new_page()
    context.close()


def address(site: str, language: str, path: str) -> str:
    prefix = LANGUAGES[language].prefix
    return f"{site}{prefix}{path if path != '/' or not prefix else ''}"


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, RULES)
    return found


def in_light_and_dark(page: Page) -> list[str]:
    """The same with everything unfolded, in one colour scheme after the other."""
    page.evaluate(UNFOLD)
    page.evaluate(SETTLE)
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    page.evaluate(SETTLE)
    found += [f"dark: {violation}" for violation in violations(page)]
    page.emulate_media(color_scheme="light")
    page.evaluate(SETTLE)
    return found


def visit(page: Page, url: str) -> int:
    answer = page.goto(url)
    assert answer is not None
    return answer.status


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_in_every_language(
    quiet_page: Page, site: str, path: str, language: str
) -> None:
    assert visit(quiet_page, address(site, language, path)) == 200
    expect(quiet_page.locator("html")).to_have_attribute("lang", language)
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("path", STATES)
def test_a_page_is_accessible_whatever_is_on_it(quiet_page: Page, site: str, path: str) -> None:
    assert visit(quiet_page, address(site, "en", path)) == 200
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EMBEDS)
def test_a_figure_is_accessible_inside_a_page_of_others(
    quiet_page: Page, site: str, path: str, language: str
) -> None:
    assert visit(quiet_page, address(site, language, path)) == 200
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", MISSING)
def test_an_error_is_accessible(quiet_page: Page, site: str, path: str, language: str) -> None:
    assert visit(quiet_page, address(site, language, path)) in (400, 404)
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("path", DEMO_PAGES)
def test_pages_with_much_on_them_are_accessible(
    quiet_page: Page, demo_site: str, path: str
) -> None:
    assert visit(quiet_page, address(demo_site, "en", path)) == 200
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_on_a_phone_with_the_menu_open(
    quiet_page: Page, site: str, path: str
) -> None:
    wide = quiet_page.viewport_size
    assert wide is not None
    quiet_page.set_viewport_size(ViewportSize(width=375, height=812))
    assert visit(quiet_page, address(site, "en", path)) == 200
    quiet_page.evaluate(UNFOLD)
    quiet_page.evaluate(SETTLE)
    assert violations(quiet_page) == []
    quiet_page.set_viewport_size(wide)


def test_suggestions_are_accessible(quiet_page: Page, site: str) -> None:
    quiet_page.goto(f"{site}/en")
    quiet_page.get_by_role("combobox").press_sequentially("ro", delay=20)
    expect(quiet_page.locator("#find-list a").first).to_be_visible()
    assert in_light_and_dark(quiet_page) == []


@pytest.mark.parametrize("path", ["/en/kommuner/hemne", "/en/kommuner/vallentuna"])
def test_a_figure_is_accessible_when_it_is_explored(quiet_page: Page, site: str, path: str) -> None:
    quiet_page.goto(f"{site}{path}")
    for figure in quiet_page.locator("figure[data-figure]").all():
        figure.locator("[data-explore]").press("Enter")
        expect(figure).to_have_attribute("data-drawn", "plotly")
    assert in_light_and_dark(quiet_page) == []


def test_a_list_is_accessible_after_its_results_were_replaced(quiet_page: Page, site: str) -> None:
    quiet_page.goto(f"{site}/en/kommuner")
    quiet_page.locator("#filter-country").select_option("SE")
    quiet_page.wait_for_url("**/en/kommuner?country=SE")
    expect(quiet_page.locator("#results")).not_to_have_attribute("aria-busy", "true")
    assert in_light_and_dark(quiet_page) == []


def test_faults_would_be_found(quiet_page: Page, site: str) -> None:
    """The rules are in force: what is broken on purpose is named."""
    quiet_page.goto(f"{site}/en/kommuner")
    quiet_page.evaluate(
        """() => {
          document.querySelector("label[for=filter-q]").remove();
          document.querySelector("h1").setAttribute("lang", "x-unknown-language");
          document.querySelector("main").removeAttribute("id");
          document.body.append(document.createElement("main"));
        }"""
    )
    named = {line.partition(":")[0] for line in violations(quiet_page)}
    assert {"label", "valid-lang", "landmark-no-duplicate-main"} <= named


def test_every_public_page_is_among_those_that_are_tried() -> None:
    """The contract names every address; those of data and files are not looked at."""
    contract = (ROOT / "tests" / "contract" / "addresses.txt").read_text(encoding="utf-8")
    tried = [path.partition("?")[0] for path in (*PAGES, *EMBEDS)]
    left = [
        line
        for line in contract.splitlines()
        if line.startswith("/")
        and not NOT_A_PAGE.search(line)
        and not any(re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(line)), p) for p in tried)
    ]
    assert left == []
