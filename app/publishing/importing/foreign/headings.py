"""What a heading is of: an area, a question, a sum, the total."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.area_names import (
    LONGEST_HEADING,
    AreaNames,
    NamedArea,
    Nearness,
)
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.numbers import tidy, without_footnote
from app.publishing.importing.foreign.words import YEAR


class MeasureKind(StrEnum):
    """What a line of a table measures."""

    AREA = "area"
    QUESTION = "question"
    AREA_SUM = "area-sum"
    """The sum of the questions above, of the area that `area` names, or of the last one."""
    TOTAL = "total"
    SUM = "sum"
    """`Sum` alone: of an area among questions, else the total."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was understood. `sure` is False where it is only alike, or a date was read
    as a code."""

    kind: MeasureKind
    area: NamedArea | None = None
    code: str = ""
    sure: bool = True

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the others of a table."""
        if self.code:
            return (self.kind, self.code)
        if self.area is not None:
            return (MeasureKind.AREA, tuple(sorted(self.area.by_version.items())))
        return (self.kind,)


_CODE: Final = re.compile(
    r"^(?:(?:spm|spørsmål|delspørsmål|fråga|delfråga|question|q|s|kriterium|nr)\.?\s*)?"
    r"(?P<area>[1-8])\s?[.,]\s?(?P<no>\d{1,2})(?P<rest>[.):]?\s*(?:[^\d\s%].*)?)$",
    re.I,
)
_TOTAL_WORDS: Final = (
    r"(?:sum|summa|total|totalt|totalsum|totalsumma|samlet|samla|sammanlagt|i alt|ialt|totalen"
    r"|totalpoeng|totalpoang|totalskar|totalscore|totalresultat|sluttsum|slutsumma|poengsum"
    r"|poangsumma|overall)"
)
_TOTAL: Final = re.compile(
    rf"^(?:(?:hele|heile|hela) )?(?:{_TOTAL_WORDS})"
    r"(?:\s+(?:sum|summa|total|totalt|poeng|poang|points|skar|score|resultat|antall|antal|i alt"
    r"|(?:alle|alla|all|de|for|av|of) (?:(?:alle|alla|de) )?(?:8 |atte |atta )?"
    r"(?:fokus)?(?:omrader|omrada|omraden|omradene|omradena|areas)|(?:fokus)?(?:omrader|omraden)"
    r"|omrade 1 8|1 8|(?:av|of|maks|max|av maks|av totalt|av max)?\s?800"
    r"|(?:maks|max|mulige|mojlige|mojliga|p|kommune|kommunen|poengsum|poangsumma|hele)))*$"
)
_BARE_SUM: Final = frozenset(("sum", "summa", "i alt", "total", "totalt"))
_PART_SUM: Final = frozenset(("delsum", "delsumma", "subtotal", "mellomsum", "mellansumma"))
PART: Final = "part"
"""The code of a sum that is never the total."""
_AREA_SUM: Final = re.compile(
    r"^(?:del)?(?:sum|summa|totalt?|poeng|poäng|resultat|subtotal)\.?\s*(?:for|för|i|av|of|–|-|:)?\s*"
    r"(?P<rest>.+)$",
    re.I,
)
_POINTS_FIRST: Final = re.compile(
    r"^(?:poeng|poang|points|total)\s+(?:totalt|total|i alt|sum|score)$"
)


def heading_of(spot: Spot, names: AreaNames) -> Heading | None:
    """What a cell is the heading of; None where it is none by itself. Bare numbers are told by
    what stands around them (`axis`)."""
    if spot.day is not None:
        return None
    return text_heading(spot.text, names)


def text_heading(text: str, names: AreaNames) -> Heading | None:
    """What a text is the heading of."""
    if len(text) > LONGEST_HEADING:
        return None
    if text not in names.remembered:
        names.remembered[text] = _text_heading(text, names)
    found: Heading | None = names.remembered[text]
    return found


def _text_heading(text: str, names: AreaNames) -> Heading | None:
    written = without_footnote(tidy(text))
    if is_total(written):
        bare = fold(written) in _BARE_SUM
        return Heading(MeasureKind.SUM if bare else MeasureKind.TOTAL)
    if fold(written) in _PART_SUM:
        return Heading(MeasureKind.SUM, code=PART)
    found = _CODE.match(written)
    if found is not None and (found["rest"].strip(".): ") or written[0].isalpha()):
        return Heading(MeasureKind.QUESTION, code=f"{found['area']}.{int(found['no'])}")
    area = names.match(written)
    if area is not None and area.nearness is not Nearness.ALIKE:
        return Heading(MeasureKind.AREA, area)
    found = _AREA_SUM.match(written)
    of_sum = names.match(found["rest"]) if found is not None else None
    if of_sum is not None:
        return Heading(MeasureKind.AREA_SUM, of_sum, sure=of_sum.nearness is not Nearness.ALIKE)
    return None if area is None else Heading(MeasureKind.AREA, area, sure=False)


def is_total(text: str) -> bool:
    """Whether a text names the total of all areas."""
    bare = re.sub(r"\((?:maks\.?|max\.?|av|of)?\s*\d*\s*(?:p|poeng|poäng)?\)", "", text)
    folded = fold(YEAR.sub("", bare))
    return bool(_TOTAL.match(folded) or _POINTS_FIRST.match(folded))


def code_of(spot: Spot) -> str | None:
    """The code of a question in a cell that holds nothing else: `1.1`, `1,1`, the number 1.1, or
    the first of February, which is what Excel makes of 1.2."""
    if spot.day is not None:
        area, no = spot.day.day, spot.day.month
        return f"{area}.{no}" if 1 <= area <= 8 else None
    if spot.number is not None and spot.is_share:
        return None
    found = re.fullmatch(r"\(?([1-8])\s?[.,]\s?(\d{1,2})[.)]?", spot.text)
    return f"{found[1]}.{int(found[2])}" if found is not None else _dated(spot.text)


_MONTHS: Final = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def _dated(text: str) -> str | None:
    """A code in a text that a spreadsheet wrote as a date: `01.feb`, `1-feb`, `01.02.2024`."""
    found = re.fullmatch(r"0?([1-8])[.\- ]{1,2}\s?0?(1[0-2]|[1-9])[.\- ](?:\d{4}|\d{2})", text)
    if found is not None:
        return f"{found[1]}.{int(found[2])}"
    found = re.fullmatch(r"(?:19|20)\d\d-(0[1-9]|1[0-2])-0([1-8])(?:[T ]00:00(?::00)?)?", text)
    if found is not None:
        return f"{int(found[2])}.{int(found[1])}"
    found = re.fullmatch(r"0?([1-8])[.\- ]{1,2}([a-zåäö]{3,9})\.?(?:[.\- ]\d{2,4})?", text, re.I)
    if found is None:
        return None
    name = fold(found[2]).replace("dec", "des").replace("oct", "okt")
    no = next((n for n, month in enumerate(_MONTHS, 1) if name.startswith(month)), None)
    return f"{found[1]}.{no}" if no is not None else None


def is_dated(spot: Spot) -> bool:
    """Whether a code had become a date."""
    return spot.day is not None or _dated(spot.text) is not None


def number_of_area(spot: Spot) -> int | None:
    """A cell that holds the digit of an area and nothing else."""
    found = re.fullmatch(r"\(?([1-8])[.):]?", spot.text)
    return int(found[1]) if found is not None and spot.day is None and not spot.is_share else None
