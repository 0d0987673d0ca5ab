"""`/api/v1/config`, `/api/v1/releases` and `/api/v1/changes`."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from app.config import settings
from app.database import engine_for
from tests.pages.changed import REWORDED
from tests.pages.client import Client
from tests.statements import count_queries, forgetting


def keyed(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {f"{item['kind']}:{item['key']}": item for item in items}


def test_config_says_what_a_program_has_to_know(site: Client) -> None:
    found = site.json("/api/v1/config?lang=en")
    versions = {v["version"]: v for v in found["method_versions"]}
    assert list(versions) == ["1.0", "2.0", "2.1", "2020"]
    assert [v["family"] for v in versions.values()] == ["1", "2", "2", "2020"]
    assert versions["2.1"]["questions_known"] is True
    assert versions["2.1"]["max"] == 800
    assert [language["code"] for language in found["languages"]][:1] == ["nb"]
    assert [f["suffix"] for f in found["formats"]] == [
        ".json",
        ".csv",
        ".xlsx",
        ".jsonstat",
        ".geojson",
    ]
    assert found["limits"]["highest_limit"] == 1000
    assert found["limits"]["fewest_for_average"] == 5
    assert found["limits"]["fewest_for_quartiles"] == 8
    assert found["licence"] == {
        "name": "NLOD 2.0",
        "id": "NLOD-2.0",
        "url": "https://data.norge.no/nlod/no/2.0",
    }
    assert found["release"] == found["release_info"]["number"] == 1
    assert "release 1" in found["cite"]
    assert found["contact"] == {"publisher": settings().publisher_name, "email": None}


def test_the_contact_is_told_where_there_is_one(
    site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_EMAIL", "post@example.org")
    settings.cache_clear()
    assert site.json("/api/v1/config")["contact"]["email"] == "post@example.org"


def test_every_address_that_config_names_answers(site: Client) -> None:
    for url in site.json("/api/v1/config")["addresses"].values():
        assert url.startswith(settings().site_url)
        assert site.http.get(url.removeprefix(settings().site_url)).status_code == 200, url


def test_releases_newest_first(changed_site: Client) -> None:
    found = changed_site.json("/api/v1/releases")
    assert [r["number"] for r in found["items"]] == [3, 2, 1]
    assert found["total"] == 3
    assert len({r["sha256"] for r in found["items"]}) == 3
    assert all(len(r["sha256"]) == 64 for r in found["items"])
    for release in found["items"]:
        file = release["dataset"].removeprefix(settings().site_url)
        assert changed_site.http.get(file).status_code == 200


def test_a_frozen_list_knows_no_later_release(changed_site: Client) -> None:
    found = changed_site.json("/api/v1/releases?release=2")
    assert [r["number"] for r in found["items"]] == [2, 1]


def test_changes_since_the_first_release(changed_site: Client) -> None:
    found = changed_site.json("/api/v1/changes?since=1&lang=en")
    assert (found["since"], found["release"], found["total"]) == (1, 3, 4)
    items = keyed(found["items"])
    assert {key: (item["change"], item["release"]) for key, item in items.items()} == {
        "evaluation:kramfors-2013": ("changed", 2),
        "evaluation:ulstein-2019": ("changed", 2),
        "evaluation:skaun-2017": ("removed", 3),
        "gold_star:hemne-2018/1": ("changed", 3),
    }
    (total,) = items["evaluation:kramfors-2013"]["figures"]
    assert (total["measure"], total["old"]["score"], total["new"]["score"]) == ("total", 448, 441)
    (area,) = items["evaluation:ulstein-2019"]["figures"]
    assert (area["measure"], area["old"]["stated"], area["new"]["stated"]) == ("1", 72, 74)
    assert items["evaluation:skaun-2017"]["figures"] == []


def test_changes_are_those_between_the_two_releases(changed_site: Client) -> None:
    second = changed_site.json("/api/v1/changes?since=1&release=2")
    assert {i["key"] for i in second["items"]} == {"kramfors-2013", "ulstein-2019"}
    third = changed_site.json("/api/v1/changes?since=2")
    assert {i["key"] for i in third["items"]} == {"skaun-2017", "hemne-2018/1"}
    assert changed_site.json("/api/v1/changes?since=3")["items"] == []


def all_changes(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """Every change, read on through `next`."""
    found = client.json(address)
    yield from found["items"]
    while found["next"]:
        found = client.json(found["next"].removeprefix(settings().site_url))
        yield from found["items"]


def test_since_nothing_is_everything(site: Client) -> None:
    found = list(all_changes(site, "/api/v1/changes?since=0&limit=1000"))
    kinds = Counter(item["kind"] for item in found)
    assert {item["change"] for item in found} == {"added"}
    assert kinds["evaluation"] == 102
    assert kinds["gold_star"] == 4
    assert kinds["method_version"] == 4
    assert kinds["instrument"] == 1


def test_pages_of_changes_give_each_once(changed_site: Client) -> None:
    address = "/api/v1/changes?since=0&limit=300"
    met = [(item["kind"], item["key"]) for item in all_changes(changed_site, address)]
    assert len(met) == len(set(met)) == changed_site.json(address)["total"]


def test_changes_as_a_table_have_a_row_for_each_figure(changed_site: Client) -> None:
    answered = changed_site.http.get("/api/v1/changes.csv?since=1")
    rows = list(csv.DictReader(io.StringIO(answered.text)))
    kramfors = next(row for row in rows if row["key"] == "kramfors-2013")
    assert (kramfors["measure"], kramfors["old_score"], kramfors["new_score"]) == (
        "total",
        "448",
        "441",
    )
    tombstone = next(row for row in rows if row["key"] == "skaun-2017")
    assert (tombstone["change"], tombstone["measure"]) == ("removed", "")


@pytest.mark.parametrize(
    "query", ["", "?since=abc", "?since=-1", "?since=4", "?since=99999999999", "?since=1&since=2"]
)
def test_bad_input_is_a_problem_that_names_the_parameter(changed_site: Client, query: str) -> None:
    assert changed_site.problem(f"/api/v1/changes{query}", 400)["parameter"] == "since"


def test_an_unknown_release_or_parameter_is_a_problem(changed_site: Client) -> None:
    changed_site.problem("/api/v1/changes?since=1&release=9", 404)
    refused = changed_site.problem("/api/v1/changes?since=1&from=2", 400)
    assert refused["parameter"] == "from"
    assert "since" in refused["allowed"]
    changed_site.problem("/api/v1/changes.jsonstat?since=1", 404)


def statements(client: Client, address: str) -> int:
    client.http.get(address)  # the file of a release is made for the first who asks
    client.http.app.answers.store.clear()  # type: ignore[attr-defined]
    with forgetting(), count_queries(engine_for(settings().database_url)) as count:
        assert client.http.get(address).status_code == 200
    return int(count)


ADDRESSES = {
    "/api/v1/changes?since=1": 15,
    "/api/v1/releases": 4,
    "/api/v1/config": 11,
    "/data": 7,
    "/data/endringer": 28,
    "/feed.atom": 19,
    "/kommuner/hemne/feed.atom": 23,
    "/sitemap.xml": 23,
    "/dcat": 7,
}
"""Statements that an answer may send, with nothing remembered."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_statements_are_few_and_do_not_grow_with_releases(
    changed_site: Client, address: str
) -> None:
    mark = "&" if "?" in address else "?"
    newest = statements(changed_site, address)
    frozen = statements(changed_site, f"{address}{mark}release=1")
    assert newest == frozen
    assert 0 < newest <= ADDRESSES[address]


