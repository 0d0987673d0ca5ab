"""What changes in public, as the workspace tells it: in plain words, with links that lead there."""

import re

import pytest

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import led_to, seen, send
from tests.features.editorial.writing import submitted, written_draft
from tests.pages.checks import text_of
from tests.pages.client import Page

ADDRESS = re.compile(r"(^|\s)/[a-zæøå]+")
CODE = re.compile(r"\bn \d|→ n\b|\b[a-z]+-\d{4}\b")
"""How a program would say it: "n 6 → 7", an id."""


def effects_of(browser: Browser, draft: str) -> Page:
    page = seen(browser, f"{draft}/folger")
    assert page.find_all("ul", class_="effects")
    return page


def told(page: Page) -> list[str]:
    """Every single thing that is told."""
    return [text_of(item) for one in page.find_all("ul", class_="effects") for item in one]


def links_of(page: Page) -> list[tuple[str, str]]:
    return [
        (text_of(link), link.get("href") or "")
        for one in page.find_all("ul", class_="effects")
        for link in one.iter("a")
    ]


@pytest.fixture
def editor(browser: Browser) -> Browser:
    browser.sign_in("editor")
    return browser


def corrected(browser: Browser, id: str, **changed: str) -> str:
    draft = led_to(send(browser, "/redaksjon/poster", f"/redaksjon/poster/{id}/rett"))
    draft = draft.partition("?")[0].removesuffix("/1")
    answered = send(browser, f"{draft}/1", f"{draft}/1", changed)
    assert answered.status_code == 200
    return draft


@pytest.mark.parametrize("kind", ["new", "correction", "withdrawal"])
def test_each_page_is_named_by_its_title_and_linked(editor: Browser, kind: str) -> None:
    if kind == "new":
        draft = written_draft(editor)
    elif kind == "correction":
        draft = corrected(editor, "hareid-2019", total="380")
    else:
        action = "/redaksjon/poster/hemne-2018/trekk"
        draft = led_to(send(editor, "/redaksjon/poster?q=hemne", action)).partition("?")[0]
    page = effects_of(editor, draft)
    lines = told(page)
    assert lines
    assert [line for line in lines if ADDRESS.search(line) or CODE.search(line)] == []
    links = links_of(page)
    assert len(links) > 20
    for title, address in links:
        answered = editor.get(address)
        assert answered.status_code == 200, f"{title}: {address}"
        if "/forhandsvisning" in address or address == "/":
            continue
        target = page_of_public(address, answered.text)
        if "trukket tilbake" not in title and "rettelse" not in title.lower():
            assert title in target, f"{title} is not what {address} is called"


def page_of_public(address: str, html: str) -> str:
    """What a public page calls itself, in its tab and as its heading."""
    titles = re.findall(r"<title>(.*?)</title>|<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert titles, address
    plain = " | ".join(re.sub(r"<[^>]+>", "", "".join(found)) for found in titles)
    return " ".join(plain.replace("&amp;", "&").split())


def test_what_does_not_exist_yet_is_linked_as_it_will_be(editor: Browser) -> None:
    draft = written_draft(editor)
    page = effects_of(editor, draft)
    addresses = [address for _, address in links_of(page)]
    assert "/kommuner/rindal/2018" not in addresses
    assert f"{draft}/forhandsvisning?side=/kommuner/rindal/2018" in addresses
    assert "/kommuner/rindal" in addresses  # which exists, and says nothing of it yet


def test_whoever_reviews_is_told_the_same(browser: Browser, other: Browser) -> None:
    browser.sign_in("evaluator")
    other.sign_in("editor")
    draft = submitted(browser, written_draft(browser))
    own = told(effects_of(browser, draft))
    assert set(own) <= set(told(seen(other, draft)))


def test_in_each_language_the_links_stay_in_it(editor: Browser) -> None:
    draft = written_draft(editor)
    page = seen(editor, f"/en{draft}/folger")
    links = [address for _, address in links_of(page)]
    assert links
    assert [address for address in links if not address.startswith("/en")] == []
