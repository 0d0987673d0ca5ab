from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from app.web.addresses import Addresses, address, canonical_path, split_language
from app.web.words.languages import language_of, path_of
from tests.web.asking import ask


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    request = Request(scope)
    answer = f"{language_of(request)} {path_of(request)} {scope['path']} {request.url.query}"
    await PlainTextResponse(answer)(scope, receive, send)


def parameters_at(path: str) -> tuple[str, ...] | None:
    return ("q", "page", "country") if path == "/kommuner" else None


ECHO = Addresses(_echo, parameters_at)


@pytest.mark.parametrize(
    "path,answer",
    [
        ("/", "nb / / "),
        ("/kommuner", "nb /kommuner /kommuner "),
        ("/en", "en / / "),
        ("/en/kommuner/hemne", "en /kommuner/hemne /kommuner/hemne "),
        ("/english", "nb /english /english "),
        ("/nn/kommuner", "nn /kommuner /kommuner "),
        ("/sv", "sv / / "),
        ("/sv/kommuner/hemne", "sv /kommuner/hemne /kommuner/hemne "),
        ("/svenska", "nb /svenska /svenska "),
        ("/da/kommuner", "nb /da/kommuner /da/kommuner "),
        ("/en/api/v1/municipalities", "en /en/api/v1/municipalities /en/api/v1/municipalities "),
        ("/en/healthz", "en /en/healthz /en/healthz "),
        ("/nn/healthz", "nn /nn/healthz /nn/healthz "),
        ("/api/v1", "nb /api/v1 /api/v1 "),
    ],
)
def test_the_prefix_is_the_language(path: str, answer: str) -> None:
    assert ask(ECHO, path).text == answer


@pytest.mark.parametrize(
    "path,query,target",
    [
        ("/en/", b"", "/en"),
        ("/kommuner/", b"q=a&country=NO", "/kommuner?q=a&country=NO"),
        ("/en/kommuner/hemne/", b"", "/en/kommuner/hemne"),
        ("/nn/", b"", "/nn"),
        ("/sv/kommuner/", b"q=a", "/sv/kommuner?q=a"),
        ("/nb", b"", "/"),
        ("/nb/kommuner", b"q=a", "/kommuner?q=a"),
        ("/nb//evil.example/", b"", "/evil.example"),
        ("//evil.example/", b"", "/evil.example"),
        ("/%5Cevil.example/", b"", "/%5Cevil.example"),
        ("/a%0D%0ASet-Cookie:x/", b"", "/a%0D%0Aset-cookie%3Ax"),
        ("/kommuner", b"q=a&fbclid=x&utm_source=y", "/kommuner?q=a"),
        ("/kommuner", b"ref=x&s=09&t=1&__cft__[0]=y&page=2", "/kommuner?page=2"),
        ("/kommuner", b"__cft__%5B0%5D=y&&q=", "/kommuner?q="),
        ("/en/Kommuner/", b"igsh=x", "/en/kommuner"),
        ("/Kommuner/Hemne/2018", b"", "/kommuner/hemne/2018"),
        ("/EN/kommuner", b"", "/en/kommuner"),
        ("/kommuner/hemne/2018.", b"", "/kommuner/hemne/2018"),
        ("/kommuner/hemne),", b"", "/kommuner/hemne"),
        ("/(kommuner/“hemne”", b"", "/kommuner/hemne"),
        (
            "/api/v1/evaluations/Hemne-2018.CSV",
            b"lang=en",
            "/api/v1/evaluations/hemne-2018.csv?lang=en",
        ),
        ("/kommuner", "q=Tromsø&page=2".encode(), "/kommuner?q=Troms%C3%B8&page=2"),
        ("/kommuner", b"q=\xff", "/kommuner?q=%FF"),
    ],
)
def test_other_spellings_lead_to_the_one_address(path: str, query: bytes, target: str) -> None:
    found = ask(ECHO, path, query)
    assert (found.status, found.headers["location"]) == (308, target)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_redirect_never_leaves_the_site_and_never_repeats(path: str, query: str) -> None:
    path = "/" + path.encode("utf-8", "replace").decode()
    found = ask(ECHO, path.replace("%", ""), query.encode("utf-8", "replace"))
    if found.status != 308:
        assert found.status == 200
        return
    target = found.headers["location"]
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
    assert urlsplit(target).netloc == ""
    again = ask(ECHO, urlsplit(target).path, urlsplit(target).query.encode())
    assert again.status == 200


@pytest.mark.parametrize(
    "path,language,query,built",
    [
        ("/", "nb", [], "/"),
        ("/", "en", [], "/en"),
        ("/", "nn", [], "/nn"),
        ("/kommuner", "sv", [("q", "Ale")], "/sv/kommuner?q=Ale"),
        ("/kommuner", "en", [("q", "Tromsø"), ("country", "")], "/en/kommuner?q=Troms%C3%B8"),
        ("/kommuner/å", "nb", [], "/kommuner/%C3%A5"),
        ("/sammenlign", "nb", [("e", "a-1"), ("e", "b-2")], "/sammenlign?e=a-1&e=b-2"),
    ],
)
def test_addresses_are_built_in_one_place(
    path: str, language: str, query: list[tuple[str, str]], built: str
) -> None:
    assert address(path, language, query) == built


@given(
    st.sampled_from(["nb", "nn", "sv", "en"]),
    st.lists(st.text("abcæøå-", min_size=1, max_size=8)),
    st.lists(st.tuples(st.sampled_from("abc"), st.text(min_size=1, max_size=8))),
)
def test_what_is_built_is_read_back(
    language: str, parts: list[str], query: list[tuple[str, str]]
) -> None:
    path = "/" + "/".join(parts)
    built = urlsplit(address(path, language, query))
    found: Response | str = ask(ECHO, built.path).text
    assert str(found).split(" ")[:2] == [language, path]
    assert parse_qsl(built.query, keep_blank_values=True) == query


def test_pieces() -> None:
    assert canonical_path("") == "/"
    assert split_language("/en") == ("en", "/")
    assert split_language("/nn/kart") == ("nn", "/kart")
    assert canonical_path("/grupper/kostra-2020/EKG07.") == "/grupper/kostra-2020/EKG07"
    for prefix in ("/embed", "/en/embed", "/sv", "/nn/embed"):
        share = f"{prefix}/grupper/kostra-2020/EKG07/share.png"
        assert canonical_path(share) == share
    assert canonical_path("/static/main-AB12.css") == "/static/main-AB12.css"
