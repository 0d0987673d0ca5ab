"""Evaluations side by side: what the method allows, and nothing else."""

from decimal import Decimal

import pytest

from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import evaluations, written

PREFIXES = {"nb": "", "nn": "/nn", "sv": "/sv", "en": "/en"}
HEMNE_2018 = ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
HAREID_2019 = (35, 28, 49, 40, 49, 34, 45, 44)
SIX = ("hemne-2018", "hareid-2019", "ulstein-2019", "kramfors-2013", "orebro-2012", "roros-2013")


def beside(*ids: str) -> str:
    return "/sammenlign?" + "&".join(f"e={id}" for id in ids)


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_areas_of_two_families_are_refused_and_totals_stand_with_caution(
    site: Client, prefix: str
) -> None:
    page = site.get(prefix + beside("hemne-2018", "vallentuna-2021"))
    rows = page.table("totals-table").rows
    assert [row[1][-3:] for row in rows] == ["433", "648"]
    figures = [(f.get("id"), f.get("data-lights")) for f in page.find_all("figure")]
    webs = [(name, lights) for name, lights in figures if name and "webs" in name]
    assert [name for name, _ in webs] == ["figure-webs", "figure-webs-2"]
    assert len({lights for _, lights in webs}) == 2, "neither lights up with the other"
    for table in page.find_all("table"):
        words = "".join(table.itertext())
        together = "Hemne 2018" in words and "Vallentuna 2021" in words
        assert together == (table.find(".//*[@id='totals-table']") is not None)


def test_why_areas_are_refused_is_said(site: Client) -> None:
    words = site.get("/en" + beside("hemne-2018", "vallentuna-2021")).words
    assert "The areas cannot be compared." in words
    assert "The areas of 2020 do not correspond one to one to the earlier areas." in words
    assert "only results within one version are safely compared" in words


def test_totals_of_version_1_are_refused_with_the_reason_and_no_difference(site: Client) -> None:
    page = site.get("/en" + beside("hemne-2018", "motala-2006"))
    assert "The totals cannot be compared." in page.words
    assert "Version 1.0 cannot be compared directly" in page.words
    table = page.table("totals-table")
    assert len(table.rows) == 2
    assert not any("Total" in head for head in table.heads)
    assert not any(e.get("id") == "totals-gap" for e in page.find_all("p"))


@pytest.mark.parametrize("language", PREFIXES)
def test_one_family_is_compared_area_by_area(site: Client, language: str) -> None:
    page = site.get(PREFIXES[language] + beside("hemne-2018", "hareid-2019"))
    table = page.table("areas-table")
    assert table.heads[1:3] == ["Hemne 2018", "Hareid 2019"]
    for row, ours, theirs in zip(table.rows, HEMNE_2018, HAREID_2019, strict=False):
        assert row[1].endswith(written(Decimal(ours), language, 1))
        assert row[2].endswith(written(Decimal(theirs), language, 1))
    names = [figure.get("id") for figure in page.find_all("figure")]
    assert names == ["figure-webs", "figure-table", "figure-slopes"]


def test_best_is_not_said_of_a_small_difference(site: Client) -> None:
    rows = site.get("/en" + beside("hemne-2018", "hareid-2019")).table("areas-table").rows
    marked = [any(cell.startswith("best") for cell in row) for row in rows[:8]]
    gaps = [abs(Decimal(a) - b) for a, b in zip(HEMNE_2018, HAREID_2019, strict=True)]
    assert marked == [gap >= 3 for gap in gaps]
    assert rows[6][3] == "about the same"


def test_the_drawn_values_are_those_of_the_table(site: Client) -> None:
    drawn = site.json("/en" + beside("hemne-2018", "hareid-2019").replace("?", "/figur/spider?"))
    shown = {
        trace["name"]: [Decimal(str(value)) for value in trace["r"][:8]]
        for trace in drawn["wide"]["data"]
        if trace.get("r") and trace.get("name")
    }
    assert shown["Hemne 2018"] == [Decimal(score) for score in HEMNE_2018]
    assert shown["Hareid 2019"] == [Decimal(score) for score in HAREID_2019]


def test_six_are_in_the_table_and_three_are_drawn(site: Client) -> None:
    page = site.get("/en" + beside(*SIX))
    assert len(page.table("areas-table").heads) == 7
    drawn = site.json("/en" + beside(*SIX).replace("?", "/figur/spider?"))
    assert len({trace["name"] for trace in drawn["wide"]["data"] if trace.get("r")}) == 3
    scores = {fact.id: fact.scores for fact in evaluations()}
    for no, row in enumerate(page.table("areas-table").rows[:8], 1):
        for id, cell in zip(SIX, row[1:], strict=True):
            known = scores[id].get(no)
            assert cell.endswith(written(known, "en", 1)) if known else not cell[-1].isdigit()


def test_one_is_taken_away_and_another_added_by_links(site: Client) -> None:
    page = site.get("/en" + beside("hemne-2018", "hareid-2019"))
    links = page.links()
    assert "/en/sammenlign?e=hareid-2019" in links
    assert "/en/sammenlign?e=hemne-2018" in links
    added = [a for a in links if a.startswith("/en/sammenlign?e=hemne-2018&e=hareid-2019&e=")]
    assert added
    site.get(added[0])


