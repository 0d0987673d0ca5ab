"""The first page and the search."""

from xml.etree.ElementTree import Element

import pytest

from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client
from tests.pages.facts import evaluations, latest

PREFIXES = ["", "/nn", "/sv", "/en"]
SVG = "{http://www.w3.org/2000/svg}"


def svgs(part: Element) -> list[Element]:
    return list(part.iter(f"{SVG}svg"))


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
    """Of a year they came together, so that their order is a draw; the years fall."""
    page = site.get(prefix or "/")
    section = next(s for s in page.find_all("section") if s.get("aria-labelledby") == "newest")
    shown = [text_of(card) for card in section.iter("li")]
    newest = latest(f for f in evaluations() if f.scores).values()
    years = sorted((fact.year for fact in newest), reverse=True)[:6]
    assert len(shown) == 6
    seen = []
    for card, year in zip(shown, years, strict=True):
        fact = next(f for f in newest if card.startswith(f.name) and f.year == year)
        assert str(year) in card
        assert 0 not in fact.scores or str(fact.scores[0]) in card
        seen.append(fact.slug)
    assert len(set(seen)) == 6


def test_the_first_page_asks_a_question_and_shows_what_results_look_like(site: Client) -> None:
    page = site.get("/en")
    assert page.heading == "How well is your municipality governed?"
    stories = next(s for s in page.find_all("section") if s.get("aria-labelledby") == "stories")
    links = [link for link in page.links(stories) if link.count("/") == 3]
    assert links == [
        "/en/innsikt/storst-framgang",
        "/en/innsikt/hoyest-med-nyeste-metode",
        "/en/innsikt/over-snittet",
    ]
    assert len(svgs(stories)) == 3
    areas = next(s for s in page.find_all("section") if s.get("aria-labelledby") == "areas")
    assert [link for link in page.links(areas) if link.startswith("/en/omrader/")] == [
        f"/en/omrader/2.1/{no}" for no in range(1, 9)
    ]
    assert len(svgs(areas)) == 8


def test_the_map_of_the_first_page_has_everybody_evaluated_and_a_list_says_the_same(
    site: Client,
) -> None:
    """Of six the total is known with the newest method (`tests/queries/test_stories.py` and two
    Norwegian ones); the others have a mark of their own."""
    page = site.get("/en")
    (drawn,) = page.find_all("svg", class_="map")
    assert drawn.get("aria-hidden") == "true"
    links = [link.get("href") or "" for link in drawn.iter(f"{SVG}a")]
    assert len(links) == len(set(links)) == len(latest(evaluations()))
    (figure,) = page.find_all("figure", class_="home-map")
    assert "/en/kommuner?sort=total&family=2020" in page.links(figure)
    assert "(2)" in text_of(figure)
    assert "(4)" in text_of(figure)


def test_what_it_does_not_measure_is_said_on_the_first_page(site: Client) -> None:
    assert "not how good its services are" in site.get("/en").words


def test_the_search_box_works_without_scripts(site: Client) -> None:
    page = site.get("/")
    form = page.find_all("form", role="search")[0]
    assert (form.get("action"), form.get("method")) == ("/kommuner/sok", "get")
    assert [(f.get("name"), f.get("value")) for f in form.iter("input")] == [
        ("q", ""),
        ("open", "1"),
    ]


@in_turn(
    "text, slug",
    [
        ("oslo", "oslo"),
        ("OSLO", "oslo"),
        ("G%C3%B6teborg", "goteborg"),
        ("raarvihke", "royrvik"),
        ("1612", "hemne"),
        ("trondheim", "trondheim"),
        ("5001", "trondheim"),
    ],
)
def test_a_whole_name_that_one_municipality_has_opens_its_page(
    site: Client, text: str, slug: str
) -> None:
    """Trondheim of before 2020 went on in that of today, whole."""
    for prefix in PREFIXES:
        answer = site.http.get(f"{prefix}/kommuner/sok?q={text}&open=1", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"{prefix}/kommuner/{slug}"


@in_turn("text", ["her%C3%B8y", "haram", "osl", "atlantis", ""])
def test_what_may_mean_several_or_nobody_is_listed(site: Client, text: str) -> None:
    """Two of the name; one that was a part and so no heir; a beginning; nobody; nothing."""
    answer = site.http.get(f"/kommuner/sok?q={text}&open=1", follow_redirects=False)
    assert answer.status_code == 200


def test_while_somebody_types_nothing_opens(site: Client) -> None:
    assert site.http.get("/kommuner/sok?q=oslo", follow_redirects=False).status_code == 200


def test_a_search_within_a_release_stays_in_it(site: Client) -> None:
    answer = site.http.get("/kommuner/sok?q=hemne&open=1&release=1", follow_redirects=False)
    assert answer.headers["location"] == "/kommuner/hemne?release=1"


def test_suggestions_tell_county_and_newest_points(site: Client) -> None:
    matches = site.get("/en/kommuner/sok?q=roros").by_id("matches")
    assert "Trøndelag · 593 points (2021)" in text_of(matches)


@in_turn(
    "text, link",
    [
        ("trøndelag", "/en/fylker/trondelag"),
        ("user focus", "/en/omrader/2020/5"),
        ("brukarfokus", "/en/omrader/2020/5"),
    ],
)
def test_counties_and_areas_are_found_too(site: Client, text: str, link: str) -> None:
    page = site.get(f"/en/kommuner/sok?q={text}")
    assert link in page.links(page.by_id("matches"))


def test_a_slip_of_the_hand_is_asked_about(site: Client) -> None:
    page = site.get("/en/kommuner/sok?q=hmene")
    assert "Did you mean: Hemne" in page.words


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
    assert "No municipality has this name or number, and no county or area." in page.words
    assert "/en/fylker" in page.links()


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
