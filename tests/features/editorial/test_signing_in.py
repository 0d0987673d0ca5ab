"""Signing in and out: cookies, secrets, limits, and where one is led."""

from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from httpx2 import Response
from sqlalchemy import Engine, create_engine, text
from starlette.testclient import TestClient

from app.database import database_url, open_desk
from app.editorial import accounts, reset_links, sessions
from app.main import create_app
from app.web.headers import PRIVATE_HEADERS
from tests.conftest import UseDatabase
from tests.features.editorial.desk import OWN, PASSWORD, Browser, now

DESK = "/redaksjon"
ACCOUNTS = "/redaksjon/kontoer"
SIGN_IN = "/redaksjon/logg-inn"
SIGN_OUT = "/redaksjon/logg-ut"
NEW = "et helt nytt passord"


@pytest.fixture
def database(desk_url: str, use_database: UseDatabase) -> Iterator[Engine]:
    engine = create_engine(database_url(desk_url))
    yield engine
    engine.dispose()


def cookies(answered: Response) -> dict[str, dict[str, str]]:
    """What a browser is told to keep: values and attributes by name."""
    found: SimpleCookie = SimpleCookie()
    for line in answered.headers.get_list("set-cookie"):
        found.load(line)
    return {n: {"value": m.value, **{k: v for k, v in m.items() if v}} for n, m in found.items()}


def is_signed_in(browser: Browser) -> bool:
    return browser.get(ACCOUNTS).status_code != 303


def link_for(login: str) -> str:
    with open_desk(writes=True) as session:
        account = accounts.by_login(session, login)
        return f"/redaksjon/passord/{reset_links.make(session, account, now())}"


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


# --- cookies -------------------------------------------------------------------------------------


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


# --- what is sent --------------------------------------------------------------------------------


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


# --- links to choose a password ------------------------------------------------------------------


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
