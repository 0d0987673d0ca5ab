"""Bad input gets a clear page that says what is allowed, and never an error of ours."""

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from tests.conftest import UseDatabase
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.web.asking import ask

AREAS = [str(no) for no in range(1, 9)]
REFUSED: list[tuple[str, int, str, list[str]]] = [
    ("/kommuner?size_group=huge", 400, "size_group", ["small", "medium", "large"]),
    ("/kommuner?country=DK", 400, "country", ["NO", "SE"]),
    ("/kommuner?family=9", 400, "family", ["1", "2", "2020"]),
    ("/kommuner?version=3.0", 400, "version", ["1.0", "2.0", "2.1", "2020"]),
    (
        "/kommuner?detail=all",
        400,
        "detail",
        ["questions", "areas", "some-areas", "total", "known", "none"],
    ),
    ("/kommuner?sort=rank", 400, "sort", ["name", "county", "year", "total", *AREAS]),
    ("/kommuner?from=abc", 400, "from", []),
    ("/kommuner?from=1066", 400, "from", []),
    ("/kommuner?from=2020&to=2010", 400, "from", []),
    ("/kommuner?to=99999999999999999999", 400, "to", []),
    ("/kommuner?area=0", 400, "area", []),
    ("/kommuner?area=9", 400, "area", []),
    ("/kommuner?area=1.5", 400, "area", []),
    ("/kommuner?page=-1", 400, "page", []),
    ("/kommuner?page=0", 400, "page", []),
    ("/kommuner?page=abc", 400, "page", []),
    ("/kommuner?page=999999", 400, "page", []),
    ("/kommuner?page=1e3", 400, "page", []),
    ("/kommuner?q=" + "x" * 101, 400, "q", []),
    ("/kommuner?q=a%00b", 400, "q", []),
    ("/kommuner?q=%1B%5B2J", 400, "q", []),
    ("/kommuner?q=a%0D%0ASet-Cookie:x", 400, "q", []),
    ("/kommuner?from=2015&from=2016", 400, "from", []),
    ("/kommuner?release=0", 400, "release", []),
    ("/kommuner?release=-1", 400, "release", []),
    ("/kommuner?release=abc", 400, "release", []),
    ("/kommuner?release=99999999999999999999", 400, "release", []),
    ("/kommuner/sok?q=" + "x" * 101, 400, "q", []),
    ("/kommuner/sok?q=a&q=b", 400, "q", []),
    ("/?release=abc", 400, "release", []),
]

NOT_THERE = [
    "/kommuner?page=9999",
    "/kommuner?release=99999",
    "/?release=2",
    "/nothing",
    "/kommuner/sok/mer",
    "/da",
    "/fi/kommuner",
    "/se/kommuner/hemne",
    "/en/nn",
    "/en/static/main.css",
    "/a%00b",
    "/%FF%FE",
    "/%0A",
    "/.env",
    "/..%2F..%2Fetc%2Fpasswd",
    "/kommuner/%2E%2E/%2E%2E/etc/passwd",
    "/static/..%2F..%2Fapp/main.py",
    "/kommuner/" + "x" * 3000,
]


@in_turn("prefix", ["", "/en"])
@in_turn("address, status, name, allowed", REFUSED)
def test_a_value_that_is_not_allowed(
    site: Client, prefix: str, address: str, status: int, name: str, allowed: list[str]
) -> None:
    address = prefix + (address if address[1] != "?" or not prefix else address[1:])
    page = site.get(address, status)
    assert name in page.words or name == "from"
    for value in allowed:
        assert value in [code.text for code in page.find_all("code")]
    problem = site.problem(address, status)
    assert problem["parameter"] == name
    assert set(allowed) <= set(problem.get("allowed", ()))
    assert problem["detail"]
    assert page.headers["cache-control"] == "no-store"
    assert page.meta("robots") == "noindex"


@in_turn("address", NOT_THERE)
def test_what_is_not_there_is_404(site: Client, address: str) -> None:
    page = site.get(address, 404)
    assert page.find_all("form", role="search")
    assert site.problem(address, 404)["type"].endswith("/data/api#not-found")


