"""The pages of areas and of questions as they are answered, in both languages."""

import json
from decimal import Decimal
from typing import Any

import pytest

from app.config import settings
from app.database import engine_for
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, opened
from tests.pages.facts import evaluations, latest, written
from tests.statements import count_queries, forgetting

VERSIONS = ("1.0", "2.0", "2.1", "2020")


def method(version: str) -> Any:
    return json.loads((SEED / "methods" / f"{version}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("prefix, language", [("", "nb"), ("/en", "en")])
def test_every_area_has_a_page_with_its_name_and_its_results(
    site: Client, prefix: str, language: str
) -> None:
    for version in VERSIONS:
        for area in method(version)["areas"]:
            page = site.get(f"{prefix}/omrader/{version}/{area['no']}")
            assert page.heading == area["name"]["texts"][language]
            family = {"1.0": "1", "2020": "2020"}.get(version, "2")
            known = latest((f for f in evaluations() if f.family == family), area["no"])
            if not known:
                assert not page.find_all("figure")
                continue
            rows = page.table("results-table").rows
            scores = {f.name: f.scores[area["no"]] for f in known.values()}
            decimals = 1 if any(score % 1 for score in scores.values()) else 0
            assert {(row[0], row[1]) for row in rows} == {
                (name, written(score, language, decimals)) for name, score in scores.items()
            }
            assert len(page.find_all("figure")) == 1


@pytest.mark.parametrize("prefix, language", [("", "nb"), ("/en", "en")])
def test_every_question_has_a_page_with_hemnes_points(
    site: Client, prefix: str, language: str
) -> None:
    report = json.loads(
        (SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    scores = {q["code"]: q["score"] for area in report["areas"] for q in area["questions"]}
    for area in method("2.1")["areas"]:
        for question in area["questions"]:
            page = site.get(f"{prefix}/sporsmal/2.1/{question['code']}")
            assert page.heading == question["label"]["texts"][language]
            (row,) = page.table("results-table").rows
            assert row[:2] == ["Hemne", written(Decimal(scores[question["code"]]), language)]
            assert f"{prefix}/omrader/2.1/{area['no']}" in page.links()


def test_an_area_tells_its_questions_or_that_they_are_not_known(site: Client) -> None:
    page = site.get("/en/omrader/2.1/5")
    rows = page.table("questions-table").rows
    assert [(row[1], row[2]) for row in rows] == [
        ("15", "15%"),
        ("25", "25%"),
        ("15", "15%"),
        ("15", "15%"),
        ("20", "20%"),
        ("10", "10%"),
    ]
    assert [a for a in page.links() if a.startswith("/en/sporsmal/")] == [
        f"/en/sporsmal/2.1/5.{n}" for n in range(1, 7)
    ]
    other = site.get("/en/omrader/2.0/5").words
    assert "The list of questions of method version 2.0 is not known to us." in other
    assert "not described in the sources" in other


@pytest.mark.parametrize("version", VERSIONS)
def test_an_area_says_where_the_method_was_read(site: Client, version: str) -> None:
    source = method(version)["source"]
    page = site.get(f"/en/omrader/{version}/1")
    named = source in page.words if not source.startswith("http") else source in page.links()
    assert named, source


def test_area_2_says_what_its_maxima_add_up_to(site: Client) -> None:
    assert "add up to 85 of 100" in site.get("/en/omrader/2.1/2").words


def test_the_index_leads_to_every_area(site: Client) -> None:
    page = site.get("/en/omrader")
    expected = {f"/en/omrader/{version}/{no}" for version in VERSIONS for no in range(1, 9)}
    assert expected <= set(page.links())
    assert page.find_all("a", href="/en/omrader", aria_current="page")


@pytest.mark.parametrize("address", ["/en/omrader", "/en/omrader/2.1/5", "/en/sporsmal/2.1/5.1"])
def test_it_is_said_what_is_not_measured(site: Client, address: str) -> None:
    assert "It does not measure the quality of its services." in site.get(address).words


def test_a_question_leads_to_what_else_there_is_to_learn(site: Client) -> None:
    page = site.get("/en/sporsmal/2.1/5.1")
    assert "10.5" in page.words
    for link in (
        "/en/kommuner/hemne/2018",
        "/en/kommuner/hemne/2018#area-5",
        "/en/gullstjerner?version=2.1&question=5.1",
        "/en/metode",
        "/en/sporsmal/2.1/4.6",
        "/en/sporsmal/2.1/5.2",
    ):
        assert link in page.links()
    assert site.get("/en/kommuner/hemne/2018").by_id("area-5") is not None
    assert "One digit worked out" in site.get("/en/sporsmal/2.1/5.2").words


def test_choices_stay_in_the_form_and_in_the_pages(demo_site: Client) -> None:
    page = demo_site.get("/en/sporsmal/2.1/5.1?country=NO&sort=name")
    chosen = [option.get("value") for option in page.find_all("option", selected="")]
    assert {"NO", "name"} <= set(chosen)
    names = [row[1] for row in page.table("results-table").rows]
    assert len(names) == 50
    following = [link for link in page.links() if "page=2" in link]
    assert following
    assert all("country=NO" in link and "sort=name" in link for link in following)
    rest = demo_site.get(following[0]).table("results-table").rows
    assert not {row[1] for row in rest} & set(names)


@pytest.mark.parametrize("address", ["/en/omrader/2.1/3", "/en/sporsmal/2.1/3.1"])
def test_the_figure_shows_all_who_fit_however_many_pages_they_fill(
    demo_site: Client, address: str
) -> None:
    page = demo_site.get(f"{address}?country=SE")
    (figure,) = page.find_all("figure")
    plotted = demo_site.json(figure.get("data-figure") or "")
    (trace,) = plotted["wide"]["data"]
    said = text_of(page.by_id("count")).split(" ")[0]
    assert len(trace["x"]) == int(said) > 5
    assert f": {len(trace['x'])} municipalities" in trace["name"]
    rows = page.table("results-table").rows
    listed = [float(row[2]) for row in rows]
    assert sorted(trace["x"], reverse=True)[: len(rows)] == listed


@in_turn(
    "address, status",
    [
        ("/omrader/2.1/9", 404),
        ("/omrader/2.1/0", 404),
        ("/omrader/2.1/x", 404),
        ("/omrader/9/1", 404),
        ("/omrader/2.1", 404),
        ("/omrader/2.1/1/figur/cake", 404),
        ("/omrader/1.0/1/figur/distribution", 404),
        ("/omrader/2.1/1?page=2", 404),
        ("/omrader/2.1/1?country=DK", 400),
        ("/omrader/2.1/1?sort=total", 400),
        ("/omrader/2.1/1?county=Atlantis", 400),
        ("/omrader/2.1/1?size_group=huge", 400),
        ("/sporsmal/2.1/2.5", 404),
        ("/sporsmal/2.0/5.1", 404),
        ("/sporsmal/9/5.1", 404),
        ("/sporsmal/2.1/5.1?page=0", 400),
        ("/sporsmal/2.1/5.1?release=2", 404),
        ("/sporsmal/2.1/5.1/figur/spider", 404),
    ],
)
def test_bad_input_gets_a_clear_page(site: Client, address: str, status: int) -> None:
    site.get(address, status)
    site.get(f"/en{address}", status)
    assert site.problem(address, status)["detail"]


def test_a_question_that_is_not_there_leads_to_those_that_are(site: Client) -> None:
    page = site.get("/en/sporsmal/2.1/2.5", 404)
    links = [a for a in page.links() if a.startswith("/en/sporsmal/")]
    assert links == [f"/en/sporsmal/2.1/2.{n}" for n in (1, 2, 3, 4, 6)]
    assert "2.6. Expectations and complaints" in page.words


@pytest.mark.parametrize(
    "address, most",
    [("/omrader", 9), ("/omrader/2.1/5", 12), ("/sporsmal/2.1/5.1", 14)],
)
def test_a_cold_page_sends_a_fixed_number_of_statements(
    use_database: UseDatabase,
    real_url: str,
    demo_url: str,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    most: int,
) -> None:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "3600")
    found = []
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            client.http.get("/healthz")
            with forgetting(), count_queries(engine_for(settings().database_url)) as count:
                assert client.http.get(address).status_code == 200
        found.append(int(count))
    assert found[0] == found[1]
    assert 0 < found[0] <= most
