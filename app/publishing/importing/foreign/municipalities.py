"""Which municipality somebody means, by name or code with what stands beside; never a guess."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from app.domain.municipality import Country, Municipality
from app.domain.naming.index import NameIndex
from app.domain.naming.query import as_code
from app.domain.naming.spelling import exact, fold
from app.publishing.importing.foreign.numbers import tidy, without_footnote
from app.publishing.importing.foreign.words import YEAR

MOST_SUGGESTED: Final = 3
MOST_WORDS_OF_NAME: Final = 4
"""Words that a municipality's name has in a running text; the longest names have no more."""

_UNTIL: Final = re.compile(
    r"[,(]?\s*(?:t\.?\s?o\.?\s?m\.?|til og med|till och med|til|till|until|–|-|før|före|frem til"
    r"|fram till)\s*(?:31\.12\.)?(?P<year>(?:19|20)\d\d)\)?\s*$",
    re.I,
)
_FROM: Final = re.compile(
    r"[,(]?\s*(?:f\.?\s?o\.?\s?m\.?|fra og med|från och med|fra|frå|från|from|ny)\s*"
    r"(?:0?1\.0?1\.)?(?P<year>(?:19|20)\d\d)\s*[–-]?\)?\s*$",
    re.I,
)
_COUNTRY_CODE: Final = re.compile(r"^(?P<country>NO|SE|N|S)?[-\s]*(?P<code>\d{3,4})$", re.I)
_SHORTENED: Final = re.compile(r"(?<=\w)[.,](?=\s|\)|$)")
_COUNTY_SHORT: Final = re.compile(r"\b(?:f|fk|fylk|l)\b\.?(?=\W*$)", re.I)
_COUNTRIES: Final = {
    "no": Country.NORWAY,
    "n": Country.NORWAY,
    "norge": Country.NORWAY,
    "noreg": Country.NORWAY,
    "norway": Country.NORWAY,
    "se": Country.SWEDEN,
    "s": Country.SWEDEN,
    "sverige": Country.SWEDEN,
    "sweden": Country.SWEDEN,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Who may be meant: one, several among whom somebody has to choose, or none and who is like
    it."""

    slugs: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()

    @property
    def slug(self) -> str | None:
        """The one who is meant, where only one can be."""
        return self.slugs[0] if len(self.slugs) == 1 else None


class Municipalities:
    """Finds municipalities by all that a row says of them."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names
        self._named = lru_cache(maxsize=8192)(names.named)
        self._by_letters: dict[str, set[str]] = {}
        for slug, one in names.municipalities.items():
            own = (one.name, *one.other_names, *one.earlier_names, *(n.name for n in one.names))
            for name in own:
                self._by_letters.setdefault(_letters(name), set()).add(slug)

    def __contains__(self, slug: str) -> bool:
        return slug in self._names.municipalities

    def get(self, slug: str) -> Municipality:
        return self._names.municipalities[slug]

    def is_named(self, text: str) -> bool:
        """Whether a text is the name of one or several, and nothing else."""
        return any(letter.isalpha() for letter in text) and bool(self._by_text(_plain(text)))

    def find(
        self,
        name: str = "",
        code: str = "",
        county: str = "",
        country: str = "",
        year: int | None = None,
    ) -> Named:
        """Who a name and a code mean together. Where they mean different ones, both are asked
        about: one of them is wrong."""
        written = _plain(name)
        by_name = self._by_text(written)
        by_code = self._by_text(_plain(code))
        found = _agreeing(by_name, by_code)
        if len(found) > 1 and county:
            found = self._in_county(written, _plain(county), found)
        found = self._narrowed(found, country, written, year, name)
        if found:
            return Named(tuple(sorted(found)))
        return Named((), self.like(written or code))

    def like(self, text: str) -> tuple[str, ...]:
        """Who is called nearly so."""
        return tuple(self._names.like(text, MOST_SUGGESTED)) if text.strip() else ()

    def inside(self, text: str) -> Named:
        """Who is named inside a sentence or a title: letter by letter and with a capital. Those
        beside a word such as `kommune` rule out others."""
        words = [w for w in re.split(r"[\s,;:()\"“”«»/]+", tidy(text)) if w]
        certain: dict[str, None] = {}
        others: dict[str, None] = {}
        taken = -1
        for begin in range(len(words)):
            if begin <= taken or not words[begin][:1].isupper():
                continue
            for end in range(min(len(words), begin + MOST_WORDS_OF_NAME), begin, -1):
                found = self._exactly(words[begin:end])
                if not found:
                    continue
                beside = [fold(word) for word in words[end : end + 1]]
                named = certain if any(word in _KINDS for word in beside) else others
                named.update(dict.fromkeys(found))
                taken = end - 1
                break
        return Named(tuple(certain or others))

    def _exactly(self, words: list[str]) -> tuple[str, ...]:
        """Who bears these very letters as a name: `Ål` is not `Al`."""
        own = _letters(" ".join(words))
        found = self._by_letters.get(own) or self._by_letters.get(own.removesuffix("s"), set())
        return tuple(sorted(found)) if len(own) > 1 else ()

    def _by_text(self, text: str) -> frozenset[str]:
        if not text:
            return frozenset()
        code = _COUNTRY_CODE.match(text)
        if code is None:
            return self._named(text)
        found = self._named(as_code(code["code"]) or code["code"])
        country = _COUNTRIES.get((code["country"] or "").lower())
        return frozenset(s for s in found if country is None or self.get(s).country is country)

    def _in_county(self, name: str, county: str, found: frozenset[str]) -> frozenset[str]:
        within = self._named(f"{name}, {county}") & found
        return within or found

    def _narrowed(
        self, found: frozenset[str], country: str, text: str, year: int | None, name: str
    ) -> frozenset[str]:
        """Those of a country, and those that were there then, where that leaves any."""
        wanted = _COUNTRIES.get(fold(country))
        if wanted is not None:
            found = frozenset(s for s in found if self.get(s).country is wanted)
        until, since = _UNTIL.search(name), _FROM.search(name)
        if until is not None:
            ended = {s for s in found if _ended_in(self.get(s), int(until["year"]))}
            found = frozenset(ended) or found
        if since is not None:
            began = {s for s in found if _began_in(self.get(s), int(since["year"]))}
            found = frozenset(began) or found
        if year is not None and len(found) > 1:
            there = {s for s in found if _was_there(self.get(s), year)}
            found = frozenset(there) or found
        return found


_KINDS: Final = frozenset(
    ("kommune", "kommunes", "kommun", "kommuns", "kommunen", "kommunens", "stad", "stads", "herad")
)


def _letters(name: str) -> str:
    return exact(name).replace(" ", "")


def country_of(text: str) -> Country | None:
    """The country that a cell names."""
    return _COUNTRIES.get(fold(text))


def _plain(text: str) -> str:
    """A name without the marks of notes, the span of years behind it, and the short form of the
    word county: `Testnes (Søndre f,)`."""
    text = without_footnote(tidy(text))
    text = _UNTIL.sub("", text) if YEAR.search(text) else text
    text = _FROM.sub("", text) if YEAR.search(text) else text
    if "(" in text or "," in text:
        text = _COUNTY_SHORT.sub("", _SHORTENED.sub("", text))
    return text.strip(" ,;:")


def _agreeing(by_name: Iterable[str], by_code: Iterable[str]) -> frozenset[str]:
    names, codes = frozenset(by_name), frozenset(by_code)
    if not names or not codes:
        return names or codes
    return names & codes or names | codes


def _ended_in(one: Municipality, year: int) -> bool:
    return one.valid_to is not None and one.valid_to.year in (year, year - 1)


def _began_in(one: Municipality, year: int) -> bool:
    return one.valid_from is not None and one.valid_from.year == year


def _was_there(one: Municipality, year: int) -> bool:
    begins_in_time = one.valid_from is None or one.valid_from <= date(year, 12, 31)
    return begins_in_time and (one.valid_to is None or one.valid_to >= date(year, 1, 1))