def test_an_unknown_parameter_is_answered_with_those_there_are(site: Client) -> None:
    """By the API: pages leave out what others append to links."""
    names = {"country", "size_group", "county", "family", "version", "from", "to", "detail"}
    names |= {"area", "sort", "q", "release", "group", "lang", "limit", "cursor"}
    names |= {"former", "members", "municipality", "code"}
    found = site.problem("/api/v1/municipalities?colour=red&lang=en", 400)
    assert found["parameter"] == "colour"
    assert "colour" in found["detail"]
    assert set(found["allowed"]) == names
    assert site.problem("/api/v1/config?q=a", 400)["allowed"] == ["release", "lang"]


def test_a_query_of_ten_kilobytes_is_too_long(site: Client) -> None:
    for query in ("q=" + "x" * 10_000, "x" * 10_000, "&" * 10_000, "a=1&" * 2_500):
        found = site.problem(f"/api/v1/evaluations?{query}", 414)
        assert found["type"].endswith("query-too-long")
    site.get("/kommuner?q=" + "x" * 10_000, 414)


@in_turn("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@in_turn("address", ["/", "/kommuner", "/en/kommuner/sok", "/static/main.css"])
def test_addresses_can_only_be_read(site: Client, method: str, address: str) -> None:
    response = site.http.request(method, address, headers={"Accept": "application/json"})
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.headers["content-type"] == "application/problem+json"
    assert site.http.request(method, address).headers["content-type"].startswith("text/html")


def test_a_body_changes_nothing(site: Client) -> None:
    response = site.http.request("GET", "/kommuner", content=b"page=7")
    assert response.status_code == 200
    assert response.text == site.http.get("/kommuner").text


@in_turn(
    "path, query",
    [
        ("/kommuner", b"q=%"),
        ("/kommuner", b"q=%zz"),
        ("/kommuner", b"q=%C3%28"),
        ("/kommuner", b"q=\xff\xfe"),
        ("/kommuner", b"%00=%00"),
        ("/kommuner", b"q"),
        ("/kommuner", b"=&=&=="),
        ("/kommuner", b"q=%ED%A0%80"),
        ("/kommuner", b"q[]=a"),
        ("/kommuner", b"q=a;page=2"),
        ("/kommuner%00", b""),
        ("/%C3%28", b""),
        ("/%ED%A0%80", b""),
        ("/kommuner%20", b""),
        ("/KOMMUNER", b""),
        ("/%", b""),
        ("/kommuner/%252e%252e", b""),
    ],
)
def test_garbage_gets_an_answer_that_is_not_our_fault(
    use_database: UseDatabase, real_url: str, path: str, query: bytes
) -> None:
    use_database(real_url)
    for headers in ((), (("Accept", "application/json"),)):
        answered = ask(create_app(), path, query, headers=headers)
        assert answered.status in (200, 308, 400, 404), answered.text[:300]


def test_what_was_asked_for_is_never_markup(site: Client) -> None:
    for address in (
        "/kommuner?size_group=%3Cscript%3Ealert(1)%3C/script%3E",
        "/kommuner?page=%22%3E%3Cimg%20src=x%3E",
    ):
        page = site.get(address, 400)
        assert [s.get("src") for s in page.find_all("script")][1:] == []
        assert all(image.get("src") != "x" for image in page.find_all("img"))


def test_without_a_release_every_page_is_unavailable_and_says_so(
    use_database: UseDatabase, empty_url: str
) -> None:
    use_database(empty_url)
    with TestClient(create_app(), follow_redirects=False) as http:
        client = Client(http)
        for address in ("/", "/kommuner", "/en/kommuner/sok?q=a", "/?release=1"):
            page = client.get(address, 503)
            assert page.headers["retry-after"]
            assert client.problem(address, 503)["type"].endswith("/data/api#unavailable")
        assert http.get("/healthz").status_code == 200
        assert http.get("/readyz").status_code == 503


def test_a_database_that_is_not_there_is_a_503(
    use_database: UseDatabase, tmp_path_factory: pytest.TempPathFactory
) -> None:
    use_database(f"sqlite:///{tmp_path_factory.mktemp('gone') / 'not-made.db'}")
    with TestClient(create_app(), follow_redirects=False) as http:
        Client(http).get("/kommuner", 503)
        assert http.get("/healthz").json() == {"status": "ok"}


def test_a_page_tells_all_that_is_wrong_with_its_address(site: Client) -> None:
    page = site.get("/en/kommuner?country=DK&from=1800&county=Atlantis", 400)
    assert "country" in page.words
    assert "from must be 1900 or more." in page.words
    assert "NO" in [code.text for code in page.find_all("code")]