def test_the_search_for_one_to_add_keeps_those_chosen(site: Client) -> None:
    page = site.get("/en" + beside("hemne-2018") + "&q=hareid")
    assert "/en/sammenlign?e=hemne-2018&e=hareid-2019" in page.links()
    hidden = [f.get("value") for f in page.find_all("input", type="hidden", name="e")]
    assert hidden == ["hemne-2018"]


@in_turn(
    "query, name",
    [
        ("&".join(f"e={fact.id}" for fact in evaluations()[:50]), "e"),
        ("&".join(f"e={fact.id}" for fact in evaluations()[:7]), "e"),
        ("e=atlantis-2018", "e"),
        ("e=hemne-1066", "e"),
        ("e=hemne", "e"),
        ("e=%C3%A5", "e"),
        ("e=hemne-2018&e=a%00b", "e"),
        ("e=" + "x" * 3000, "e"),
        ("e=hemne-2018&q=" + "x" * 101, "q"),
        ("e=hemne-2018&q=a&q=b", "q"),
    ],
)
def test_bad_input(site: Client, query: str, name: str) -> None:
    for prefix in PREFIXES.values():
        site.get(f"{prefix}/sammenlign?{query}", 400)
    assert site.problem(f"/sammenlign?{query}", 400)["parameter"] == name


def test_nothing_chosen_is_a_beginning(site: Client) -> None:
    for address in ("/en/sammenlign", "/en/sammenlign?e=&q="):
        page = site.get(address)
        assert page.find_all("table") == []
        assert any(link.startswith("/en/sammenlign?e=") for link in page.links())


def test_lines_over_time_can_be_taken_along(site: Client) -> None:
    """Hemne 440 and 433, Hareid 247 and 324: as a table, a frame, a picture and a file."""
    page = site.get("/en" + beside("hemne-2018", "hareid-2019"))
    (figure,) = [f for f in page.find_all("figure") if f.get("id") == "figure-slopes"]
    assert "1 of 2 has clearly more points than the first time" in "".join(figure.itertext())
    query = "?e=hemne-2018&e=hareid-2019"
    assert site.get(f"/en/embed/sammenlign/slopes{query}").status == 200
    svg = site.http.get(f"/en/embed/sammenlign/slopes.svg{query}")
    assert ">440<" in svg.text
    rows = site.http.get(f"/en/embed/sammenlign/slopes.csv{query}").text.splitlines()
    assert any(row.startswith("2018") and "433" in row for row in rows)
    site.get(f"/en/embed/sammenlign/slopes-2{query}", 404)


def test_a_long_comparison_has_a_menu_of_its_sections(site: Client) -> None:
    page = site.get("/en" + beside("hemne-2018", "hareid-2019"))
    (menu,) = [nav for nav in page.find_all("nav") if nav.get("data-local-menu") is not None]
    leads = [a.get("href") for a in menu.iter("a")]
    assert leads[:4] == ["#add", "#areas", "#totals", "#over-time"]
    assert not [
        nav for nav in site.get("/en/sammenlign").find_all("nav") if "data-local-menu" in nav.attrib
    ]


def test_the_readers_own_stands_first_and_stays_in_every_link(site: Client) -> None:
    page = site.get("/en" + beside("hareid-2019", "hemne-2018") + "&min=hemne")
    assert page.table("areas-table").heads[1].startswith("Hemne 2018 your municipality")
    assert "Hemne 2018 (your municipality)" in page.words
    leads = [a for a in page.links() if a.startswith("/en/sammenlign?e=")]
    assert leads
    assert all("min=hemne" in a for a in leads if "release=" not in a)
    assert "/en/sammenlign?e=hareid-2019&e=hemne-2018&min=hemne" not in leads, "it stays first"


@pytest.mark.parametrize(
    "ids, these, others",
    [
        (("ulstein-2019", "hareid-2019"), "the one area known for both", "seven"),
        (
            ("ulstein-2019", "halsa-2018", "hareid-2019"),
            "the one area known for at least two of them",
            "seven",
        ),
        (("enkoping-2018", "karlskrona-2014"), "the four areas known for both", "four"),
    ],
    ids=["one of a pair", "one of three", "four of a pair"],
)
def test_shared_gaps_are_told_of_the_areas_known_for_two(
    site: Client, ids: tuple[str, ...], these: str, others: str
) -> None:
    said = site.get("/en" + beside(*ids)).words
    assert f"which gaps they share can be said only of {these}." in said
    assert f"Of the other {others} areas it is unknown." in said
    assert "They share no such area." not in said
    assert f"Of {these}: they share no gap." in said


def test_why_one_has_no_line_is_told_of_it_alone(site: Client) -> None:
    said = site.get("/en" + beside("hemne-2018", "halsa-2018")).words
    assert "Not drawn here: Halsa 2018." in said
    assert "none of those chosen" not in said
