"""Municipalities as they were and are: identity, codes, inhabitants, mergers and splits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Country(StrEnum):
    """Countries with evaluations here (ISO 3166-1)."""

    NORWAY = "NO"
    SWEDEN = "SE"


@dataclass(frozen=True, slots=True)
class Code:
    """An official code with the days it held. Codes are strings; an empty end is still in force."""

    code: str
    valid_from: date | None
    valid_to: date | None
    scheme: str


@dataclass(frozen=True, slots=True)
class Population:
    """Inhabitants in a year: on 1 January in Norway, on 31 December in Sweden."""

    year: int
    inhabitants: int
    source: str


@dataclass(frozen=True, slots=True)
class GroupMembership:
    """The group that a scheme puts a municipality in, with the days it held (`app.domain.groups`).

    `derived` where it follows from a list of later years, which its publisher says holds for these
    too. `index` is the figure that the group follows from, in schemes that publish one.
    """

    scheme: str
    version: str
    code: str
    valid_from: date
    valid_to: date | None
    derived: bool = False
    index: int | None = None

    @property
    def key(self) -> str:
        """The group by scheme and code, as in addresses: `kostra-2020:EKG07`."""
        return f"{self.scheme}:{self.code}"

    def holds_at(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class OfficialPeers:
    """Municipalities that somebody official calls like this one; they come in no order of
    likeness. `kind` is `overall` or `socioeconomic`, the year is that of the list."""

    kind: str
    year: int
    peers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaxBase:
    """Taxable income per inhabitant in a taxation year, in the country's currency and the prices
    of that year (Swedish: skattekraft)."""

    year: int
    per_inhabitant: int


@dataclass(frozen=True, slots=True)
class SurfaceArea:
    """Square kilometres as the source has them in a year; None where it does not say.

    In Sweden the four great lakes are in none of the parts, so the total may be more than they are.
    """

    year: int
    total: float | None
    land: float | None
    inland_water: float | None
    sea: float | None


class LanguageForm(StrEnum):
    """The form of Norwegian that a municipality wants from the state (målform)."""

    BOKMAL = "bokmal"
    NYNORSK = "nynorsk"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class OfficialName:
    """One of the names that a municipality bears side by side. `language` is a BCP 47 tag, None
    where the source does not say."""

    name: str
    language: str | None
    source: str


class PopulationBasis(StrEnum):
    """Which population was used for an evaluation: that of the day its year began, or another."""

    SAME_YEAR = "same-year"
    EARLIER_YEAR = "earlier-year"
    LATER_YEAR = "later-year"


@dataclass(frozen=True, slots=True)
class EvaluationPopulation:
    """The population that an evaluation's size group rests on."""

    population: Population
    basis: PopulationBasis


@dataclass(frozen=True, slots=True)
class Municipality:
    """One identity: a merger or a split makes a new one, a renumbering does not.

    `valid_to` is None for a municipality that exists today. `latitude` and `longitude` (WGS84) are
    the middle of its area, not its town hall.
    """

    slug: str
    country: Country
    name: str
    other_names: tuple[str, ...]
    county: str
    valid_from: date | None
    valid_to: date | None
    latitude: float | None
    longitude: float | None
    codes: tuple[Code, ...] = ()
    qualifier: str | None = None
    """What tells it from others of the same name, such as a county or a span of years."""
    earlier_names: tuple[str, ...] = ()
    """Names that it bore before it was renamed."""
    names: tuple[OfficialName, ...] = ()
    """Where it has several: its name and those in other languages, in their official order."""
    groups: tuple[GroupMembership, ...] = ()
    """The groups that official schemes put it in, by scheme, oldest first."""
    peers: tuple[OfficialPeers, ...] = ()
    tax_bases: tuple[TaxBase, ...] = ()
    """Oldest year first."""
    area: SurfaceArea | None = None
    language_form: LanguageForm | None = None

    @property
    def is_current(self) -> bool:
        return self.valid_to is None

    @property
    def end_to_tell(self) -> date | None:
        """The day on which it ceased to exist, unless its label says the year."""
        return end_to_tell(self.valid_to, self.qualifier)

    @property
    def code(self) -> str | None:
        """The newest code."""
        return self.codes[-1].code if self.codes else None

    def code_in(self, year: int) -> str | None:
        """The official code of a year, as statistics of that year have it: the one that held as it
        began, else the first that came. None where it had none then."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        for held in self.codes:
            begins_in_time = held.valid_from is None or held.valid_from <= last
            if begins_in_time and (held.valid_to is None or held.valid_to >= first):
                return held.code
        return None

    @property
    def present_groups(self) -> tuple[GroupMembership, ...]:
        """Of each scheme the group in force, or the last there was."""
        newest = {held.scheme: held for held in self.groups}
        return tuple(newest.values())

    @property
    def group_keys(self) -> tuple[str, ...]:
        """The keys of those groups."""
        return tuple(held.key for held in self.present_groups)

    @property
    def label(self) -> str:
        """The name, with what tells it from its namesakes."""
        return label(self.name, self.qualifier)

    @property
    def beside_county(self) -> str:
        """What it is called where its county stands beside."""
        return beside_county(self.name, self.qualifier, self.county)


def end_to_tell(valid_to: date | None, qualifier: str | None) -> date | None:
    """The last day, unless the label says the year, as where two share a name."""
    told = qualifier is not None and qualifier.startswith("–")
    return None if told else valid_to


def label(name: str, qualifier: str | None) -> str:
    """A municipality's name, with what tells it from its namesakes where there are any."""
    return f"{name} ({qualifier})" if qualifier else name


