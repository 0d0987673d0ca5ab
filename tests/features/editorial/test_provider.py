"""Signing in by a provider: one that others wrote, and one that answers wrongly."""

import base64
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from httpx2 import Response
from joserfc.jwk import RSAKey

from app import bounds
from app.config import Settings, settings
from app.database import open_desk
from app.domain.editing import Role
from app.editorial import accounts, oidc
from app.editorial.accounts import Account
from app.main import create_app
from tests.conftest import UseDatabase
from tests.features.editorial.desk import AT_TERMINAL, Browser, browsing
from tests.features.editorial.provider import (
    CLIENT,
    SECRET,
    OwnProvider,
    own_provider,
    provider_of_others,
)

BEGIN = "/redaksjon/oidc"
ACCOUNTS = "/redaksjon/kontoer"
ROLES = "kompass-editors=editor, kompass-admins=administrator,kompass-evaluators=evaluator"
EDITORS = {"groups": ["other", "kompass-editors"]}


@pytest.fixture
def begin(
    use_database: UseDatabase, desk_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Browser]]:
    """A browser of a site where one signs in by the provider at an address."""
    open_ones = []

    def started(issuer: str, **chosen: str) -> Browser:
        given = {
            "OIDC_ISSUER": issuer,
            "OIDC_CLIENT_ID": CLIENT,
            "OIDC_CLIENT_SECRET": SECRET,
            "OIDC_ROLES": ROLES,
            "SITE_URL": "http://127.0.0.1:8000",
        } | {name.upper(): value for name, value in chosen.items()}
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        oidc.provider.cache_clear()
        use_database(desk_url)
        manager = browsing(create_app())
        open_ones.append(manager)
        return manager.__enter__()

    yield started
    for manager in open_ones:
        manager.__exit__(None, None, None)
    oidc.provider.cache_clear()


@pytest.fixture
def own() -> Iterator[OwnProvider]:
    with own_provider() as found:
        found.claims = dict(EDITORS)
        yield found


def back(address: str) -> str:
    """The same address at the site that is asked, whatever it calls itself."""
    assert address.startswith("http://127.0.0.1:8000/redaksjon/oidc/tilbake?")
    found = urlsplit(address)
    return f"{found.path}?{found.query}"


def signed_in(browser: Browser, own: OwnProvider, **changed: str) -> Response:
    """There and back."""
    there = browser.get(BEGIN)
    assert there.status_code == 303
    return browser.get(back(own.visit(there.headers["location"], **changed)))


def known(subject: str) -> Account | None:
    with open_desk(writes=False) as session:
        return accounts.of_subject(session, subject)


# --- a provider that others wrote ----------------------------------------------------------------


def test_a_sign_in_by_a_provider_that_others_wrote(begin: Callable[..., Browser]) -> None:
    person = {
        "sub": "a1",
        "preferred_username": "Kari@Kommune.Example",
        "office": "  Etat for   evaluering ",
        "groups": ["kompass-evaluators", "kompass-editors"],
    }
    stranger = {"sub": "b2", "groups": ["others"]}
    with provider_of_others(person, stranger) as issuer:
        browser = begin(issuer, oidc_name="Innlogging AS")
        assert "Innlogging AS" in browser.get("/en/redaksjon/logg-inn").text
        there = browser.get(f"{BEGIN}?neste={ACCOUNTS}").headers["location"]
        came = httpx2.post(there, data={"sub": "a1"}, trust_env=False)
        answered = browser.get(back(came.headers["location"]))
        assert (answered.status_code, answered.headers["location"]) == (303, ACCOUNTS)
        assert browser.get(ACCOUNTS).status_code == 403  # signed in, and no administrator
        found = known(f"{issuer}|a1")
        assert found is not None
        assert (found.login, found.role) == ("kari@kommune.example", Role.EDITOR)
        assert (found.office, found.by_provider) == ("Etat for evaluering", True)
        again = browser.get(back(came.headers["location"]))
        assert again.status_code == 403  # what was begun is over

        browser.http.cookies.clear()
        there = browser.get(BEGIN).headers["location"]
        denied = httpx2.post(there, data={"action": "deny"}, trust_env=False)
        assert browser.get(back(denied.headers["location"])).status_code == 403

        there = browser.get(BEGIN).headers["location"]
        came = httpx2.post(there, data={"sub": "b2"}, trust_env=False)
        refused = browser.get(back(came.headers["location"]))
        assert refused.status_code == 403
        assert browser.token is None
        assert known(f"{issuer}|b2") is None


# --- the account ---------------------------------------------------------------------------------


