"""Figures as people write them: what was meant, that none is there, or what is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import Final

from app.domain.message import Message, say
from app.domain.naming.spelling import fold
from app.domain.score import MissingKind

MOST_DIGITS: Final = 12
"""Digits that a figure may have; what has more is a phone number or a mistake."""


class DecimalSign(StrEnum):
    """Which sign stands before the decimals in a table."""

    COMMA = ","
    POINT = "."
    NONE = ""
    """No figure in the table tells."""


class NumberKind(StrEnum):
    """What a text was, read as a figure."""

    NUMBER = "number"
    SHARE = "share"
    """A per cent: `value` is 41 for `41 %`."""
    MISSING = "missing"
    """A mark that stands where there is no figure. Never 0."""
    WRONG = "wrong"
    """Meant as a figure, and not one; `problem` says why."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A text read as a figure. `value` is kept where a figure is wrong, if it can be told what was
    meant: sums are compared with it, and nothing else."""

    kind: NumberKind
    value: Decimal | None = None
    problem: Message | None = None
    missing: MissingKind = MissingKind.NOT_FOUND
    signed: bool = False
    """A plus or minus stands before it."""
    unsure: bool = False
    """In brackets, or with another decimal sign than the rest of the table."""
    out_of: Decimal | None = None
    """The most that it could be, where that is written beside: `61 av 100`."""

    @property
    def is_figure(self) -> bool:
        return self.kind in (NumberKind.NUMBER, NumberKind.SHARE)

    @property
    def decimals(self) -> int:
        if self.value is None:
            return 0
        exponent = self.value.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


_SPACES: Final = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+")
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_MISSING_MARKS: Final = frozenset((*_DASHES, ":", ".", "..", "...", "…", "--", "––", "?", "*", "/"))
_MISSING_WORDS: Final = {
    MissingKind.NOT_FOUND: (
        *("i t", "it", "u s", "n a", "na", "nd", "n d", "null", "none", "nan", "blank", "x"),
        *("mangler", "manglar", "saknas", "missing", "ukjent", "okand", "ukjend", "unknown"),
        *("uppgift saknas", "uppg saknas", "ingen uppgift", "data saknas", "varde saknas"),
        *("ingen data", "ingen opplysning", "uoppgitt", "uoppgjeve", "ikke oppgitt"),
        *("ikke tilgjengelig", "ikkje tilgjengeleg", "ej tillganglig", "ikke funnet"),
        *(
            "not available",
            "not found",
            "ikkje oppgitt",
            "ej angivet",
            "ikke kjent",
            "inga uppgift",
        ),
    ),
    MissingKind.NOT_PUBLIC: (
        *("ikke offentlig", "ikkje offentleg", "ej offentlig", "inte offentlig", "not public"),
        *("unntatt offentlighet", "unnateke offentlegheit", "sekretess", "skjermet", "skjerma"),
    ),
    MissingKind.NOT_EVALUATED: (
        *("ikke evaluert", "ikkje evaluert", "ej utvarderad", "inte utvarderad", "not evaluated"),
        *("ikke vurdert", "ikkje vurdert", "ej bedomd", "ikke med", "utgar", "utgår"),
    ),
}
_MISSING: Final = {word: kind for kind, words in _MISSING_WORDS.items() for word in words}
_EXCEL_MISSING: Final = ("#n/a", "#i/t", "#saknas!", "#saknas")
_EXCEL_ERROR: Final = re.compile(r"^#[A-ZÆØÅÄÖ0-9/]+[!?]?$", re.I)

_FOOTNOTE: Final = re.compile(
    r"(?<=[\d%a-zäåö.)])\s*(?:[*†‡§]+|[¹²³⁰⁴-⁹]+\)?|\s\(?[1-9a-e]\)|\s\[[1-9a-e]\])+$", re.I
)
_UNIT: Final = re.compile(r"\s*(?:p|p\.|pkt\.?|poeng|poäng|po[ae]ng|points?|pts?\.?|stp\.?)$", re.I)
_OUT_OF: Final = re.compile(
    r"^(?P<value>.+?)\s*(?:p\.?|poeng|poäng|points?)?\s*(?:\(?\s*(?:av|of|/|ut av)\s*"
    r"(?:totalt|maks|max|mulige|möjliga|moglege)?\s*(?P<most>\d{2,3})"
    r"(?:\s*(?:mulige|möjliga|moglege))?\s*(?:p\.?|poeng|poäng|points?)?\s*\)?)$",
    re.I,
)
_BESIDE: Final = re.compile(r"(?<=\d)\s*\(\s*\d+(?:[.,]\d+)?\s*%\s*\)$")
"""The same as a share, beside the points: `36 (36 %)`."""
_CORE: Final = re.compile(r"^\d+(?:[ .,'’]\d+)*$")
_WITH_LETTERS: Final = re.compile(r"^(?=.*\d)[\dOoQlI|]+(?:[.,][\dOoQlI|]+)?$")
_MEANT: Final = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"})


def tidy(text: str) -> str:
    """One line with single spaces, whatever spaces and line breaks stood there."""
    return _SPACES.sub(" ", text).strip()


def is_missing_mark(text: str) -> bool:
    """Whether a text says that there is no figure."""
    return _missing(tidy(text)) is not None


def without_footnote(text: str) -> str:
    """The text without the marks that lead to notes below a table: `48*`, `61¹`, `55 1)`."""
    return _FOOTNOTE.sub("", text)


@lru_cache(maxsize=65_536)
def read_number(text: str, sign: DecimalSign = DecimalSign.NONE) -> WrittenFigure:
    """What a text is, read as a figure of a table whose decimals stand behind `sign`."""
    written = tidy(text)
    missing = _missing(written)
    if missing is not None:
        return WrittenFigure(NumberKind.MISSING, missing=missing)
    if _EXCEL_ERROR.match(written):
        return _wrong(say("“%(text)s” is an error of the spreadsheet, not a figure.", text=written))
    written = _BESIDE.sub("", without_footnote(written))
    return _out_of(written, sign) or _bracketed(written, sign) or _signed(written, sign)


def _missing(text: str) -> MissingKind | None:
    if not text or text in _MISSING_MARKS or text.lower() in _EXCEL_MISSING:
        return MissingKind.NOT_FOUND
    if text[0].isdigit() or len(text) > 40:
        return None
    return _MISSING.get(fold(text.strip("()[]")))


def _out_of(text: str, sign: DecimalSign) -> WrittenFigure | None:
    """`61 av 100`, `61/100`, `61 (av 100)`."""
    matched = _OUT_OF.match(text)
    if matched is None:
        return None
    found = _signed(matched["value"], sign)
    if found.kind is not NumberKind.NUMBER:
        return None
    return replace(found, out_of=Decimal(matched["most"]))


def _bracketed(text: str, sign: DecimalSign) -> WrittenFigure | None:
    if not (text.startswith("(") and text.endswith(")")):
        return None
    found = _signed(text[1:-1].strip(), sign)
    return replace(found, unsure=True) if found.is_figure else None


def _signed(text: str, sign: DecimalSign) -> WrittenFigure:
    share = text.endswith("%")
    core = text[:-1].rstrip() if share else text
    for word in ("prosent", "procent", "percent", "pst.", "pst"):
        if core.lower().endswith(word):
            share, core = True, core[: -len(word)].rstrip()
    core = _UNIT.sub("", core) if re.search(r"\d", core) else core
    signed = core[:1] in f"+±{_DASHES}" and len(core) > 1
    negative = signed and core[0] in _DASHES
    core = core[1:].lstrip() if signed else core
    found = _plain(core, sign)
    if found.value is not None:
        found = replace(found, value=-found.value if negative else found.value, signed=signed)
    if share and found.kind is NumberKind.NUMBER:
        found = replace(found, kind=NumberKind.SHARE)
    return found


def _plain(text: str, sign: DecimalSign) -> WrittenFigure:
    if _CORE.match(text):
        return _digits(text, sign)
    if _WITH_LETTERS.match(text):
        meant = _digits(text.translate(_MEANT), sign)
        problem = say(
            "“%(text)s” holds a letter that looks like a figure, such as O for 0.", text=text
        )
        return WrittenFigure(NumberKind.WRONG, meant.value, problem)
    return WrittenFigure(NumberKind.TEXT)


def _digits(text: str, sign: DecimalSign) -> WrittenFigure:
    """Digits with signs between them: the last sign stands before the decimals, unless it parts
    thousands."""
    marks = [letter for letter in text if not letter.isdigit()]
    if not marks:
        return _number(text)
    last = marks[-1]
    *_, tail = re.split(r"[ .,'’]", text)
    groups = re.split(r"[ .,'’]", text)
    thousands = (
        all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0].lstrip("0")) <= 3
    )
    if last in " '’":
        return _number("".join(groups)) if thousands else WrittenFigure(NumberKind.TEXT)
    several_alike = marks.count(last) > 1
    if thousands and (several_alike or (last != sign and len(marks) == 1)):
        return _number("".join(groups))
    if several_alike:
        return WrittenFigure(NumberKind.TEXT)
    whole = "".join(groups[:-1])
    found = _number(f"{whole}.{tail}")
    other = sign is not DecimalSign.NONE and last != sign
    return replace(found, unsure=other)


def _number(digits: str) -> WrittenFigure:
    if len(digits) > MOST_DIGITS:
        return WrittenFigure(NumberKind.TEXT)
    try:
        return WrittenFigure(NumberKind.NUMBER, Decimal(digits))
    except InvalidOperation:
        return WrittenFigure(NumberKind.TEXT)


def _wrong(problem: Message) -> WrittenFigure:
    return WrittenFigure(NumberKind.WRONG, problem=problem)


def decimal_sign(texts: Iterable[str]) -> DecimalSign:
    """The sign before decimals in a table, by what can be read in one way only: `41,2`, `1.234,5`.

    Where both are used, the one used most; a figure with the other is to be confirmed.
    """
    found = {DecimalSign.COMMA: 0, DecimalSign.POINT: 0}
    for text in texts:
        core = without_footnote(tidy(text)).lstrip(f"+±({_DASHES} ").rstrip(")% p")
        matched = re.fullmatch(r"\d{1,3}(?:[ .']?\d{3})*,\d{1,2}|\d+,\d{4,}", core)
        if matched:
            found[DecimalSign.COMMA] += 1
        elif re.fullmatch(r"\d{1,3}(?:[ ,']?\d{3})*\.\d{1,2}|\d+\.\d{4,}", core):
            found[DecimalSign.POINT] += 1
    if not any(found.values()):
        return DecimalSign.NONE
    comma, point = found[DecimalSign.COMMA], found[DecimalSign.POINT]
    return DecimalSign.COMMA if comma >= point else DecimalSign.POINT


def exact(number: int | float | Decimal) -> Decimal:
    """A number of a spreadsheet as it was typed: 41.2, not what a binary fraction makes of it."""
    if isinstance(number, float):
        return Decimal(repr(round(number, 9)))
    return Decimal(number)


def in_file_form(value: Decimal) -> int | float:
    """Points as a JSON number: `58`, `41.2`."""
    return int(value) if value == value.to_integral_value() else float(value)


def plain_text(value: Decimal) -> str:
    """Points as digits, without an exponent and without zeros at the end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
