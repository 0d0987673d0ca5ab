"""Figures as people write them."""

from decimal import Decimal

import pytest

from app.domain.score import MissingKind
from app.publishing.importing.foreign.numbers import (
    DecimalSign,
    NumberKind,
    decimal_sign,
    exact,
    read_number,
)


@pytest.mark.parametrize(
    "text, value",
    [
        ("41,2", "41.2"),
        ("41.2", "41.2"),
        ("\n63\n", "63"),
        ("4\u00a0310", "4310"),
        ("4\u202f310", "4310"),
        ("12'345", "12345"),
        ("1.234,5", "1234.5"),
        ("501 p", "501"),
        ("501 poäng", "501"),
        ("48*", "48"),
        ("61¹", "61"),
        ("55 1)", "55"),
        ("61 av 100", "61"),
        ("61/100", "61"),
        ("36 (36 %)", "36"),
        ("−3", "-3"),
        ("–3", "-3"),
        ("+5", "5"),
        ("0", "0"),
        ("0,0", "0"),
        ("48,95", "48.95"),
    ],
)
def test_a_figure(text: str, value: str) -> None:
    found = read_number(text, DecimalSign.COMMA)
    assert (found.kind, found.value) == (NumberKind.NUMBER, Decimal(value))


@pytest.mark.parametrize(
    "text, value", [("39 %", "39"), ("0,15 %", "0.15"), ("41,2 prosent", "41.2"), ("-4%", "-4")]
)
def test_a_share(text: str, value: str) -> None:
    found = read_number(text)
    assert (found.kind, found.value) == (NumberKind.SHARE, Decimal(value))


@pytest.mark.parametrize(
    "text, kind",
    [
        ("", MissingKind.NOT_FOUND),
        (" \u00a0", MissingKind.NOT_FOUND),
        ("i.t.", MissingKind.NOT_FOUND),
        ("Uppgift saknas", MissingKind.NOT_FOUND),
        ("ikke offentlig", MissingKind.NOT_PUBLIC),
        ("Ej utvärderad", MissingKind.NOT_EVALUATED),
    ],
)
def test_a_figure_that_is_missing(text: str, kind: MissingKind) -> None:
    found = read_number(text)
    assert (found.kind, found.missing, found.value) == (NumberKind.MISSING, kind, None)


@pytest.mark.parametrize("text, meant", [("5O", 50), ("l5", 15), ("4o,5", Decimal("40.5"))])
def test_a_letter_for_a_figure_is_wrong_and_says_what_was_meant(text: str, meant: Decimal) -> None:
    found = read_number(text)
    assert (found.kind, found.value) == (NumberKind.WRONG, meant)
    assert found.problem is not None


@pytest.mark.parametrize("text", ["Snitt", "1.2.3.4", "12 34", "1" * 40, "٤٢x", "#abc", "⅓", "1e5"])
def test_a_text_is_no_figure(text: str) -> None:
    assert not read_number(text).is_figure


@pytest.mark.parametrize(
    "texts, sign",
    [
        (("41,2", "36,8", "58"), DecimalSign.COMMA),
        (("41.2", "36.8", "1,234"), DecimalSign.POINT),
        (("41", "4.310"), DecimalSign.NONE),
        (("41,2*", "36,8 p", "8.8"), DecimalSign.COMMA),
    ],
)
def test_the_sign_before_decimals_is_that_of_the_table(
    texts: tuple[str, ...], sign: DecimalSign
) -> None:
    assert decimal_sign(texts) is sign


def test_thousands_and_decimals_are_told_apart_by_the_table() -> None:
    assert read_number("4.310", DecimalSign.COMMA).value == 4310
    assert read_number("4,310", DecimalSign.POINT).value == 4310
    assert read_number("4,310", DecimalSign.COMMA).value == Decimal("4.31")
    assert read_number("0,001").value == Decimal("0.001")
    assert read_number("41.2", DecimalSign.COMMA).unsure


def test_a_number_of_a_spreadsheet_is_as_it_was_typed() -> None:
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert exact(41.2) == Decimal("41.2")
