"""The page of twins as it is answered."""

import re
from fractions import Fraction

import pytest

from tests.in_turn import in_turn
from tests.pages.client import Client


def test_the_table_leads_to_the_comparison_and_the_star_to_its_evaluation(site: Client) -> None:
    page = site.get("/en/kommuner/hareid/tvillinger")
    assert page.heading == "Municipalities like Hareid"
    assert "/en/sammenlign?e=hareid-2019&e=ulstein-2019" in page.links()
    assert "/en/kommuner/ulstein/2019" in page.links()
    row = next(r for r in page.table("twins-table").rows if r[0] == "Ulstein 2019")
    assert row[1:6] == ["8,609", "719", "6 km", "534", "210 above"]
    assert "37 more" in page.words
    assert "not how good its services are" in page.words


def test_by_our_own_measure_each_part_has_its_share(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/tvillinger")
    row = next(r for r in page.table("twins-table").rows if r[0] == "Hareid 2019")
    assert row[2:4] == ["5,155 82% similar", "683"], "Hemne has no index to liken it with"
    assert row[5:7] == ["324", "109 below"]


def test_how_many_of_the_group_are_evaluated_is_said_and_who_is_not(site: Client) -> None:
    """39 others in KOSTRA group 1 today; Haram was none in 2020."""
    page = site.get("/en/kommuner/hareid/tvillinger")
    kostra, centrality = page.table("groups-table").rows
    assert kostra[0] == "KOSTRA groups 2020"
    assert "KOSTRA-gruppe 1 (2020, later than the evaluation)" in kostra[1]
    listed = sum(len(page.table(id).rows) for id in ("twins-table", "twins-unknown-table"))
    assert kostra[2] == f"{listed} of 38"
    assert centrality[2].endswith("of 64")
    assert "/en/kommuner/stryn" in page.links()
    assert "/en/kommuner/hareid/tvillinger?scheme=centrality-2024" in page.links()


@pytest.mark.parametrize(
    "prefix, words",
    [
        ("", "25 km gir 80 %, 100 km gir 50 % og 300 km gir 25 %."),
        ("/nn", "25 km gir 80 %, 100 km gir 50 % og 300 km gir 25 %."),
        ("/sv", "25 km ger 80 %, 100 km ger 50 % och 300 km ger 25 %."),
        ("/en", "25 km gives 80%, 100 km gives 50% and 300 km gives 25%."),
    ],
)
def test_the_words_for_distance_are_what_the_formula_gives(
    site: Client, prefix: str, words: str
) -> None:
    page = site.get(f"{prefix}/kommuner/hemne/tvillinger")
    said = page.words.replace("\u00a0", " ").replace("\u202f", " ")
    assert words in said
    pairs = re.findall(r"(\d+) km (?:gir|ger|gives) (\d+) ?%", said)
    assert pairs == [("25", "80"), ("100", "50"), ("300", "25")]
    for km, share in pairs:
        assert Fraction(int(share), 100) == Fraction(100, 100 + int(km))


def test_the_municipality_leads_here_and_to_the_scenarios(site: Client) -> None:
    links = site.get("/en/kommuner/hemne").links()
    assert "/en/kommuner/hemne/tvillinger" in links
    assert "/en/kommuner/hemne/hva-om" in links


def test_the_choices_stay_in_the_form(site: Client) -> None:
    page = site.get("/en/kommuner/hareid/tvillinger?scheme=own&w_conditions=3&release=1")
    chosen = {e.get("value") for e in page.find_all("option", selected="")}
    assert chosen == {"own", "2", "3", "1"}
    assert page.find_all("input", name="release", value="1")
    assert all("release=1" in link for link in page.links() if link.startswith("/en/sammenlign"))
    assert page.meta("robots") == "noindex"


def test_only_the_usual_page_is_for_search_engines(site: Client) -> None:
    assert site.get("/kommuner/hemne/tvillinger").meta("robots") is None
    assert site.get("/kommuner/hemne/tvillinger?w_distance=2").meta("robots") == "noindex"
    assert site.get("/kommuner/hemne/tvillinger?scheme=own").meta("robots") == "noindex"


@pytest.mark.parametrize("prefix", ["", "/sv"])
def test_what_counts_no_more_is_left_out_by_one_redirect(site: Client, prefix: str) -> None:
    """A county is distance once more; the other country is not likened."""
    path = f"{prefix}/kommuner/hemne/tvillinger"
    old = f"{path}?w_county=3&w_distance=2&country=both&release=1"
    assert site.redirect(old) == (308, f"{path}?w_distance=2&release=1")
    assert site.redirect(f"{path}?country=") == (308, path)


WEIGHT = ["0", "1", "2", "3"]


@in_turn(
    "query, name, allowed",
    [
        ("w_population=4", "w_population", WEIGHT),
        ("w_conditions=-1", "w_conditions", WEIGHT),
        ("w_distance=1.5", "w_distance", WEIGHT),
        ("w_population=0&w_conditions=0&w_distance=0", "w_population", ["1", "2", "3"]),
        ("scheme=skr", "scheme", ["kostra-2020", "centrality-2024", "own"]),
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
    for query in ("", "?scheme=own"):
        page = site.get(f"/en/kommuner/{slug}/tvillinger{query}")
        assert page.table("groups-table").rows
        assert page.find_all("form", class_="facets")


def test_nothing_is_said_of_all_that_are_evaluated(site: Client) -> None:
    """We know some of them, and say so in every language."""
    for slug in ("hemne", "hareid", "koping", "kramfors"):
        for scheme in ("", "?scheme=own"):
            for prefix in ("", "/nn", "/sv", "/en"):
                words = site.get(f"{prefix}/kommuner/{slug}/tvillinger{scheme}").words
                for false in (
                    "de evaluerte kommunene som",
                    "dei evaluerte kommunane som",
                    "de utvärderade kommuner som",
                    "the evaluated municipalities",
                    "nesten 100",
                    "nearly 100",
                ):
                    assert false not in words


def test_made_up_questions_are_shown(demo_site: Client) -> None:
    pages = demo_site.get("/en/kommuner?detail=questions&sort=-name", 400)
    assert pages.status == 400
    listed = demo_site.get("/en/kommuner?detail=questions&family=2")
    slugs = {link.split("/")[3] for link in listed.links() if link.startswith("/en/kommuner/")}
    found = [demo_site.get(f"/en/kommuner/{slug}/tvillinger") for slug in sorted(slugs)[:8]]
    assert any("Question by question" in page.words for page in found)


def test_one_link_sets_the_most_similar_with_comparable_figures_side_by_side(site: Client) -> None:
    """Hareid's KOSTRA group: Ulstein is of 2.1 too, Midtre Gauldal of 2020, the rest unknown."""
    links = site.get("/en/kommuner/hareid/tvillinger").links()
    assert "/en/sammenlign?e=hareid-2019&e=ulstein-2019" in links
    page = site.get("/en/kommuner/hemne/tvillinger")
    assert "Compare with the 2 most similar that have comparable figures" in page.words
    assert "/en/sammenlign?e=hemne-2018&e=hareid-2019&e=roros-2017" in page.links()
    nobody = site.get("/en/kommuner/oslo/tvillinger")
    assert "that have comparable figures" not in nobody.words


def test_those_without_figures_are_folded_below_those_with(site: Client) -> None:
    page = site.get("/en/kommuner/hareid/tvillinger")
    assert all(row[4] != "not found" for row in page.table("twins-table").rows)
    folded = page.find_all("caption", id="twins-unknown-table")
    assert folded
    (details,) = [d for d in page.find_all("details") if folded[0] in list(d.iter("caption"))]
    assert details.get("open") is None
    assert "3 of them, whose figures we have not found" in "".join(details.itertext())


def test_who_has_clearly_more_points_stands_area_by_area(site: Client) -> None:
    """Hareid got 35 in area 1 and Ulstein 72, with a gold star there; of the other areas we have no
    points of any that are alike, which is said once."""
    page = site.get("/en/kommuner/hareid/tvillinger")
    rows = page.table("better-table").rows
    assert [row[1] for row in rows] == ["35", "28", "49", "40", "49", "34", "45", "44"]
    assert "Ulstein 2019: 72 points, 37 more" in rows[0][2]
    assert "/en/sammenlign?e=hareid-2019&e=ulstein-2019#areas" in page.links()
    said = "Of those like Hareid, we have no points to compare with for any."
    assert page.words.count(said) == 1
    assert f"Areas 2, 3, 4, 5, 6, 7, 8: {said}" in page.words


def test_a_share_of_likeness_says_what_it_is(site: Client) -> None:
    heads = site.get("/en/kommuner/hemne/tvillinger").table("twins-table").heads
    assert heads[1:5] == [
        "Similarity",
        "Inhabitants and how similar",
        "Centrality and how similar",
        "Distance and how similar",
    ]
    official = site.get("/en/kommuner/hareid/tvillinger").table("twins-table").heads
    assert "Inhabitants" in official
