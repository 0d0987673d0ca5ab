"""The page of one evaluation as it is answered; the client checks each page as a page."""

import pytest

from tests.pages.checks import text_of
from tests.pages.client import Client


def test_hemne_2018_shows_the_exact_points_and_the_printed_ones(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2018")
    assert page.heading == "Hemne 2018"
    assert "433 out of 800 points" in page.words
    rows = page.table("areas-table").rows
    assert [row[1] for row in rows] == [
        "38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7", "433",
    ]  # fmt: skip
    assert [row[4] for row in rows] == ["39", "37", "77", "61", "58", "49", "48", "63", "433"]
    assert [row[1] for row in page.table("figure-spider-table").rows] == [
        "38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7",
    ]  # fmt: skip


def test_a_question_has_its_share_as_text_and_as_a_bar(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2018")
    table = page.table("questions-5")
    first = table.rows[0]
    assert first[1:4] == ["10.5", "15", "70%"]
    assert "Gold star" in first[4]
    meter = next(iter(table.element.iter("meter")))
    assert (float(meter.get("value", 0)), float(meter.get("max", 0))) == (10.5, 15)


def test_findings_say_their_language(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2018")
    assert {li.get("lang") for li in page.find_all("li") if "kommuneavis" in text_of(li)} == {"nb"}
    assert "retold in our own words" in page.words


@pytest.mark.parametrize(
    "path", ["kramfors/2013", "ulstein/2019", "nesodden/2014", "roros/2021", "hemne/2007"]
)
def test_every_level_of_detail_is_a_whole_page(site: Client, path: str) -> None:
    page = site.get(f"/kommuner/{path}")
    slug = path.split("/")[0]
    links = page.links()
    assert f"/sammenlign?e={path.replace('/', '-')}" in links
    assert f"/kommuner/{slug}" in links


def test_figures_are_drawn_where_areas_are_known(site: Client) -> None:
    def shown(address: str) -> set[str | None]:
        return {figure.get("id") for figure in site.get(address).find_all("figure")}

    assert {"figure-spider", "figure-table"} <= shown("/en/kommuner/kramfors/2013")
    # Of Ulstein one area is known: that is no shape, but a row.
    assert "figure-table" in shown("/en/kommuner/ulstein/2019")
    assert "figure-spider" not in shown("/en/kommuner/ulstein/2019")
    assert not {"figure-spider", "figure-table"} & shown("/en/kommuner/nesodden/2014")


def test_the_figure_by_script_has_the_values_of_the_table(site: Client) -> None:
    for width in ("narrow", "wide"):
        trace = site.json("/en/kommuner/kramfors/2013/figur/spider")[width]["data"][-1]
        # The spider is closed: its first value stands at the end once more.
        assert [float(r) for r in trace["r"]] == [58, 56, 73, 53, 58, 45, 44, 60, 58]


@pytest.mark.parametrize("year", ["1999", "abc", "2018-v9", "tvillinge", "9999"])
def test_an_unknown_year_leads_to_those_there_are(site: Client, year: str) -> None:
    page = site.get(f"/en/kommuner/hemne/{year}", 404)
    assert "2007, 2011 and 2018" in page.words
    assert "/en/kommuner/hemne/2018" in page.links()


@pytest.mark.parametrize(
    "path",
    ["ingensteds/2018", "royrvik/2018", "9999/2018", "hemne/2018/figur/history"],
)
def test_what_does_not_exist_is_not_found(site: Client, path: str) -> None:
    assert site.problem(f"/en/kommuner/{path}", 404)["instance"].endswith(path)


def test_an_unknown_parameter_is_refused_by_the_api(site: Client) -> None:
    refused = site.problem("/api/v1/evaluations/hemne-2018?set=named", 400)
    assert refused["parameter"] == "set"
    assert "release" in refused["allowed"]


def test_each_area_is_a_line_that_tells_what_it_holds(site: Client) -> None:
    """Hemne's report has 5 strengths, 5 challenges and 12 weaknesses of area 1, and 5 questions."""
    page = site.get("/en/kommuner/hemne/2018")
    folds = [e for e in page.find_all("details") if e.get("class") == "area-fold"]
    said = [text_of(next(fold.iter("summary"))) for fold in folds]
    assert len(folds) == 8
    for words in ("38.9 out of 100", "5 questions", "22 findings"):
        assert words in said[0]
    assert "1 gold star" in said[4]
    assert [fold.get("open") for fold in folds] == [None] * 8
    # What links lead to lies inside, so that browsers unfold it.
    inside = [[e.get("id") for e in fold.iter("div")] for fold in folds]
    assert all(f"area-{no}" in ids for no, ids in enumerate(inside, 1))
    assert text_of(folds[0]).count("Strengths (5)") == 1


def test_rows_of_the_figure_lead_to_the_areas_below(site: Client) -> None:
    page = site.get("/en/kommuner/hemne/2018")
    (table,) = [e for e in page.find_all("table") if e.get("class") == "chart-table"]
    assert page.links(table) == [f"#area-{no}" for no in range(1, 9)]


def test_what_repeats_is_said_once(site: Client) -> None:
    words = site.get("/en/kommuner/hemne/2018").words
    assert words.count("the evaluators' judgement of a practice") == 1
    assert words.count("retold in our own words") == 1
