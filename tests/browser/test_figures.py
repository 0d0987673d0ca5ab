"""Exploring a figure: Plotly takes over in place with the same values, nothing on the page moves,
and it can be left again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import watch
from tests.browser.figures import (
    HAREID_2019,
    HEMNE_2018,
    STEERING,
    STEERING_TOLD,
    explored,
    figure,
    marks,
    place,
    readout,
    seen,
)

pytestmark = pytest.mark.browser

PLOTTED = """figure => {
  const plot = figure.querySelector('.js-plotly-plot');
  return plot.data.map(trace => Array.from(trace.r).slice(0, 8));
}"""

BOXES = """figure => {
  const page = figure.closest("main");
  const parts = [figure, ...figure.querySelectorAll(
    ".figure__head, .figure__tabs, .figure__drawing, .figure__readout, .figure__key, "
    + ".figure__foot, .figure__action:not(.figure__tools *)"), ...page.querySelectorAll("section")];
  return parts.map((part) => {
    const box = part.getBoundingClientRect();
    return [box.x + scrollX, box.y + scrollY, box.width, box.height];
  });
}"""
"""Where the figure, everything in its frame and every section of the page lies."""

CENTRES = """([figure, chosen]) => [...figure.querySelectorAll(chosen)]
  .filter((mark) => mark.checkVisibility())
  .map((mark) => mark.getBoundingClientRect())
  .map((box) => [box.x + box.width / 2 + scrollX, box.y + box.height / 2 + scrollY])
  .sort((a, b) => a[0] - b[0] || a[1] - b[1])"""

SIZE = """drawing => drawing.getBoundingClientRect().toJSON()"""


@pytest.fixture(params=[320, 768, 1440])
def sized(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as wide as that of a phone, a tablet and a desktop."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="nb-NO")
    found = watch(context)
    yield found.page
    context.close()
    assert found.problems == []


def boxes(found: Locator) -> list[float]:
    measured: list[list[float]] = found.evaluate(BOXES)
    return [number for box in measured for number in box]


@pytest.mark.parametrize(
    "path, name",
    [
        ("/kommuner/hemne", "spider"),
        ("/kommuner/vallentuna", "history"),
        ("/utvikling", "no"),
        ("/omrader/2.1/2", "distribution"),
        ("/kommuner/hemne/2018", "dots"),
    ],
)
def test_nothing_moves_when_a_figure_is_explored_and_left_again(
    sized: Page, site: str, path: str, name: str
) -> None:
    sized.goto(f"{site}{path}")
    found = figure(sized, name)
    found.scroll_into_view_if_needed()
    before = boxes(found)
    explored(sized, name)
    assert boxes(found) == pytest.approx(before, abs=0.5)
    found.locator("[data-explore]").click()
    expect(found).not_to_have_attribute("data-drawn", "plotly")
    assert boxes(found) == pytest.approx(before, abs=0.5)


@pytest.mark.parametrize(
    "path, name",
    [
        ("/kommuner/hemne", "spider"),
        ("/kommuner/vallentuna", "history"),
        ("/utvikling", "no"),
        ("/omrader/2.1/2", "distribution"),
    ],
)
def test_every_mark_and_line_stays_where_it_was(
    sized: Page, site: str, path: str, name: str
) -> None:
    sized.goto(f"{site}{path}")
    found = figure(sized, name)
    svg = found.locator("svg.drawing:visible")
    size = svg.evaluate(SIZE)
    drawn = sized.evaluate(
        CENTRES, [found.element_handle(), "svg.drawing [data-series] .series-mark"]
    )
    grid = svg.locator("line.figure-grid").count()
    explored(sized, name)
    again = sized.evaluate(CENTRES, [found.element_handle(), ".scatterlayer .point"])
    if name == "spider":
        # The line of a series is closed by its first point, which Plotly draws twice.
        again = [place for at, place in enumerate(again) if place not in again[:at]]
    assert len(again) == len(drawn)
    for mark, point in zip(drawn, again, strict=True):
        assert point == pytest.approx(mark, abs=2.5)
    stage = found.locator(".main-svg").first.evaluate(SIZE)
    assert (stage["width"], stage["height"]) == pytest.approx(
        (size["width"], size["height"]), abs=1
    )
    assert stage["x"] == pytest.approx(size["x"], abs=1)
    if name == "spider":
        # The outermost ring is the line of its angular axis.
        assert found.locator(":is(.radial-grid, .angular-line) path").count() == 4
        assert found.locator(".angular-grid path").count() == 8 == grid
    else:
        assert found.locator(".shapelayer path").count() >= grid


def test_what_plotly_is_given_are_the_values_with_the_subject_on_top(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = explored(page, "spider")
    other, subject = found.evaluate(PLOTTED)
    assert subject == HEMNE_2018
    assert other == HAREID_2019
    colours = [
        found.locator(".scatterlayer .trace .point").nth(at).evaluate("p => p.style.fill")
        for at in (0, -1)
    ]
    assert colours[0] != colours[1]


def test_neither_pointing_nor_focus_brings_plotly(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = figure(page, "spider")
    found.locator(".figure__drawing").hover()
    found.locator(".figure__drawing").focus()
    found.locator("[data-explore]").focus()
    expect(found).not_to_have_attribute("data-drawn", "plotly")
    expect(found).not_to_have_attribute("aria-busy", "true")
    assert not page.evaluate(
        "() => performance.getEntriesByType('resource').some((one) => one.name.includes('plotly'))"
    )
    page.keyboard.press("Enter")
    expect(found).to_have_attribute("data-drawn", "plotly")
    expect(found.locator("[data-explore]")).to_have_attribute("aria-pressed", "true")


def test_every_series_of_an_axis_is_told_in_one_label(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    where = place(marks(page, "spider").nth(2))
    found = explored(page, "spider")
    page.mouse.move(*seen(page, where))
    label = found.locator(".hovertext")
    expect(label).to_have_count(1)
    for part in (STEERING, "Hemne 2018: 77,4", "Hareid 2019: 49,0"):
        expect(label).to_contain_text(part)
    expect(readout(page, "spider")).to_have_text(STEERING_TOLD)


def test_a_finger_gets_an_answer_wherever_it_taps(phone_page: Page, site: str) -> None:
    phone_page.goto(f"{site}/kommuner/hemne")
    where = place(marks(phone_page, "spider").nth(2))
    found = explored(phone_page, "spider")
    x, y = seen(phone_page, where)
    for nudge in (0, 14):  # a finger does not hit the middle
        phone_page.touchscreen.tap(x + nudge, y)
        expect(found.locator(".hovertext")).to_contain_text("Hareid 2019: 49,0")
        expect(readout(phone_page, "spider")).to_have_text(STEERING_TOLD)


@pytest.mark.parametrize(
    "path, name", [("/kommuner/vallentuna", "history"), ("/omrader/2.1/2", "distribution")]
)
def test_fingers_are_answered_in_the_other_figures_too(
    phone_page: Page, site: str, path: str, name: str
) -> None:
    phone_page.goto(f"{site}{path}")
    where = place(marks(phone_page, name).last)
    found = explored(phone_page, name)
    phone_page.touchscreen.tap(*seen(phone_page, where))
    expect(found.locator(".hovertext")).to_have_count(1)
    expect(readout(phone_page, name)).not_to_be_empty()


def test_the_key_hides_a_series_of_plotly_as_it_does_in_the_drawing(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = figure(page, "spider")
    button = found.locator(".figure__key").get_by_role("button", name="Hareid 2019")
    button.click()
    explored(page, "spider")
    points = found.locator(".scatterlayer .point")
    expect(points).to_have_count(9)
    button.click()
    expect(points).to_have_count(18)
    button.click()
    expect(points).to_have_count(9)
    found.locator("[data-explore]").click()
    expect(found.locator(".figure__wide [data-series=reference]")).to_be_hidden()


def test_it_is_left_by_escape_too_and_can_be_explored_again(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = explored(page, "spider")
    found.locator(".figure__drawing").focus()
    page.keyboard.press("Escape")
    expect(found).not_to_have_attribute("data-drawn", "plotly")
    expect(found.locator(".js-plotly-plot")).to_have_count(0)
    expect(found.locator("svg.drawing:visible")).to_have_count(1)
    expect(found.locator("[data-explore]")).to_have_attribute("aria-pressed", "false")
    explored(page, "spider")
    expect(found.locator(".js-plotly-plot")).to_have_count(1)


def test_it_is_enlarged_inside_its_place_and_saved(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = figure(page, "spider")
    before = boxes(found)
    explored(page, "spider")
    plot = found.locator(".main-svg").first
    width = plot.evaluate(SIZE)["width"]
    found.get_by_role("button", name="Forstørr").click()
    expect(plot).not_to_have_attribute("width", str(width))
    assert plot.evaluate(SIZE)["width"] == pytest.approx(1.5 * width, abs=2)
    assert boxes(found) == pytest.approx(before, abs=0.5)
    found.get_by_role("button", name="Forminsk").click()
    expect(plot).to_have_attribute("width", str(round(width)))
    with page.expect_download() as saved:
        found.get_by_role("button", name="Lagre som PNG").click()
    assert saved.value.suggested_filename.endswith(".png")
    assert saved.value.path().read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_screen_readers_keep_one_named_description(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    found = figure(page, "spider")
    title = found.locator(".figure__title").inner_text()
    drawing = found.locator(".figure__drawing")
    expect(drawing).to_have_role("group")
    expect(drawing).to_have_accessible_name(title)
    explored(page, "spider")
    expect(drawing).to_have_role("group")
    expect(drawing).to_have_accessible_name(title)
    shown = found.locator(".figure__stage > *")
    expect(shown).to_have_attribute("aria-hidden", "true")


def test_turning_to_dark_redraws_with_the_colours_of_dark(page: Page, site: str) -> None:
    page.goto(f"{site}/kommuner/hemne")
    line = explored(page, "spider").locator(".scatterlayer .js-line").first
    colour = "element => getComputedStyle(element).stroke"
    light = line.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    expect(line).not_to_have_css("stroke", light)


def test_where_plotly_does_not_come_the_drawing_stays_and_it_is_said(
    browser: Browser, site: str
) -> None:
    page = browser.new_page(locale="nb-NO")
    page.route("**/plotly*", lambda route: route.abort())
    page.goto(f"{site}/kommuner/hemne")
    found = figure(page, "spider")
    found.locator("[data-explore]").click()
    expect(readout(page, "spider")).to_have_text(
        found.get_attribute("data-when-failed") or "nothing"
    )
    expect(found.locator("svg.drawing:visible")).to_have_count(1)
    expect(found).not_to_have_attribute("aria-busy", "true")
    page.close()
