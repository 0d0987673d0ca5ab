"""The pages of signing in and of accounts: valid, accessible, in four languages, and inert."""

import pytest
from httpx2 import Response

from app.database import open_desk
from app.editorial import accounts, reset_links
from tests.features.editorial.desk import Browser, now
from tests.pages.checks import Shown, all_of, parsed, problems

PREFIXES = ("", "/nn", "/sv", "/en")
ACCOUNTS = "/redaksjon/kontoer"
SCRIPT = '"><script>alert(1)</script>'


def link_for(login: str) -> str:
    with open_desk(writes=True) as session:
        token = reset_links.make(session, accounts.by_login(session, login), now())
    return f"/redaksjon/passord/{token}"


def shown(answered: Response) -> Shown:
    """A page, checked like every other."""
    headers = {name.lower(): value for name, value in answered.headers.items()}
    page = parsed(answered.url.raw_path.decode(), headers, answered.text)
    assert problems(page) == []
    return page


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_holds_what_all_pages_hold(browser: Browser, prefix: str) -> None:
    shown(browser.get(f"{prefix}/redaksjon/logg-inn"))
    shown(browser.sign_in("nobody", "wrong", prefix))
    link = link_for("editor")
    shown(browser.get(prefix + link))
    shown(browser.post(prefix + link, {"password": "a", "again": "b"}))
    browser.sign_in("administrator")
    shown(browser.get(prefix + ACCOUNTS))
    fields = {"login": "ny", "office": "Etaten", "role": "evaluator"}
    made = browser.post(prefix + ACCOUNTS, fields)
    page = shown(made)
    link = next(text for e in all_of(page, "code") if (text := e.text))
    assert f"{prefix}/redaksjon/passord/" in link
    shown(browser.post(prefix + ACCOUNTS, fields))
    shown(browser.get(f"{prefix}/redaksjon/passord/{'0' * 64}"))


def test_fields_say_what_they_are_for(browser: Browser) -> None:
    page = shown(browser.get("/redaksjon/logg-inn"))
    fields = {e.get("name"): e.get("autocomplete") for e in all_of(page, "input")}
    assert fields["login"] == "username"
    assert fields["password"] == "current-password"
    page = shown(browser.get(link_for("editor")))
    fields = {e.get("name"): e.get("autocomplete") for e in all_of(page, "input")}
    assert fields["password"] == fields["again"] == "new-password"
    assert fields["username"] == "username"


def test_what_is_typed_comes_out_as_text(browser: Browser) -> None:
    browser.sign_in("administrator")
    browser.get(ACCOUNTS)
    refused = browser.post(ACCOUNTS, {"login": SCRIPT, "office": SCRIPT, "role": "editor"})
    assert refused.status_code == 400
    made = browser.post(ACCOUNTS, {"login": "ny", "office": SCRIPT, "role": "editor"})
    assert made.status_code == 200
    for answered in (refused, made, browser.get(ACCOUNTS)):
        assert "<script>alert" not in answered.text
        assert "&lt;script&gt;alert(1)" in answered.text
        shown(answered)


@pytest.mark.on_both_databases
def test_administrators_change_others_and_not_themselves(browser: Browser, other: Browser) -> None:
    browser.sign_in("administrator")
    other.sign_in("editor")
    with open_desk(writes=False) as session:
        numbers = {one.login: one.id for one in accounts.listed(session)}

    def change(login: str, **fields: str) -> int:
        browser.get(ACCOUNTS)
        return browser.post(f"{ACCOUNTS}/{numbers[login]}", fields).status_code

    assert change("administrator", doing="close") == 400
    assert change("administrator", doing="role", role="editor") == 400
    assert change("editor", doing="role", role="administrator") == 303
    assert other.get(ACCOUNTS).status_code == 303  # the role is another: sign in anew
    other.sign_in("editor")
    assert other.get(ACCOUNTS).status_code == 200
    assert change("editor", doing="close") == 303
    assert other.get(ACCOUNTS).status_code == 303
    assert other.sign_in("editor").status_code == 403
    assert change("editor", doing="open") == 303
    assert other.sign_in("editor").status_code == 303
    assert change("editor", doing="office", office="En annen etat") == 303
    assert "En annen etat" in browser.get(ACCOUNTS).text
    numbers["nobody"] = 99
    assert change("nobody", doing="close") == 404
