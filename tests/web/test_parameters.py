"""Query strings: what a route takes is what it and its dependencies declare, and no more."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import Depends, FastAPI, Query
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from starlette.testclient import TestClient

from app.features.municipality_list.parameters import ListParameters
from app.web.addresses import Addresses
from app.web.errors import pages as error_pages
from app.web.parameters import (
    LONGEST_QUERY,
    PageParameters,
    check_request,
    has_control_characters,
    unknown_parameter,
)

JSON = {"Accept": "application/json"}


class Several(PageParameters):
    e: list[str] = Field(default_factory=list)
    q: str = ""


def release(release: Annotated[int | None, Query(ge=1)] = None) -> int | None:
    return release


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = FastAPI(openapi_url=None, dependencies=[Depends(check_request)])

    @app.get("/list")
    def listed(parameters: Annotated[ListParameters, Query()]) -> dict[str, Any]:
        return parameters.model_dump(exclude_none=True, by_alias=True)

    @app.get("/several")
    def several(
        parameters: Annotated[Several, Query()], number: Annotated[int | None, Depends(release)]
    ) -> dict[str, Any]:
        return {"e": parameters.e, "number": number}

    @app.get("/nothing")
    def nothing() -> dict[str, Any]:
        return {}

    error_pages.install(app, (), lambda words, language: ())
    app.add_middleware(Addresses)
    with TestClient(app, follow_redirects=False) as http:
        yield http


def refused(client: TestClient, address: str, status: int = 400) -> dict[str, Any]:
    response = client.get(address, headers=JSON)
    assert response.status_code == status, response.text
    problem: dict[str, Any] = response.json()
    return problem


def test_each_filter_has_its_type(client: TestClient) -> None:
    query = "country=NO&from=2010&to=2020&detail=none&area=8&sort=total&q=hei&page=2&release=3"
    assert client.get(f"/list?{query}").json() == {
        "country": ["NO"],
        "from": 2010,
        "to": 2020,
        "detail": ["none"],
        "area": 8,
        "sort": "total",
        "q": "hei",
        "page": 2,
        "release": 3,
    }


def test_what_is_left_blank_is_left_out(client: TestClient) -> None:
    assert client.get("/list?q=&country=&page=&release=").json() == {"page": 1}


@pytest.mark.parametrize("address", ["/list?x=1", "/nothing?release=1", "/several?country=NO"])
def test_unknown_names_are_refused(client: TestClient, address: str) -> None:
    problem = refused(client, address)
    name = address.partition("?")[2].partition("=")[0]
    assert problem["parameter"] == name
    assert name not in problem["allowed"]


def test_those_allowed_are_those_of_the_model_and_of_its_dependencies(client: TestClient) -> None:
    assert set(refused(client, "/several?x=1")["allowed"]) == {"e", "q", "release"}
    assert refused(client, "/nothing?x=1")["allowed"] == []


def test_names_are_those_of_the_address_and_not_those_of_python(client: TestClient) -> None:
    problem = refused(client, "/list?from_=2010")
    assert "from" in problem["allowed"]
    assert "from_" not in problem["allowed"]


def test_only_what_takes_several_may_be_repeated(client: TestClient) -> None:
    assert client.get("/several?e=a&e=b").json()["e"] == ["a", "b"]
    assert refused(client, "/several?q=a&q=b")["parameter"] == "q"
    assert client.get("/list?country=NO&country=SE").json()["country"] == ["NO", "SE"]
    assert client.get("/list?country=NO,SE,NO").json()["country"] == ["NO", "SE"]
    assert refused(client, "/list?sort=name&sort=year")["parameter"] == "sort"


@pytest.mark.parametrize(
    "value, name",
    [
        ("country=no", "country"),
        ("country=DK", "country"),
        ("from=1899", "from"),
        ("to=2101", "to"),
        ("area=9", "area"),
        ("page=0", "page"),
        ("page=10001", "page"),
        ("page=1.5", "page"),
        ("page=%D9%A1.", "page"),
        ("release=2147483648", "release"),
        ("q=" + "a" * 101, "q"),
        ("sort=9", "sort"),
    ],
)
def test_values_outside_are_refused_by_name(client: TestClient, value: str, name: str) -> None:
    problem = refused(client, f"/list?{value}")
    assert problem["parameter"] == name
    assert problem["type"].endswith("bad-parameter")


def test_a_choice_names_its_values(client: TestClient) -> None:
    assert refused(client, "/list?country=DK")["allowed"] == ["NO", "SE"]
    assert "some-areas" in refused(client, "/list?detail=x")["allowed"]


def test_a_limit_is_said(client: TestClient) -> None:
    assert "8" in refused(client, "/list?area=9")["detail"]
    assert "100" in refused(client, "/list?q=" + "a" * 101)["detail"]


def test_a_query_may_be_so_long_and_no_longer(client: TestClient) -> None:
    filled = "e=" + "a" * (LONGEST_QUERY - 2)
    assert client.get(f"/several?{filled}").status_code == 200
    assert refused(client, f"/several?{filled}a", 414)["type"].endswith("query-too-long")


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[2J", "a\r\nb", "\x7f", "\x85", "\ud800"])
def test_control_characters_are_found(text: str) -> None:
    assert has_control_characters(text)


@pytest.mark.parametrize("text", ["", "Røyrvik", "Åé ñ", "漢字", "🧭", "a\u200db"])
def test_letters_are_not_control_characters(text: str) -> None:
    assert not has_control_characters(text)


@pytest.mark.parametrize("path", ["/list%0A", "/nothing%00", "/%09list"])
def test_control_characters_in_a_path_lead_nowhere(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@given(st.text(max_size=200))
def test_an_unknown_name_is_told_back_in_a_form_that_can_be_shown(name: str) -> None:
    shown = unknown_parameter(name, ()).name
    assert len(shown) <= 60
    assert not has_control_characters(shown)


def test_all_faults_are_told_at_once(client: TestClient) -> None:
    problem = refused(client, "/list?colour=red&country=DK&area=9&page=x&from=2010&from=2011&x=1")
    told = {one["parameter"]: one for one in problem["errors"]}
    assert [*told] == ["colour", "from", "x", "country", "area", "page"]
    assert told["country"]["allowed"] == ["NO", "SE"]
    assert (told["area"]["minimum"], told["area"]["maximum"]) == (1, 8)
    assert (told["page"]["minimum"], told["page"]["maximum"]) == (1, 10_000)
    assert "from" in told["x"]["allowed"]
    assert all(one["detail"] for one in told.values())
    first = problem["errors"][0]
    for name in ("parameter", "detail", "allowed"):
        assert problem[name] == first[name]


def test_faults_of_values_alone_are_told_at_once(client: TestClient) -> None:
    problem = refused(client, "/list?country=DK&area=0&to=1")
    assert [one["parameter"] for one in problem["errors"]] == ["country", "to", "area"]


@pytest.mark.parametrize("value", ["area=9", "area=x", "area=0"])
def test_bounds_stand_for_what_is_allowed(client: TestClient, value: str) -> None:
    problem = refused(client, f"/list?{value}")
    assert (problem["minimum"], problem["maximum"]) == (1, 8)
    assert "allowed" not in problem
