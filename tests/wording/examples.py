"""What an example is, and the made-up results that the tables speak of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from app.domain.comparison_choice import Comparison, ComparisonKind, choose_comparison
from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.gap import Gap, SmallDifference, gap
from app.domain.message import LocalText, Message
from app.domain.method import Instrument
from app.domain.municipality import Country, Municipality
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import Measure
from app.publishing.build_method import build_instrument
from app.publishing.faults import Faults
from app.publishing.parse import INSTRUMENT, METHOD, read_file
from app.web.words.languages import Sayable, translate
from tests.databases import SEED
from tests.domain.counts import EVERYBODY_KNOWN, count, coverage_rules
from tests.domain.examples import reference, several, summary

NORWAY, SWEDEN = Country
COMPUTED, PUBLISHED = ComparisonKind.COMPUTED, ComparisonKind.PUBLISHED
NAMED, COMBINED = ComparisonKind.NAMED, ComparisonKind.COMBINED
FEW = ComparisonKind.FEW
OF_58: Final = coverage_rules(count(58, as_of=2018))
"""Where of 58 evaluated too few are known."""
SMALL = SmallDifference()
TOTAL = Measure.TOTAL
LANGUAGES = ("nb", "nn", "sv", "en")

Said: TypeAlias = Sayable | Sequence[Sayable]


class Example(NamedTuple):
    """A call, and the sentence it gives by language; several sentences have a space between.

    `words` are written by hand as a reader should meet them, never copied from what came out. They
    are in all languages where a sentence has others in it and must fit them. Where it stands in the
    catalogues as it is said, in Bokmål and English: more would only repeat the catalogues.
    """

    id: str
    call: Callable[[], Said]
    words: Mapping[str, str]

    def said(self, language: str) -> str:
        return " ".join(translate(part, language) for part in self.parts())

    def parts(self) -> tuple[Sayable, ...]:
        found = self.call()
        return (found,) if isinstance(found, str | Message | LocalText) else tuple(found)

    @property
    def is_composed(self) -> bool:
        """Whether a sentence has others in it."""
        return any(len(list(messages(part))) > 1 for part in self.parts())


def messages(value: object) -> Iterator[Message]:
    """A message and all that stand within it."""
    if isinstance(value, Message):
        yield value
        for inner in value.values.values():
            yield from messages(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from messages(item)


@cache
def instrument() -> Instrument:
    """The instrument as the seed files have it."""
    faults = Faults()
    folder = SEED / "methods"
    rules = read_file(folder / "instrument.json", SEED, INSTRUMENT, faults)
    files = sorted(folder.glob("*.json"))
    read = [read_file(path, SEED, METHOD, faults) for path in files if path.stem != "instrument"]
    assert rules is not None
    return build_instrument(rules, [version for version in read if version], faults)


def rules() -> Rules:
    """The limits of a site which chooses none, where everybody evaluated is known."""
    return Rules(instrument(), SMALL, EVERYBODY_KNOWN)


def total_gap(difference: int | str) -> Gap:
    """So far above or below another total, in points."""
    return gap(Decimal(400) + Decimal(difference), Decimal(400), TOTAL, SMALL)


def field(country: Country = NORWAY) -> list[EvaluationSummary]:
    """Five of one's own country and seven of the other, of 2014 to 2018."""
    other = SWEDEN if country is NORWAY else NORWAY
    own = several(5, named="o", country=country)
    return [replace(own[0], year=2014), *own[1:], *several(7, named="x", country=other)]


def comparison(
    kind: ComparisonKind,
    country: Country = NORWAY,
    group: str | None = None,
    n: int | None = 55,
) -> Comparison:
    """What a total of 433 points is set beside; by name it is that of Lom, 400 points."""
    published = reference(n=n, country=country, size_group=group)
    published = replace(published, label=EVERYBODY, source=Source("Rapport 3/2018", None))
    own = summary("hemne", 433, country=country)
    others = [summary("lom", 400, country=country)] if kind is NAMED else field(country)
    references = [] if kind is NAMED else [published]
    known = OF_58 if kind is FEW else EVERYBODY_KNOWN
    choice = choose_comparison(own, others, references, [TOTAL], known, group)
    (found,) = (comparison for comparison in choice.all if comparison.kind is kind)
    return found


def set_of(
    countries: Sequence[Country],
    evaluations: Sequence[EvaluationSummary],
    group: str | None = None,
    measures: Sequence[Measure] = (TOTAL,),
    known: CoverageRules = EVERYBODY_KNOWN,
) -> ComparisonSet:
    """The comparison set of everybody given who fits."""
    scope = SetScope(frozenset(countries), "2", group)
    return comparison_set(scope, evaluations, measures, known)


def municipality(name: str = "Hemne") -> Municipality:
    return Municipality(name.lower(), NORWAY, name, (), "Trøndelag", None, None, None, None)


EVERYBODY = LocalText(
    {
        "nb": "Alle evaluerte",
        "nn": "Alle evaluerte",
        "sv": "Alla utvärderade",
        "en": "All evaluated",
    }
)

LEADING = LocalText(
    {
        "nb": "Lederskap og delegering",
        "nn": "Leiarskap og delegering",
        "sv": "Ledarskap och delegering",
        "en": "Leadership and delegation",
    }
)
"""The name of an area."""
