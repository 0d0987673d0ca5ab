"""What the page about privacy promises of the reader's device, held against the scripts."""

import re

import pytest

from app.config import ROOT
from tests.pages.client import Client

SCRIPTS = sorted((ROOT / "app" / "static" / "src" / "js").glob("*.js"))
TEMPLATES = sorted((ROOT / "app" / "templates").rglob("*.html"))
OTHER_PLACES = ("sessionStorage", "indexedDB", "document.cookie", "cookieStore", "caches.open")


def test_scripts_keep_what_the_page_tells_of_and_nothing_else(site: Client) -> None:
    keys = set()
    for script in SCRIPTS:
        source = script.read_text(encoding="utf-8")
        assert not [place for place in OTHER_PLACES if place in source], script.name
        if "localStorage" in source:
            keys |= set(re.findall(r'"kompass:(\w*)"', source))
    for template in TEMPLATES:
        keys |= set(re.findall(r'data-remember="(\w+)"', template.read_text(encoding="utf-8")))
    assert keys == {"", "own", "compare"}  # the first is what all begin with
    words = site.get("/en/om/personvern").words
    for told in (
        "Your own municipality: its name",
        "A comparison: its address and the names in it",
    ):
        assert told in words


@pytest.mark.parametrize("language", ["", "/nn", "/sv", "/en"])
def test_it_can_be_deleted_where_it_is_told_of(site: Client, language: str) -> None:
    page = site.get(f"{language}/om/personvern")
    (button,) = [e for e in page.find_all("button") if "data-forget-all" in e.attrib]
    assert button.text


def test_no_page_sets_a_cookie(site: Client) -> None:
    for address in ("/", "/kommuner/hemne", "/sammenlign?e=hemne-2018&e=hareid-2019", "/nothing"):
        assert "set-cookie" not in site.http.get(address).headers
