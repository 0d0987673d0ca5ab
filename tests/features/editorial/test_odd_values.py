"""Values that no form of ours sends: each is refused, or kept as typed, and nothing breaks."""

from typing import Final

import pytest

from app.features.editorial.editing.raw import typed_raw
from app.publishing.faults import in_english
from app.publishing.json_lines import Malformed
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import seen, send
from tests.features.editorial.writing import new_draft, submitted, written_draft
from tests.publishing.saying import untranslated

ODD: Final = (
    "9" * 5_000,
    "1e999",
    "NaN",
    "Infinity",
    "a\x00b",
    "\u0661",
    "\u00b2",
    "-1",
    "x" * 9_000,
)


@pytest.fixture
def evaluator(browser: Browser) -> Browser:
    browser.sign_in("evaluator")
    return browser


@pytest.fixture
def editor(other: Browser) -> Browser:
    other.sign_in("editor")
    return other


@pytest.mark.parametrize("value", ODD)
def test_a_form_with_odd_values_is_shown_again(evaluator: Browser, value: str) -> None:
    draft = new_draft(evaluator)
    fields = {
        "total": value,
        "stated-1": value,
        "score-1.1": value,
        "report-number": value,
        "star-0-for": value,
        "star-0-practice-nb": "Praksis",
        f"star-{value}-practice-nb": "Praksis",
        f"note-{value}-text-nb": "Merknad",
        "text-preface-nb": value,
        "text-closing-sv": value,
        "text-1.1-nn": value,
    }
    assert send(evaluator, f"{draft}/1", f"{draft}/1", fields).status_code == 200
    for page in (draft, f"{draft}/1", f"{draft}/historie"):
        assert evaluator.get(page).status_code == 200, page


@pytest.mark.parametrize(
    "day",
    [
        "0001-01-01T00:00+14:00",
        "0001-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59+00:00",
        "1999-12-31",
        "2200-01-01",
        "a\x00b",
    ],
)
@pytest.mark.parametrize("field", ["embargo-at", "reply-until"])
def test_a_day_that_never_comes_is_refused(editor: Browser, field: str, day: str) -> None:
    draft = new_draft(editor)
    assert send(editor, draft, f"{draft}/datoer", {field: day}).status_code == 422
    assert editor.get(draft).status_code == 200


def test_what_is_said_at_a_step_is_plain_and_of_bounded_length(
    evaluator: Browser, editor: Browser
) -> None:
    draft = submitted(evaluator, written_draft(evaluator), "Klar\x00 \u202eno")
    assert "Klar no" in seen(editor, draft).words
    back = f"{draft}/send-tilbake"
    assert send(editor, draft, back, {"comment": "x" * 3_001}).status_code == 422
    assert send(editor, draft, back, {"comment": "x" * 3_000}).status_code == 303


@pytest.mark.parametrize("login", ["a\x00b", "x" * 900, "\u0661"])
def test_what_is_no_login_is_a_wrong_one(browser: Browser, login: str) -> None:
    assert browser.sign_in(login).status_code == 403


@pytest.mark.parametrize(
    "text, line, problem",
    [
        ('{"a": 1e999}', 1, "a number cannot be kept"),
        ('{\n"a": [1,\n-1e999]}', 3, "a number cannot be kept"),
        ('{\n"a": NaN}', 2, "a number cannot be kept"),
        ('{\n"a": "\\ud800"}', 2, "half a character is written in it"),
        ('{"b": {\n"\\udfff": 1}}', 2, "half a character is written in it"),
        ("[1]", 1, "it does not begin with {"),
        ('{"a": 1,\n"a": 2}', 2, "“a” is there twice"),
        ('{"a": 1\n"b": 2}', 2, "a comma or a closing bracket is missing"),
        ("", 1, "a value is missing"),
        ("[" * 5_000, 1, "it is nested too deep"),
    ],
)
def test_a_document_that_no_database_keeps_is_refused(text: str, line: int, problem: str) -> None:
    """Where and why is told in the reader's language."""
    with pytest.raises(Malformed) as refused:
        typed_raw(text)
    assert (refused.value.line, in_english(refused.value.problem)) == (line, problem)
    assert untranslated(refused.value.problem) == []
