"""Feeds: read by a parser that others wrote, with ids that stay and corrections of their own."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import feedparser
import pytest

from app.config import settings
from tests.in_turn import in_turn
from tests.pages.changed import REWORDED
from tests.pages.client import Client

FEEDS = [
    "/feed.atom",
    "/en/feed.atom",
    "/en/kommuner/hemne/feed.atom",
    "/en/kommuner/heim/feed.atom",
    "/en/omrader/2.1/5/feed.atom",
    "/en/omrader/1.0/1/feed.atom",
    "/en/gullstjerner/feed.atom",
]


def read(client: Client, address: str) -> Any:
    answered = client.http.get(address)
    assert answered.status_code == 200, address
    assert answered.headers["content-type"].partition(";")[0] == "application/atom+xml"
    found = feedparser.parse(answered.content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def titles(found: Any) -> list[str]:
    return [entry.title for entry in found.entries]


@pytest.mark.parametrize("address", FEEDS)
def test_a_parser_that_others_wrote_accepts_it(site: Client, address: str) -> None:
    found = read(site, address)
    assert found.feed.title.startswith("Kommunekompasset")
    assert found.feed.author == settings().publisher_name
    assert found.feed.language == ("en" if address.startswith("/en") else "nb")
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == settings().site_url + address
    page = links["alternate"].removeprefix(settings().site_url)
    assert site.http.get(page).status_code == 200
    UUID(found.feed.id.removeprefix("urn:uuid:"))
    assert found.feed.updated_parsed
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids))
    for entry in found.entries:
        UUID(entry.id.removeprefix("urn:uuid:"))
        assert entry.updated_parsed
        assert entry.content[0].value.startswith("<p>")


def test_what_came_is_told_with_its_result(site: Client) -> None:
    found = read(site, "/en/kommuner/hemne/feed.atom")
    assert "Added: the 2011 evaluation of Hemne" in titles(found)
    (evaluation,) = [e for e in found.entries if e.title == "Added: the 2018 evaluation of Hemne"]
    (star,) = [e for e in found.entries if "gold star" in e.title]
    assert evaluation.content[0].value == "<p>The total is 433 out of 800 points.</p>"
    assert evaluation.link == f"{settings().site_url}/en/kommuner/hemne/2018"
    assert star.title == "Added: a gold star for Hemne, given in 2018"


def test_every_evaluation_and_gold_star_is_told_of_once(site: Client) -> None:
    found = read(site, "/en/feed.atom")
    assert len(found.entries) == 102 + 4
    assert len(read(site, "/en/gullstjerner/feed.atom").entries) == 4


def test_a_municipality_without_an_evaluation_has_a_feed_to_wait_on(site: Client) -> None:
    found = read(site, "/en/kommuner/heim/feed.atom")
    assert found.entries == []
    published = site.json("/api/v1/releases")["items"][0]["published_at"]
    assert found.feed.updated[:19] == published[:19]


def test_corrections_and_withdrawals_are_entries_of_their_own(changed_site: Client) -> None:
    found = read(changed_site, "/en/feed.atom")
    assert titles(found)[:4] == [
        "Hemne: correction of a gold star given in 2018",
        "Skaun: evaluation of 2017 withdrawn",
        "Ulstein: correction of the evaluation of 2019",
        "Kramfors: correction of the evaluation of 2013",
    ]
    star, withdrawn, area, total = found.entries[:4]
    assert withdrawn.link == f"{settings().site_url}/en/kommuner/skaun/2017?release=2"
    assert REWORDED in star.content[0].value
    assert "The total: 448 of 800 → 441 of 800" in total.content[0].value
    assert "Area 1: 72 of 100 → 74 of 100" in area.content[0].value
    assert len(found.entries) == 110
    # What came first is still told as it came.
    (first,) = [e for e in found.entries if e.title == "Added: the 2013 evaluation of Kramfors"]
    assert "448" in first.content[0].value
    releases = changed_site.json("/api/v1/releases")["items"]
    assert area.updated[:19] == releases[1]["published_at"][:19]


@pytest.mark.parametrize("address", ["/feed.atom", "/kommuner/vallentuna/feed.atom"])
def test_the_newest_evaluation_comes_first_also_by_the_clock(site: Client, address: str) -> None:
    """A first release brings all at once: readers' programs would have them in any order."""
    found = read(site, address)
    years = [int(re.findall(r"(?:19|20)\d\d", entry.title)[-1]) for entry in found.entries]
    assert len(set(years)) > 1
    assert years == sorted(years, reverse=True)
    times = [entry.updated_parsed for entry in found.entries]
    assert times == sorted(set(times), reverse=True), "each has a time of its own"
    published = datetime.fromisoformat(site.json("/api/v1/releases")["items"][0]["published_at"])
    told = [datetime.fromisoformat(entry.updated) for entry in found.entries]
    assert all(timedelta(0) <= published - one < timedelta(minutes=5) for one in told)


