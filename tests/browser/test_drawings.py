"""The words of a drawing in a real browser: inside, apart from one another, and large enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.charts.look import NARROW, WIDE
from tests.charts.drawings import FIGURES, SERIES, UNPLOTTED
from tests.charts.drawn import LANGUAGES, VERSIONS, axes, bars, markup, spider

pytestmark = pytest.mark.browser

ROOMS = {NARROW: 288, WIDE: 534}
"""The least room that each layout is drawn in: on a page that is 320 pixels wide, and where the
style sheet changes from the one to the other."""
LEAST = 12
"""Pixels of a letter's height."""

BOXES = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg.drawing')) {
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
          box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.push([svg.parentElement.id, text.textContent]);
      }
    }
  }
  return found;
}"""

OVERLAPS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg.drawing')) {
    const texts = [...svg.querySelectorAll('text')].map(
      (text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([one, a], at) => {
      for (const [other, b] of texts.slice(at + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 4) found.push([svg.parentElement.id, one, other]);
      }
    });
  }
  return found;
}"""

SIZES = """() => [...document.querySelectorAll('svg.drawing')].map((svg) => {
  const units = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return Math.min(...[...svg.querySelectorAll('text')].map(
    (text) => parseFloat(text.getAttribute('font-size')) * units));
})"""


@pytest.fixture(params=ROOMS)
def opened(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """All drawings of a layout, in every version and language, where there is least room."""
    width: int = request.param
    context = browser.new_context(viewport={"width": ROOMS[width] + 16, "height": 640})
    page = context.new_page()
    figures = {**FIGURES, **UNPLOTTED}
    if width > NARROW:
        del figures["webs"]  # wider than others where there is room
    drawn = {kind: markup(figure, kind, width) for kind, figure in figures.items()}
    for version in VERSIONS:
        for language in LANGUAGES:
            on = axes(version, language)
            name = f"{version}-{language}"
            drawn[f"spider-{name}"] = markup(spider(SERIES, on), f"s-{name}", width)
            drawn[f"bars-{name}"] = markup(bars(SERIES, on), f"b-{name}", width)
    body = "".join(f"<div id='{name}'>{svg}</div>" for name, svg in drawn.items())
    file = tmp_path / "drawings.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><body>{body}", encoding="utf-8")
    page.goto(file.as_uri())
    drawings = "[...document.querySelectorAll('svg.drawing')]"
    widths = f"() => {drawings}.map(svg => Math.round(svg.clientWidth))"
    assert set(page.evaluate(widths)) == {ROOMS[width]}
    yield page
    context.close()


def test_labels_stay_inside_apart_and_legible_where_there_is_least_room(opened: Page) -> None:
    assert opened.evaluate(BOXES) == []
    assert opened.evaluate(OVERLAPS) == []
    assert min(opened.evaluate(SIZES)) >= LEAST


@pytest.mark.parametrize("width, layout", [(533, "narrow"), (534, "wide")])
def test_the_style_sheet_changes_layouts_where_the_wide_one_becomes_legible(
    page: Page, site: str, width: int, layout: str
) -> None:
    page.goto(f"{site}/embed/kommuner/hemne/bars")
    page.locator(".figure__drawing").evaluate("(e, w) => e.style.inlineSize = `${w}px`", width)
    expect(page.locator(f".figure__{layout}")).to_be_visible()
    expect(page.locator("svg.drawing:visible")).to_have_count(1)