def test_the_page_tells_the_same(changed_site: Client) -> None:
    page = changed_site.get("/en/data/endringer")
    headings = [h.text for h in page.find_all("h2") if (h.get("id") or "").startswith("release-")]
    assert headings == ["Release 3", "Release 2", "Release 1"]
    second, third = page.table("changed-2"), page.table("changed-3")
    assert second.rows == [["Evaluations", "0", "2", "0", "0"]]
    assert third.rows == [
        ["Evaluations", "0", "0", "0", "1"],
        ["Gold stars", "0", "1", "0", "0"],
    ]
    assert ["Evaluations", "102", "0", "0", "0"] in page.table("changed-1").rows
    assert "The total: 448 of 800 → 441 of 800" in page.words
    assert "Area 1: 72 of 100 → 74 of 100" in page.words
    assert REWORDED in page.words
    for release in changed_site.json("/api/v1/releases")["items"]:
        assert release["sha256"] in page.words
        assert f"/en?release={release['number']}" in page.links()
    assert "/en/kommuner/skaun/2017?release=2" in page.links()
    assert changed_site.http.get("/en/kommuner/skaun/2017?release=2").status_code == 200


def test_the_page_can_be_frozen(changed_site: Client) -> None:
    page = changed_site.get("/en/data/endringer?release=1")
    assert "Everything was added with this release." in page.words
    assert "441" not in page.words
    changed_site.get("/en/data/endringer?page=2", 404)
    changed_site.get("/en/data/endringer?page=abc", 400)


