"""The form for tips: there where the site takes them, and safe for those who give and read them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from httpx2 import Response
from sqlalchemy import Engine

from app.database import session_factory
from app.domain.editing import Actor, Role
from app.domain.tips import CONTACT_DAYS, MOST_AN_HOUR, Tip, TipState
from app.editorial import tips
from tests.conftest import UseDatabase
from tests.pages.checks import parsed, problems
from tests.pages.client import Client, opened

KEEPER = Actor(None, "Redaksjonen", Role.ADMINISTRATOR)
SCRIPT = '"><script>alert(1)</script>{{ 1237*1237 }}%(x)s'


@pytest.fixture
def taking(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """The site, taking tips."""
    monkeypatch.setenv("TIPS", "true")
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


def mark_of(engine: Engine, age: timedelta = timedelta(minutes=1)) -> str:
    """The mark of a form that was shown a while ago."""
    with session_factory(engine)() as session, session.begin():
        return tips.form_mark_again(session, datetime.now(UTC) - age)


def kept(engine: Engine) -> tuple[Tip, ...]:
    with session_factory(engine)() as session:
        return tips.listed(session, KEEPER, TipState.NEW)


def send(client: Client, path: str = "/tips", **fields: str) -> Response:
    written = {"kind": "error", "about": "/kommuner/hemne/2018", "text": "Skriv 39"}
    return client.http.post(path, data=written | fields)


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_it_leads_to_thanks_in_the_same_language(
    taking: Client, seeded: Engine, prefix: str
) -> None:
    answered = send(taking, f"{prefix}/tips", mark=mark_of(seeded), contact="a@example.org")
    assert (answered.status_code, answered.headers["location"]) == (303, f"{prefix}/tips/takk")
    assert taking.get(f"{prefix}/tips/takk").heading
    (tip,) = kept(seeded)
    assert (tip.about, tip.text, tip.contact) == (
        "/kommuner/hemne/2018",
        "Skriv 39",
        "a@example.org",
    )


def test_the_form_is_a_page_like_others_and_for_one_reader(taking: Client) -> None:
    page = taking.get("/en/tips?about=/kommuner/hemne/2018")
    assert page.heading == "Tell us of an evaluation or an error"
    assert page.by_id("tip-about").get("value") == "/kommuner/hemne/2018"
    assert page.meta("robots") == "noindex"
    assert page.headers["cache-control"] == "no-store"
    assert "set-cookie" not in page.headers


def test_a_form_that_was_shown_and_filled_in_is_taken(taking: Client, seeded: Engine) -> None:
    """The mark on the page is the one that is taken once it is old enough."""
    page = taking.get("/tips")
    shown = next(e.get("value") or "" for e in page.find_all("input", name="mark"))
    seconds = int(shown.partition(".")[0])
    assert shown == mark_of(seeded, datetime.now(UTC) - datetime.fromtimestamp(seconds, UTC))


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"kind": ""}, "Choose what you want to tell us."),
        ({"text": "  "}, "Write what you want to tell us."),
        ({"text": "a" * 4001}, "This is too long: at most 4,000 characters."),
        ({"contact": "nobody"}, "This is not an e-mail address."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    taking: Client, seeded: Engine, fields: dict[str, str], said: str
) -> None:
    answered = send(taking, "/en/tips", mark=mark_of(seeded), **fields)
    assert answered.status_code == 422
    assert said in answered.text
    assert "/kommuner/hemne/2018" in answered.text
    assert 'aria-invalid="true"' in answered.text
    headers = {name.lower(): value for name, value in answered.headers.items()}
    assert problems(parsed("/en/tips", headers, answered.text)) == []
    assert kept(seeded) == ()


def test_who_is_too_fast_is_asked_again_with_what_was_written(
    taking: Client, seeded: Engine
) -> None:
    for mark in (mark_of(seeded, timedelta(0)), "", "forged.mark", "1.2"):
        answered = send(taking, "/en/tips", mark=mark)
        assert answered.status_code == 422
        assert "Skriv 39" in answered.text
        assert "send it once more" in answered.text
    assert kept(seeded) == ()


def test_programs_that_fill_in_everything_are_thanked_for_nothing(
    taking: Client, seeded: Engine
) -> None:
    answered = send(taking, mark=mark_of(seeded), website="https://example.org")
    assert answered.status_code == 303
    assert kept(seeded) == ()


def test_one_address_may_tell_so_much_in_an_hour(taking: Client, seeded: Engine) -> None:
    statuses = [send(taking, mark=mark_of(seeded)).status_code for _ in range(MOST_AN_HOUR + 1)]
    assert statuses == [303] * MOST_AN_HOUR + [429]
    assert len(kept(seeded)) == MOST_AN_HOUR


@pytest.mark.parametrize("field", ["kind", "about", "text", "contact", "mark", "website"])
def test_no_field_comes_back_as_a_script(taking: Client, seeded: Engine, field: str) -> None:
    answered = send(taking, "/en/tips", **{"mark": "x", "text": "", field: SCRIPT})
    assert "<script>alert" not in answered.text
    assert "1530169" not in answered.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    "body, kind",
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe=%ff%00", "application/x-www-form-urlencoded"),
        (b"kind=error&text=%00%08&text=b&mark=%ff", "application/x-www-form-urlencoded"),
        (b'{"kind": "error"}', "application/json"),
        (b"--x\r\n\r\n", "multipart/form-data; boundary=x"),
        (b'--x\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nb\r\n--x--\r\n',
         "multipart/form-data; boundary=x"),
        (b"nothing", "multipart/form-data"),
    ],
)  # fmt: skip
def test_whatever_is_sent_is_answered_and_nothing_is_kept(
    taking: Client, seeded: Engine, body: bytes, kind: str
) -> None:
    answered = taking.http.post("/tips", content=body, headers={"Content-Type": kind})
    assert answered.status_code in (400, 422)
    assert kept(seeded) == ()


@pytest.mark.parametrize("path", ["/tips", "/en/tips", "/tips/takk"])
def test_without_the_setting_there_is_no_form(site: Client, path: str) -> None:
    site.get(path, 404)
    assert site.http.post("/tips", data={"text": "a"}).status_code in (404, 405)
    for page in ("/", "/kommuner/hemne", "/om", "/om/personvern"):
        assert "/tips" not in site.http.get(page).text


def test_pages_lead_to_it_where_it_is(taking: Client) -> None:
    assert "/en/tips?about=%2Fkommuner%2Fhemne%2F2018" in taking.http.get(
        "/en/kommuner/hemne/2018"
    ).text.replace("/kommuner/hemne/2018", "%2Fkommuner%2Fhemne%2F2018")
    assert "/en/tips" in taking.get("/en/om").links()
    privacy = taking.get("/en/om/personvern").words
    assert f"deleted after {CONTACT_DAYS} days at the latest" in privacy
    assert "no form stores what you write" not in privacy


@pytest.mark.parametrize("setting, value", [("WORKSPACE", "false"), ("READ_ONLY", "true")])
def test_where_nobody_could_read_them_none_are_taken(
    use_database: UseDatabase,
    real_url: str,
    monkeypatch: pytest.MonkeyPatch,
    setting: str,
    value: str,
) -> None:
    monkeypatch.setenv("TIPS", "true")
    monkeypatch.setenv(setting, value)
    use_database(real_url)
    with opened() as client:
        client.get("/tips", 404)
        assert "/tips" not in client.http.get("/om").text
