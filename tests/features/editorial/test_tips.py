"""Tips as those see them who deal with them."""

from datetime import UTC, datetime, timedelta

import pytest

from app.database import open_desk
from app.domain.tips import WrittenTip
from app.editorial import tips
from app.editorial.tips import Sender
from tests.features.editorial.desk import Browser
from tests.pages.checks import parsed, problems

TEXT = 'Der står "426" & <script>alert(1)</script>\n\n=1+1'


def told(about: str = "/kommuner/hemne/2018", text: str = TEXT) -> None:
    """Somebody tells something."""
    now = datetime.now(UTC)
    tip = WrittenTip.of("error", about, text, "hvem@example.org")
    with open_desk(writes=True) as session:
        mark = tips.form_mark_again(session, now - timedelta(minutes=1))
        assert tips.give(session, tip, Sender("192.0.2.1", mark), now) is None


@pytest.fixture
def keeper(browser: Browser) -> Browser:
    assert browser.sign_in("administrator").status_code == 303
    return browser


def test_what_was_told_is_read_as_it_was_written(keeper: Browser) -> None:
    told()
    page = keeper.get("/en/redaksjon/tips")
    assert page.status_code == 200
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script>alert" not in page.text
    assert "hvem@example.org" in page.text
    assert 'href="/en/kommuner/hemne/2018"' in page.text
    headers = {name.lower(): value for name, value in page.headers.items()}
    assert problems(parsed("/en/redaksjon/tips", headers, page.text)) == []


@pytest.mark.parametrize(
    "about", ["//example.org", "javascript:alert(1)", "https://example.org", '"><a href="//x">']
)
def test_it_leads_to_no_other_site(keeper: Browser, about: str) -> None:
    told(about)
    page = keeper.get("/redaksjon/tips").text
    main = page.partition("<main")[2].partition("</main>")[0]
    links = [part.partition('"')[0] for part in main.split('href="')[1:]]
    assert all(link.startswith("/redaksjon") for link in links), links


def test_it_is_dealt_with_forgotten_and_deleted(keeper: Browser) -> None:
    told()
    keeper.get("/redaksjon/tips")
    for doing, path, there in (
        ("forget-contact", "/redaksjon/tips", True),
        ("handle", "/redaksjon/tips", False),
        ("forget", "/redaksjon/tips?state=handled", False),
    ):
        assert keeper.post("/redaksjon/tips/1", {"doing": doing}).status_code == 303
        shown = keeper.get(path).text
        assert ("426" in shown) is there, doing
        assert "hvem@example.org" not in shown


@pytest.mark.parametrize(
    "fields, status", [({"doing": "publish"}, 400), ({}, 400), ({"doing": "handle"}, 404)]
)
def test_what_makes_no_sense_does_nothing(
    keeper: Browser, fields: dict[str, str], status: int
) -> None:
    told()
    keeper.get("/redaksjon/tips")
    assert keeper.post("/redaksjon/tips/77", fields).status_code == status


def test_nobody_else_may_send_the_form_of_another_site(keeper: Browser) -> None:
    told()
    keeper.get("/redaksjon/tips")
    sent = {"doing": "forget"}
    answered = keeper.post("/redaksjon/tips/1", sent, headers={"Origin": "https://example.org"})
    assert answered.status_code == 403
    assert "426" in keeper.get("/redaksjon/tips").text
