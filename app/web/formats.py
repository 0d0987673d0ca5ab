"""How numbers, points, shares and dates are written in each language. Nothing else formats them.

Points are rounded half up, as people do by hand: 38.95 is shown as 39, 38.25 as 38.3. They have one
decimal only where that decimal is not 0. Years are text and are never grouped.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

MINUS: Final = "\N{MINUS SIGN}"
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"

_LOCALES: Final = {
    "nb": Locale("nb"),
    "nn": Locale("nn"),
    "sv": Locale("sv"),
    "en": Locale("en", "GB"),
}


def points(value: Decimal, language: str) -> str:
    """Points or an average of points: `38,9`, `433`, in English `38.9`."""
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    return _written(f"{rounded:,.0f}" if whole else f"{rounded:,.1f}", language)


def number(value: int, language: str) -> str:
    """A count, grouped by thousands: `10 000`, in English `10,000`."""
    return _written(f"{value:,}", language)


def percent(share: Decimal, language: str) -> str:
    """A share of 0–1 in whole per cent: `54 %`, in English `54%`."""
    rounded = (share * 100).quantize(Decimal(1), ROUND_HALF_UP)
    space = "" if language == "en" else NO_BREAK_SPACE
    return f"{_written(f'{rounded:,}', language)}{space}%"


def day(value: date, language: str) -> str:
    """A date in words; with a time of day, that in UTC behind it."""
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo else value
        return f"{day(moment.date(), language)}, {moment:%H:%M} UTC"
    return format_date(value, "long", locale=_LOCALES[language])


def listed(items: Sequence[str], language: str, *, one_of: bool = False) -> str:
    """`a, b and c`; `a, b or c` of which one is meant."""
    return format_list(items, "or" if one_of else "standard", locale=_LOCALES[language])


def _written(text: str, language: str) -> str:
    """Python's own form of a number with the language's signs."""
    if language != "en":
        text = text.replace(",", NO_BREAK_SPACE).replace(".", ",")
    if text.strip("-0,.") == "":
        text = text.removeprefix("-")
    return text.replace("-", MINUS)
