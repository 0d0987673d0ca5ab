"""Texts that a spreadsheet would take for a value, and those that it leaves alone."""

import pytest

from app.web.api.spreadsheet_texts import LONGEST, as_text

TAKEN = (
    *("1.1", "2.1", "2020", "0381", "1 000", "1E5", "1e-5", "-5", "+47", "38,9", "5 %", "(5)"),
    *("1/2", "1-2", "2018-01-02", "1.1.2018", "12:30", "2026-03-01T12:30:00Z", "1 pm"),
    *("mai 2020", "1. januar", "12 mars", "MAJ 20", "søndag 1. juni 2014", "kr 100", "100 SEK"),
    *("sann", "USANN", "sant", "Falskt", "TRUE", "false"),
)
LEFT = (
    *("hemne-2018", "Hemne", "kostra-2020:EKG07", "not-found: total 1 2", "Kommunekompasset 2.1"),
    *("mars", "NO", "size:small", "område 3", "", " ", "https://example.org/2018", "EKG07"),
)


@pytest.mark.parametrize("text", TAKEN)
def test_what_reads_like_a_value_is_said_by_a_formula(text: str) -> None:
    assert as_text(text) == f'="{text}"'


@pytest.mark.parametrize("text", LEFT)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


def test_quotes_inside_are_doubled_as_formulas_have_them() -> None:
    assert as_text('1"2') == '="1""2"'


def test_a_text_longer_than_a_formula_may_say_is_left() -> None:
    assert as_text("1" * LONGEST) == f'="{"1" * LONGEST}"'
    assert as_text("1" * (LONGEST + 1)) == "1" * (LONGEST + 1)
