"""Times of the workspace are by the clock in Norway, and exact for programs."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import page_of, seen, send
from tests.features.editorial.test_workspace_pages import bring_in
from tests.features.editorial.writing import submitted, written_draft
from tests.pages.checks import text_of
from tests.pages.client import Page

OSLO = ZoneInfo("Europe/Oslo")
CLOCK = re.compile(r"\b\d\d:\d\d\b")


def times(page: Page) -> dict[str, str]:
    return {one.get("datetime") or "": text_of(one) for one in page.find_all("time")}


def check(page: Page, *, least: int) -> None:
    found = times(page)
    assert len(found) >= least
    for exact, shown in found.items():
        at = datetime.fromisoformat(exact)
        assert exact.endswith("Z")
        local = at.astimezone(OSLO)
        assert f"{local:%H:%M}" in shown, exact
        assert f"{local.day}." in shown, exact
        assert str(local.year) in shown, exact
    assert "UTC" not in page.words
    assert page.text.count("Alle klokkeslett er norsk tid.") == 1
    bare = [text for text in CLOCK.findall(page.words) if text not in " ".join(found.values())]
    assert bare == [], "a time without its instant"


def test_each_page_with_times_says_them_so(browser: Browser, other: Browser) -> None:
    browser.sign_in("evaluator")
    other.sign_in("administrator")
    file = bring_in(browser, "poeng.csv", "Område;Poeng\n1;39\n".encode())
    assert file
    draft = written_draft(browser)
    check(seen(browser, "/redaksjon"), least=1)
    check(seen(browser, "/redaksjon/filer"), least=1)
    check(seen(browser, draft), least=1)
    check(seen(browser, f"{draft}/1"), least=1)
    submitted(browser, draft, "Klar")
    dates = {"embargo-at": "2031-06-30T00:30", "reply-until": "2031-06-15"}
    assert send(other, draft, f"{draft}/datoer", dates).status_code == 303
    for path in ("/redaksjon/ko", "/redaksjon/logg", draft, f"{draft}/historie"):
        check(seen(other, path), least=1)
    assert "2031-06-29T22:30:00Z" in times(seen(other, "/redaksjon/logg"))
    # What one may not do before a time is told by the same clock.
    refused = send(other, draft, f"{draft}/godkjenn") if may_try(other, draft) else None
    if refused is not None:
        check(page_of(draft, refused, refused.status_code), least=1)


def may_try(browser: Browser, draft: str) -> bool:
    return bool(seen(browser, draft).find_all("form", action=f"{draft}/godkjenn"))


@pytest.mark.parametrize("language", ["nn", "sv", "en"])
def test_it_is_said_in_each_language(browser: Browser, language: str) -> None:
    browser.sign_in("evaluator")
    page = seen(browser, f"/{language}/redaksjon")
    said = {
        "nn": "Alle klokkeslett er norsk tid.",
        "sv": "Alla klockslag är norsk tid.",
        "en": "All times are Norwegian time.",
    }
    assert page.text.count(said[language]) == 1
