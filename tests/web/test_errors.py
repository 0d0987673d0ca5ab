"""Errors: a page for people, problem+json for programs, and nothing of the inside in either."""

import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from app.domain.message import say
from app.errors import BadParameter, Gone, KompassError, NotFound, Unavailable, unknown_value
from app.web.addresses import Addresses
from app.web.errors import pages as error_pages
from app.web.headers import HEADERS, SecurityHeaders

JSON = {"Accept": "application/json"}
SECRET = "password=hunter2"

RAISED: dict[str, Exception] = {
    "not-found": NotFound(say("Norway")),
    "gone": Gone(say("Norway")),
    "bad": BadParameter("country", say("Norway"), ("NO", "SE")),
    "unknown": unknown_value("country", "<b>DK</b>" * 50, ("NO", "SE")),
    "unavailable": Unavailable(say("Norway")),
    "ours": KompassError(say("Norway")),
    "teapot": HTTPException(418, "I am a teapot"),
    "limited": HTTPException(429),
    "bug": RuntimeError(SECRET),
    "silent": ConnectionError(SECRET),
}
STATUSES = {
    "not-found": 404,
    "gone": 410,
    "bad": 400,
    "unknown": 400,
    "unavailable": 503,
    "ours": 500,
    "teapot": 418,
    "limited": 429,
    "bug": 500,
    "silent": 503,
}


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = FastAPI(openapi_url=None)

    @app.get("/raise/{name}")
    @app.get("/api/v1/{name}")
    def fail(request: Request, name: str) -> None:
        raise RAISED[name]

    error_pages.install(app, (ConnectionError,), lambda words, language: ())
    app.add_middleware(error_pages.UnexpectedErrors)
    app.add_middleware(Addresses)
    app.add_middleware(SecurityHeaders)
    with TestClient(app) as http:
        yield http


@pytest.mark.parametrize("name", RAISED)
def test_a_page_for_people(client: TestClient, name: str) -> None:
    answered = client.get(f"/en/raise/{name}")
    assert answered.status_code == STATUSES[name]
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert answered.headers["content-language"] == "en"
    assert answered.headers["cache-control"] == "no-store"
    assert answered.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert "noindex" in answered.text
    assert SECRET not in answered.text
    assert "Traceback" not in answered.text


@pytest.mark.parametrize("path", ["/raise/{}", "/en/raise/{}", "/api/v1/{}"])
@pytest.mark.parametrize("name", RAISED)
def test_problem_json_for_programs(client: TestClient, name: str, path: str) -> None:
    headers = {} if path.startswith("/api") else JSON
    answered = client.get(path.format(name), headers=headers)
    assert answered.status_code == STATUSES[name]
    assert answered.headers["content-type"] == "application/problem+json"
    problem = answered.json()
    assert problem["status"] == STATUSES[name]
    assert "/data/api#" in problem["type"]
    assert problem["title"]
    assert problem["detail"]
    assert SECRET not in answered.text


def test_the_kinds_of_problems_have_names_that_stay(client: TestClient) -> None:
    kinds = {name: client.get(f"/api/v1/{name}").json()["type"] for name in RAISED}
    assert {name: kind.rpartition("#")[2] for name, kind in kinds.items()} == {
        "not-found": "not-found",
        "gone": "withdrawn",
        "bad": "bad-parameter",
        "unknown": "bad-parameter",
        "unavailable": "unavailable",
        "ours": "internal",
        "teapot": "bad-request",
        "limited": "bad-request",
        "bug": "internal",
        "silent": "unavailable",
    }


def test_a_bad_parameter_names_what_could_have_stood_there(client: TestClient) -> None:
    problem = client.get("/raise/bad", headers=JSON).json()
    assert (problem["parameter"], problem["allowed"]) == ("country", ["NO", "SE"])
    page = client.get("/en/raise/bad").text
    assert "<code>NO</code>" in page
    assert "<code>SE</code>" in page


def test_what_was_given_is_shortened_and_escaped(client: TestClient) -> None:
    page = client.get("/en/raise/unknown").text
    assert "<b>DK" not in page
    assert "&lt;b&gt;DK" in page
    assert len(client.get("/raise/unknown", headers=JSON).json()["detail"]) < 150


@pytest.mark.parametrize("name", ["unavailable", "silent", "limited"])
def test_when_to_try_again_is_said(client: TestClient, name: str) -> None:
    assert int(client.get(f"/raise/{name}").headers["retry-after"]) > 0


@pytest.mark.parametrize(
    "accepted, kind",
    [
        ("application/json", "application/problem+json"),
        ("application/problem+json", "application/problem+json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/html, application/json", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_who_is_answered_how(client: TestClient, accepted: str, kind: str) -> None:
    answered = client.get("/nothing", headers={"Accept": accepted})
    assert answered.status_code == 404
    assert answered.headers["content-type"] == kind
    assert answered.headers["vary"] == "Accept"


def test_problems_are_told_in_the_language_of_the_address(client: TestClient) -> None:
    answered = client.get("/en/nothing", headers=JSON)
    assert answered.headers["content-language"] == "en"
    assert answered.json()["title"] == "There is no page here"


def test_what_can_be_fetched_can_be_asked_after(client: TestClient) -> None:
    assert client.post("/raise/bad").headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("name", ["bug", "silent"])
def test_what_went_wrong_is_noted_for_those_who_run_the_site(
    client: TestClient, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    client.get(f"/raise/{name}")
    assert SECRET in caplog.text


def test_problem_json_is_json_in_utf_8(client: TestClient) -> None:
    raw = client.get("/raise/unknown", headers=JSON).content
    assert "«" in raw.decode()
    assert json.loads(raw)["status"] == 400