def beside_county(name: str, qualifier: str | None, county: str) -> str:
    """A municipality's label where its county stands beside it, which is said once."""
    return name if qualifier == county else label(name, qualifier)


class ChangeKind(StrEnum):
    """How one municipality became another."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Change:
    """`before` became `after` on a day; `part` where only a part of it did."""

    day: date
    kind: ChangeKind
    before: str
    after: str
    part: bool
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Mergers and splits between identities."""

    changes: tuple[Change, ...]

    def predecessors(self, slug: str) -> tuple[Change, ...]:
        """The changes in which whole municipalities became this one."""
        return tuple(c for c in self._before(slug) if not c.part)

    def successors(self, slug: str) -> tuple[Change, ...]:
        """The changes in which this municipality became another, whole."""
        return tuple(c for c in self._after(slug) if not c.part)

    def parts_from(self, slug: str) -> tuple[Change, ...]:
        """The changes in which a part of another municipality became this one or came to it.

        A part is no heir (design rule 8): what was evaluated was the whole.
        """
        return tuple(c for c in self._before(slug) if c.part)

    def parts_to(self, slug: str) -> tuple[Change, ...]:
        """The changes in which a part of this municipality became another or came to it."""
        return tuple(c for c in self._after(slug) if c.part)

    def ancestors(self, slug: str) -> tuple[str, ...]:
        """Every earlier municipality that went on in this one whole, nearest first.

        Never through a part: Haram (2024) was a part of Ålesund (2020–2023), and is not the heir
        of those that Ålesund had been made of.
        """
        found: list[str] = []
        waiting = [slug]
        while waiting:
            for change in self.predecessors(waiting.pop(0)):
                if change.before not in found and change.before != slug:
                    found.append(change.before)
                    waiting.append(change.before)
        return tuple(found)

    def relatives(self, slug: str) -> tuple[str, ...]:
        """Everyone of whom it holds the area or a part, or who holds its area or a part: each
        once."""
        others = (
            *self.ancestors(slug),
            *(c.before for c in self.parts_from(slug)),
            *(c.after for c in self._after(slug)),
        )
        return tuple(dict.fromkeys(other for other in others if other != slug))

    def _before(self, slug: str) -> tuple[Change, ...]:
        return tuple(c for c in self.changes if c.after == slug and c.before != slug)

    def _after(self, slug: str) -> tuple[Change, ...]:
        return tuple(c for c in self.changes if c.before == slug and c.after != slug)


def population_for(
    year: int, series: Iterable[Population], country: Country
) -> EvaluationPopulation | None:
    """The population for an evaluation: as its year began, else the nearest earlier, else the
    nearest later.

    Norway counts on 1 January and Sweden on 31 December, so a Swedish year begins with the figure
    of the year before it. None where no population is known (design rule 7).
    """
    known = sorted(series, key=lambda p: p.year)
    if not known:
        return None
    wanted = year if country is Country.NORWAY else year - 1
    earlier = [p for p in known if p.year <= wanted]
    if not earlier:
        return EvaluationPopulation(known[0], PopulationBasis.LATER_YEAR)
    found = earlier[-1]
    same = found.year == wanted
    return EvaluationPopulation(
        found, PopulationBasis.SAME_YEAR if same else PopulationBasis.EARLIER_YEAR
    )
