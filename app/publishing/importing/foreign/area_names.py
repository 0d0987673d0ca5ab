"""Which focus area a heading names, in every version that has it: by name, abbreviation or number.

An area is known by its name in any of our languages, whole, as in figures, or cut short. What is
only alike is taken to be confirmed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final

from app.domain.method import Instrument
from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.numbers import tidy, without_footnote

ALIKE: Final = 0.87
"""How like a name a heading has to be, 0–1, to be taken for it with a slip of the pen in it."""
LONGEST_HEADING: Final = 160
FEWEST_LETTERS: Final = 5
"""Of a name that is cut short."""


class Nearness(IntEnum):
    """How a heading is like the name of an area, best first."""

    WHOLE = 0
    SHORT = 1
    """The short name in figures."""
    CUT = 2
    """Each word cut short, or words left out."""
    ALIKE = 3
    NUMBER = 4
    """Only a number: `Omr 1`."""


@dataclass(frozen=True, slots=True)
class NamedArea:
    """What a heading says: areas by version, best first, and the number that stands before."""

    by_version: Mapping[str, int]
    nearness: Nearness
    number: int | None = None
    languages: frozenset[str] = frozenset()

    @property
    def contradicts(self) -> bool:
        """Whether its number is that of another area than its name, in every version."""
        return self.number is not None and self.number not in self.by_version.values()

    @property
    def likely(self) -> int | None:
        """Its number while the version is not known: as written, else of the oldest that has it."""
        return self.number or next(iter(self.by_version.values()), None)

    def no(self, version: str) -> int | None:
        return self.by_version.get(version)


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    version: str
    no: int
    language: str
    is_short: bool


_PREFIX: Final = re.compile(
    r"^(?:fokus\s?område|fokus\s?omr\.?|fo|område|omr\.?|focus\s?area|area|hovedområde|"
    r"huvudområde|kapittel|kapitel|kap\.?|del|f|o|a)\s?(?:nr\.?\s?|no\.?\s?)?"
    r"(?P<no>[1-8])(?![\d])(?!\s*[.,]\s*\d)\s*[.):–—:-]*\s*(?P<rest>.*)$",
    re.I,
)
_NUMBER: Final = re.compile(r"^\(?(?P<no>[1-8])(?:\s*[.):–—-]+\s*|\s+)(?P<rest>[^\d\s].*)$")
_ROMAN: Final = re.compile(r"^(?P<no>VIII|VII|VI|IV|V|III|II|I)[.)]\s+(?P<rest>\D.*)$")
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_TAIL: Final = re.compile(
    r"\s*(?:\(\d{1,3}(?:[.,]\d)?\s*(?:av|of|/)\s*\d{2,3}\s*(?:p|poeng|poäng|points?)?\)"
    r"|\((?:0\s*[-–]\s*)?(?:maks\.?|max\.?|av|of)?\s*\d{0,3}\s*(?:p|poeng|poäng|points?)?\)"
    r"|,?\s*[–-]?\s*(?:poeng|poäng|points?|skår|score|resultat)|\(?(?:199\d|20[0-4]\d)\)?|[:.…]+)$",
    re.I,
)
_SMALL: Final = frozenset(("og", "och", "and", "i", "av", "the", "of", "for", "som", "as", "samt"))


class AreaNames:
    """Finds areas by their names in all versions of the instrument. `is_somebody` says of a text
    whether it is the name of a municipality, and so of no area."""

    def __init__(
        self, instrument: Instrument, is_somebody: Callable[[str], bool] = lambda _: False
    ) -> None:
        self.is_somebody = is_somebody
        self.versions = tuple(
            sorted(instrument.versions, key=lambda v: (instrument.versions[v].year_from, v))
        )
        self._numbers = {
            version: frozenset(area.no for area in instrument.versions[version].areas)
            for version in self.versions
        }
        self._names = tuple(_names(instrument))
        self._beginnings = {
            word[:2] for name in self._names for word in name.folded.split() if word not in _SMALL
        }
        self.remembered: dict[str, Any] = {}
        """What texts of the file have been taken for: most stand in it many times."""
        self.match = lru_cache(maxsize=65_536)(self._match)

    def of_number(self, number: int) -> NamedArea:
        """An area that is only a number."""
        by_version = {v: number for v in self.versions if number in self._numbers[v]}
        return NamedArea(by_version, Nearness.NUMBER, number)

    def _match(self, text: str) -> NamedArea | None:
        """The area that a heading names, None where it names none. A bare digit is none: what
        stands around it has to tell."""
        written = tidy(text)
        if not written or len(written) > LONGEST_HEADING:
            return None
        number, rest = _number_and_name(without_footnote(written))
        rest = _without_tail(rest)
        folded = fold(rest)
        if not folded:
            bare = number is None or not any(letter.isalpha() for letter in written)
            return None if bare or number is None else self.of_number(number)
        return self._by_name(folded, number)

    def _by_name(self, folded: str, number: int | None) -> NamedArea | None:
        """Of each version the area that is nearest."""
        first = next((word for word in folded.split() if word not in _SMALL), "")
        if first[:2] not in self._beginnings or re.search(r"\d", folded):
            return None
        found: dict[str, int] = {}
        nearest: list[Nearness] = []
        languages: set[str] = set()
        for nearness, fits in _FITS:
            names = [n for n in self._names if n.version not in found and fits(folded, n)]
            areas = _one_each(names, number)
            if areas and (nearness is not Nearness.ALIKE or not found):
                found |= areas
                nearest.append(nearness)
                languages |= {name.language for name in names}
        if not found:
            return None
        return NamedArea(found, nearest[0], number, frozenset(languages))


def _names(instrument: Instrument) -> Iterable[_Name]:
    for version in instrument.versions.values():
        for area in version.areas:
            for is_short, local in ((False, area.name), (True, area.short)):
                for language, text in local.texts.items() if local is not None else ():
                    yield _Name(fold(text), version.version, area.no, language, is_short)


def _number_and_name(text: str) -> tuple[int | None, str]:
    """The number before a name, and the name: `1. Offentlighet`, `Område 1: …`, `Omr 1`."""
    for pattern in (_PREFIX, _NUMBER):
        if (found := pattern.match(text)) is not None:
            return int(found["no"]), found["rest"]
    if (found := _ROMAN.match(text)) is not None:
        return _ROMANS.index(found["no"]) + 1, found["rest"]
    return None, text


def _without_tail(text: str) -> str:
    for _ in range(4):
        shorter = _TAIL.sub("", text).strip()
        if shorter == text or (not shorter and not text.startswith("(")):
            break
        text = shorter
    return text


def _is_whole(text: str, name: _Name) -> bool:
    return not name.is_short and text == name.folded


def _is_short(text: str, name: _Name) -> bool:
    return name.is_short and text == name.folded


def _is_cut(text: str, name: _Name) -> bool:
    """Whether each word begins one of the name's, in their order: `Tilgj. og brukerorient.`"""
    words = [word for word in text.split() if word not in _SMALL]
    wanted = [word for word in name.folded.split() if word not in _SMALL]
    if not words or len("".join(words)) < FEWEST_LETTERS or not wanted:
        return False
    if len(words) == 1 and not wanted[0].startswith(words[0]):
        return False
    return _begin(words, wanted)


