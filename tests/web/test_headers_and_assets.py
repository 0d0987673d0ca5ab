"""Headers that every answer carries, and the built files."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from app.main import create_app
from app.web.headers import HEADERS, SecurityHeaders
from app.web.page.assets import DIST, asset_address
from tests.conftest import UseDatabase
from tests.web.asking import ask

NAMES = sorted(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))


@pytest.fixture
def http(use_database: UseDatabase, real_url: str) -> Iterator[TestClient]:
    use_database(real_url)
    with TestClient(create_app(), follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize(
    "address, status",
    [
        ("/", 200),
        ("/en/kommuner", 200),
        ("/kommuner/", 308),
        ("/nothing", 404),
        ("/kommuner?page=0", 400),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/static/nothing.0123456789.js", 404),
        (asset_address("main.css"), 200),
    ],
)
def test_every_answer_carries_them(http: TestClient, address: str, status: int) -> None:
    answered = http.get(address)
    assert answered.status_code == status
    for name, value in HEADERS.items():
        assert answered.headers[name] == value
    assert "server" not in answered.headers
    assert "set-cookie" not in answered.headers


def test_the_whole_server_says_what_can_be_asked() -> None:
    answered = ask(create_app(), "*", method="OPTIONS")
    assert (answered.status, answered.body) == (204, b"")
    assert answered.headers["allow"] == "GET, HEAD"


def test_before_asking_a_browser_is_told_what_the_address_takes() -> None:
    """Here one that takes more than the others do, and one that says nothing of itself."""

    async def posted(scope: Scope, receive: Receive, send: Send) -> None:
        headers = {"Allow": "POST, DELETE"} if scope["path"] == "/post" else {}
        await Response("no", 405, headers)(scope, receive, send)

    asking = (("Origin", "null"), ("Access-Control-Request-Method", "POST"))
    for path, methods in (("/post", "POST, DELETE"), ("/silent", "GET, HEAD")):
        answered = ask(SecurityHeaders(posted), path, method="OPTIONS", headers=asking)
        assert (answered.status, answered.body) == (204, b"")
        assert answered.headers["access-control-allow-methods"] == methods
        assert "allow" not in answered.headers


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    policy = dict(part.strip().split(" ", 1) for part in _policy().split(";"))
    assert policy.pop("img-src") == "'self' data:"
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}


def _policy() -> str:
    return HEADERS["Content-Security-Policy"]


def test_what_no_page_asks_for_is_denied() -> None:
    rules = [one.partition("=") for one in HEADERS["Permissions-Policy"].split(", ")]
    denied = [name for name, _, allowed in rules if allowed == "()"]
    assert len(denied) == len(rules)
    assert denied == sorted(set(denied))
    assert {"camera", "geolocation", "microphone", "payment", "usb"} <= set(denied)


@pytest.mark.parametrize(
    "address, readers",
    [
        ("/en/kommuner", "same-site"),
        ("/nothing", "same-site"),
        ("/api/v1/evaluations", "cross-origin"),
        ("/api/v1/evaluations/none-2018", "cross-origin"),
        ("/kommuner/hemne/figur/spider", "cross-origin"),
        ("/en/embed/kommuner/hemne/2018/spider", "cross-origin"),
        ("/embed/kommuner/hemne/2018/spider.svg", "cross-origin"),
        ("/embed/nothing", "cross-origin"),
        ("/embed/share.png", "cross-origin"),
        ("/feed.atom", "cross-origin"),
        (asset_address("main.css"), "cross-origin"),
    ],
)
def test_what_is_made_to_be_used_elsewhere_may_be(
    http: TestClient, address: str, readers: str
) -> None:
    assert http.get(address).headers["cross-origin-resource-policy"] == readers


@pytest.mark.parametrize(
    "address, root, said",
    [
        ("https://kompass.example", "", "max-age=63072000"),
        ("https://kommune.example", "/kompass", None),
        ("http://127.0.0.1:8000", "", None),
    ],
)
def test_browsers_keep_to_https_where_the_host_is_ours(
    monkeypatch: pytest.MonkeyPatch,
    use_database: UseDatabase,
    real_url: str,
    address: str,
    root: str,
    said: str | None,
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setenv("ROOT_PATH", root)
    use_database(real_url)
    with TestClient(create_app()) as client:
        for path in ("/en", "/nothing", "/embed/share.png"):
            assert client.get(path).headers.get("strict-transport-security") == said


def test_health_is_never_kept_and_never_indexed(http: TestClient) -> None:
    for address in ("/healthz", "/readyz"):
        answered = http.get(address)
        assert answered.headers["cache-control"] == "no-store"
        assert answered.headers["x-robots-tag"] == "noindex"
    assert http.get("/healthz").json() == {"status": "ok"}


def test_faults_of_security_have_somewhere_to_go(
    monkeypatch: pytest.MonkeyPatch, use_database: UseDatabase, real_url: str
) -> None:
    """RFC 9116 wants a contact, and a day before which it holds, less than a year ahead."""
    monkeypatch.setenv("CONTACT_EMAIL", "faults@kompass.example")
    monkeypatch.setenv("SITE_URL", "https://kompass.example")
    use_database(real_url)
    with TestClient(create_app()) as client:
        answered = client.get("/.well-known/security.txt")
    assert answered.headers["content-type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answered.text.splitlines())
    assert fields["Contact"] == "mailto:faults@kompass.example"
    assert fields["Canonical"] == "https://kompass.example/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


def test_where_nobody_is_named_nobody_is_to_be_written_to(http: TestClient) -> None:
    assert http.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_built_files_are_kept_for_ever(http: TestClient, name: str) -> None:
    answered = http.get(asset_address(name), headers={"Accept-Encoding": "identity"})
    assert answered.status_code == 200
    assert answered.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answered.headers["vary"] == "Accept-Encoding"
    assert answered.content == (DIST / asset_address(name).rpartition("/")[2]).read_bytes()
    etag = answered.headers["etag"]
    known = {"Accept-Encoding": "identity", "If-None-Match": etag}
    again = http.get(asset_address(name), headers=known)
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "name, kind",
    [
        ("main.css", "text/css"),
        ("main.js", "text/javascript"),
        ("favicon.svg", "image/svg+xml"),
        ("licences.txt", "text/plain"),
    ],
)
def test_built_files_say_what_they_are(http: TestClient, name: str, kind: str) -> None:
    assert http.get(asset_address(name)).headers["content-type"].partition(";")[0] == kind


@pytest.mark.parametrize(
    "package, terms",
    [
        ("htmx.org", "Zero-Clause BSD"),
        ("plotly.js", "MIT License"),
        ("@digdir/designsystemet-css", "Copyright Digitaliseringsdirektoratet"),
        ("@expo-google-fonts/inter", "SIL OPEN FONT LICENSE Version 1.1"),
        ("world-atlas", "with or without fee is hereby granted"),
    ],
)
def test_what_is_built_comes_with_its_licence(http: TestClient, package: str, terms: str) -> None:
    """Also what is not bundled but copied, as fonts are, or drawn from, as the outline is."""
    parts = http.get(asset_address("licences.txt")).text.split(f"{'-' * 80}\n")
    (own,) = [part for part in parts if part.strip().startswith(f"{package} ")]
    assert terms in own


def test_built_files_are_sent_packed(http: TestClient) -> None:
    address = asset_address("main.css")
    raw = ask(http.app, address, headers=(("Accept-Encoding", "br"),))
    plain = ask(http.app, address)
    packed = ask(http.app, address, headers=(("Accept-Encoding", "gzip"),))
    assert raw.headers["content-encoding"] == "br"
    assert packed.headers["content-encoding"] == "gzip"
    assert brotli.decompress(raw.body) == plain.body
    assert len({a.headers["etag"] for a in (raw, packed, plain)}) == 3


def test_head_of_a_file_has_no_body(http: TestClient) -> None:
    answered = http.head(asset_address("main.js"))
    assert answered.status_code == 200
    assert int(answered.headers["content-length"]) > 0
    assert answered.content == b""


@pytest.mark.parametrize(
    "path",
    [
        "/static",
        "/static/",
        "/static/manifest.json",
        "/static/main.css",
        "/static/../main.py",
        "/static/%2e%2e/%2e%2e/main.py",
        "/static/..%5c..%5cmain.py",
        "/static/main.0000000000.css",
        "/static/" + asset_address("main.css").rpartition("/")[2] + ".br",
        "/static/" + asset_address("main.css").rpartition("/")[2] + "%00",
        "/static/" + asset_address("main.css").rpartition("/")[2] + "%0A",
    ],
)
def test_nothing_else_is_served(http: TestClient, path: str) -> None:
    answered = ask(http.app, path)
    assert answered.status in (308, 404)
    if answered.status == 308:
        assert ask(http.app, answered.headers["location"]).status == 404


def test_an_asset_that_was_not_built_is_noticed_when_a_page_names_it() -> None:
    with pytest.raises(KeyError):
        asset_address("other.css")
