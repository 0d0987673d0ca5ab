"""The site under a path of its host: every address that it writes carries the path, and answers,
whether a proxy takes the path off or passes it on."""

import html
import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts
from httpx2 import Response
from pydantic import ValidationError
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from app.config import Settings, settings
from app.domain.language import LANGUAGES
from app.main import create_app
from app.web.addresses import PRIVATE, split_language
from app.web.root_path import TAKEN, root_fault, without_root
from tests.conftest import UseDatabase
from tests.web.asking import ask

ROOT = "/open/kompass"
ORIGIN = "https://kommune.example"
MOST_OF_A_KIND = 1
FIRST = ("/", *(f"/{code}" for code in LANGUAGES if code != "nb"))
BESIDE = (
    "/api",
    "/api/v1/evaluations?limit=2",
    "/dcat",
    "/embed/kommuner/hemne/2018/spider",
    "/embed/share.png",
    "/feed.atom",
    "/kommuner/1612",
    "/llms.txt",
    "/robots.txt",
    "/sitemap.xml",
)
"""Where addresses are written that no page leads to, or that lead elsewhere."""

NAMED = {f"{ROOT}/api/v1", f"{ROOT}/mcp", ROOT}
"""What addresses begin with, and where assistants ask. They are named, as the catalogue and OpenAPI
do, and never read."""

WHOLE = re.compile(re.escape(ORIGIN) + r"([^\s\"'<>)}\\]*)")
IN_HEADER = re.compile(r"<([^>]*)>")
IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]*)")
TEXTS = ("text/", "json", "xml", "svg")


@dataclass
class Proxy:
    """What stands before the site, and shows it under the path. It takes the path off, or not."""

    app: ASGIApp
    strips: bool = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if not path.startswith(f"{ROOT}/"):
            await PlainTextResponse("somebody else's", 404)(scope, receive, send)
            return
        if self.strips:
            path = path.removeprefix(ROOT)
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self.app(scope, receive, send)


@dataclass(frozen=True)
class Placed:
    """The site under the path, asked by way of the proxy."""

    http: TestClient
    proxy: Proxy

    def get(self, address: str, *, strips: bool = True) -> Response:
        self.proxy.strips = strips
        return self.http.get(address)


@pytest.fixture
def placed(
    use_database: UseDatabase, real_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Placed]:
    """The site under the path."""
    monkeypatch.setenv("ROOT_PATH", ROOT)
    monkeypatch.setenv("SITE_URL", ORIGIN)
    monkeypatch.setenv("RATE_LIMIT", "0")
    use_database(real_url)
    proxy = Proxy(create_app())
    with TestClient(proxy, follow_redirects=False) as http:
        yield Placed(http, proxy)


