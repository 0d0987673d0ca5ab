"""A provider that is not believed, and one that does not answer."""

import base64
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from app import bounds
from app.editorial import oidc
from tests.features.editorial.desk import Browser
from tests.features.editorial.provider import CLIENT, SECRET, OwnProvider
from tests.features.editorial.signing import ACCOUNTS
from tests.features.editorial.visits import BEGIN, back, known, signed_in

# --- what is not believed ------------------------------------------------------------------------


def expired() -> int:
    return int(time.time()) - 3600


WRONG: dict[str, Callable[[OwnProvider], Any]] = {
    "another issuer": lambda own: own.claims.update(iss="https://other.example"),
    "no issuer": lambda own: own.claims.update(iss=None),
    "for another site": lambda own: own.claims.update(aud="other"),
    "for nobody": lambda own: own.claims.update(aud=None),
    "for several, by another": lambda own: own.claims.update(aud=[CLIENT, "other"], azp="other"),
    "expired": lambda own: own.claims.update(exp=expired()),
    "without an end": lambda own: own.claims.update(exp=None),
    "not begun": lambda own: own.claims.update(nbf=int(time.time()) + 3600),
    "of another visit": lambda own: own.claims.update(nonce="other"),
    "of no visit": lambda own: own.claims.update(nonce=None),
    "of nobody": lambda own: own.claims.update(sub=None),
    "of a number": lambda own: own.claims.update(sub=17),
    "for another access": lambda own: own.claims.update(at_hash="AAAA"),
    "unsigned": lambda own: setattr(own, "sign", own.unsigned),
    "signed with what all know": lambda own: setattr(own, "sign", own.signed_with_what_all_know),
    "signed by another key": lambda own: setattr(
        own, "sign", own.signed_by(RSAKey.generate_key(parameters={"kid": "1"}))
    ),
    "signed by another kind of key": lambda own: setattr(own, "sign", own.signed_by_another_kind),
    "cut off": lambda own: setattr(own, "sign", own.with_another_end),
    "no token": lambda own: setattr(own, "sign", lambda _claims: "x"),
    "an error": lambda own: own.answers.update({"/token": (400, b'{"error": "invalid_grant"}')}),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_not_believed(
    begin: Callable[..., Browser], own: OwnProvider, name: str
) -> None:
    browser = begin(own.issuer)
    WRONG[name](own)
    answered = signed_in(browser, own)
    assert answered.status_code == 403
    assert "<h1>" in answered.text
    assert browser.token is None
    assert known(f"{own.issuer}|17") is None


def test_a_new_key_is_fetched_once(begin: Callable[..., Browser], own: OwnProvider) -> None:
    browser = begin(own.issuer)
    assert signed_in(browser, own).status_code == 303
    browser.http.cookies.clear()
    assert signed_in(browser, own).status_code == 303
    assert own.asked.count("/jwks") == 1
    assert own.asked.count("/.well-known/openid-configuration") == 1
    own.key = RSAKey.generate_key(parameters={"kid": "2"})
    browser.http.cookies.clear()
    assert signed_in(browser, own).status_code == 303
    assert own.asked.count("/jwks") == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "x"},
        {"state": ""},
        {"state": "0" * 64 + ".L3JlZGFrc2pvbg"},
        {"code": ""},
        {"code": "other"},
        {"error": "access_denied"},
        {"iss": "https://other.example"},
    ],
)
def test_who_comes_back_otherwise_is_nobody(
    begin: Callable[..., Browser], own: OwnProvider, changed: dict[str, str]
) -> None:
    browser = begin(own.issuer)
    assert signed_in(browser, own, **changed).status_code == 403
    assert browser.token is None


def test_who_comes_back_by_the_link_of_another_is_nobody(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    """Else somebody could be signed in as somebody else."""
    browser, other = begin(own.issuer), begin(own.issuer)
    there = browser.get(BEGIN).headers["location"]
    address = back(own.visit(there))
    assert other.get(address).status_code == 403
    other.get(BEGIN)
    assert other.get(address).status_code == 403
    assert browser.get(address).status_code == 303


def test_where_to_go_on_cannot_be_changed_on_the_way(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    browser = begin(own.issuer)
    there = browser.get(f"{BEGIN}?neste={ACCOUNTS}").headers["location"]
    address = own.visit(there)
    state = own.begun["state"]
    other = base64.urlsafe_b64encode(b"/redaksjon/ko").decode().rstrip("=")
    changed = address.replace(state, f"{state.partition('.')[0]}.{other}")
    assert changed != address
    assert browser.get(back(changed)).status_code == 403


def test_a_provider_that_says_who_it_is_has_to(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    own.metadata = {"authorization_response_iss_parameter_supported": True}
    browser = begin(own.issuer)
    assert signed_in(browser, own).status_code == 403
    assert signed_in(browser, own, iss=own.issuer).status_code == 303


def test_the_secret_of_the_site_is_said_to_the_provider_alone(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    browser = begin(own.issuer)
    answered = signed_in(browser, own)
    written = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
    assert own.authorization == f"Basic {written}"
    assert SECRET not in str(own.begun) + str(answered.headers)
    own.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    oidc.provider.cache_clear()
    browser.http.cookies.clear()
    assert signed_in(browser, own).status_code == 303
    assert (own.authorization, own.sent["client_secret"]) == ("", SECRET)


# --- a provider that does not answer -------------------------------------------------------------

SILENT: dict[str, tuple[str, tuple[int, bytes]]] = {
    "no page": ("/.well-known/openid-configuration", (404, b"no")),
    "an error": ("/.well-known/openid-configuration", (500, b"{}")),
    "no object": ("/.well-known/openid-configuration", (200, b"[]")),
    "elsewhere": ("/.well-known/openid-configuration", (302, b"http://127.0.0.1:1/")),
    "somebody else": ("/.well-known/openid-configuration", (200, b'{"issuer": "https://a.b"}')),
    "too much": ("/.well-known/openid-configuration", (200, b" " * 600_000)),
    "no keys": ("/jwks", (500, b"")),
    "no tokens": ("/token", (502, b"<html>")),
}


@pytest.mark.parametrize("name", SILENT)
def test_a_provider_that_does_not_answer_is_told_of(
    begin: Callable[..., Browser], own: OwnProvider, name: str
) -> None:
    browser = begin(own.issuer)
    path, said = SILENT[name]
    own.answers = {path: said}
    answered = browser.get(BEGIN)
    if answered.status_code == 303:
        answered = browser.get(back(own.visit(answered.headers["location"])))
    assert answered.status_code == 503
    assert "<h1>" in answered.text
    assert answered.headers["retry-after"] == str(bounds.RETRY_AFTER_SECONDS)
    assert browser.token is None
    own.answers = {}
    assert signed_in(browser, own).status_code == 303


def test_a_provider_that_says_nothing_is_not_waited_for(
    begin: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "PROVIDER_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        browser = begin(f"http://127.0.0.1:{listening.getsockname()[1]}")
        assert browser.get(BEGIN).status_code == 503
        assert browser.sign_in("editor").status_code == 303


def test_nobody_is_there(begin: Callable[..., Browser]) -> None:
    assert begin("http://127.0.0.1:1").get(BEGIN).status_code == 503


def test_without_a_provider_there_is_nothing(begin: Callable[..., Browser]) -> None:
    browser = begin("")
    assert browser.get(BEGIN).status_code == 404
    assert browser.get(f"{BEGIN}/tilbake?code=a&state=b").status_code == 404
    assert BEGIN not in browser.get("/redaksjon/logg-inn").text
