"""The cookie of a session: how it is sent, whose it is, and that it is always a new one."""

import pytest
from starlette.testclient import TestClient

from app.database import open_desk
from app.editorial import sessions
from app.main import create_app
from tests.conftest import UseDatabase
from tests.features.editorial.desk import PASSWORD, Browser, now
from tests.features.editorial.signing import ACCOUNTS, DESK, SIGN_IN, cookies, is_signed_in


def test_the_cookie_is_for_the_machine_itself_without_https(browser: Browser) -> None:
    found = cookies(browser.sign_in("editor"))["kompass-sesjon"]
    assert len(bytes.fromhex(found.pop("value"))) == 32
    assert found == {"path": "/", "httponly": True, "samesite": "lax"}


@pytest.mark.parametrize(
    "site_url, root, name, path",
    [
        ("https://kompass.example", "", "__Host-kompass-sesjon", "/"),
        ("https://kommune.example", "/kompass", "__Secure-kompass-sesjon", "/kompass"),
        ("http://kompass.example", "", "__Host-kompass-sesjon", "/"),
    ],
)
def test_elsewhere_the_cookie_goes_by_https_alone(
    use_database: UseDatabase,
    desk_url: str,
    monkeypatch: pytest.MonkeyPatch,
    site_url: str,
    root: str,
    name: str,
    path: str,
) -> None:
    monkeypatch.setenv("SITE_URL", site_url)
    monkeypatch.setenv("ROOT_PATH", root)
    use_database(desk_url)
    https = site_url.replace("http:", "https:")
    with TestClient(create_app(), base_url=https, follow_redirects=False) as http:
        browser = Browser(http, headers={"Origin": https})
        browser.get(f"{root}{SIGN_IN}")
        answered = browser.post(f"{root}{SIGN_IN}", {"login": "editor", "password": PASSWORD})
        assert answered.headers["location"] == f"{root}{DESK}"
        found = cookies(answered)[name]
        assert found.pop("value")
        assert found == {"path": path, "httponly": True, "samesite": "lax", "secure": True}
        assert browser.get(f"{root}{ACCOUNTS}").status_code == 403  # known, and no administrator


def test_a_cookie_of_another_kind_is_nobodys(browser: Browser) -> None:
    browser.sign_in("administrator")
    token = browser.token
    browser.http.cookies.clear()
    for name, value in (
        ("__Host-kompass-sesjon", token),  # by HTTPS alone
        ("kompass-sesjon", "x"),
        ("kompass-sesjon", "0" * 64),
        ("kompass-begynt", token),
    ):
        browser.http.cookies.set(name, str(value))
        assert not is_signed_in(browser)
        browser.http.cookies.clear()
    browser.http.cookies.set("kompass-sesjon", str(token))
    assert is_signed_in(browser)


def test_a_session_is_a_new_one_whatever_the_browser_had_before(browser: Browser) -> None:
    """Nobody can be given a session that somebody else knows, and the one before ends."""
    browser.http.cookies.set("kompass-sesjon", "0" * 64)
    planted = browser.sign_in("editor")
    first = cookies(planted)["kompass-sesjon"]["value"]
    assert first != "0" * 64
    browser.http.cookies.clear()
    browser.get(SIGN_IN)
    browser.http.cookies.set("kompass-sesjon", first)
    answered = browser.post(SIGN_IN, {"login": "administrator", "password": PASSWORD})
    second = cookies(answered)["kompass-sesjon"]["value"]
    assert second != first
    with open_desk(writes=False) as session:
        assert sessions.find(session, first, now()) is None
        found = sessions.find(session, second, now())
    assert found is not None
    assert found.account.login == "administrator"
