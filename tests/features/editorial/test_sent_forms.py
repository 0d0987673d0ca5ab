"""Forms of the workspace: what is sent from elsewhere, or is no form, changes nothing."""

import pytest

from tests.features.editorial.desk import OWN, PASSWORD, Browser
from tests.features.editorial.signing import ACCOUNTS, SIGN_IN, SIGN_OUT, is_signed_in


def adding(login: str = "ny.konto") -> dict[str, str]:
    return {"login": login, "office": "Etaten", "role": "editor"}


@pytest.mark.parametrize("secret", [None, "", "x", "0" * 64])
def test_a_form_without_the_secret_of_the_session_changes_nothing(
    browser: Browser, secret: str | None
) -> None:
    browser.sign_in("administrator")
    browser.get(ACCOUNTS)
    fields = adding() | ({} if secret is None else {"csrf": secret})
    browser.csrf = ""
    answered = browser.post(ACCOUNTS, fields)
    assert answered.status_code == 403
    assert "ny.konto" not in browser.get(ACCOUNTS).text


def test_the_secret_of_another_session_is_of_no_use(browser: Browser, other: Browser) -> None:
    for one in (browser, other):
        one.sign_in("administrator")
        one.get(ACCOUNTS)
    assert browser.csrf != other.csrf
    assert other.post(ACCOUNTS, adding() | {"csrf": browser.csrf}).status_code == 403
    assert other.post(ACCOUNTS, adding()).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://other.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.other.example"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://["},
        {"Origin": "http://testserver:x"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": OWN, "Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", [ACCOUNTS, SIGN_OUT, SIGN_IN])
def test_a_form_from_elsewhere_changes_nothing(
    browser: Browser, path: str, headers: dict[str, str]
) -> None:
    if path != SIGN_IN:
        browser.sign_in("administrator")
        browser.get(ACCOUNTS)
    else:
        browser.get(SIGN_IN)
    before = browser.token
    browser.headers = headers
    fields = adding() if path == ACCOUNTS else {"login": "administrator", "password": PASSWORD}
    assert browser.post(path, fields).status_code == 403
    assert browser.token == before
    assert is_signed_in(browser) == (path != SIGN_IN)


def test_a_page_of_our_own_may_send_whatever_the_site_calls_itself(browser: Browser) -> None:
    for origin in (OWN, "https://testserver", "http://127.0.0.1:8000"):
        browser.http.cookies.clear()
        browser.get(SIGN_IN)
        browser.headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
        fields = {"login": "editor", "password": PASSWORD}
        assert browser.post(SIGN_IN, fields).status_code == 303, origin


def test_the_form_to_sign_in_is_for_the_browser_that_was_given_it(
    browser: Browser, other: Browser
) -> None:
    """Else a page of others could sign somebody in as somebody else."""
    fields = {"login": "editor", "password": PASSWORD}
    browser.get(SIGN_IN)
    assert other.post(SIGN_IN, fields | {"csrf": browser.csrf}).status_code == 403
    other.get(SIGN_IN)
    assert other.post(SIGN_IN, fields | {"csrf": browser.csrf}).status_code == 403
    assert other.post(SIGN_IN, fields).status_code == 303
    assert other.token is not None
    assert browser.post(SIGN_IN, fields).status_code == 303


def test_a_script_that_is_signed_out_is_told_and_not_led(browser: Browser) -> None:
    answered = browser.get(ACCOUNTS, **{"HX-Request": "true"})
    assert answered.status_code == 401


def test_who_sends_without_being_signed_in_is_led_to_where_one_does(browser: Browser) -> None:
    answered = browser.post(ACCOUNTS, adding())
    assert (answered.status_code, answered.headers["location"]) == (303, SIGN_IN)


@pytest.mark.parametrize("path", [SIGN_IN, ACCOUNTS, f"{ACCOUNTS}/1", SIGN_OUT])
@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"login": "editor"}},
        {"content": b"\xff\xfe", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        {"content": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=a"}},
        {"content": b"x", "headers": {"Content-Type": "multipart/form-data"}},
        {"data": {"login": "e" * 3000, "password": "p" * 3000}},
        {"data": {"login": ["a", "b"], "doing": "everything", "role": "king"}},
        {"files": {"login": b"x", "csrf": b"x"}},
        {"content": b""},
    ],
)
def test_what_is_no_form_is_refused(browser: Browser, path: str, sent: dict[str, object]) -> None:
    browser.sign_in("administrator")
    with_session = browser.http.post(path, **sent)  # type: ignore[arg-type]
    browser.http.cookies.clear()
    without = browser.http.post(path, **sent)  # type: ignore[arg-type]
    for answered in (with_session, without):
        assert answered.status_code in (303, 400, 403), answered.text[:500]
