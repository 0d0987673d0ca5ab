from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.language import LANGUAGES
from app.domain.message import say
from app.web.words import formats
from app.web.words.languages import translate, translate_marked

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "value,nb,en",
    [
        ("433.0", "433", "433"),
        ("38.9", "38,9", "38.9"),
        ("38.95", "39", "39"),
        ("38.25", "38,3", "38.3"),
        ("38.35", "38,4", "38.4"),
        ("0", "0", "0"),
        ("0.04", "0", "0"),
        ("-0.04", "0", "0"),
        ("-12.5", "\N{MINUS SIGN}12,5", "\N{MINUS SIGN}12.5"),
        ("1234.5", f"1{SPACE}234,5", "1,234.5"),
    ],
)
def test_points_have_one_decimal_only_where_there_is_one(value: str, nb: str, en: str) -> None:
    assert formats.points(Decimal(value), "nb") == nb
    assert formats.points(Decimal(value), "en") == en


def test_averages_are_rounded_to_one_decimal() -> None:
    assert formats.points(Decimal(1000) / 3, "sv") == "333,3"


@pytest.mark.parametrize(
    "language,written",
    [("nb", f"10{SPACE}000"), ("nn", f"10{SPACE}000"), ("sv", f"10{SPACE}000"), ("en", "10,000")],
)
def test_counts_are_grouped(language: str, written: str) -> None:
    assert formats.number(10_000, language) == written
    assert formats.number(999, language) == "999"


def test_shares() -> None:
    assert formats.percent(Decimal("0.545"), "nb") == f"55{SPACE}%"
    assert formats.percent(Decimal("0.54"), "en") == "54%"


@pytest.mark.parametrize(
    "language,written",
    [
        ("nb", "1. januar 2018"),
        ("nn", "1. januar 2018"),
        ("sv", "1 januari 2018"),
        ("en", "1 January 2018"),
    ],
)
def test_dates_are_written_out_and_years_not_grouped(language: str, written: str) -> None:
    assert formats.day(date(2018, 1, 1), language) == written


def test_a_time_of_day_is_given_in_utc() -> None:
    oslo = timezone(timedelta(hours=1))
    assert formats.day(datetime(2018, 1, 1, 0, 30, tzinfo=oslo), "en") == (
        "31 December 2017, 23:30 UTC"
    )
    assert formats.day(datetime(2018, 1, 1, 9, 5, tzinfo=UTC), "nb") == "1. januar 2018, 09:05 UTC"


@pytest.mark.parametrize(
    "language,written", [("nb", "a, b og c"), ("sv", "a, b och c"), ("en", "a, b and c")]
)
def test_lists_end_with_and(language: str, written: str) -> None:
    assert formats.listed(["a", "b", "c"], language) == written
    assert formats.listed(["a"], language) == "a"


@given(
    st.decimals(-10_000, 10_000, places=3),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_points_read_back_are_within_half_a_tenth(value: Decimal, language: str) -> None:
    written = formats.points(value, language)
    separators = (",", ".") if language != "en" else ("!", ".")
    plain = written.replace(SPACE, "").replace("\N{MINUS SIGN}", "-")
    plain = plain.replace(",", "") if language == "en" else plain.replace(*separators)
    assert abs(Decimal(plain) - value) <= Decimal("0.05")
    assert "-" not in written


@pytest.mark.parametrize(
    "language,written",
    [("nb", "a, b eller c"), ("nn", "a, b eller c"), ("sv", "a, b eller c"), ("en", "a, b or c")],
)
def test_of_a_choice_one_is_meant(language: str, written: str) -> None:
    assert formats.listed(["a", "b", "c"], language, one_of=True) == written


@pytest.mark.parametrize(
    "at, exact, shown",
    [
        (
            datetime(2026, 11, 30, 11, 19, 5, tzinfo=UTC),
            "2026-11-30T11:19:05Z",
            "30. november 2026, 12:19",
        ),
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "2026-06-30T22:30:00Z", "1. juli 2026, 00:30"),
        (
            datetime(2026, 12, 31, 23, 0, tzinfo=UTC),
            "2026-12-31T23:00:00Z",
            "1. januar 2027, 00:00",
        ),
        (
            datetime(2026, 3, 1, 8, 0, tzinfo=timezone(timedelta(hours=-5))),
            "2026-03-01T13:00:00Z",
            "1. mars 2026, 14:00",
        ),
    ],
)
def test_a_time_on_a_page_is_that_of_the_clock_in_norway(
    at: datetime, exact: str, shown: str
) -> None:
    said = say("%(time)s", time=at)
    assert translate_marked(said, "nb") == f'<time datetime="{exact}">{shown}</time>'
    assert "UTC" in translate(said, "nb")  # on a terminal, where nothing around says which clock
