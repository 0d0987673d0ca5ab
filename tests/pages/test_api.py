"""What holds for every address of the API: how it is kept, shared, refused and told apart."""

import csv
import io
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from app.config import settings
from app.database import engine_for
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.statements import count_queries

ALL = ("json", "csv", "xlsx", "jsonstat")
TABLES = ("json", "csv", "xlsx")
ADDRESSES: dict[str, tuple[str, ...]] = {
    "/api/v1/evaluations": ALL,
    "/api/v1/evaluations?country=SE&sort=total&limit=3": ALL,
    "/api/v1/evaluations/hemne-2018": ALL,
    "/api/v1/compare?e=hemne-2018&e=hareid-2019": ALL,
    "/api/v1/compare?e=hemne-2018&e=motala-2006": TABLES,
    "/api/v1/findings": TABLES,
    "/api/v1/findings?kind=strength,weakness&country=NO&area=3&limit=2": TABLES,
    "/api/v1/points": TABLES,
    "/api/v1/points?municipality=hemne,hareid&measure=total,3&limit=2": TABLES,
    "/api/v1/gold-stars": TABLES,
    "/api/v1/gold-stars?q=brukerunders%C3%B8kelser": TABLES,
    "/api/v1/municipalities": (*ALL, "geojson"),
    "/api/v1/municipalities?detail=none&former=true&limit=1000": (*ALL, "geojson"),
    "/api/v1/municipalities/hemne": ALL,
    "/api/v1/municipalities/heim": TABLES,
    "/api/v1/municipalities/hemne/peers": TABLES,
    "/api/v1/municipalities/hemne/peers?w_distance=3&scheme=own": TABLES,
    "/api/v1/releases": TABLES,
    "/api/v1/changes?since=0": TABLES,
    "/api/v1/methods": TABLES,
    "/api/v1/methods/2.1": TABLES,
    "/api/v1/methods/2.1/areas/5": ALL,
    "/api/v1/methods/1.0/areas/5": TABLES,
    "/api/v1/methods/2.1/questions/5.1?country=NO": ALL,
    "/api/v1/averages": ALL,
    "/api/v1/averages?country=both&size_group=small&as_of=2016": ALL,
}
MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonstat": "application/json",
    "geojson": "application/geo+json",
}
SEARCHED = [
    "/api/v1/evaluations",
    "/api/v1/findings",
    "/api/v1/gold-stars",
    "/api/v1/municipalities?detail=none",
]
PAGED = {
    *("/api/v1/evaluations", "/api/v1/findings", "/api/v1/gold-stars", "/api/v1/methods"),
    *("/api/v1/municipalities", "/api/v1/points", "/api/v1/releases", "/api/v1/changes"),
}
LISTS = [*SEARCHED, "/api/v1/methods"]

each_address = in_turn("address", ADDRESSES)


def suffixed(address: str, format: str) -> str:
    """The address with a suffix, without what means nothing there."""
    path, _, query = address.partition("?")
    kept = [one for one in query.split("&") if one and not one.startswith("limit=")]
    return f"{path}.{format}" + (f"?{'&'.join(kept)}" if kept else "")


