"""Long pages have a menu of themselves: every section with an anchor, in the order of the page."""

from xml.etree.ElementTree import Element

import pytest

from app.web.page.sections import Section, sections
from tests.pages.checks import all_of, text_of
from tests.pages.client import Client

LONG = [
    "/kommuner/hemne",
    "/kommuner/oslo",
    "/kommuner/hemne/2018",
    "/data/api",
    "/metode",
    "/metode/2.1",
    "/utvikling",
    "/om/data",
    "/om/design",
]


@pytest.mark.parametrize("address", LONG)
def test_the_menu_names_every_section(site: Client, address: str) -> None:
    page = site.get(address)
    (menu,) = [e for e in page.find_all("nav") if e.get("data-local-menu") is not None]
    led_to = page.links(menu)
    headings = [h for h in all_of(page.shown, "h2", "h3") if h.get("id") and _is_led_to(h)]
    assert led_to == [f"#{heading.get('id')}" for heading in headings]
    assert all(text_of(link) for link in menu.iter("a"))


def _is_led_to(heading: Element) -> bool:
    """Not those of the site's footer, and of the third level those with a short name."""
    if (heading.get("id") or "").startswith("footer-"):
        return False
    return heading.tag == "h2" or heading.get("data-menu") is not None


def test_a_heading_may_have_a_short_name_and_another_language() -> None:
    html = (
        '<h2 id="a" data-menu="Short">A long &amp; <b>name</b></h2>'
        '<h2 id="b" lang="en">B &amp; C</h2><h2>No id</h2>'
        '<h3 id="c">Not led to</h3><h3\n  id="d" data-menu="1 D">A part</h3>'
    )
    assert sections(html) == (
        Section("a", "Short", None),
        Section("b", "B & C", "en"),
        Section("d", "1 D", None, is_part=True),
    )
