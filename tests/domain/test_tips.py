"""What may stand in a tip, and the mark of the form that it came by."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.form_mark import LEAST_AGE, MOST_AGE, MarkFault, mark, mark_fault
from app.domain.plain_text import plain, plain_line
from app.domain.tips import (
    LONGEST_ABOUT,
    LONGEST_CONTACT,
    LONGEST_TIP,
    Tip,
    TipField,
    TipKind,
    TipState,
    WrittenTip,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOOD = WrittenTip.of("error", "Hemne 2018", "Skriv 39", "a.b+c@example.org")


@pytest.mark.parametrize(
    "written, plain_text",
    [
        ("  a  ", "a"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\n b \n", "a\n\nb"),
        ("a\tb", "a b"),
        ("a\x00\x07\x1bb", "ab"),
        ("a\u202eb\u200bc\ufeffd", "abcd"),
        ("\ud800a\U000e0041\uffff", "a"),
        ("Åfjord – «snitt» 漢字 😀", "Åfjord – «snitt» 漢字 😀"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        (" \n\t\u200b ", ""),
    ],
)
def test_plain_text_keeps_words_and_lines_alone(written: str, plain_text: str) -> None:
    assert plain(written) == plain_text
    assert plain(plain(written)) == plain(written)
    assert plain_line(written) == " ".join(plain_text.split())


@pytest.mark.parametrize(
    "changes, wrong",
    [
        ({}, None),
        ({"contact": ""}, None),
        ({"about": ""}, None),
        ({"text": "a" * LONGEST_TIP}, None),
        ({"text": "a" * (LONGEST_TIP + 1)}, TipField.TEXT),
        ({"text": " \n"}, TipField.TEXT),
        ({"about": "a" * (LONGEST_ABOUT + 1)}, TipField.ABOUT),
        ({"kind": ""}, TipField.KIND),
        ({"kind": "EVALUATION"}, TipField.KIND),
        ({"contact": "a@b"}, TipField.CONTACT),
        ({"contact": "a b@example.org"}, TipField.CONTACT),
        ({"contact": "a@example.org, b@example.org"}, TipField.CONTACT),
        ({"contact": "a@example.org\nBcc: b@example.org"}, TipField.CONTACT),
        ({"contact": "<a@example.org>"}, TipField.CONTACT),
        ({"contact": f"{'a' * 60}@{'b' * LONGEST_CONTACT}.no"}, TipField.CONTACT),
    ],
)
def test_what_is_wrong_is_told_by_field(changes: dict[str, str], wrong: TipField | None) -> None:
    given = {"kind": "error", "about": "Hemne", "text": "Skriv 39", "contact": "a@example.org"}
    assert list(WrittenTip.of(**{**given, **changes}).faults()) == ([wrong] if wrong else [])


def test_everything_wrong_is_told_at_once() -> None:
    faults = WrittenTip.of("", "a" * 400, "", "x").faults()
    assert set(faults) == set(TipField)


@pytest.mark.parametrize(
    "about, page",
    [
        ("/kommuner/hemne/2018", "/kommuner/hemne/2018"),
        ("//example.org/x", None),
        ("/\\example.org", None),
        ("javascript:alert(1)", None),
        ("https://example.org", None),
        ("/a?b=<script>", None),
        ("Hemne", None),
        (None, None),
    ],
)
def test_only_pages_of_this_site_are_led_to(about: str | None, page: str | None) -> None:
    tip = Tip(1, NOW, TipKind.ERROR, about, "a", None, TipState.NEW)
    assert tip.page == page


@pytest.mark.parametrize(
    "age, fault",
    [
        (timedelta(seconds=-60), MarkFault.EARLY),
        (timedelta(0), MarkFault.EARLY),
        (LEAST_AGE - timedelta(seconds=1), MarkFault.EARLY),
        (LEAST_AGE, None),
        (MOST_AGE, None),
        (MOST_AGE + timedelta(seconds=1), MarkFault.LATE),
    ],
)
def test_a_mark_tells_when_the_form_was_shown(age: timedelta, fault: MarkFault | None) -> None:
    assert mark_fault(mark("secret", "tip", NOW - age), "secret", "tip", NOW) is fault


@pytest.mark.parametrize(
    "given",
    [
        "",
        ".",
        "1",
        "x.y",
        "٣.a",
        "1772366390.",
        "9" * 500,
        "9" * 12 + ".a",
        mark("another", "tip", NOW - LEAST_AGE),
        mark("secret", "reply", NOW - LEAST_AGE),
        mark("secret", "tip", NOW - MOST_AGE * 2).replace("177", "178", 1),
    ],
)
def test_what_is_no_mark_of_ours_is_not_taken(given: str) -> None:
    assert mark_fault(given, "secret", "tip", NOW) is MarkFault.UNKNOWN