def with_parameter(address: str, parameter: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{parameter}"


@pytest.fixture(autouse=True)
def looks_for_a_new_release_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")


@each_address
def test_an_answer_names_its_release(site: Client, address: str) -> None:
    found = site.json(address)
    assert found["release"] == 1
    assert found["synthetic"] is False


@each_address
def test_every_format_is_there_and_the_others_are_refused(site: Client, address: str) -> None:
    plain = site.http.get(address)
    for format in ALL:
        if format not in ADDRESSES[address]:
            told = site.problem(suffixed(address, format), 404)
            assert all(f".{other}" in told["detail"] for other in ADDRESSES[address])
            continue
        answered = site.http.get(suffixed(address, format))
        assert answered.status_code == 200, answered.text[:300]
        assert answered.headers["content-type"] == MEDIA[format]
        if format == "json":
            assert answered.json().keys() == plain.json().keys()
        if format in ("csv", "xlsx"):
            name = answered.headers["content-disposition"]
            assert name.startswith('attachment; filename="kommunekompasset-')
            assert name.endswith(f'-r1.{format}"')


@each_address
def test_both_files_have_the_same_rows(site: Client, address: str) -> None:
    lines = site.http.get(suffixed(address, "csv")).text
    rows = list(csv.reader(io.StringIO(lines, newline="")))
    book = openpyxl.load_workbook(io.BytesIO(site.http.get(suffixed(address, "xlsx")).content))
    sheet = [[cell.value for cell in row] for row in book["data"].rows]
    assert [str(name) for name in sheet[0]] == rows[0]
    assert len(sheet) == len(rows)
    for cells, texts in zip(sheet[1:], rows[1:], strict=True):
        for cell, text in zip(cells, texts, strict=True):
            assert (cell is None) == (text == "")
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                assert cell == pytest.approx(float(text), rel=1e-15)


@each_address
def test_it_is_kept_and_asked_after_without_a_statement(site: Client, address: str) -> None:
    first = site.http.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert first.headers["vary"] == "Accept-Encoding"
    assert parsedate_to_datetime(first.headers["last-modified"]) is not None
    same = site.http.get(address, headers={"If-Modified-Since": first.headers["last-modified"]})
    assert (same.status_code, same.content) == (304, b"")
    with count_queries(engine_for(settings().database_url)) as count:
        again = site.http.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert count.statements == []


@each_address
def test_what_is_frozen_is_asked_after_since_only_its_data_are(site: Client, address: str) -> None:
    answered = site.http.get(with_parameter(address, "release=1"))
    assert answered.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert site.problem(with_parameter(address, "release=2"), 404)["status"] == 404


@each_address
def test_head_answers_as_get_without_a_body(site: Client, address: str) -> None:
    for asked in (address, suffixed(address, "csv")):
        get, head = site.http.get(asked), site.http.head(asked)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers == get.headers


@each_address
def test_every_other_site_may_read_it(site: Client, address: str) -> None:
    for asked in (address, with_parameter(address, "x=1")):
        answered = site.http.get(asked, headers={"Origin": "https://example.org"})
        assert answered.headers["access-control-allow-origin"] == "*"
        assert "Link" in answered.headers["access-control-expose-headers"]


@each_address
def test_an_unknown_parameter_is_refused_and_the_known_are_named(
    site: Client, address: str
) -> None:
    told = site.problem(with_parameter(address, "colour=red"), 400)
    assert told["parameter"] == "colour"
    assert {"release", "lang"} <= set(told["allowed"])
    of_table = site.problem(with_parameter(suffixed(address, "csv"), "colour=red"), 400)
    assert {"release", "lang", "dialect"} <= set(of_table["allowed"])


@each_address
@in_turn("format", [None, *ALL])
@in_turn("parameter", ["limit=3", "dialect=excel-no"])
def test_a_parameter_that_means_nothing_in_a_format_is_refused_there(
    site: Client, address: str, format: str | None, parameter: str
) -> None:
    name, path = parameter.partition("=")[0], address.partition("?")[0]
    is_json, is_list = format in (None, "json"), path in PAGED
    if format is not None and format not in ADDRESSES[address]:
        return
    asked = suffixed(address, format) if format else address
    if f"{name}=" in asked:
        return
    if (is_json and is_list) if name == "limit" else format == "csv":
        assert site.http.get(with_parameter(asked, parameter)).status_code == 200
    else:
        told = site.problem(with_parameter(asked, parameter), 400)
        assert told["parameter"] == name
        assert name not in told["allowed"]


@in_turn("asked", ["/api/v1/evaluations.csv?dialect=excel-no", "/api/v1/evaluations?limit=3"])
def test_links_to_other_formats_take_along_what_means_something_there(
    site: Client, asked: str
) -> None:
    header = site.http.get(asked).headers["link"]
    others = re.findall(r'<([^>]+)>; rel="alternate"', header)
    assert len(others) == 3
    for other in others:
        assert site.http.get(other.removeprefix(settings().site_url)).status_code == 200, other


@in_turn("format", ALL)
def test_every_format_goes_on_from_a_cursor(site: Client, format: str) -> None:
    first = site.json("/api/v1/evaluations?limit=7")
    cursor = parse_qs(urlsplit(first["next"]).query)["cursor"][0]
    rest = site.http.get(f"/api/v1/evaluations.{format}?cursor={cursor}")
    assert rest.status_code == 200
    if format == "csv":
        assert len(rest.text.splitlines()) == 1 + first["total"] - 7


@each_address
@in_turn("parameter", ["lang=da", "dialect=excel", "release=0", "release=a"])
def test_a_value_that_is_not_allowed_is_refused(site: Client, address: str, parameter: str) -> None:
    told = site.problem(with_parameter(address, parameter), 400)
    assert told["parameter"] == parameter.partition("=")[0]


@pytest.mark.parametrize(
    "query, accepted, language",
    [
        ("", "en-GB,en;q=0.9", "en"),
        ("", "sv", "sv"),
        ("", "de, nn;q=0.5", "nn"),
        ("", "de", "nb"),
        ("&lang=sv", "en", "sv"),
        ("&lang=da", "en", "en"),
    ],
)
def test_errors_are_told_in_the_language_of_the_client(
    site: Client, query: str, accepted: str, language: str
) -> None:
    headers = {"Accept-Language": accepted}
    for path, status in (("/api/v1/evaluations?x=1", 400), ("/api/v1/methods/9?release=1", 404)):
        told = site.http.get(path + query, headers=headers)
        wanted = 400 if query == "&lang=da" else status
        assert (told.status_code, told.headers["content-language"]) == (wanted, language)
        assert "Accept-Language" in told.headers["vary"]


def test_an_answer_is_in_the_language_of_its_address_alone(site: Client) -> None:
    english = site.http.get("/api/v1/methods", headers={"Accept-Language": "en"})
    plain = site.http.get("/api/v1/methods")
    assert english.headers["content-language"] == plain.headers["content-language"] == "nb"
    assert english.content == plain.content


def test_all_faults_of_a_request_are_told(site: Client) -> None:
    told = site.problem("/api/v1/evaluations?limit=0&country=DK&colour=red&lang=en", 400)
    assert [one["parameter"] for one in told["errors"]] == ["colour", "limit", "country"]
    bounds = told["errors"][1]
    assert (bounds["minimum"], bounds["maximum"]) == (1, 1000)
    told = site.problem("/api/v1/evaluations?county=Atlantis&version=7&lang=en", 400)
    assert {one["parameter"] for one in told["errors"]} == {"county", "version"}
    assert all(one["allowed"] for one in told["errors"])
    missing = site.problem("/api/v1/changes?limit=1001", 400)
    faults = {one["parameter"]: one for one in missing["errors"]}
    assert faults["since"]["minimum"] == 0
    assert faults["limit"]["maximum"] == 1000


@in_turn("address", LISTS)
@in_turn("name", ["release", "lang", "dialect", "limit", "cursor", "county"])
def test_a_blank_value_is_none_of_those_allowed(site: Client, address: str, name: str) -> None:
    if "municipalities" in address and name == "county":
        address = "/api/v1/municipalities"
    assert site.problem(with_parameter(address, f"{name}="), 400)["parameter"] == name


@pytest.mark.parametrize("address", SEARCHED)
def test_a_search_for_nothing_is_no_search(site: Client, address: str) -> None:
    assert site.json(with_parameter(address, "q="))["total"] == site.json(address)["total"]


@each_address
def test_what_is_accepted_makes_no_difference(site: Client, address: str) -> None:
    plain = site.http.get(address)
    for accepted in ("text/csv", "text/html", "application/xml", "*/*;q=0"):
        answered = site.http.get(address, headers={"Accept": accepted})
        assert answered.headers["content-type"] == "application/json"
        assert answered.content == plain.content
    refused = site.http.get(with_parameter(address, "x=1"), headers={"Accept": "text/html"})
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["vary"] == "Accept-Language"


@each_address
def test_languages_have_answers_of_their_own(site: Client, address: str) -> None:
    norwegian, english = site.http.get(address), site.http.get(with_parameter(address, "lang=en"))
    assert norwegian.headers["content-language"] == "nb"
    assert english.headers["content-language"] == "en"
    assert norwegian.headers["etag"] != english.headers["etag"]


@each_address
def test_links_lead_to_the_page_and_to_the_other_formats(site: Client, address: str) -> None:
    base = settings().site_url
    for asked, prefix in ((address, "/"), (with_parameter(address, "lang=en"), "/en/")):
        links = site.json(asked)["links"]
        assert links["page"].startswith(base + prefix)
        site.get(links["page"].removeprefix(base))
        assert "release=1" in links["frozen"]
        for format in ALL[1:]:
            if format not in ADDRESSES[address]:
                assert links[format] is None
                continue
            answered = site.http.get(links[format].removeprefix(base))
            assert answered.headers["content-type"] == MEDIA[format]
            assert answered.headers["content-language"] == ("en" if prefix == "/en/" else "nb")


@each_address
def test_the_header_has_the_other_formats(site: Client, address: str) -> None:
    header = site.http.get(address).headers["link"]
    assert header.count('rel="alternate"') == len(ADDRESSES[address]) - 1
    targets = re.findall(r'rel="alternate"; (type="[^"]*"; title="[^"]*")', header)
    assert len(set(targets)) == len(ADDRESSES[address]) - 1, "each can be told from the others"
    if "jsonstat" in ADDRESSES[address]:
        assert 'type="application/json"; title="JSON-stat"' in targets


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_reading_on_gives_everything_once(site: Client, address: str, limit: int) -> None:
    if limit == 1 and "municipalities" in address:
        limit = 40
    base, rows = settings().site_url, site.http.get(suffixed(address, "csv")).text.splitlines()
    asked: str | None = with_parameter(address, f"limit={limit}")
    seen: list[str] = []
    while asked is not None:
        answered = site.http.get(asked)
        found = answered.json()
        assert found["total"] == len(rows) - 1
        assert len(found["items"]) <= limit
        seen += [_identity(item) for item in found["items"]]
        following = found["next"]
        assert ('rel="next"' in answered.headers["link"]) == (following is not None)
        if following is not None:
            assert f'<{following}>; rel="next"' in answered.headers["link"]
            assert "release=1" in following
        asked = following.removeprefix(base) if following else None
    assert len(seen) == len(set(seen)) == len(rows) - 1


def _identity(item: dict[str, Any]) -> str:
    return str(next(item[name] for name in ("id", "slug", "version") if name in item))


@in_turn("address", LISTS)
@in_turn("parameter", ["limit=0", "limit=1001", "limit=a", "cursor=a", "page=1"])
def test_what_no_list_takes_is_refused(site: Client, address: str, parameter: str) -> None:
    told = site.problem(with_parameter(address, parameter), 400)
    assert told["parameter"] == parameter.partition("=")[0]


@pytest.mark.parametrize("address", LISTS)
def test_a_cursor_behind_the_end_gives_nothing(site: Client, address: str) -> None:
    found = site.json(with_parameter(address, "cursor=YWZ0ZXI6OTk5OTk"))
    assert (found["items"], found["next"]) == ([], None)


@pytest.mark.parametrize(
    "make", [lambda a: a, lambda a: suffixed(a, "csv"), lambda a: suffixed(a, "jsonstat")]
)
def test_made_up_data_are_said_to_be_made_up(demo_site: Client, make: Callable[[str], str]) -> None:
    answered = demo_site.http.get(make("/api/v1/evaluations"))
    assert answered.status_code == 200
    if answered.headers["content-type"] == "application/json":
        found = answered.json()
        assert found.get("synthetic", found.get("extension", {}).get("synthetic")) is True


def test_a_made_up_spreadsheet_says_so_first(demo_site: Client) -> None:
    body = demo_site.http.get("/api/v1/evaluations.xlsx?lang=en").content
    readme = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(body))["readme"].rows]
    assert readme[1] == "Made-up data for demonstration. None of these results are real."


def test_the_description_is_where_it_is_said_to_be(site: Client) -> None:
    found = site.json("/api/v1/openapi.json")
    assert found["openapi"].startswith("3.1")


def test_nothing_is_there_that_is_not_there(site: Client) -> None:
    for address in ("/api/nothing", "/api/v1/nothing", "/api/v1/nothing.csv", "/api/v2/config"):
        assert site.problem(address, 404)["instance"]
