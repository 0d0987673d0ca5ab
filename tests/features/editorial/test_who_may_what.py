"""Every address of the site, asked by everybody: the table of who may what.

A new address of the workspace without a row here fails.
"""

import re
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from httpx2 import Response
from starlette.testclient import TestClient

from app.database import open_desk
from app.domain.editing import Role
from app.editorial import sessions
from app.main import create_app
from app.web.addresses import is_private
from app.web.site import Site
from tests.features.editorial.desk import ROLES, Browser, now

ANYONE = None
BEING_MADE = 202

WHO: dict[tuple[str, str], Role | None] = {
    ("GET", "/redaksjon/logg-inn"): ANYONE,
    ("POST", "/redaksjon/logg-inn"): ANYONE,
    ("POST", "/redaksjon/logg-ut"): Role.EVALUATOR,
    ("GET", "/redaksjon/passord/{token}"): ANYONE,
    ("POST", "/redaksjon/passord/{token}"): ANYONE,
    ("GET", "/redaksjon/oidc"): ANYONE,
    ("GET", "/redaksjon/oidc/tilbake"): ANYONE,
    ("GET", "/redaksjon/kontoer"): Role.ADMINISTRATOR,
    ("POST", "/redaksjon/kontoer"): Role.ADMINISTRATOR,
    ("POST", "/redaksjon/kontoer/{number}"): Role.ADMINISTRATOR,
    ("GET", "/redaksjon"): Role.EVALUATOR,
    ("GET", "/redaksjon/ko"): Role.EDITOR,
    ("GET", "/redaksjon/ny"): Role.EVALUATOR,
    ("POST", "/redaksjon/ny"): Role.EVALUATOR,
    ("GET", "/redaksjon/filer"): Role.EVALUATOR,
    ("POST", "/redaksjon/filer"): Role.EVALUATOR,
    ("GET", "/redaksjon/poster"): Role.EDITOR,
    ("GET", "/redaksjon/logg"): Role.EDITOR,
    ("GET", "/redaksjon/mal/{version}.xlsx"): Role.EVALUATOR,
    ("GET", "/redaksjon/filer/{file_id}"): Role.EVALUATOR,
    ("POST", "/redaksjon/filer/{file_id}"): Role.EVALUATOR,
    ("POST", "/redaksjon/filer/{file_id}/utkast"): Role.EVALUATOR,
    ("POST", "/redaksjon/filer/{file_id}/fjern"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}/{position}"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/{position}"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}/{position}/json"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}/folger"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}/forhandsvisning"): Role.EVALUATOR,
    ("GET", "/redaksjon/utkast/{draft_id}/historie"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/send-inn"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/send-tilbake"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/datoer"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/forkast"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/star"): Role.EVALUATOR,
    ("POST", "/redaksjon/utkast/{draft_id}/godkjenn"): Role.EVALUATOR,
    ("GET", "/redaksjon/poster/{key}"): Role.EDITOR,
    ("POST", "/redaksjon/poster/{key}/rett"): Role.EDITOR,
    ("POST", "/redaksjon/poster/{key}/trekk"): Role.EDITOR,
    ("GET", "/redaksjon/tall"): Role.EDITOR,
    ("POST", "/redaksjon/tall/{kind}/ny"): Role.EDITOR,
    ("POST", "/redaksjon/tall/{kind}/{key}/rett"): Role.EDITOR,
    ("POST", "/redaksjon/tall/{kind}/{key}/trekk"): Role.EDITOR,
    ("GET", "/redaksjon/tips"): Role.ADMINISTRATOR,
    ("POST", "/redaksjon/tips/{number}"): Role.ADMINISTRATOR,
    ("GET", "/redaksjon/utkast/{draft}/tilsvar"): Role.EDITOR,
    ("POST", "/redaksjon/utkast/{draft}/tilsvar"): Role.EDITOR,
    ("GET", "/tilsvar/{token}"): ANYONE,
    ("POST", "/tilsvar/{token}"): ANYONE,
    ("GET", "/tips"): ANYONE,
    ("POST", "/tips"): ANYONE,
    ("GET", "/tips/takk"): ANYONE,
}
"""The least role that may ask each address of the workspace, and who needs none."""

WITHOUT_SECRET = {
    "/redaksjon/passord/{token}": 404,
    "/tilsvar/{token}": 404,
    "/tips": 404,
}
"""Where the address is the secret, or nothing is taken: what is answered to an empty form."""

