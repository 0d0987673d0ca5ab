"""`/api/v1/municipalities/{slug}/what-if`: worked out anew from the seed files, and the page."""

from decimal import Decimal
from typing import Any

import pytest

from app.domain.language import LANGUAGES
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.facts import decimals_of, written
from tests.pages.test_api_equality import data_of, page_of, said

HEMNE = [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
SLUGS = ("hemne", "ulstein", "orebro", "oslo", "roros", "motala")


def asked(site: Client, slug: str, query: str = "") -> Any:
    return site.json(f"/api/v1/municipalities/{slug}/what-if{query}")


@pytest.mark.parametrize("slug", SLUGS)
def test_it_says_that_it_is_no_result(site: Client, slug: str) -> None:
    assert asked(site, slug)["scenario"] is True


@pytest.mark.parametrize(
    "target, reached", [("60", 60), ("100", 100), ("38.9", 38.9), ("10", 38.9)]
)
def test_the_total_follows_the_area(site: Client, target: str, reached: float) -> None:
    tried = asked(site, "hemne", f"?area=1&target={target}")["tried"]
    assert tried["evaluation"]["id"] == "hemne-2018"
    area = tried["area"]
    assert (area["area"], area["target"], area["reached"]) == (1, target, reached)
    assert area["gain"] == pytest.approx(reached - 38.9)
    assert area["before"]["total"] == 433.0
    assert area["after"]["total"] == pytest.approx(433 + reached - 38.9)
    assert [row["score"] for row in area["areas"]] == HEMNE
    assert [row["scenario_score"] for row in area["areas"]] == [reached, *HEMNE[1:]]
    assert [row["changed"] for row in area["areas"]] == [reached > 38.9] + [False] * 7


def test_too_few_to_stand_for_the_country_give_no_place(site: Client) -> None:
    """6 of at least 58 have a total: none of them is ranked among the others."""
    for target in ("38.9", "100"):
        area = asked(site, "hemne", f"?area=1&target={target}&lang=en")["tried"]["area"]
        assert area["after"]["place"] is None
        assert "too few for an average or a rank" in area["too_few"]


@pytest.mark.parametrize("weights", ["22222222", "30000000", "01230123", "11111113"])
def test_other_weights_give_another_sum(site: Client, weights: str) -> None:
    query = "&".join(f"w{no}={weight}" for no, weight in enumerate(weights, 1))
    found = asked(site, "hemne", f"?{query}")["tried"]["weights"]
    counted = [int(weight) for weight in weights]
    weighed = sum(score * weight for score, weight in zip(HEMNE, counted, strict=True))
    assert found["weights"] == counted
    assert found["sum"] == 433.0
    assert found["weighted"] == pytest.approx(weighed * 8 / sum(counted))


def test_the_order_is_tried_on_random_weights(demo_site: Client) -> None:
    listed = demo_site.json("/api/v1/evaluations?detail=questions&family=2&limit=1")["items"]
    slug = listed[0]["municipality"]["slug"]
    found = asked(demo_site, slug)["tried"]["weights"]
    assert len(found["near"]) == 10
    for near in found["near"]:
        assert near["draws"] == 1000
        assert (near["held"] is None) == (near["kind"] == "about-the-same")
        assert near["held"] is None or 0 <= near["held"] <= 1000
    assert found["interval"]["of"] == len(found["members"]) + 1
    assert found["interval"]["held"] >= 900
    assert found["place_of_sum"]["of"] == len(found["members"]) + 1


def test_it_is_answered_as_json_alone(site: Client) -> None:
    for suffix in ("csv", "xlsx", "jsonstat"):
        told = site.problem(f"/api/v1/municipalities/hemne/what-if.{suffix}", 404)
        assert ".json" in told["detail"]
    assert asked(site, "hemne")["links"]["csv"] is None
    assert site.http.get("/api/v1/municipalities/hemne/what-if.json").status_code == 200


def test_a_code_leads_to_its_owner(site: Client) -> None:
    assert site.redirect("/api/v1/municipalities/1612/what-if?area=3&target=90") == (
        307,
        "/api/v1/municipalities/hemne/what-if?area=3&target=90",
    )
    assert site.problem("/api/v1/municipalities/atlantis/what-if", 404)["detail"]


@in_turn(
    "query, name",
    [
        ("area=9", "area"),
        ("area=", "area"),
        ("target=101", "target"),
        ("target=", "target"),
        ("target=best", "target"),
        ("w1=4", "w1"),
        ("&".join(f"w{no}=0" for no in range(1, 9)), "w1"),
        ("w9=1", "w9"),
        ("limit=1", "limit"),
    ],
)
@in_turn("slug", ["hemne", "oslo"])
def test_what_does_not_exist_is_refused_by_name(
    site: Client, slug: str, query: str, name: str
) -> None:
    told = site.problem(f"/api/v1/municipalities/{slug}/what-if?{query}", 400)
    assert told["parameter"] == name
    assert told["allowed"]


@pytest.mark.parametrize("language", LANGUAGES)
@in_turn("slug", SLUGS)
@in_turn("query", ["", "?area=1&target=90", "?w1=3&w5=0"])
def test_the_page_has_the_same(site: Client, slug: str, query: str, language: str) -> None:
    page = page_of(site, f"/kommuner/{slug}/hva-om{query}", language)
    _same(page, data_of(site, page), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_one_with_many_beside_has_the_same(demo_site: Client, language: str) -> None:
    listed = demo_site.json("/api/v1/evaluations?detail=questions&family=2&limit=3")["items"]
    beside: list[Any] = []
    for item in listed:
        slug = item["municipality"]["slug"]
        page = page_of(demo_site, f"/kommuner/{slug}/hva-om?w2=3", language)
        data = data_of(demo_site, page)
        _same(page, data, language)
        weights = data["tried"]["weights"] if data["tried"] else None
        beside += weights["near"] if weights else []
    assert beside


def _same(page: Any, data: Any, language: str) -> None:
    assert all(said(sentence) in page.words for sentence in data["answer"])
    assert said(data["stands"]) in page.words
    tried = data["tried"]
    if tried is None:
        assert not page.find_all("caption", id="scenario-table")
        return
    assert said(tried["comparison_set"]) in page.words
    area, weights = tried["area"], tried["weights"]
    columns = ("score", "median", "scenario_score")
    decimals = decimals_of([known[name] for known in area["areas"] for name in columns])
    for row, known in zip(page.table("scenario-table").rows, area["areas"], strict=True):
        assert row[0] == f"{known['no']} {known['name']['text']}"
        for cell, name in zip(row[1:], columns, strict=False):
            if known[name] is not None:
                assert cell == written(Decimal(str(known[name])), language, decimals)
    if page.find_all("caption", id="total-table"):
        rows = page.table("total-table").rows
        for row, name in zip(rows, ("before", "after"), strict=True):
            assert row[1] == _whole(area[name]["total"], language)
            assert all(said(words) in row[2] for words in area[name]["text"])
    if weights is None:
        return
    rows = page.table("weights-table").rows
    assert [row[1] for row in rows] == [
        _whole(weights[name], language) for name in ("sum", "weighted")
    ]
    assert said(weights["text"]) in page.words
    if weights["near"]:
        for row, near in zip(page.table("firm-table").rows, weights["near"], strict=True):
            assert row[0] == f"{near['name']} {near['year']}"
            assert row[1:3] == [_whole(near[name], language) for name in ("sum", "weighted")]
            assert row[3] == near["order"]


def _whole(total: float, language: str) -> str:
    return written(Decimal(str(total)), language, 0)


def test_several_areas_together(site: Client) -> None:
    """60 − 38.9 and 50 − 37.4 are 33.7 more than 433."""
    area = asked(site, "hemne", "?p1=60&p2=50")["tried"]["area"]
    assert (area["area"], area["reached"], area["gain"]) == (None, None, 33.7)
    assert area["after"]["total"] == 466.7
    assert [one["no"] for one in area["areas"] if one["changed"]] == [1, 2]
    one = asked(site, "hemne", "?p1=60")["tried"]["area"]
    assert (one["area"], one["reached"], one["gain"]) == (1, 60, 21.1)
