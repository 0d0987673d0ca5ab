"""The page of scenarios as it is answered."""

import re

import pytest

from tests.in_turn import in_turn
from tests.pages.client import Client

WEIGHTS = ["0", "1", "2", "3"]
NOTHING_COUNTS = "&".join(f"w{no}=0" for no in range(1, 9))


def test_it_is_called_a_scenario_and_never_indexed(site: Client) -> None:
    for query in ("", "?area=1&target=60", "?w1=3"):
        page = site.get(f"/en/kommuner/hemne/hva-om{query}")
        assert page.heading == "What if? Scenarios for Hemne"
        assert "This is a scenario, not a result." in page.words
        assert page.meta("robots") == "noindex"
        assert "not how good its services are" in page.words


def test_the_scenario_stands_beside_what_was_evaluated(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/hva-om?area=1&target=60")
    assert [row[:2] for row in page.table("total-table").rows] == [
        ["As evaluated", "433"],
        ["In the scenario", "454"],
    ]
    rows = page.table("scenario-table").rows
    assert rows[0][1:] == ["38.9", "too few", "60.0"]
    assert rows[1][1:] == ["37.4", "too few", "37.4"]
    assert "5 other Norwegian" in page.words or "1–5 other Norwegian" in page.words


def test_each_form_keeps_what_the_other_has_chosen(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/hva-om?area=1&target=62.5&w2=3&release=1")
    hidden = {(e.get("name"), e.get("value")) for e in page.find_all("input", type="hidden")}
    assert hidden >= {("area", "1"), ("target", "62.5"), ("w2", "3"), ("release", "1")}
    chosen = [e.get("value") for e in page.find_all("option", selected="")]
    assert chosen == ["1", "62.5", "1", "3", *["1"] * 6]


def test_made_up_data_show_it_all(demo_site: Client) -> None:
    listed = demo_site.get("/en/kommuner?detail=questions&family=2")
    slug = next(link for link in listed.links() if link.startswith("/en/kommuner/")).split("/")[3]
    page = demo_site.get(f"/en/kommuner/{slug}/hva-om?w1=2")
    assert len(page.table("firm-table").rows) == 10
    assert len(page.table("weights-table").rows) == 2
    assert "How much do the weights matter for the order?" in page.words
    place = r"is number [0-9]+( to [0-9]+)? of [0-9]+ in (9[0-9]{2}|1,000) of 1,000 draws"
    assert re.search(place, page.words)
    assert "by up to 50% to either side" in page.words
    assert "up to 3 points to either side" in page.words
    assert "begin at number 2,010" not in page.words


@in_turn(
    "query, name, allowed",
    [
        ("area=9", "area", ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("area=total", "area", ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("target=500", "target", ["median", "0–100"]),
        ("area=1&target=best", "target", ["median", "0–100"]),
        ("w1=4", "w1", WEIGHTS),
        ("w8=-1", "w8", WEIGHTS),
        (NOTHING_COUNTS, "w1", WEIGHTS[1:]),
    ],
)
@in_turn("slug", ["hemne", "oslo"])
def test_bad_input_is_told_what_is_allowed(
    site: Client, slug: str, query: str, name: str, allowed: list[str]
) -> None:
    site.get(f"/en/kommuner/{slug}/hva-om?{query}", 400)
    problem = site.problem(f"/kommuner/{slug}/hva-om?{query}", 400)
    assert problem["parameter"] == name
    assert problem["allowed"] == allowed


@pytest.mark.parametrize("slug", ["oslo", "heim", "roros", "orebro", "ulstein", "motala"])
def test_whatever_is_known_the_page_is_sound(site: Client, slug: str) -> None:
    page = site.get(f"/en/kommuner/{slug}/hva-om?area=2&target=90&w5=2")
    assert "This is a scenario, not a result." in page.words


def test_points_for_several_areas_follow_one_by_one(site: Client) -> None:
    """38.9 to 60 and 37.4 to 50 are 33.7 more: 433 becomes 466.7."""
    page = site.get("/en/kommuner/hemne/hva-om?p1=60&p2=50&p3=10")
    assert "Scenario: areas 1 and 2 get 33.7 points more together." in page.words
    assert "The total would be 467 instead of 433." in page.words
    rows = page.table("scenario-table").rows
    assert [row[-1] for row in rows[:3]] == ["60.0", "50.0", "77.4"], "nobody loses points"
    fields = {e.get("name"): e.get("value") for e in page.find_all("input", type="number")}
    assert fields == {"p1": "60", "p2": "50", **{f"p{no}": "" for no in range(3, 9)}}
    (figure,) = page.find_all("figure")
    title = "Scenario for Hemne: the total would be 467 instead of 433"
    assert title in "".join(figure.itertext())


def test_a_web_of_a_scenario_goes_nowhere(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/hva-om?p1=60")
    (figure,) = page.find_all("figure")
    assert figure.get("data-figure") is None
    assert not [link for link in page.links() if "/embed/" in link]
    site.get("/embed/kommuner/hemne/hva-om/web", 404)


def test_sliders_keep_the_weights_and_the_weights_the_sliders(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/hva-om?p1=60&w2=3&release=1")
    forms = [f for f in page.find_all("form") if f.get("action", "").endswith("/hva-om")]
    kept = [
        {(e.get("name"), e.get("value")) for e in form.iter("input") if e.get("type") == "hidden"}
        for form in forms
    ]
    assert kept[0] == {("w2", "3"), ("release", "1")}
    assert ("p1", "60") in kept[-1]


def test_the_script_of_the_sliders_is_fetched_here_alone(site: Client) -> None:
    def scripts(address: str) -> list[str]:
        return [e.get("src") or "" for e in site.get(address).find_all("script")]

    assert any("what-if" in name for name in scripts("/kommuner/hemne/hva-om"))
    assert not any("what-if" in name for name in scripts("/kommuner/hemne"))


@pytest.mark.parametrize("query", ["p1=101", "p8=-1", "p3=many", "p2=60.55"])
def test_points_outside_the_scale_are_refused(site: Client, query: str) -> None:
    site.get(f"/en/kommuner/hemne/hva-om?{query}", 400)
    problem = site.problem(f"/kommuner/hemne/hva-om?{query}", 400)
    assert (problem["parameter"], problem["allowed"]) == (query.split("=")[0], ["0–100"])


@pytest.mark.parametrize("query", ["p1=&p2=", "p1=38.9", "p1=0&p3=77"])
def test_fields_that_change_nothing(site: Client, query: str) -> None:
    page = site.get(f"/en/kommuner/hemne/hva-om?{query}")
    assert "would be" not in "".join(page.find_all("figure")[0].itertext())
