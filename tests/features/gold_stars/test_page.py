"""The page of gold stars as it is answered."""

import pytest

from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client


def test_hemnes_card_leads_to_all_it_tells_of(site: Client) -> None:
    page = site.get("/en/gullstjerner?q=malstyring")
    links = page.links(page.by_id("results"))
    for wanted in ("/en/kommuner/hemne", "/en/kommuner/hemne/2018", "/en/sporsmal/2.1/5.1"):
        assert wanted in links
    assert "10.5 out of 15 points" in page.words
    assert text_of(page.by_id("count")).startswith("1 ")
    assert page.meta("robots") == "noindex"


def test_the_page_says_what_a_gold_star_is_not(site: Client) -> None:
    page = site.get("/en/gullstjerner")
    assert "It does not follow from the points." in page.words
    assert "It does not measure the quality of its services." in page.words
    assert "The source does not say for which area" in page.words
    assert page.meta("robots") is None


def test_findings_keep_their_language_and_their_place(site: Client) -> None:
    page = site.get("/en/gullstjerner?q=kommuneavis")
    (row,) = page.table("findings-caption").rows
    assert row == ["Ingen egen kommuneavis", "Weakness", "Hemne 2018", row[3]]
    assert row[3].startswith("1. ")
    assert [text_of(cell) for cell in page.find_all("td", lang="nb")] == [row[0]]


def test_the_choices_stay_in_the_form_and_in_the_pages(demo_site: Client) -> None:
    page = demo_site.get("/en/gullstjerner?country=NO&q=oppdiktet")
    chosen = [option.get("value") for option in page.find_all("option", selected="")]
    assert "NO" in chosen
    assert page.by_id("filter-q").get("value") == "oppdiktet"
    following = [link for link in page.links() if "page=2" in link]
    assert following
    assert all("country=NO" in link and "q=oppdiktet" in link for link in following)
    assert demo_site.get(following[0].replace("&amp;", "&")).status == 200


@in_turn(
    "query, status",
    [
        ("country=DK", 400),
        ("area=9", 400),
        ("area=0", 400),
        ("question=9.9", 400),
        ("version=9", 400),
        ("county=Atlantis", 400),
        ("size_group=huge", 400),
        ("from=2020&to=2010", 400),
        ("page=0", 400),
        ("page=9999", 404),
        ("q=" + "x" * 101, 400),
        ("q=a%00b", 400),
        ("q=a&q=b", 400),
        ("release=99", 404),
    ],
)
def test_bad_input_gets_a_clear_page(site: Client, query: str, status: int) -> None:
    assert site.get(f"/en/gullstjerner?{query}", status).status == status


@in_turn("searched", ["%25", "'", '"', "%5C", "%F0%9F%A7%AD", "%25*", "--", "*"])
def test_odd_searches_are_answered(site: Client, searched: str) -> None:
    page = site.get(f"/en/gullstjerner?q={searched}")
    assert text_of(page.by_id("count")).startswith("0 ")


@pytest.mark.parametrize(
    "address", ["/gullstjerner", "/gullstjerner?q=mål", "/en/gullstjerner?area=3"]
)
def test_every_form_of_the_page_is_sound(site: Client, demo_site: Client, address: str) -> None:
    """The client checks each page: HTML, headings, names, languages."""
    assert site.get(address).status == 200
    assert demo_site.get(address).status == 200
