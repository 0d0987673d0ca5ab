"""What somebody wrote to find a municipality, read as people write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.naming.spelling import exact, fold

LONGEST_TEXT: Final = 80
"""Letters that are read; no municipality has a longer name."""

MOST_WORDS: Final = 10
"""Words that are read: three names of a municipality, with what it is, its county and country."""

MOST_READINGS: Final = 4
"""Without all the words of kind, without one of the first, and as it stands."""

COUNTY_WORDS: Final = frozenset(("fylke", "fylket", "fylkeskommune", "lan", "lanet", "county"))
TYPE_WORDS: Final = frozenset(
    (
        *COUNTY_WORDS,
        *("kommune", "kommuna", "kommunen", "kommuner", "kommun", "kommunens", "herad", "herred"),
        *("stad", "staden", "by", "region", "regionen", "municipality", "city", "of", "the"),
        *("i", "in"),
        *("knr", "kommunenr", "kommunenummer", "kommunnr", "kommunkod"),
    )
)
"""Words beside a name that say what it is the name of, folded."""

CODE_DIGITS: Final = 4
COUNTRY_WORDS: Final = {
    "NO": ("no", "norge", "noreg", "norway"),
    "SE": ("se", "sverige", "sweden"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A part of what was written: folded, and with its own letters."""

    folded: tuple[str, ...]
    exact: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.folded)

    @property
    def run_together(self) -> str:
        return "".join(self.folded)

    @property
    def exact_run_together(self) -> str:
        return "".join(self.exact)

    def part(self, begin: int, end: int) -> "Words":
        return Words(self.folded[begin:end], self.exact[begin:end])

    def __len__(self) -> int:
        return len(self.folded)

    def splits(self) -> Iterator[tuple["Words", "Words"]]:
        """Every way to read them as a name and what stands beside it: behind it, or before it."""
        n = len(self)
        yield self, NO_WORDS
        for end in range(n - 1, 0, -1):
            yield self.part(0, end), self.part(end, n)
        for begin in range(1, n):
            yield self.part(begin, n), self.part(0, begin)


NO_WORDS: Final = Words((), ())


def names_a_county(text: str) -> bool:
    """Whether a text says that what it names is a county."""
    return not COUNTY_WORDS.isdisjoint(fold(text[:LONGEST_TEXT]).split())


def readings(text: str) -> tuple[Words, ...]:
    """The ways to read a text, the least likely last: without the words that say what a name is the
    name of, without one of them (there is a Stad kommune), and as it stands.

    The s of an apostrophe goes. None where nothing was written.
    """
    folded = fold(text[:LONGEST_TEXT]).split()[:MOST_WORDS]
    own = exact(text[:LONGEST_TEXT]).split()[:MOST_WORDS]
    if len(own) != len(folded):
        own = list(folded)
    places = [n for n, word in enumerate(folded) if word != "s" or len(folded) == 1]
    types = [n for n in places if folded[n] in TYPE_WORDS]
    without: list[list[int]] = [types, *([one] for one in types[: MOST_READINGS - 2]), []]
    found = ([n for n in places if n not in left_out] for left_out in without)
    return tuple(dict.fromkeys(Words(_at(folded, kept), _at(own, kept)) for kept in found if kept))


def _at(words: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(words[n] for n in places)


def without_genitive(word: str) -> str | None:
    """`marks` is `mark`; None where it has no such ending."""
    return word[:-1] if word.endswith("s") and len(word) > 2 else None


def as_code(word: str) -> str | None:
    """A code as it is written in full: one of three digits has lost its zero. None where it is no
    code."""
    if not (word.isascii() and word.isdigit()) or len(word) not in (CODE_DIGITS - 1, CODE_DIGITS):
        return None
    return word.zfill(CODE_DIGITS)
