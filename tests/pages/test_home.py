"""The first page and the search."""

import pytest

from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client
from tests.pages.facts import evaluations, latest

PREFIXES = ["", "/nn", "/sv", "/en"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_first_page_counts_what_there_is(site: Client, prefix: str) -> None:
    page = site.get(prefix or "/")
    facts = evaluations()
    counts = page.find_all("p", class_="home-figures")[0]
    said = "".join(counts.itertext())
    for number in (
        len(facts),
        len(latest(facts)),
        min(fact.year for fact in facts),
        max(fact.year for fact in facts),
        sum(bool(fact.scores) for fact in facts),
    ):
        assert str(number) in said


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_newest_results_with_figures_come_first_each_municipality_once(
    site: Client, prefix: str
) -> None:
    page = site.get(prefix or "/")
    shown = [text_of(card) for card in page.find_all("ul", class_="cards")[0]]
    newest = latest(f for f in evaluations() if f.scores).values()
    facts = sorted(newest, key=lambda f: (-f.year, f.name))[:6]
    assert len(shown) == 6
    for card, fact in zip(shown, facts, strict=True):
        assert card.startswith(fact.name)
        assert str(fact.year) in card
        assert 0 not in fact.scores or str(fact.scores[0]) in card


def test_what_it_does_not_measure_is_said_on_the_first_page(site: Client) -> None:
    assert "not how good its services are" in site.get("/en").words


def test_the_search_box_works_without_scripts(site: Client) -> None:
    page = site.get("/")
    form = page.find_all("form", role="search")[0]
    assert (form.get("action"), form.get("method")) == ("/kommuner", "get")
    assert [f.get("name") for f in form.iter("input")] == ["q"]


@in_turn("prefix", PREFIXES)
@in_turn(
    "text, slug",
    [
        ("royrvik", "royrvik"),
        ("R%C3%B8yrvik", "royrvik"),
        ("raarvihke", "royrvik"),
        ("1612", "hemne"),
        ("Hemne", "hemne"),
        ("karasjohka", "karasjok"),
        ("orebro", "orebro"),
        ("%C3%96rebro", "orebro"),
    ],
)
def test_the_search_finds_by_every_name_and_number(
    site: Client, prefix: str, text: str, slug: str
) -> None:
    page = site.get(f"{prefix}/kommuner/sok?q={text}")
    assert page.links(page.by_id("matches"))[0] == f"{prefix}/kommuner/{slug}"
    assert page.meta("robots") == "noindex"


def test_a_search_that_finds_nothing_says_so(site: Client) -> None:
    page = site.get("/en/kommuner/sok?q=atlantis")
    assert page.links(page.by_id("matches")) == []
    assert "No municipality has this name or number." in page.words


def test_a_search_for_nothing_is_a_page_with_the_box(site: Client) -> None:
    assert site.get("/en/kommuner/sok").heading == "Find a municipality"


@pytest.mark.parametrize(
    "text", ["%3Cscript%3E", "%22%3E%3Cb%3E", "%25", "_", "%7C", "%F0%9F%A7%AD"]
)
def test_what_was_typed_is_shown_and_never_obeyed(site: Client, text: str) -> None:
    for address in (f"/kommuner/sok?q={text}", f"/kommuner?q={text}"):
        page = site.get(address)
        assert page.find_all("b") == []


def test_the_made_up_data_are_marked_on_every_page(demo_site: Client) -> None:
    for address in ("/", "/en", "/kommuner", "/en/kommuner/sok?q=a"):
        assert demo_site.get(address).find_all("p", class_="notice--synthetic")


def test_the_real_data_are_not_marked_as_made_up(site: Client) -> None:
    assert site.get("/").find_all("p", class_="notice--synthetic") == []


def test_a_page_in_a_release_says_so_and_stays_in_it(site: Client) -> None:
    page = site.get("/en?release=1")
    assert "release 1 of" in page.words
    assert page.meta("robots") == "noindex"
    inner = [link for link in page.links() if link.startswith("/en/")]
    assert inner
    assert all("release=1" in link for link in inner)