def _begin(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words begin others in their order; two may be the ends of one: `Samf.utvikler`."""
    if not words:
        return True
    for position, one in enumerate(wanted):
        if len(words[0]) < 2 or not one.startswith(words[0]):
            continue
        rest = wanted[position + 1 :]
        if len(words) > 1 and one != words[0] and one.endswith(words[1]):
            return _begin(words[2:], rest)
        return _begin(words[1:], rest)
    return False


def _is_alike(text: str, name: _Name) -> bool:
    if name.is_short or abs(len(text) - len(name.folded)) > 8:
        return False
    matcher = SequenceMatcher(None, text, name.folded)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _one_each(names: Sequence[_Name], number: int | None) -> dict[str, int]:
    """One area of each version. Where a version has several such, the number before decides, and
    without one that version has none."""
    by_version: dict[str, set[int]] = {}
    for name in names:
        by_version.setdefault(name.version, set()).add(name.no)
    found: dict[str, int] = {}
    for version, numbers in by_version.items():
        if number is not None and number in numbers:
            found[version] = number
        elif len(numbers) == 1:
            found[version] = next(iter(numbers))
    return found


_FITS: Final[tuple[tuple[Nearness, Callable[[str, _Name], bool]], ...]] = (
    (Nearness.WHOLE, _is_whole),
    (Nearness.SHORT, _is_short),
    (Nearness.CUT, _is_cut),
    (Nearness.ALIKE, _is_alike),
)
