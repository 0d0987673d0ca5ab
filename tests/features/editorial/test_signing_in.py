"""Signing in and out: where one is led, how often one may try, and what is kept of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text

from app.database import database_url
from app.web.headers import PRIVATE_HEADERS
from tests.conftest import UseDatabase
from tests.features.editorial.desk import PASSWORD, Browser
from tests.features.editorial.signing import ACCOUNTS, DESK, SIGN_IN, SIGN_OUT, is_signed_in


@pytest.fixture
def database(desk_url: str, use_database: UseDatabase) -> Iterator[Engine]:
    engine = create_engine(database_url(desk_url))
    yield engine
    engine.dispose()


# --- in ------------------------------------------------------------------------------------------


@pytest.mark.on_both_databases
def test_who_signs_in_gets_a_session_and_is_led_on(browser: Browser) -> None:
    page = browser.get(ACCOUNTS)
    assert (page.status_code, page.headers["location"]) == (303, f"{SIGN_IN}?neste={ACCOUNTS}")
    answered = browser.sign_in("administrator", neste=ACCOUNTS)
    assert (answered.status_code, answered.headers["location"]) == (303, ACCOUNTS)
    assert browser.get(ACCOUNTS).status_code == 200
    again = browser.get(f"/en{SIGN_IN}?neste={ACCOUNTS}")
    assert (again.status_code, again.headers["location"]) == (303, f"/en{ACCOUNTS}")


@pytest.mark.parametrize("login, password", [("editor", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_what_is_wrong_is_not_said_and_nobody_is_signed_in(
    browser: Browser, login: str, password: str
) -> None:
    answered = browser.sign_in(login, password, prefix="/en")
    assert answered.status_code == 403
    assert "The login or the password is wrong." in answered.text
    assert browser.token is None


def test_what_was_typed_is_shown_again_as_text(browser: Browser) -> None:
    answered = browser.sign_in('"><script>alert(1)</script>', "wrong")
    assert "<script>alert" not in answered.text
    assert "&lt;script&gt;alert(1)" in answered.text
    assert 'value="wrong"' not in answered.text


@pytest.mark.parametrize(
    "wanted",
    [
        "https://other.example/",
        "//other.example",
        "/\\other.example",
        "/redaksjon/../kommuner",
        "/redaksjon/..",
        "/redaksjon//other.example",
        "/redaksjon@other.example",
        "/redaksjon\r\nSet-Cookie: a=b",
        "/redaksjon/logg-ut",
        "/redaksjon/oidc",
        "/kommuner",
        "redaksjon",
        "javascript:alert(1)",
        "",
        "/redaksjon/" + "a" * 900,
    ],
)
def test_nobody_is_led_elsewhere(browser: Browser, wanted: str) -> None:
    answered = browser.sign_in("editor", neste=wanted)
    assert (answered.status_code, answered.headers["location"]) == (303, DESK)
    browser.http.cookies.clear()
    shown = browser.http.get(SIGN_IN, params={"neste": wanted})
    assert f'name="neste" value="{DESK}"' in shown.text or shown.status_code == 400


def test_pages_of_a_language_stay_in_it(browser: Browser) -> None:
    page = browser.get(f"/sv{ACCOUNTS}")
    assert page.headers["location"] == f"/sv{SIGN_IN}?neste={ACCOUNTS}"
    answered = browser.sign_in("editor", prefix="/sv")
    assert answered.headers["location"] == f"/sv{DESK}"


# --- limits --------------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["editor", "nobody"])
def test_after_a_few_attempts_one_waits_whoever_it_is(browser: Browser, login: str) -> None:
    statuses = [browser.sign_in(login, "wrong").status_code for _ in range(7)]
    assert statuses == [403] * 5 + [429] * 2
    right = browser.sign_in(login, prefix="/en")
    assert right.status_code == 429
    assert 0 < int(right.headers["retry-after"]) <= 15
    assert "Try again in a minute" in right.text
    assert browser.sign_in("evaluator").status_code == 303


@pytest.mark.on_both_databases
def test_an_address_is_limited_too_and_signing_in_costs_it_nothing(browser: Browser) -> None:
    for _ in range(35):
        browser.http.cookies.clear()
        assert browser.sign_in("editor").status_code == 303
    browser.http.cookies.clear()
    statuses = [browser.sign_in(f"nobody{n}", "wrong").status_code for n in range(32)]
    assert statuses == [403] * 30 + [429] * 2


def test_as_many_statements_are_sent_whoever_it_is(browser: Browser, database: Engine) -> None:
    """Of one that exists, one that does not, and one that is closed."""
    from app.config import settings
    from app.database import DESK_READING, DESK_WRITING, engine_for
    from tests.statements import count_queries

    with database.begin() as connection:
        connection.execute(text("UPDATE account SET enabled = false WHERE login = 'evaluator'"))
    url = settings().database_url
    writing, reading = (engine_for(url, purpose=one) for one in (DESK_WRITING, DESK_READING))
    counts = []
    for login in ("editor", "nobody", "evaluator"):
        browser.get(SIGN_IN)
        with count_queries(writing) as written, count_queries(reading) as read:
            fields = {"login": login, "password": "wrong"}
            assert browser.post(SIGN_IN, fields).status_code == 403
        counts.append((int(written), int(read)))
    assert len(set(counts)) == 1
    assert counts[0][1] == 1


# --- out -----------------------------------------------------------------------------------------


def test_who_signs_out_is_out(browser: Browser) -> None:
    browser.sign_in("administrator")
    token = str(browser.token)
    browser.get(ACCOUNTS)
    answered = browser.post(SIGN_OUT)
    assert (answered.status_code, answered.headers["location"]) == (303, SIGN_IN)
    assert browser.token is None
    browser.http.cookies.set("kompass-sesjon", token)
    assert not is_signed_in(browser)


@pytest.mark.on_both_databases
def test_who_signs_out_everywhere_is_out_elsewhere_too(browser: Browser, other: Browser) -> None:
    for one in (browser, other):
        one.sign_in("administrator")
        one.get(ACCOUNTS)
    browser.post(SIGN_OUT)
    assert is_signed_in(other)
    other.post(SIGN_OUT, {"everywhere": "true"})
    browser.sign_in("administrator")
    other.sign_in("administrator")
    browser.get(ACCOUNTS)
    browser.post(SIGN_OUT, {"everywhere": "true"})
    assert not is_signed_in(other)


def test_out_is_nowhere_one_gets_by_a_link(browser: Browser) -> None:
    browser.sign_in("administrator")
    assert browser.get(SIGN_OUT).status_code == 405
    assert is_signed_in(browser)


# --- kept nowhere --------------------------------------------------------------------------------


def test_nothing_of_it_is_kept_or_indexed(browser: Browser) -> None:
    browser.sign_in("administrator")
    shown = [browser.get(path) for path in (ACCOUNTS, SIGN_IN, DESK, "/redaksjon/none")]
    shown.append(browser.post(SIGN_OUT, {"csrf": "wrong"}))
    for answered in shown:
        for name, said in PRIVATE_HEADERS.items():
            assert answered.headers[name] == said
        assert "access-control-allow-origin" not in answered.headers
    assert 'content="noindex"' in shown[0].text
    assert 'rel="canonical"' not in shown[0].text


def test_a_database_that_is_gone_is_told_of(
    browser: Browser, use_database: UseDatabase, tmp_path: object
) -> None:
    browser.sign_in("administrator")
    use_database(f"sqlite:///{tmp_path}/none.db")
    assert browser.get(ACCOUNTS).status_code == 503
