"""Groups of municipalities on pages and in the API, against the files of the register."""

import csv
from collections import defaultdict
from functools import cache
from typing import Any

import pytest

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.pages.client import Client
from tests.pages.facts import evaluations, municipalities

SIZES = ("size:small", "size:medium", "size:large")


@cache
def memberships() -> list[dict[str, str]]:
    with (SEED / "register/group_memberships.csv").open(encoding="utf-8", newline="") as opened:
        return sorted(csv.DictReader(opened), key=lambda row: row["valid_from"])


@cache
def counted() -> dict[str, set[str]]:
    """The evaluations that count in each group: in force at the end of the year, else the first
    that came later."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in evaluations():
        first: dict[str, str] = {}
        for row in memberships():
            if row["slug"] == fact.slug and (row["valid_to"] or "9999") >= f"{fact.year}-12-31":
                first.setdefault(row["scheme"], row["code"])
        for scheme, code in first.items():
            found[f"{scheme}:{code}"].add(fact.id)
        found[f"size:{fact.size_group}"].add(fact.id)
    return found


@cache
def members() -> dict[str, set[str]]:
    """Who is in each group today."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in memberships():
        if not row["valid_to"]:
            found[f"{row['scheme']}:{row['code']}"].add(row["slug"])
    for slug, row in municipalities().items():
        if not row["valid_to"]:
            inhabitants = int(row["population"])
            size = "small" if inhabitants < 5000 else "medium" if inhabitants < 10000 else "large"
            found[f"size:{size}"].add(slug)
    return found


def schemes(site: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site.json("/api/v1/config")["group_schemes"]
    return found


def keys() -> list[str]:
    return [*sorted(members())]


def test_every_scheme_is_there_with_its_groups(site: Client) -> None:
    found = schemes(site)
    assert [scheme["id"] for scheme in found] == ["kostra-2020", "centrality-2024", "skr", "size"]
    groups = {group["key"]: group for scheme in found for group in scheme["groups"]}
    assert set(groups) == set(members())
    evaluated = {fact.slug for fact in evaluations()}
    for key, group in groups.items():
        assert group["members"] == len(members()[key]), key
        assert group["evaluated"] == len(members()[key] & evaluated), key


@pytest.mark.parametrize("key", keys())
def test_lists_take_every_group(site: Client, key: str) -> None:
    answer = site.json(f"/api/v1/evaluations?limit=1000&group={key}")
    assert {item["id"] for item in answer["items"]} == counted().get(key, set())
    assert all(key in item["groups"] for item in answer["items"])


def told(evaluated: int, of: int) -> str:
    """How many are evaluated, without a zero and without a plural of one."""
    if of == 1:
        return (
            "The only municipality in the group today is evaluated"
            if evaluated
            else "We know of no evaluation of the only municipality in the group today"
        )
    if not evaluated:
        return f"We know of no evaluation of the {of} municipalities in the group today"
    verb = "is" if evaluated == 1 else "are"
    return f"{evaluated} of the {of} in the group today {verb} evaluated"


@pytest.mark.parametrize("key", keys())
def test_every_group_has_a_page_that_says_how_many_are_evaluated(site: Client, key: str) -> None:
    page = site.get("/en/grupper/" + key.replace(":", "/"))
    own = members()[key]
    evaluated = own & {fact.slug for fact in evaluations()}
    assert told(len(evaluated), len(own)) in page.words
    named = {link.split("/")[3] for link in page.links() if link.startswith("/en/kommuner/")}
    assert named == own | {id.rsplit("-", 1)[0] for id in counted().get(key, set())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_groups_stand_on_one_page_in_every_language(site: Client, language: str) -> None:
    prefix = "" if language == "nb" else f"/{language}"
    links = site.get(f"{prefix}/grupper").links()
    assert {f"{prefix}/grupper/" + key.replace(":", "/") for key in keys()} <= set(links)


@pytest.mark.parametrize("key", SIZES)
def test_a_size_is_a_group_like_others(site: Client, key: str) -> None:
    code = key.removeprefix("size:")
    by_group, by_size = (
        site.json(f"/api/v1/evaluations?limit=1000&{query}")["items"]
        for query in (f"group={key}", f"size_group={code}")
    )
    assert by_group == by_size
    assert by_group
    moved = site.http.get(f"/en/grupper/{code}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, f"/en/grupper/size/{code}")


def test_sizes_that_contradict_each_other_are_refused(site: Client) -> None:
    address = "/api/v1/evaluations?group=size:small&size_group=large"
    assert site.problem(address, 400)["parameter"] == "group"


def test_a_group_that_is_none(site: Client) -> None:
    refused = site.problem("/api/v1/averages?group=skr:X9", 400)
    assert refused["parameter"] == "group"
    assert "skr:B4" in refused["allowed"]
    for address in ("/grupper/skr/X9", "/grupper/nothing/1", "/grupper/huge"):
        site.get(address, 404)


def test_an_average_is_of_the_group_asked_for(site: Client) -> None:
    answer = site.json("/api/v1/averages?country=SE&group=skr:C6")
    assert answer["scope"]["group"] == "skr:C6"
    (one,) = answer["sets"]
    total = one["measures"][0]
    expected = {
        fact.slug
        for fact in evaluations()
        if fact.id in counted()["skr:C6"] and fact.family == "2" and 0 in fact.scores
    }
    assert {member["municipality"] for member in total["members"]} == expected
    assert one["references"] == []


def test_an_evaluation_says_why_it_counts_in_a_group(site: Client) -> None:
    groups = site.json("/api/v1/evaluations/roros-2021")["groups"]
    assert {group["key"]: group["basis"] for group in groups} == {
        "kostra-2020:EKG02": "derived",
        "centrality-2024:05": "later",
    }
    page = site.get("/en/kommuner/roros/2021")
    assert "follows from a later list" in page.words
    assert "we have none of 2021" in page.words


def test_a_municipality_that_ended_before_the_first_list_is_in_no_group(site: Client) -> None:
    assert site.json("/api/v1/municipalities/hemne")["groups"] == []
    assert site.json("/api/v1/evaluations/hemne-2018")["groups"] == []


def test_names_have_their_languages(site: Client) -> None:
    found = site.json("/api/v1/municipalities/karasjok")
    assert [(name["name"], name["language"]) for name in found["names"]] == [
        ("Kárášjohka", "se"),
        ("Karasjok", "no"),
    ]
    assert found["language_form"] is not None


@pytest.mark.parametrize("code,slug", [("1917", None), ("0331", "heby"), ("0330", "knivsta")])
def test_codes_of_heby_and_knivsta_lead_to_them(site: Client, code: str, slug: str | None) -> None:
    """1917 is Ibestad's as well, so it leads to a choice between the two."""
    if slug is not None:
        answer = site.http.get(f"/kommuner/{code}", follow_redirects=False)
        assert answer.headers["location"] == f"/kommuner/{slug}"
        return
    assert {"/kommuner/heby", "/kommuner/ibestad"} <= set(site.get(f"/kommuner/{code}").links())


def test_the_demo_has_groups_of_its_own(demo_site: Client) -> None:
    found = demo_site.json("/api/v1/config")["group_schemes"]
    assert [scheme["id"] for scheme in found] == ["demo-no", "demo-se", "size"]
    groups = [group for scheme in found for group in scheme["groups"]]
    assert all(0 < group["evaluated"] <= group["members"] for group in groups)
    page = demo_site.get("/en/grupper/demo-se/1")
    assert "Made-up group 1" in page.heading
