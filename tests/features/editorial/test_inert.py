"""What people type is shown as they typed it and never run: in the workspace, before and after it
is public."""

from collections.abc import Iterator

import pytest

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, seen, send
from tests.features.editorial.writing import submitted, written_draft
from tests.pages.checks import Shown, every, parsed

ATTEMPTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></title><svg onload='alert(1)'>",
    "{{ 7 * 7 }} %(name)s %s",
    "javascript:alert(1)",
    "'><b onmouseover=alert(1)>",
)

QUOTES = '"\' onmouseover=alert(1) x="'
"""No markup, and enough to leave an attribute that is not written with care."""


def running(page: Shown) -> Iterator[str]:
    """What a browser would run of a page that is not ours."""
    for element in every(page):
        own = (element.get("src") or "").startswith("/static/")
        if element.tag == "script" and not own and element.get("type") != "application/ld+json":
            yield "script"
        if element.tag == "img" and element.get("src") == "x":
            yield "img"
        for name, value in element.items():
            led = name in ("href", "src", "action", "formaction", "data-hx-get", "data-hx-post")
            if name.startswith("on") or (led and value.strip().lower().startswith("javascript:")):
                yield f"{element.tag} {name}"


def assert_inert(path: str, browser: Browser) -> str:
    answered = browser.get(path)
    shown = parsed(path, {k.lower(): v for k, v in answered.headers.items()}, answered.text)
    assert list(running(shown)) == [], path
    return answered.text


TEXTS = (
    "source-title",
    "report-number",
    "strengths-1",
    "challenges-1",
    "weaknesses-1",
    "star-0-practice-nb",
    "star-0-why-nb",
    "note-0-text-nb",
    "discrepancy-0-text-nb",
)


def written_everywhere(browser: Browser, attempt: str) -> str:
    """A draft with the attempt in every text."""
    texts = dict.fromkeys(TEXTS, attempt) | {"star-0-for": "1", "discrepancy-0-kind": "rounding"}
    draft = written_draft(browser, **texts)
    for path in (f"{draft}/1", draft, f"{draft}/historie", f"{draft}/folger", "/redaksjon"):
        assert_inert(path, browser)
    form = filled_in(seen(browser, f"{draft}/1", checked=False), f"{draft}/1")
    assert {form[name] for name in TEXTS} == {attempt}
    return draft


@pytest.mark.parametrize("attempt", [one for one in ATTEMPTS if "<" in one])
def test_markup_in_a_text_is_only_text_and_goes_no_further(browser: Browser, attempt: str) -> None:
    browser.sign_in("evaluator")
    draft = written_everywhere(browser, attempt)
    assert_inert(f"{draft}/forhandsvisning", browser)
    page = seen(browser, draft, checked=False)
    actions = {form.get("action") for form in page.root.iter("form")}
    assert f"{draft}/send-inn" not in actions
    answered = browser.post(f"{draft}/send-inn", {"comment": attempt})
    assert answered.status_code in (409, 422)


@pytest.mark.parametrize("attempt", [*(one for one in ATTEMPTS if "<" not in one), QUOTES])
def test_a_script_in_any_text_is_only_text(browser: Browser, other: Browser, attempt: str) -> None:
    browser.sign_in("evaluator")
    other.sign_in("editor")
    draft = written_everywhere(browser, attempt)
    assert_inert(f"{draft}/forhandsvisning", browser)
    submitted(browser, draft, attempt, checked=False)
    assert_inert(draft, other)
    reason = {"comment": attempt}
    answered = send(other, draft, f"{draft}/godkjenn", reason, checked=False)
    assert led_to(answered) == f"{draft}?done=published"
    for path in ("/kommuner/rindal/2018", "/kommuner/rindal", "/gullstjerner", "/data/endringer"):
        assert_inert(path, browser)
    for path in (draft, "/redaksjon/logg", "/redaksjon/poster/rindal-2018"):
        assert_inert(path, other)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_script_in_a_field_for_points_or_in_an_address_is_only_text(
    browser: Browser, attempt: str
) -> None:
    browser.sign_in("evaluator")
    draft = written_draft(
        browser, **{"score-1.1": attempt, "stated-1": attempt, "source-url": attempt}
    )
    for path in (f"{draft}/1", draft, f"{draft}/historie"):
        assert_inert(path, browser)
    form = filled_in(seen(browser, f"{draft}/1", checked=False), f"{draft}/1")
    assert form["score-1.1"] == attempt


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_script_in_a_file_is_only_text(browser: Browser, attempt: str) -> None:
    browser.sign_in("evaluator")
    page = seen(browser, "/redaksjon/filer")
    fields = filled_in(page, "/redaksjon/filer")
    fields.pop("file", None)
    content = f"Kommune;År;{attempt}\n{attempt};2018;7,5\n".encode()
    answered = browser.post(
        "/redaksjon/filer", fields, files={"file": (f"{attempt}.csv", content, "text/csv")}
    )
    path = led_to(answered)
    assert_inert(path, browser)
    assert_inert("/redaksjon/filer", browser)
