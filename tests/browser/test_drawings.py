"""The words of a drawing in a real browser: inside, apart from one another, and large enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.charts.drawings import DRAWINGS, SERIES
from tests.charts.drawn import LANGUAGES, VERSIONS, axes, bars, markup, spider

pytestmark = pytest.mark.browser

NARROWEST = 288
"""Room for a drawing on a page that is 320 pixels wide."""

BOXES = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
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
  for (const svg of document.querySelectorAll('svg')) {
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

SIZES = """() => [...document.querySelectorAll('svg')].map((svg) => {
  const units = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return Math.min(...[...svg.querySelectorAll('text')].map(
    (text) => parseFloat(text.getAttribute('font-size')) * units));
})"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """All drawings, in every version and language, at the width of the narrowest page."""
    context = browser.new_context(viewport={"width": NARROWEST + 16, "height": 640})
    page = context.new_page()
    drawn = {kind: draw(kind) for kind, draw in DRAWINGS.items()}
    for version in VERSIONS:
        for language in LANGUAGES:
            on = axes(version, language)
            name = f"{version}-{language}"
            drawn[f"spider-{name}"] = markup(spider(SERIES, on), f"s-{name}")
            drawn[f"bars-{name}"] = markup(bars(SERIES, on), f"b-{name}")
    body = "".join(f"<div id='{name}'>{svg}</div>" for name, svg in drawn.items())
    file = tmp_path / "drawings.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><body>{body}", encoding="utf-8")
    page.goto(file.as_uri())
    yield page
    context.close()


def test_labels_stay_inside_apart_and_legible_on_the_narrowest_page(
    opened: Page,
) -> None:
    widths = "() => [...document.querySelectorAll('svg')].map(svg => Math.round(svg.clientWidth))"
    assert set(opened.evaluate(widths)) == {NARROWEST}
    assert opened.evaluate(BOXES) == []
    assert opened.evaluate(OVERLAPS) == []
    assert min(opened.evaluate(SIZES)) >= 11
