"""How numbers, points, shares and dates are written in each language. Nothing else formats them.

Signs and words are those of the language's locale. How many decimals points have, and how they are
rounded, `app.domain.decimals` says. Years are text and are never grouped.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from app.domain.clock import OSLO
from app.domain.decimals import decimals_of, rounded
from app.domain.language import LANGUAGES

MINUS: Final = "\N{MINUS SIGN}"

_LOCALES: Final = {code: Locale.parse(language.locale) for code, language in LANGUAGES.items()}


@lru_cache(maxsize=16_384)
def points(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Points or an average of points: `38,9`, `433`, in English `38.9`.

    Without `decimals` it has as many as it needs by itself, at most one.
    """
    shown = rounded(value, decimals_of([value]) if decimals is None else decimals)
    pattern = "#,##0." + "0" * decimals if decimals else None
    return _signed(format_decimal(shown + 0, pattern, locale=_LOCALES[language]))


@lru_cache(maxsize=4096)
def number(value: int, language: str) -> str:
    """A count, grouped by thousands: `10 000`, in English `10,000`."""
    return _signed(format_decimal(value, locale=_LOCALES[language]))


@lru_cache(maxsize=4096)
def percent(share: Decimal, language: str) -> str:
    """A share of 0–1 in whole per cent: `54 %`, in English `54%`."""
    shown = rounded(share, 2)
    return _signed(format_percent(shown + 0, locale=_LOCALES[language]))


def day(value: date, language: str) -> str:
    """A date in words; with a time of day, that in UTC behind it."""
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo else value
        return f"{day(moment.date(), language)}, {moment:%H:%M} UTC"
    return format_date(value, "long", locale=_LOCALES[language])


def moment(value: datetime, language: str) -> str:
    """A time by the clock on the wall in Norway, where what stands around says that it is so."""
    local = value.astimezone(OSLO)
    return f"{day(local.date(), language)}, {local:%H:%M}"


def listed(items: Sequence[str], language: str, *, one_of: bool = False) -> str:
    """`a, b and c`; `a, b or c` of which one is meant."""
    return format_list(items, "or" if one_of else "standard", locale=_LOCALES[language])


def _signed(written: str) -> str:
    """With a true minus sign, where Babel writes the hyphen that stands in the locale's pattern."""
    return written.replace("-", MINUS)
