"""What the browser tests of figures share: finding one, pointing at it, and measuring it."""

from playwright.sync_api import Locator, Page, expect

HEMNE_2018 = [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
HAREID_2019 = [35, 28, 49, 40, 49, 34, 45, 44]
STEERING = "Politisk styring og kontroll"
STEERING_TOLD = f"{STEERING}: Hemne 2018 77,4, Hareid 2019 49,0"
"""All series of the third area, as they are told of it in bokmål."""

LIT = """figure => [...new Set([...figure.querySelectorAll(".is-lit")].map(
  part => part.dataset.at))]"""
"""The areas or years that are lit in a figure."""


PLACE = """part => {
  const box = part.getBoundingClientRect();
  return [box.x + box.width / 2 + scrollX, box.y + box.height / 2 + scrollY];
}"""

SCROLLED = """([x, y]) => {
  scrollTo({ top: y - innerHeight / 2, behavior: "instant" });
  return [x - scrollX, y - scrollY];
}"""


def figure(page: Page, name: str) -> Locator:
    return page.locator(f"#figure-{name}")


def readout(page: Page, name: str) -> Locator:
    """The line outside the drawing that tells what is lit."""
    return figure(page, name).locator(".figure__readout")


def marks(page: Page, name: str, series: str = "subject") -> Locator:
    """The marks of a series in the layout that is seen."""
    return figure(page, name).locator(
        f"svg.drawing:visible [data-series={series}] :is(.series-mark, .series-bar)"
    )


def middle(part: Locator) -> tuple[float, float]:
    """In pixels of the window, into which it is scrolled."""
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def place(part: Locator) -> tuple[float, float]:
    """The middle in pixels of the page, wherever it is scrolled to."""
    found: list[float] = part.evaluate(PLACE)
    return found[0], found[1]


def seen(page: Page, place: tuple[float, float]) -> tuple[float, float]:
    """Where a place of the page is in the window, once it is scrolled to the middle of it."""
    found: list[float] = page.evaluate(SCROLLED, list(place))
    return found[0], found[1]


def explored(page: Page, name: str) -> Locator:
    """The figure, once Plotly has taken over; called as it is, or again after leaving it."""
    found = figure(page, name)
    found.locator("[data-explore]").click()
    expect(found).to_have_attribute("data-drawn", "plotly", timeout=20_000)  # a third of a megabyte
    return found
