"""All that municipalities are found by, and who answers best to what somebody wrote."""

from collections.abc import Container, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from itertools import permutations
from typing import Final

from app.domain.municipality import Municipality
from app.domain.naming.counties import counties_of
from app.domain.naming.query import (
    COUNTRY_WORDS,
    TYPE_WORDS,
    Words,
    as_code,
    names_a_county,
    readings,
    without_genitive,
)
from app.domain.naming.spelling import Collation, exact, fold, spellings

LIKENESS: Final = 0.75
"""How like a name has to be to what was written, 0–1, to be asked for where nothing was found."""
MOST_SIDE_BY_SIDE: Final = 3
"""Names that a municipality bears side by side, and that are read in any order."""


class Match(IntEnum):
    """How well a municipality answers, best first."""

    WHOLE = 0
    """A name or a code of its own, alone or with the county beside it."""
    NAME_BEGINS = 1
    OTHER_NAME_BEGINS = 2
    WORD_BEGINS = 3
    COUNTY = 4
    """The name of a county that it lies or has lain in."""
    INSIDE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A municipality that answers. `is_exact` where it does letter by letter: `Ål` is not `Al`."""

    slug: str
    match: Match
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one municipality is found by, folded. The first spelling of each name is its own."""

    slug: str
    own: tuple[str, ...]
    """Every spelling of the name."""
    others: tuple[str, ...]
    """Every spelling of its other names and those that it bore before."""
    whole: frozenset[str]
    """Names without spaces, several side by side too, and codes."""
    exact: tuple[str, ...]
    exact_whole: frozenset[str]
    codes: tuple[str, ...]
    beside: frozenset[str]
    """Words that may stand beside the name."""
    counties: frozenset[str]
    everything: str
    """All of it: what is not in here answers nothing."""
    label: str
    standing: tuple[bool, bool]
    """What comes before the name: those evaluated and those that exist are first."""

    def order(self, collation: Collation) -> tuple[bool, bool, str, str]:
        return (*self.standing, collation.key(self.label), self.slug)

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.own, *self.others)


class NameIndex:
    """Finds municipalities. `evaluated` are the slugs that come first among equals."""

    def __init__(
        self,
        municipalities: Iterable[Municipality],
        collation: Collation,
        evaluated: Container[str] = (),
    ) -> None:
        self.municipalities = {m.slug: m for m in municipalities}
        """By slug."""
        self._entries = [_entry(m, m.slug in evaluated) for m in self.municipalities.values()]
        self._entries.sort(key=lambda entry: entry.order(collation))

    def in_order(self, collation: Collation) -> "NameIndex":
        """The same with those who answer equally well in another order of names."""
        found = copy(self)
        found._entries = sorted(self._entries, key=lambda entry: entry.order(collation))
        return found

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str) -> tuple[Found, ...]:
        """All who answer to a text, the best first; among equals those whose letters are the
        same, who were evaluated, who still exist, and by name. Counties are read where no
        municipality bears the name whole."""
        answers: dict[str, Found] = {}
        for words in readings(text):
            matches = {one.match for one in answers.values()}
            if Match.WHOLE in matches:
                break
            worst = Match.WHOLE if Match.COUNTY in matches else Match.INSIDE
            for entry in self._entries:
                one = min(_answers(entry, words), key=_order, default=None)
                if one is not None and one.match <= worst:
                    answers[one.slug] = min(answers.get(one.slug, one), one, key=_order)
        found = [answers[entry.slug] for entry in self._entries if entry.slug in answers]
        found.sort(key=_order)
        if found and found[0].match is Match.WHOLE and not names_a_county(text):
            found = [one for one in found if one.match is not Match.COUNTY]
        return tuple(found)

    def like(self, text: str, limit: int) -> list[str]:
        """The slugs of those whose name looks most like a text, for slips of the hand."""
        by_name: dict[str, str] = {}
        for entry in self._entries:
            by_name.setdefault(entry.own[0], entry.slug)
        written = next((words.text for words in readings(text)), "")
        return [by_name[one] for one in get_close_matches(written, by_name, limit, LIKENESS)]

    def named(self, text: str) -> frozenset[str]:
        """The slugs of those that a text names whole: letter by letter where any is. None where
        it names a county that others lie in too."""
        found = self.find(text)
        if any(one.match is Match.COUNTY for one in found):
            return frozenset()
        whole = [one for one in found if one.match is Match.WHOLE]
        exactly = [one for one in whole if one.is_exact]
        return frozenset(one.slug for one in exactly or whole)


