"""Filters that take several values, given again or with commas: together they admit what each of
them admits, on every list, and orders go both ways."""

from itertools import pairwise
from operator import ge, le
from typing import Any

import pytest

from app.config import settings
from tests.in_turn import in_turn
from tests.pages.client import Client

VALUES = {
    "country": ("NO", "SE"),
    "size_group": ("small", "large"),
    "family": ("1", "2"),
    "version": ("2.0", "2.1"),
    "detail": ("areas", "total"),
    "kind": ("strength", "weakness"),
    "level": ("total", "area"),
    "measure": ("total", "3"),
    "year": ("2012", "2018"),
}
"""Two values each; places, groups and evaluations are looked up."""
LISTS = {
    "/api/v1/municipalities": "country county size_group group family version detail municipality",
    "/api/v1/evaluations": "country county size_group group family version detail municipality "
    "e year",
    "/api/v1/findings": "country county size_group version kind municipality e year",
    "/api/v1/points": "country county size_group version detail level measure municipality e year",
    "/api/v1/gold-stars": "country county size_group group version",
}
CASES = [(address, name) for address, names in LISTS.items() for name in names.split()]
ORDERED = [
    "/api/v1/municipalities",
    "/api/v1/municipalities?detail=none",
    "/api/v1/evaluations",
]
SORTED = ["total", "3", "year", "county", "name"]


def read_on(site: Client, address: str) -> list[Any]:
    seen: list[Any] = []
    asked: str | None = f"{address}{'&' if '?' in address else '?'}limit=1000"
    while asked is not None:
        found = site.json(asked.removeprefix(settings().site_url))
        seen += found["items"]
        asked = found["next"]
    return seen


def key(item: dict[str, Any]) -> str:
    known = [item.get("id"), item.get("slug"), item.get("measure")]
    return repr([*known, (item.get("evaluation") or {}).get("id") if "measure" in item else None])


def two_values(site: Client, address: str, name: str) -> tuple[str, str]:
    if name in VALUES:
        return VALUES[name]
    listed = site.json("/api/v1/evaluations?limit=1000&detail=questions")["items"]
    found = {
        "county": [evaluation["county"] for evaluation in listed],
        "municipality": [evaluation["municipality"]["slug"] for evaluation in listed],
        "group": [evaluation["groups"][0] for evaluation in listed],
        "e": [evaluation["id"] for evaluation in listed],
    }[name]
    first, *others = dict.fromkeys(found)
    return first, others[0]


@in_turn("case", CASES, label=lambda case: f"{case[0]}?{case[1]}")
def test_several_admit_what_each_admits(demo_site: Client, case: tuple[str, str]) -> None:
    address, name = case
    first, second = two_values(demo_site, address, name)
    each = [{key(i) for i in read_on(demo_site, f"{address}?{name}={v}")} for v in (first, second)]
    assert any(each)
    for together in (f"{name}={first},{second}", f"{name}={first}&{name}={second}"):
        found = [key(item) for item in read_on(demo_site, f"{address}?{together}")]
        assert set(found) == each[0] | each[1]
        assert len(found) == len(set(found))


@in_turn("case", CASES, label=lambda case: f"{case[0]}?{case[1]}")
def test_one_wrong_value_among_several_is_refused(demo_site: Client, case: tuple[str, str]) -> None:
    address, name = case
    first, _ = two_values(demo_site, address, name)
    assert demo_site.problem(f"{address}?{name}={first},9x", 400)["parameter"] == name


@in_turn("address", ["/api/v1/municipalities", "/api/v1/evaluations"])
def test_methods_are_not_put_in_order_together(demo_site: Client, address: str) -> None:
    for query, name in (("family=1,2", "family"), ("version=1.0,2.1", "version")):
        assert demo_site.problem(f"{address}?{query}&sort=total", 400)["parameter"] == name
    assert demo_site.json(f"{address}?version=2.0,2.1&sort=total")["total"] > 0


@in_turn("sort", SORTED)
@in_turn(
    "address",
    ["/api/v1/municipalities", "/api/v1/municipalities?detail=none", "/api/v1/evaluations"],
)
def test_orders_go_both_ways_and_what_is_missing_comes_last(
    demo_site: Client, address: str, sort: str
) -> None:
    mark = "&" if "?" in address else "?"
    falling = read_on(demo_site, f"{address}{mark}sort={sort}")
    rising = read_on(demo_site, f"{address}{mark}sort=-{sort}")
    assert sorted(map(key, falling)) == sorted(map(key, rising))
    if sort in ("county", "name"):
        assert falling[0] != rising[0]
        return
    for items, in_order in ((falling, ge), (rising, le)):
        numbers = [_number(item, sort) for item in items]
        known = [number for number in numbers if number is not None]
        assert numbers[: len(known)] == known, "what is missing comes last"
        assert all(in_order(a, b) for a, b in pairwise(known))
        assert len(known) > 50


def _number(item: dict[str, Any], sort: str) -> float | None:
    evaluation = item.get("evaluation", item)
    if evaluation is None:
        return None
    number: float | None = (
        evaluation[sort] if sort in ("total", "year") else evaluation["areas"][sort]
    )
    return number


