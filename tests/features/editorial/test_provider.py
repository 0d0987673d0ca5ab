"""Signing in by a provider: one that others wrote, the account that follows, and the settings."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from app.config import Settings, settings
from app.database import open_desk
from app.domain.editing import Role
from app.editorial import accounts
from tests.features.editorial.desk import AT_TERMINAL, Browser
from tests.features.editorial.provider import OwnProvider, provider_of_others
from tests.features.editorial.signing import ACCOUNTS
from tests.features.editorial.visits import BEGIN, EDITORS, back, known, signed_in

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