def test_the_account_follows_what_the_provider_says(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    browser = begin(own.issuer)
    own.claims = {"groups": ["kompass-admins"], "preferred_username": "kari"}
    assert signed_in(browser, own).headers["location"] == "/redaksjon"
    first = browser.token
    assert browser.get(ACCOUNTS).status_code == 200
    host = urlsplit(own.issuer).netloc
    made = known(f"{own.issuer}|17")
    assert made is not None
    assert (made.login, made.office, made.role) == ("kari", host, Role.ADMINISTRATOR)
    own.claims = {"groups": ["kompass-evaluators"], "preferred_username": "x", "office": "Etaten"}
    assert signed_in(browser, own).status_code == 303
    changed = known(f"{own.issuer}|17")
    assert changed is not None
    assert (changed.id, changed.login) == (made.id, "kari")
    assert (changed.office, changed.role) == ("Etaten", Role.EVALUATOR)
    assert browser.token != first
    assert browser.get(ACCOUNTS).status_code == 403
    with open_desk(writes=True) as session:
        accounts.set_enabled(session, AT_TERMINAL, made.id, False)
    assert browser.get(ACCOUNTS).status_code == 303
    assert signed_in(browser, own).status_code == 403


@pytest.mark.parametrize("name", ["administrator", "x", "<b>", "", None, 7, ["a"], "a" * 200])
def test_nobody_takes_the_account_of_another_by_its_name(
    begin: Callable[..., Browser], own: OwnProvider, name: Any
) -> None:
    browser = begin(own.issuer)
    own.claims = EDITORS | {"preferred_username": name}
    assert signed_in(browser, own).status_code == 303
    found = known(f"{own.issuer}|17")
    assert found is not None
    assert found.login != "administrator"
    assert accounts.LOGIN.fullmatch(found.login)
    with open_desk(writes=False) as session:
        local = accounts.by_login(session, "administrator")
    assert not local.by_provider


@pytest.mark.parametrize(
    "claim, said, role",
    [
        ("groups", {"groups": "kompass-editors"}, Role.EDITOR),
        ("roles", {"roles": ["kompass-admins", "kompass-editors"]}, Role.ADMINISTRATOR),
        ("realm_access.roles", {"realm_access": {"roles": ["kompass-editors"]}}, Role.EDITOR),
        ("https://a.example/groups", {"https://a.example/groups": ["kompass-editors"]}, "editor"),
        ("sub", {"sub": "kompass-editors"}, Role.EDITOR),
        ("groups", {"groups": []}, None),
        ("groups", {"groups": ["kompass-editors "]}, None),
        ("groups", {"groups": {"kompass-editors": True}}, None),
        ("groups", {"groups": [["kompass-editors"]]}, None),
        ("groups", {"groups": ["editor", "administrator"]}, None),
        ("realm_access.roles", {"realm_access": ["kompass-editors"]}, None),
    ],
)
def test_groups_decide_the_role(
    begin: Callable[..., Browser],
    own: OwnProvider,
    claim: str,
    said: dict[str, Any],
    role: Role | None,
) -> None:
    browser = begin(own.issuer, oidc_groups_claim=claim)
    own.claims = said
    own.userinfo = {"sub": said.get("sub", "17")}
    answered = signed_in(browser, own)
    found = known(f"{own.issuer}|{said.get('sub', '17')}")
    if role is None:
        assert (answered.status_code, found) == (403, None)
    else:
        assert answered.status_code == 303
        assert found is not None
        assert found.role == role


def test_groups_that_are_told_besides_count_where_they_are_of_the_same_one(
    begin: Callable[..., Browser], own: OwnProvider
) -> None:
    browser = begin(own.issuer)
    own.claims = {}
    own.userinfo = EDITORS | {"sub": "18"}
    assert signed_in(browser, own).status_code == 403
    own.userinfo = EDITORS | {"sub": "17"}
    assert signed_in(browser, own).status_code == 303


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


# --- settings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("issuer", ["http://login.example", "login.example", "https://a/?b=c", "x"])
def test_a_provider_is_asked_by_https(issuer: str) -> None:
    with pytest.raises(ValueError, match="is not an address such as"):
        Settings(oidc_issuer=issuer)


@pytest.mark.parametrize("roles", ["editors", "editors=king", "=editor", "editors=Editor"])
def test_roles_are_those_that_there_are(roles: str) -> None:
    with pytest.raises(ValueError, match="is not a group and a role"):
        Settings(oidc_roles=roles)


def test_a_group_may_be_named_in_any_way() -> None:
    chosen = Settings(oidc_roles=" CN=kompass=editor ,, 0f0c-11=administrator,")
    assert settings().oidc_roles == ""
    from app.config import role_groups

    assert role_groups(chosen.oidc_roles) == (
        ("CN=kompass", "editor"),
        ("0f0c-11", "administrator"),
    )