@in_turn("address", ["/api/v1/methods/2.1/areas/3", "/api/v1/methods/2.1/questions/5.1"])
def test_results_go_both_ways(demo_site: Client, address: str) -> None:
    falling = demo_site.json(f"{address}?sort=score&country=NO,SE")["results"]
    rising = demo_site.json(f"{address}?sort=-score&country=NO&country=SE")["results"]
    assert [r["score"] for r in rising] == sorted(r["score"] for r in falling)


@in_turn("path", ["/kommuner", "/kart", "/gullstjerner", "/omrader/2.1/3", "/kommuner?detail=none"])
def test_a_page_keeps_what_was_chosen_together(demo_site: Client, path: str) -> None:
    """The address is the state: the form shows the choice, and would send it again."""
    mark = "&" if "?" in path else "?"
    for query in ("size_group=small,medium", "size_group=small&size_group=medium"):
        page = demo_site.get(f"{path}{mark}{query}&country=SE")
        (field,) = [e for e in page.find_all("select") if e.get("name") == "size_group"]
        chosen = [o.get("value") for o in field.iter("option") if o.get("selected") is not None]
        assert chosen == ["small,medium"]


PAGES = ["/kommuner", "/kommuner?sort=total", "/kart", "/kart?colour=detail", "/gullstjerner"]
OF_PAGES = ["country", "county", "size_group", "group", "family", "version", "detail"]


@in_turn("name", OF_PAGES)
@in_turn("path", PAGES)
def test_every_page_takes_several_of_each(demo_site: Client, path: str, name: str) -> None:
    """Or says why not: points of several methods are not put in order together."""
    if path == "/gullstjerner" and name in ("family", "detail"):
        return
    first, second = two_values(demo_site, "", name)
    address = f"{path}{'&' if '?' in path else '?'}{name}={first},{second}"
    refused = name == "family" and ("sort=" in path or path == "/kart")
    page = demo_site.get(address, 400 if refused else 200)
    if not refused and name not in ("version",):
        chosen = [e for e in page.find_all("input") if e.get("name") == name]
        options = [o for e in page.find_all("select") if e.get("name") == name for o in e]
        held = [e.get("value") for e in chosen]
        held += [o.get("value") for o in options if o.get("selected") is not None]
        assert held == [f"{first},{second}"]


def test_a_page_lists_what_the_api_lists(demo_site: Client) -> None:
    query = "country=NO,SE&size_group=small,medium&version=2.0,2.1"
    total = demo_site.json(f"/api/v1/municipalities?{query}")["total"]
    assert demo_site.get(f"/kommuner?{query}").table("list-caption").rows
    assert len(demo_site.get(f"/kommuner?{query}").table("list-caption").rows) == total


def test_a_page_has_each_order_in_one_way(demo_site: Client) -> None:
    demo_site.get("/kommuner?sort=-total", 400)


def test_the_page_of_a_list_the_other_way_round_is_that_of_the_list(site: Client) -> None:
    for address in ("/api/v1/evaluations", "/api/v1/municipalities", "/api/v1/methods/2.1/areas/3"):
        sort = "-score" if "methods" in address else "-total"
        page = site.json(f"{address}?sort={sort}&country=NO,SE")["links"]["page"]
        assert "sort" not in page
        site.get(page.removeprefix(settings().site_url))


def test_codes_find_municipalities_in_their_country(site: Client) -> None:
    """1444 is Grästorp's in Sweden, and was Hornindal's in Norway."""

    def found(query: str) -> list[str]:
        return [item["slug"] for item in site.json(f"/api/v1/municipalities?{query}")["items"]]

    assert found("code=1444") == ["grastorp", "hornindal"]
    assert found("code=1444&country=NO") == ["hornindal"]
    assert found("code=1444&country=SE") == ["grastorp"]
    assert found("code=381") == found("code=0381") == ["enkoping"]
    (one,) = site.json("/api/v1/evaluations?code=1444&country=SE")["items"]
    assert one["id"] == "grastorp-2014"
    assert site.problem("/api/v1/municipalities?code=0000", 400)["parameter"] == "code"


def test_those_that_no_longer_exist_are_added_by_themselves(site: Client) -> None:
    def slugs(query: str) -> set[str]:
        return {item["slug"] for item in read_on(site, f"/api/v1/municipalities?{query}")}

    evaluated, former, present = slugs(""), slugs("former=true"), slugs("detail=none")
    assert evaluated < former
    assert evaluated < present
    assert former & present == evaluated
    assert slugs("detail=none&former=true") == former | present
    assert {"hornindal", "agdenes"} <= former - present


def test_a_level_of_detail_and_those_without_an_evaluation(site: Client) -> None:
    def total(query: str) -> int:
        found: int = site.json(f"/api/v1/municipalities?limit=1&{query}")["total"]
        return found

    added = total("detail=none") - total("")
    assert added > 500
    assert total("detail=areas,none") == total("detail=areas") + added


@pytest.mark.parametrize("name", ["e", "municipality"])
def test_names_that_changed_are_looked_for_among_several(site: Client, name: str) -> None:
    value = {"e": "hemne-2018,hareid-2019", "municipality": "hemne,hareid"}[name]
    assert site.json(f"/api/v1/evaluations?{name}={value}")["total"] >= 2