ASKED = (None, *ROLES)
"""Nobody who is signed in, and the account of each role."""
KNOWN = {
    "slug": "hemne",
    "year": "2018",
    "id": "hemne-2018",
    "version": "2.1",
    "no": "2",
    "code": "2.1",
    "name": "spider",
    "number": "1",
    "file": "spider.svg",
    "scheme": "size",
    "kind": "known-evaluated",
}


def private_routes() -> Iterator[tuple[str, str]]:
    for method, path in routes():
        if is_private(path):
            yield method, path


def routes() -> Iterator[tuple[str, str]]:
    """Every address with each of its methods."""
    for context in iter_route_contexts(create_app().routes):
        if isinstance(context.original_route, APIRoute):
            for method in sorted(context.methods or ()):
                yield method, context.path or ""


def filled(path: str) -> str:
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: KNOWN.get(found[1], "1"), path)


@pytest.fixture
def browsers(desk_site: Site) -> dict[str | None, Browser]:
    """A browser of each account, and one of nobody's."""
    found = {}
    for login in ASKED:
        one = Browser(TestClient(desk_site, follow_redirects=False))
        if login:
            assert one.sign_in(login).status_code == 303
        found[login] = one
    return found


def sent(browser: Browser, method: str, path: str, prefix: str = "") -> Response:
    """Asks with the secret of the session, where there is one, and with nothing else."""
    if browser.token:
        with open_desk(writes=False) as session:
            found = sessions.find(session, browser.token, now())
        assert found is not None, "signed out on the way"
        browser.csrf = found.csrf
    if method == "GET":
        return browser.http.get(prefix + path)
    return browser.post(prefix + path)


def is_let_in(answered: Response) -> bool:
    """Whether one may ask, whatever comes of it."""
    if answered.status_code == 303:
        return "/redaksjon/logg-inn" not in answered.headers["location"]
    return answered.status_code not in (401, 403)


def test_the_table_has_every_address_of_the_workspace_and_no_other() -> None:
    assert set(private_routes()) == set(WHO)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("method, path", WHO)
def test_who_may_what(
    browsers: dict[str | None, Browser], method: str, path: str, prefix: str
) -> None:
    least = WHO[method, path]
    ranks = list(Role)
    for login, browser in browsers.items():
        answered = sent(browser, method, filled(path), prefix)
        if least is ANYONE:
            assert answered.status_code != 401, login
            continue
        if login is None:
            assert answered.status_code == 303
            assert f"{prefix}/redaksjon/logg-inn" in answered.headers["location"]
        elif path == "/redaksjon/logg-ut":
            assert answered.headers["location"] == f"{prefix}/redaksjon/logg-inn"
        else:
            may = ranks.index(ROLES[login]) >= ranks.index(least)
            assert is_let_in(answered) == may, (login, answered.status_code)
            assert (answered.status_code == 403) == (not may)
        assert answered.headers["cache-control"] == "no-store"
        assert answered.headers["x-robots-tag"] == "noindex"


def test_nobody_is_let_in_with_a_form_of_no_secret(browsers: dict[str | None, Browser]) -> None:
    """Every address that takes a form refuses one that does not say what the session says."""
    for method, path in WHO:
        if method == "GET":
            continue
        for login, browser in browsers.items():
            answered = browser.http.post(filled(path), data={}, headers=browser.headers)
            refused = 403 if login or WHO[method, path] is ANYONE else 303
            refused = WITHOUT_SECRET.get(path, refused)
            assert answered.status_code == refused, (path, login)


def test_the_rest_is_the_same_whoever_asks(browsers: dict[str | None, Browser]) -> None:
    """Readers are strangers, also those who are signed in: nothing depends on a session."""
    asked = 0
    for method, path in routes():
        if is_private(path) or method != "GET" or "readyz" in path or "metrics" in path:
            continue
        answers = [browser.http.get(filled(path)) for browser in browsers.values()]
        if any(answered.status_code == BEING_MADE for answered in answers):
            continue  # what is said of a file is how far it is
        first = answers[0]
        asked += first.status_code == 200
        for answered in answers:
            assert (answered.status_code, answered.content) == (first.status_code, first.content)
            assert "set-cookie" not in answered.headers
            assert "cookie" not in answered.headers.get("vary", "").lower()
    assert asked > 60
