"""The page of twins as it is answered."""

import pytest

from tests.in_turn import in_turn
from tests.pages.client import Client


def test_the_table_leads_to_the_comparison_and_the_star_to_its_evaluation(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/tvillinger")
    assert page.heading == "Municipalities like Hemne"
    assert "/en/sammenlign?e=hemne-2018&e=hareid-2019" in page.links()
    assert "/en/kommuner/ulstein/2019" in page.links()
    row = next(r for r in page.table("twins-table").rows if r[0] == "Hareid 2019")
    assert row[2] == "5,155 82%"
    assert row[5:7] == ["324", "109 below"]
    assert "33.1 more" in page.words
    assert "Half as many is 50%." in page.words
    assert "not how good its services are" in page.words


def test_the_municipality_leads_here_and_to_the_scenarios(site: Client) -> None:
    links = site.get("/en/kommuner/hemne").links()
    assert "/en/kommuner/hemne/tvillinger" in links
    assert "/en/kommuner/hemne/hva-om" in links


def test_the_choices_stay_in_the_form(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/tvillinger?w_county=3&country=both&release=1")
    chosen = {e.get("value") for e in page.find_all("option", selected="")}
    assert chosen == {"2", "3", "1", "both"}
    assert page.find_all("input", name="release", value="1")
    assert all("release=1" in link for link in page.links() if link.startswith("/en/sammenlign"))
    assert page.meta("robots") == "noindex"


def test_only_the_usual_page_is_for_search_engines(site: Client) -> None:
    assert site.get("/kommuner/hemne/tvillinger").meta("robots") is None
    assert site.get("/kommuner/hemne/tvillinger?w_county=2").meta("robots") == "noindex"


@in_turn(
    "query, name, allowed",
    [
        ("w_population=4", "w_population", ["0", "1", "2", "3"]),
        ("w_county=-1", "w_county", ["0", "1", "2", "3"]),
        ("w_distance=1.5", "w_distance", ["0", "1", "2", "3"]),
        ("w_population=0&w_county=0&w_distance=0", "w_population", ["1", "2", "3"]),
        ("country=NO", "country", ["both"]),
        ("w_area=1", "w_area", ["w_population", "w_county", "w_distance", "country", "release"]),
    ],
)
def test_bad_input_is_told_what_is_allowed(
    site: Client, query: str, name: str, allowed: list[str]
) -> None:
    site.get(f"/en/kommuner/hemne/tvillinger?{query}", 400)
    problem = site.problem(f"/kommuner/hemne/tvillinger?{query}", 400)
    assert problem["parameter"] == name
    assert set(problem["allowed"]) == set(allowed)


@pytest.mark.parametrize("slug", ["oslo", "heim", "roros", "vallentuna", "motala", "karasjok"])
def test_whatever_is_known_the_page_is_sound(site: Client, slug: str) -> None:
    """Motala's only evaluation is of a family in which few are known."""
    for query in ("", "?country=both"):
        page = site.get(f"/en/kommuner/{slug}/tvillinger{query}")
        assert "None of them" in page.words or page.find_all("form", class_="facets")


def test_where_nobody_can_be_a_twin_the_other_country_is_offered(site: Client) -> None:
    page = site.get("/en/kommuner/motala/tvillinger")
    assert "We know of no other evaluated municipality" in page.words
    assert "/en/kommuner/motala/tvillinger?country=both" in page.links()
    assert not page.find_all("table")


def test_made_up_questions_are_shown(demo_site: Client) -> None:
    pages = demo_site.get("/en/kommuner?detail=questions&sort=-name", 400)
    assert pages.status == 400
    listed = demo_site.get("/en/kommuner?detail=questions&family=2")
    slugs = {link.split("/")[3] for link in listed.links() if link.startswith("/en/kommuner/")}
    found = [demo_site.get(f"/en/kommuner/{slug}/tvillinger") for slug in sorted(slugs)[:8]]
    assert any("Question by question" in page.words for page in found)
