"""Which texts a spreadsheet would read as something else when it opens a CSV file, and how they are
written so that it does not.

A CSV file cannot say that `1.1`, `0381` or `2018` is a text. Norwegian and Swedish spreadsheets
read the first as a date, the second without its zero and the third as a number. As a formula
whose value is a text (`="1.1"`) each of them stays what it is, in Excel and in LibreOffice.
"""

import re
from typing import Final

LONGEST: Final = 255
"""The letters that Excel allows in a text of a formula. No number or date is as long."""

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a formula begins with."""

_MONTHS: Final = """
jan januar januari january feb februar februari february mar mars march apr april mai maj may
jun juni june jul juli july aug august augusti sep sept september okt oktober oct october
nov november des desember dec december
"""
_DAYS: Final = """
ma man mandag må mån måndag måndagen mon monday ti tir tirsdag tys tysdag tis tisdag tue tuesday
on ons onsdag wed wednesday to tor tors torsdag thu thursday fr fre fredag fri friday
lø lør lørdag lau laurdag lö lör lördag sat saturday sø søn søndag sun sundag sö sön söndag sunday
"""
_UNITS: Final = "e d t z a p am pm fm em kr nok sek dkk eur usd"
"""Of exponents (`1E5`), of times and of money."""

_WORDS: Final = frozenset((_MONTHS + _DAYS + _UNITS).split())
"""The words that numbers, dates and times are written with."""

_TRUTHS: Final = frozenset(("sann", "usann", "sant", "falskt", "sanning", "true", "false"))

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SIGNED_NUMBER: Final = re.compile(r"[+-]\s*[\d.,]+\s*%?")


def as_text(text: str) -> str:
    """The text as a spreadsheet has to find it in a CSV file to read it as a text.

    What begins like a formula gets an apostrophe before it; what reads like a value becomes a
    formula that says it.
    """
    bare = text.strip()
    if text.lstrip(" ").startswith(_FORMULAS) and not _SIGNED_NUMBER.fullmatch(bare):
        return f"'{text}"
    if len(text) <= LONGEST and reads_as_a_value(text):
        doubled = text.replace('"', '""')
        return f'="{doubled}"'
    return text


def reads_as_a_value(text: str) -> bool:
    """Whether a text may be read as a number, a date, a time, a share, a sum of money or a truth.

    Rather too often than too seldom: it is enough that it holds a digit and no word that none of
    those has.
    """
    words = [word.casefold() for word in _LETTERS.findall(text)]
    if any(letter.isdecimal() for letter in text):
        return all(word in _WORDS for word in words)
    return len(words) == 1 and words[0] in _TRUTHS