class Attributes(HTMLParser):
    """The values of all attributes. Pages are valid HTML, which other tests see to."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.values += (value for _, value in attrs if value)


def in_html(text: str) -> Iterator[str]:
    """Every value of an attribute that is an address of this host, whatever the attribute."""
    parser = Attributes()
    parser.feed(text)
    return (value for value in parser.values if value.startswith("/"))


def in_json(value: Any, key: str = "") -> Iterator[str]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from in_json(inner, name)
        case list():
            for inner in value:
                yield from in_json(inner, key)
        case str() if value.startswith("/") and key != "prefix":  # of a language: no address
            yield value


def written(kind: str, text: str, headers: dict[str, str]) -> set[str]:
    """The addresses of this host in an answer, without host and fragment."""
    found = [*IN_HEADER.findall(headers.get("link", "")), headers.get("location", "")]
    # Twice: what others paste into their pages is HTML that is shown as text.
    plain = html.unescape(html.unescape(text))
    found += [f"{ORIGIN}{rest}" for rest in WHOLE.findall(plain)]
    if "html" in kind:
        found += in_html(text)
    elif "json" in kind:
        found += in_json(json.loads(text))
    elif "css" in kind:
        found += (url for url in IN_STYLES.findall(text) if not url.startswith("data:"))
    return {one.removeprefix(ORIGIN).partition("#")[0] for one in found if one} - {""}


def kind_of(address: str) -> str:
    path, _, query = address.removeprefix(ROOT).partition("?")
    language, inner = split_language(path)
    first, *others = inner.strip("/").split("/")
    last = path.rpartition(".")[2] if "." in path else ""
    shared = language if first not in ("embed", "static") else ""
    return f"{shared} {first}{'/*' * len(others)} {last} {'?' if query else ''}"


def lasting(answered: Response) -> dict[str, str]:
    """Its headers, but for the one that names the request."""
    return {n: v for n, v in answered.headers.items() if n != "x-request-id"}


def is_within(address: str) -> bool:
    return address == ROOT or address.startswith((f"{ROOT}/", f"{ROOT}?"))


def test_every_address_that_is_written_carries_the_path_and_answers(
    placed: Placed,
) -> None:
    waiting = deque((ROOT + path, "") for path in (*FIRST, *BESIDE))
    met = {address for address, _ in waiting}
    read = Counter[str]()
    outside: dict[str, str] = {}
    while waiting:
        address, source = waiting.popleft()
        read[kind_of(address)] += 1
        if read[kind_of(address)] > MOST_OF_A_KIND:
            continue
        answered, other = placed.get(address), placed.get(address, strips=False)
        assert answered.status_code in (200, 307, 308), f"{address} on {source}"
        assert (other.status_code, lasting(other)) == (answered.status_code, lasting(answered))
        assert other.content == answered.content, address
        kind = answered.headers.get("content-type", "")
        text = answered.text if any(part in kind for part in TEXTS) else ""
        for target in sorted(written(kind, text, dict(answered.headers))):
            if not is_within(target):
                outside[target] = address
            elif target not in met | NAMED and "{" not in target:
                met.add(target)
                waiting.append((target, address))
    assert outside == {}
    assert len(read) > 100
    read_files = {address.removeprefix(ROOT).split("/")[1] for address in met}
    assert {
        "api",
        "dcat.ttl",
        "embed",
        "sitemap.xml",
        "static",
        *LANGUAGES.keys() - {"nb"},
    } <= read_files


@pytest.mark.parametrize(
    "path, target",
    [
        ("/kommuner/", "/kommuner"),
        ("/nb/kommuner?q=a&fbclid=x", "/kommuner?q=a"),
        ("//kart", "/kart"),
        ("/api", "/data/api"),
        ("/kommuner/1612", "/kommuner/hemne"),
        ("/api/v1/municipalities/1612.csv?lang=en", "/api/v1/municipalities/hemne.csv?lang=en"),
    ],
)
def test_redirects_stay_under_the_path(placed: Placed, path: str, target: str) -> None:
    for strips in (True, False):
        found = placed.get(ROOT + path, strips=strips)
        assert found.headers["location"] == ROOT + target


def test_whole_addresses_carry_it_once(placed: Placed) -> None:
    described = placed.get(f"{ROOT}/api/v1/openapi.json").json()
    assert described["servers"] == [{"url": f"{ORIGIN}{ROOT}"}]
    listing = placed.get(f"{ROOT}/api/v1/evaluations?limit=2").json()
    assert listing["next"].startswith(f"{ORIGIN}{ROOT}/api/v1/evaluations?")
    assert listing["links"]["page"] == f"{ORIGIN}{ROOT}/kommuner"
    assert listing["links"]["csv"] == f"{ORIGIN}{ROOT}/api/v1/evaluations.csv"
    problem = placed.get(f"{ROOT}/api/v1/evaluations/none-2018").json()
    assert problem["instance"] == f"{ROOT}/api/v1/evaluations/none-2018"
    assert f"Sitemap: {ORIGIN}{ROOT}/sitemap.xml\n" in placed.get(f"{ROOT}/robots.txt").text


def test_the_path_alone_leads_to_the_first_page(
    use_database: UseDatabase, real_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROOT_PATH", ROOT)
    use_database(real_url)
    site = create_app()
    found = ask(site, ROOT, b"release=1")
    assert (found.status, found.headers["location"]) == (308, f"{ROOT}/?release=1")
    assert ask(site, f"{ROOT}/", b"release=1").status == 200
    found = ask(site, f"/{ROOT}/kommuner")
    assert (found.status, found.headers["location"]) == (308, f"{ROOT}/kommuner")
    assert ask(site, "/healthz").status == 200  # past the proxy


def test_only_the_path_itself_is_taken_off() -> None:
    def asked(path: str) -> str:
        found: str = without_root({"type": "http", "path": path}, "/a")["path"]
        return found

    assert asked("/a/b") == "/b"
    assert asked("/ab") == "/ab"
    assert asked("/a/å/") == "/å/"
    assert asked("//a/b") == "//b"
    assert asked("//ab") == "//ab"


@pytest.mark.parametrize(
    "given, begins",
    [("", ""), ("/", ""), ("kompass", "/kompass"), ("/kompass/", "/kompass"), ("/a/b", "/a/b")],
)
def test_the_path_is_understood_however_it_is_written(given: str, begins: str) -> None:
    chosen = Settings(root_path=given, site_url="https://kommune.example/")
    assert chosen.root_path == begins
    assert chosen.site_address == f"https://kommune.example{begins}"


@pytest.mark.parametrize("given", ["/a b", "/a?b", "//a", "/a/../b", "/.", "/å", "/a\r\nb", '/"'])
def test_a_path_that_addresses_cannot_hold_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="is not a path such as"):
        Settings(root_path=f"/x{given}")


def test_a_path_in_site_url_is_not_doubled() -> None:
    chosen = Settings(root_path="/kompass", site_url="https://kommune.example/kompass/")
    assert chosen.origin == "https://kommune.example"
    assert chosen.site_address == "https://kommune.example/kompass"


@pytest.mark.parametrize("root", ["/data", "/en", "/kommuner/x", "/static", "/embed"])
def test_a_path_that_pages_begin_with_is_refused(
    root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROOT_PATH", root)
    settings.cache_clear()
    try:
        with pytest.raises(ValueError, match="ROOT_PATH cannot begin with"):
            create_app()
    finally:
        monkeypatch.undo()
        settings.cache_clear()


def test_any_other_path_will_do() -> None:
    assert root_fault("") is None
    assert root_fault("/kompass/data") is None


def test_what_pages_begin_with_is_known() -> None:
    """It stands there by name, for those who look at the settings and not at the site."""
    paths = (route.path or "" for route in iter_route_contexts(create_app().routes))
    begun = {path.split("/")[1] for path in paths if path.startswith("/")} - {""}
    assert begun | PRIVATE | set(LANGUAGES) == TAKEN
