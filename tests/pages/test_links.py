"""Links: from the first page on, each leads to a right page, to a file, or away from the site."""

from collections import Counter, deque

import pytest

from app.domain.language import LANGUAGES
from app.web.addresses import WITHOUT_LANGUAGE, split_language
from tests.pages.checks import all_of
from tests.pages.client import Client, Page

MOST_OF_A_KIND = 4
"""Pages of one kind that are read; with filters alone there are thousands of addresses."""

PREFIXES = [language.prefix for language in LANGUAGES.values()]


def kind(address: str) -> str:
    """What the addresses of a page family have in common, with and without parameters."""
    path, _, query = address.partition("?")
    first, *others = split_language(path)[1].strip("/").split("/")
    return f"{first}{'/*' * len(others)}{'?' if query else ''}"


def targets(page: Page) -> list[str]:
    """Every address of the site that the page leads to, or asks for."""
    found = []
    for element in all_of(page.shown, "a", "form", "input"):
        for name in ("href", "action", "data-hx-get"):
            target = (element.get(name) or "").partition("#")[0]
            if target.startswith("/"):
                found.append(target)
    return found


def crawl(client: Client, prefix: str) -> tuple[Counter[str], dict[str, str]]:
    """Reads the pages of a language from the first one on, and checks each; data and files that
    they lead to have to be there. Other languages are read from their own first page.

    Returns how many there were of each kind, and the links that lead nowhere with the page that
    they are on.
    """
    first = prefix or "/"
    waiting: deque[tuple[str, str]] = deque([(first, "")])
    met, read, dead = {first}, Counter[str](), dict[str, str]()
    while waiting:
        address, source = waiting.popleft()
        if read[kind(address)] >= MOST_OF_A_KIND:
            continue
        read[kind(address)] += 1
        answered = client.http.get(address)
        if answered.status_code == 202:  # a file is being made
            continue
        if answered.status_code != 200:
            dead[address] = source
        elif "text/html" in answered.headers["content-type"] and not is_alone(address):
            for target in targets(client.get(address)):
                if target not in met and (is_alone(target) or prefix_of(target) == prefix):
                    met.add(target)
                    waiting.append((target, address))
    return read, dead


def prefix_of(address: str) -> str:
    return LANGUAGES[split_language(address.partition("?")[0])[0]].prefix


def is_alone(address: str) -> bool:
    """Whether an address exists once, not once in each language."""
    return address.partition("?")[0].split("/")[1] in WITHOUT_LANGUAGE


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_link_leads_somewhere(site: Client, prefix: str) -> None:
    read, dead = crawl(site, prefix)
    assert dead == {}
    assert sum(read.values()) > 20


def test_every_link_of_the_made_up_site_leads_somewhere(demo_site: Client) -> None:
    read, dead = crawl(demo_site, "/en")
    assert dead == {}
    assert sum(read.values()) > 20


def test_every_link_of_a_frozen_page_stays_in_the_release(site: Client) -> None:
    page = site.get("/en/kommuner/hemne?release=1")
    leaving = {a for a in targets(page) if a.startswith("/en") and "release=1" not in a}
    # Away from the release lead the way back to now, and what a form sends the release along with.
    assert "/en/kommuner/hemne" in leaving
    for address in leaving - {"/en/kommuner/hemne", "/en/kommuner", "/en/kommuner/sok"}:
        pytest.fail(f"{address} leaves the release")


def test_every_page_is_offered_in_the_other_language(site: Client) -> None:
    for address in ("/", "/kommuner?country=NO", "/kommuner/hemne", "/sammenlign?e=hemne-2018"):
        page = site.get(address)
        other = [a.get("href") or "" for a in page.find_all("a", hreflang="en")]
        assert len(other) == 1
        back = site.get(other[0]).find_all("a", hreflang="nb")
        assert [a.get("href") for a in back] == [address]