def test_the_time_of_an_entry_never_changes(changed_site: Client) -> None:
    now = {e.id: e.updated for e in read(changed_site, "/feed.atom").entries}
    then = {e.id: e.updated for e in read(changed_site, "/feed.atom?release=1").entries}
    own = {e.id: e.updated for e in read(changed_site, "/kommuner/kramfors/feed.atom").entries}
    assert len(then) > 100
    assert then.items() | own.items() <= now.items()


def test_an_entry_keeps_its_id(changed_site: Client) -> None:
    now = {e.id: e.title for e in read(changed_site, "/en/feed.atom").entries}
    then = {e.id: e.title for e in read(changed_site, "/en/feed.atom?release=1").entries}
    assert len(then) == 106
    assert then.items() <= now.items()
    own = {e.id: e.title for e in read(changed_site, "/en/kommuner/kramfors/feed.atom").entries}
    assert len(own) == 3  # the evaluations of 2007 and 2013, and a correction
    assert own.items() <= now.items()
    other = {e.id for e in read(changed_site, "/feed.atom").entries}
    assert not other & now.keys(), "another language is another entry"


def test_an_area_tells_what_bears_on_it(changed_site: Client) -> None:
    first = titles(read(changed_site, "/en/omrader/2.1/1/feed.atom"))
    assert "Ulstein: correction of the evaluation of 2019" in first
    # The star was given for area 1, in an evaluation of version 2.1.
    assert "Added: a gold star for Ulstein, given in 2019" in first
    fifth = titles(read(changed_site, "/en/omrader/2.1/5/feed.atom"))
    assert "Ulstein: correction of the evaluation of 2019" not in fifth
    # That star was given for question 5.1.
    assert "Hemne: correction of a gold star given in 2018" in fifth
    # Only a total is known, and it bears on no area.
    assert not [title for title in first + fifth if title.startswith("Skaun")]


@in_turn(
    "address, status",
    [
        ("/kommuner/nowhere/feed.atom", 404),
        ("/omrader/2.1/9/feed.atom", 404),
        ("/omrader/9.9/1/feed.atom", 404),
        ("/omrader/2.1/one/feed.atom", 404),
        ("/feed.atom?release=99", 404),
        ("/feed.atom?release=abc", 400),
    ],
)
def test_bad_input_is_a_problem(site: Client, address: str, status: int) -> None:
    site.problem(address, status)


@pytest.mark.parametrize(
    "page, feed",
    [
        ("/en", "/en/feed.atom"),
        ("/en/kommuner/hemne", "/en/kommuner/hemne/feed.atom"),
        ("/en/omrader/2.1/5", "/en/omrader/2.1/5/feed.atom"),
        ("/en/gullstjerner", "/en/gullstjerner/feed.atom"),
        ("/gullstjerner", "/gullstjerner/feed.atom"),
        ("/en/data/endringer", "/en/feed.atom"),
    ],
)
def test_pages_lead_to_their_feed(site: Client, page: str, feed: str) -> None:
    links = site.get(page).find_all("link", type="application/atom+xml")
    assert [link.get("href") for link in links] == [feed]
    assert all(link.get("rel") == "alternate" and link.get("title") for link in links)


def test_made_up_results_say_so(demo_site: Client) -> None:
    found = read(demo_site, "/en/feed.atom")
    assert "(made-up data)" in found.feed.title
    assert len(found.entries) == 200
