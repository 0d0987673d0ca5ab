"""Strengths, challenges and weaknesses in a running text: under which area, and in which language.

A finding is a line with a bullet and what follows it; in a list without bullets, a line. Lines
that were broken are put together again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.domain.evaluation import FindingKind
from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.area_names import LONGEST_HEADING, AreaNames, NamedArea
from app.publishing.importing.foreign.grid import Spot

LANGUAGES_OF_WORDS: Final[Mapping[FindingKind, Mapping[str, tuple[str, ...]]]] = {
    FindingKind.STRENGTH: {
        "nb": ("styrker", "sterke sider", "styrke", "positive sider", "positive funn"),
        "nn": ("styrkar", "styrkjer", "sterke sider ved", "styrkjar"),
        "sv": ("styrkor", "styrka", "starka sidor", "positivt"),
        "en": ("strengths", "strength", "strong points"),
    },
    FindingKind.CHALLENGE: {
        "nb": (
            *("utfordringer", "utfordring", "forbedringsomrader", "forbedringspunkter"),
            *("forbedringspotensial", "utviklingsomrader", "forbedringsomrade"),
        ),
        "nn": (
            *("utfordringar", "forbetringsomrade", "forbetringspunkt", "utviklingsomrade"),
            "forbetringspotensial",
        ),
        "sv": (
            *("utmaningar", "utmaning", "forbattringsomraden", "forbattringsomrade"),
            *("utvecklingsomraden", "utvecklingsomrade", "forbattringspotential"),
        ),
        "en": ("challenges", "challenge", "areas for improvement", "improvement areas"),
    },
    FindingKind.WEAKNESS: {
        "nb": ("svakheter", "svakhet", "svake sider", "mangler"),
        "nn": ("svakheiter", "veikskapar", "svake sider ved", "manglar", "veikskap"),
        "sv": ("svagheter", "svaghet", "svaga sidor", "brister"),
        "en": ("weaknesses", "weakness", "weak points"),
    },
}
_KINDS: Final = {
    word: (kind, language)
    for kind, languages in LANGUAGES_OF_WORDS.items()
    for language, words in languages.items()
    for word in words
}
_BULLET: Final = re.compile(
    r"^\s*(?:[-\u2010-\u2015\u2212•·*●○▪▫■□◦‣⁃∙◾◼→➢➤►▶✓✔+»›§\uf0b7\uf0a7\uf0d8]+|o(?=\s)"
    r"|\(?(?:\d{1,2}|[a-h])[.)](?=\s))\s*"
)
_INLINE: Final = re.compile(r"^(?P<head>[^:]{3,40}):\s*(?P<rest>\S.*)?$")
_NONE: Final = re.compile(
    r"^(?:ingen|inga|ingenting|inget|ikke noen|ikkje nokon|none|nothing|nei|nej|n a|ikke funnet"
    r"|ingen funn|ingen svakheter|ingen saerlige|inga sarskilda|intet|inkje)"
    r"(?:\s+(?:svakheter|svakheiter|svagheter|styrker|styrkar|styrkor|utfordringer|utfordringar"
    r"|utmaningar|funn|spesielle|sarskilda|saerskilte|registrert|registrerte|found|identified"
    r"|noterade|weaknesses|strengths|challenges|vesentlige|vesentlege|vasentliga|avdekket))*$"
)


def is_kind(text: str) -> bool:
    """Whether a text is a heading of findings of one kind."""
    return fold(text) in _KINDS


@dataclass(slots=True)
class _Item:
    words: list[str]
    spots: list[Spot]


@dataclass(slots=True)
class AreaFindings:
    """The findings of one area as they stand in a text."""

    area: NamedArea
    spot: Spot
    items: dict[FindingKind, list[_Item]] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    headings: list[Spot] = field(default_factory=list)
    nones: list[Spot] = field(default_factory=list)
    """Lines that say that there are none."""

    @property
    def language(self) -> str | None:
        """The language that its headings are in; None where they do not tell."""
        ranked = self.languages.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    @property
    def all_spots(self) -> tuple[Spot, ...]:
        """Every line that a finding stands on."""
        return tuple(s for items in self.items.values() for item in items for s in item.spots)

    def texts(self, kind: FindingKind) -> list[str]:
        return [_joined(item.words) for item in self.items.get(kind, [])]

    def spots(self, kind: FindingKind) -> list[tuple[Spot, ...]]:
        return [tuple(item.spots) for item in self.items.get(kind, [])]


def findings_in(lines: Iterable[Spot], names: AreaNames) -> tuple[AreaFindings, ...]:
    """The findings of a text, area by area."""
    reader = _Reader(names)
    for spot in lines:
        reader.line(spot)
    return tuple(found for found in reader.found if found.headings)


class _Reader:
    """Goes through a text line by line, and knows under which headings it is."""

    def __init__(self, names: AreaNames) -> None:
        self._names = names
        self.found: list[AreaFindings] = []
        self._kind: FindingKind | None = None
        self._has_bullets = False
        self._open = False
        self._last_line = 0

    def line(self, spot: Spot) -> None:
        apart = spot.place.line > self._last_line + 1
        self._last_line = spot.place.line
        bullet = _BULLET.match(spot.raw.strip())
        head = self._heading(spot)
        if head is not None:
            return
        area = self._area(spot) if bullet is None or _is_area(spot) else None
        if area is not None:
            self._begin(area, spot)
            return
        if self._kind is None or not self.found:
            return
        self._text(_BULLET.sub("", spot.text).strip(), spot, bullet is not None, apart)

    def _area(self, spot: Spot) -> NamedArea | None:
        if len(spot.text) > LONGEST_HEADING:
            return None
        return self._names.match(spot.text) or self._names.match(_bare(spot.text))

    def _begin(self, area: NamedArea, spot: Spot) -> None:
        known = [found for found in self.found if found.area.by_version == area.by_version]
        if known:
            self.found.remove(known[0])
        self.found.append(known[0] if known else AreaFindings(area, spot))
        self._kind = None

    def _heading(self, spot: Spot) -> FindingKind | None:
        inline = _INLINE.match(spot.text)
        rest = (inline["rest"] or "") if inline else ""
        head = inline["head"] if inline else spot.text
        known = _KINDS.get(fold(re.sub(r"^\s*[\d.()a-c]{1,4}\s+", "", head)))
        if known is None or not self.found:
            return None
        kind, language = known
        current = self.found[-1]
        current.languages[language] += 1
        current.headings.append(spot)
        self._kind, self._has_bullets, self._open = kind, False, False
        current.items.setdefault(kind, [])
        if rest:
            self._text(rest, spot, False, False)
        return kind

    def _text(self, text: str, spot: Spot, is_bullet: bool, apart: bool) -> None:
        current = self.found[-1]
        if not text or self._kind is None:
            return
        items = current.items[self._kind]
        if _NONE.match(fold(text)):
            self._has_bullets, self._open = self._has_bullets or is_bullet, False
            current.nones.append(spot)
            return
        goes_on = self._open and not is_bullet and bool(items)
        lower = text[:1].islower() or (items[-1:] and items[-1].words[-1].endswith("-"))
        if goes_on and ((self._has_bullets and not apart) or lower):
            items[-1].words.append(text)
            items[-1].spots.append(spot)
            return
        if self._has_bullets and not is_bullet:
            self._kind = None
            return
        self._has_bullets, self._open = is_bullet, True
        items.append(_Item([text], [spot]))


def _is_area(spot: Spot) -> bool:
    """A numbered heading looks like a numbered finding: `1. Offentlighet og demokrati`."""
    return bool(re.match(r"^\s*\d", spot.text))


def _bare(text: str) -> str:
    """A heading without points behind it."""
    return re.sub(r"[\s:–(-]+\d{1,3}(?:[.,]\d)?\s*(?:p|poeng|poäng|points)?\.?\)?$", "", text)


def _joined(words: list[str]) -> str:
    """Broken lines as one: a word that was parted by a hyphen is put together."""
    text = words[0]
    for word in words[1:]:
        parted = re.search(r"[a-zæøåäö]-$", text) and word[:1].islower()
        and_follows = fold(word).split()[:1] in (["og"], ["och"], ["eller"], ["and"])
        text = text[:-1] + word if parted and not and_follows else f"{text} {word}"
    return text
