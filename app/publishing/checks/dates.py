"""Codes and points that a spreadsheet has made into dates: 1.2 became 1 February."""

import re
from typing import Final

_ISO: Final = re.compile(r"\d{4}-(\d{2})-(\d{2})(?:[ T].*)?")
_NAMED: Final = re.compile(r"(\d{1,2})[.\- ]{1,2}([a-zæøå]{3,9})\.?(?:[.\- ]{1,2}\d{2,4})?")
_ENGLISH: Final = re.compile(r"([a-z]{3,9})[.\- ]{1,2}(\d{1,2})")
_MONTHS: Final = (
    ("jan",),
    ("feb",),
    ("mar",),
    ("apr",),
    ("mai", "maj", "may"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("okt", "oct"),
    ("nov",),
    ("des", "dec"),
)


def before_it_was_a_date(text: str) -> str | None:
    """What was probably written: `1.2` for 1 February. None where the text is no date."""
    written = text.strip().casefold()
    if (found := _ISO.fullmatch(written)) is not None:
        return f"{int(found[2])}.{int(found[1])}"
    if (found := _NAMED.fullmatch(written)) is not None and (month := _month(found[2])):
        return f"{int(found[1])}.{month}"
    if (found := _ENGLISH.fullmatch(written)) is not None and (month := _month(found[1])):
        return f"{int(found[2])}.{month}"
    return None


def _month(name: str) -> int | None:
    months = (n for n, begun in enumerate(_MONTHS, 1) if name.startswith(begun))
    return next(months, None)
