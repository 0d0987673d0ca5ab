"""Links by which somebody chooses a password."""

import pytest

from tests.features.editorial.desk import PASSWORD, Browser
from tests.features.editorial.signing import DESK, NEW, is_signed_in, link_for


@pytest.mark.on_both_databases
def test_a_link_lets_one_choose_and_signs_in(browser: Browser, other: Browser) -> None:
    browser.sign_in("administrator")
    path = link_for("administrator")
    shown = other.get(f"/en{path}")
    assert shown.status_code == 200
    assert "administrator" in shown.text
    for password, again in (("for kort", "for kort"), (NEW, NEW + "x"), ("", "")):
        refused = other.post(path, {"password": password, "again": again})
        assert refused.status_code == 400
        assert other.token is None
    answered = other.post(path, {"password": NEW, "again": NEW})
    assert (answered.status_code, answered.headers["location"]) == (303, DESK)
    assert is_signed_in(other)
    assert not is_signed_in(browser)
    assert browser.sign_in("administrator").status_code == 403
    assert browser.sign_in("administrator", NEW).status_code == 303
    assert other.get(path).status_code == 404
    assert other.post(path, {"password": PASSWORD, "again": PASSWORD}).status_code == 404


def test_a_link_needs_a_form_of_ours(browser: Browser, other: Browser) -> None:
    path = link_for("editor")
    browser.get(path)
    fields = {"password": NEW, "again": NEW, "csrf": browser.csrf}
    assert other.post(path, fields).status_code == 403
    other.headers = {"Origin": "https://other.example"}
    other.get(path)
    assert other.post(path, {"password": NEW, "again": NEW}).status_code == 403
    assert browser.post(path, {"password": NEW, "again": NEW}).status_code == 303


@pytest.mark.parametrize("token", ["x", "0" * 64, "..", "%00", "a" * 300])
def test_what_is_no_link_is_nothing(browser: Browser, token: str) -> None:
    for answered in (
        browser.get(f"/redaksjon/passord/{token}"),
        browser.post(f"/redaksjon/passord/{token}", {"password": NEW, "again": NEW}),
    ):
        assert answered.status_code in (303, 308, 404, 405)


def test_choosing_ends_the_wait_after_attempts(browser: Browser) -> None:
    for _ in range(6):
        browser.sign_in("editor", "wrong")
    assert browser.sign_in("editor").status_code == 429
    path = link_for("editor")
    browser.get(path)
    assert browser.post(path, {"password": NEW, "again": NEW}).status_code == 303
    browser.http.cookies.clear()
    assert browser.sign_in("editor", NEW).status_code == 303