def relations(header: str) -> dict[str, str]:
    """The addresses of a `Link`, by their relation."""
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"', header)
    return {relation: url for url, relation in found}


def test_the_root_of_the_api_leads_to_every_list_there_is(site: Client) -> None:
    found = site.json("/api/v1")
    root = settings().site_url
    described = site.json("/api/v1/openapi.json")["paths"]
    lists = {
        path
        for path, operations in described.items()
        if operations["get"]["operationId"].startswith("list")
        and not any(p.get("required") for p in operations["get"]["parameters"])
        and "." not in path.removeprefix("/api/v1")
    }
    links = {name: url.removeprefix(root) for name, url in found["links"].items()}
    assert {"/api/v1/evaluations", "/api/v1/gold-stars", "/api/v1/releases"} <= lists
    assert lists <= set(links.values())
    assert links["evaluations"] == "/api/v1/evaluations"
    for name, path in links.items():
        assert site.http.get(path).status_code == 200, name
    assert found["templates"]["getEvaluation"] == f"{root}/api/v1/evaluations/{{id}}"
    assert found["templates"]["listChanges"] == f"{root}/api/v1/changes{{?since}}"
    assert found["templates"]["compareEvaluations"] == f"{root}/api/v1/compare{{?e*}}"
    known = {*links.values(), *(t.removeprefix(root) for t in found["templates"].values())}
    every = {path for path in described if "." not in path.removeprefix("/api/v1")}
    assert every - {"/api/v1"} <= {path.partition("{?")[0] for path in known}


@pytest.mark.parametrize("address", ["/api/v1", "/.well-known/api-catalog"])
def test_what_is_said_of_the_api_is_found_by_the_names_of_rfc_8631(
    site: Client, address: str
) -> None:
    for answered in (site.http.get(address), site.http.head(address)):
        assert answered.status_code == 200
        found = relations(answered.headers["link"])
        assert found["license"] == "https://data.norge.no/nlod/no/2.0"
        root = settings().site_url
        for relation in ("service-desc", "service-doc", "service-meta", "status", "api-catalog"):
            path = found[relation].removeprefix(root)
            assert path != found[relation]
            assert site.http.get(path).status_code == 200, relation
        assert found["service-desc"] == f"{root}/api/v1/openapi.json"
        assert found["service-doc"] == f"{root}/data/api"


def test_the_catalogue_of_apis_is_where_rfc_9727_has_it(site: Client) -> None:
    answered = site.http.get("/.well-known/api-catalog")
    kind, _, profile = answered.headers["content-type"].partition(";")
    assert kind == "application/linkset+json"
    assert profile.strip() == 'profile="https://www.rfc-editor.org/info/rfc9727"'
    catalogue, api = answered.json()["linkset"]
    root = settings().site_url
    assert catalogue["anchor"] == f"{root}/.well-known/api-catalog"
    assert [item["href"] for item in catalogue["item"]] == [api["anchor"]] == [f"{root}/api/v1"]
    for relation in ("service-desc", "service-doc", "service-meta", "status"):
        (target,) = api[relation]
        found = site.http.get(target["href"].removeprefix(root))
        assert found.headers["content-type"].partition(";")[0] == target["type"]


@pytest.mark.parametrize(
    "address, target",
    [
        ("/openapi.json", "/api/v1/openapi.json"),
        ("/docs", "/data/api"),
        ("/api", "/data/api"),
        ("/api/v1/", "/api/v1"),
    ],
)
def test_where_people_look_for_the_api_they_are_led_to_it(
    site: Client, address: str, target: str
) -> None:
    status, location = site.redirect(address)
    assert status in (307, 308)
    assert location == target
    assert site.http.get(target).status_code == 200