def _entry(municipality: Municipality, is_evaluated: bool) -> _Entry:
    m = municipality
    side_by_side = tuple(dict.fromkeys((m.name, *(n.name for n in m.names), *m.other_names)))
    together = _together(side_by_side[:MOST_SIDE_BY_SIDE])
    own = spellings(m.name)
    others = [
        spelling
        for name in (*side_by_side[1:], *together, *m.earlier_names)
        for spelling in spellings(name)
    ]
    codes = tuple(dict.fromkeys(held.code for held in m.codes))
    counties = _county_names(counties_of(m))
    beside = {word for county in counties for word in county.split()}
    beside |= {*fold(m.qualifier or "").split(), *COUNTRY_WORDS[m.country], *codes}
    exactly = tuple(exact(name) for name in (*side_by_side, *together, *m.earlier_names))
    names = (*own, *others)
    run_together = [name.replace(" ", "") for name in names]
    return _Entry(
        slug=m.slug,
        own=own,
        others=tuple(dict.fromkeys(others)),
        whole=frozenset((*run_together, *codes)),
        exact=exactly,
        exact_whole=frozenset((*(name.replace(" ", "") for name in exactly), *codes)),
        codes=codes,
        beside=frozenset(beside),
        counties=frozenset(county.replace(" ", "") for county in counties),
        everything=" ".join((*names, *run_together, *beside, *codes)),
        label=m.label,
        standing=(not is_evaluated, not m.is_current),
    )


def _together(names: tuple[str, ...]) -> list[str]:
    """Names side by side, in any order."""
    several = range(2, len(names) + 1)
    return [" ".join(order) for n in several for order in permutations(names, n)]


def _county_names(names: Iterable[str]) -> list[str]:
    """Counties as they are written: `hallands lan` is also `hallands` and `halland`."""
    found = []
    for name in names:
        words = [word for word in fold(name).split() if word not in TYPE_WORDS]
        found.append(" ".join(words))
        if (short := without_genitive(words[-1])) is not None:
            found.append(" ".join((*words[:-1], short)))
    return found


def _order(found: Found) -> tuple[Match, bool]:
    return found.match, not found.is_exact


def _answers(entry: _Entry, words: Words) -> Iterator[Found]:
    """How a municipality answers to one reading of a text, in every way that it does."""
    if not all(_is_in(word, entry.everything) for word in words.folded):
        return
    for name, beside in words.splits():
        if _stands_beside(entry, beside) and (one := _answer_to_name(entry, name)) is not None:
            yield one
    if words.run_together in entry.counties:
        yield Found(entry.slug, Match.COUNTY, False)


def _is_in(word: str, text: str) -> bool:
    short = without_genitive(word)
    code = as_code(word)
    return word in text or (short is not None and short in text) or (code or word) in text


def _stands_beside(entry: _Entry, words: Words) -> bool:
    """Whether all that is beside a name is known of it; the last word may still be being typed."""
    *first, last = words.folded or ("",)
    return all(_is_known(entry, word) for word in first) and (
        not last
        or _is_known(entry, last)
        or (not last.isdigit() and any(word.startswith(last) for word in entry.beside))
    )


def _is_known(entry: _Entry, word: str) -> bool:
    return word in entry.beside or as_code(word) in entry.codes


def _answer_to_name(entry: _Entry, name: Words) -> Found | None:
    match = _match(entry, name)
    return None if match is None else Found(entry.slug, match, _is_exact(entry, name, match))


def _match(entry: _Entry, name: Words) -> Match | None:
    text, run_together = name.text, name.run_together
    short, code = without_genitive(run_together), as_code(text)
    if run_together in entry.whole or short in entry.whole or code in entry.codes:
        return Match.WHOLE
    if any(_begins(spelling, text, run_together) for spelling in entry.own):
        return Match.NAME_BEGINS
    if any(_begins(other, text, run_together) for other in (*entry.others, *entry.codes)):
        return Match.OTHER_NAME_BEGINS
    if any(f" {text}" in spelling for spelling in entry.names):
        return Match.WORD_BEGINS
    return Match.INSIDE if any(text in spelling for spelling in entry.names) else None


def _is_exact(entry: _Entry, name: Words, match: Match) -> bool:
    """Whether it answers letter by letter."""
    text, run_together = " ".join(name.exact), name.exact_run_together
    if match is Match.WHOLE:
        return not entry.exact_whole.isdisjoint((run_together, without_genitive(run_together)))
    if match in (Match.NAME_BEGINS, Match.OTHER_NAME_BEGINS):
        return any(own.startswith(text) for own in entry.exact)
    return any(text in own for own in entry.exact)


def _begins(name: str, text: str, run_together: str) -> bool:
    return name.startswith(text) or name.replace(" ", "").startswith(run_together)
