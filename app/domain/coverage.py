"""How many of those known to be evaluated a set has figures of (design rule 5).

Results are published by those who choose to, and good ones more often. So an average, a place or a
record stands for a country or a group only where the set holds a large enough share of all who
were evaluated. How many those are, sources say; what they say is data, never worked out here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from app.domain.evaluation import Source
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import LocalText
from app.domain.municipality import Country

LEAST_SHARE: Final = Decimal("0.5")
"""The share of those known to be evaluated under which a set stands for nobody but its members.
Our editorial choice: under half, those who did not publish decide what the truth is."""


class CoverageUnit(StrEnum):
    """What a source counts."""

    MUNICIPALITIES = "municipalities"
    EVALUATIONS = "evaluations"


@dataclass(frozen=True, slots=True)
class KnownEvaluated:
    """How many a source says were evaluated in a country.

    `family` None is any version of the method. The count runs from `since` (None: from the first
    evaluation) to `as_of`, both years with. `at_least`: there may have been more. `approximate`:
    the source gives a round number.
    """

    id: str
    country: Country
    family: str | None
    unit: CoverageUnit
    since: int | None
    as_of: int
    n: int
    at_least: bool
    approximate: bool
    source: Source | None
    note: LocalText | None = None

    def begins_with(self, first: int | None, family_start: int) -> bool:
        """Whether the count begins where a span of years begins, so that it counts all of it."""
        since = self.since if self.since is not None else family_start
        if first is None or first <= family_start:
            return since <= family_start
        return since == first


class Unrepresentative(StrEnum):
    """Why nothing computed over a set stands for a country or a group."""

    TOO_FEW = "too-few"
    """Under five members."""
    BELOW_LIMIT = "coverage-below-limit"
    UNKNOWN = "coverage-unknown"
    """No source says how many were evaluated."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many known to be evaluated a set has figures.

    `known` is None where no source says, and of several countries together: what is counted in one
    is not what is counted in another, so `by_country` has them apart. `at_least`: more may have
    been evaluated. `any_version`: the number counts evaluations by other families of the method
    too. `names_year`: it was counted in another year than the set ends in, so that words must say
    which. `later` is the same by the next later count. `basis` are the counts it rests on, one a
    country.
    """

    n: int
    known: int | None
    least_share: Decimal = LEAST_SHARE
    at_least: bool = False
    any_version: bool = False
    as_of: int | None = None
    basis: tuple[KnownEvaluated, ...] = ()
    names_year: bool = False
    later: "Coverage | None" = None
    by_country: tuple["CountryCoverage", ...] = ()

    def of(self, n: int, by_country: Mapping[Country, int] | None = None) -> "Coverage":
        """The same of a set in which `n` municipalities have the figure.

        Where they would be enough by an earlier count and are not by a later one, the later one
        is the coverage.
        """
        own = by_country or {}
        parts = tuple(
            CountryCoverage(part.country, part.coverage.of(own.get(part.country, 0)))
            for part in self.by_country
        )
        found = replace(self, n=n, by_country=parts)
        if found.later is None or not found.is_enough:
            return found
        later = found.later.of(n)
        return found if later.is_enough else later

    @property
    def share(self) -> Decimal | None:
        """The share of those known to be evaluated, 0–1; None where `known` is."""
        return Decimal(self.n) / self.known if self.known else None

    @property
    def is_enough(self) -> bool:
        """Whether what is computed may stand for the country or the group; of several countries
        each must have enough."""
        if self.by_country:
            return all(part.coverage.is_enough for part in self.by_country)
        return self.share is not None and self.share >= self.least_share

    @property
    def lack(self) -> Unrepresentative | None:
        """Why it is not enough; None where it is."""
        if self.is_enough:
            return None
        parts = tuple(part.coverage for part in self.by_country) or (self,)
        if any(part.known is None for part in parts):
            return Unrepresentative.UNKNOWN
        return Unrepresentative.BELOW_LIMIT


@dataclass(frozen=True, slots=True)
class CountryCoverage:
    """The part of a coverage that is of one country."""

    country: Country
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The count for a span of years, the next later one, and whether words must name its year."""

    count: KnownEvaluated
    later: KnownEvaluated | None = None
    names_year: bool = False


@dataclass(frozen=True, slots=True)
class CoverageRules:
    """The counts that sources give, the share that is enough, and when each family began."""

    counts: tuple[KnownEvaluated, ...]
    least_share: Decimal
    family_starts: Mapping[str, int]

    def coverage(
        self,
        drawn_from: Selection,
        countries: Collection[Country],
        family: str,
        years: tuple[int | None, int | None] = (None, None),
    ) -> Coverage:
        """The coverage of a set that nobody is in yet: `Coverage.of` says whose figures are there.

        `drawn_from` are all evaluations, with figures or without, that could have been members.
        Where it is narrower than the countries, the family and the years, those evaluated of whom
        nothing is known may all belong there: they are counted in full, so that the share is never
        taken for higher than it is.
        """
        found = [
            CountryCoverage(country, self._of_country(drawn_from, country, family, years))
            for country in sorted(countries)
        ]
        if len(found) == 1:
            return found[0].coverage
        basis = tuple(count for part in found for count in part.coverage.basis)
        return Coverage(0, None, self.least_share, basis=basis, by_country=tuple(found))

    def _of_country(
        self,
        drawn_from: Selection,
        country: Country,
        family: str,
        years: tuple[int | None, int | None],
    ) -> Coverage:
        table = drawn_from.table
        whole = _whole(table, country, family, *years)
        own = whole.municipalities
        chosen = self._count(country, family, *years, max(whole.values("year"), default=None))
        if chosen is None:
            return Coverage(0, None, self.least_share)
        inside = (drawn_from & table.where("country", country)).municipalities

        def by(count: KnownEvaluated, *, names_year: bool, later: Coverage | None) -> Coverage:
            as_counted = not count.at_least and count.n >= own
            exact = as_counted and (inside == own if names_year else count.as_of == years[1])
            return Coverage(
                0,
                inside + max(count.n, own) - own,
                self.least_share,
                not exact,
                count.family is None,
                count.as_of,
                (count,),
                names_year,
                later,
            )

        later = None if chosen.later is None else by(chosen.later, names_year=True, later=None)
        return by(chosen.count, names_year=chosen.names_year, later=later)

    def _start(self, country: Country, family: str) -> int:
        """The first year in which a family can have been used in a country: none was before the
        first evaluation there, with which counts of every version begin."""
        first = (c.since or 0 for c in self.counts if c.country is country and c.family is None)
        return max(self.family_starts.get(family, 0), min(first, default=0))

    def _end(self, family: str) -> int | None:
        """The year in which the next family began; None of the newest."""
        start = self.family_starts.get(family, 0)
        return min((year for year in self.family_starts.values() if year > start), default=None)

    def _count(
        self,
        country: Country,
        family: str,
        first: int | None,
        last: int | None,
        latest: int | None,
    ) -> _Chosen | None:
        """The count that fits a span of years best; in `latest` was the last evaluation in it.

        Of the family: the highest that lies within the span and begins with it. Where the family
        began earlier than the span, it must reach its end too: those evaluated in one year say
        nothing of how many were in ten. Else of any version, where the span begins with the first
        evaluation, but none from before the family: the nearest in time to the end of the span.
        """
        start = self._start(country, family)
        end = latest if last is None else last
        begins_later = first is not None and first > start
        counts = [
            count
            for count in self.counts
            if count.country is country and count.unit is CoverageUnit.MUNICIPALITIES
        ]
        begin_with_it = [
            count
            for count in counts
            if count.family == family
            and (count.at_least or count.begins_with(first, start))
            and (first is None or (count.since or start) >= first)
        ]
        of_family = [
            count
            for count in begin_with_it
            if (last is None or count.as_of <= last)
            and (count.at_least or not begins_later or end is None or count.as_of >= end)
        ]
        of_any = [] if begins_later else [c for c in counts if c.family is None]
        whole = sorted((c for c in of_any if c.as_of >= start), key=lambda c: c.as_of)
        until = self._end(family) if last is None else last
        if of_family:
            found = max(of_family, key=lambda count: (count.n, count.as_of))
            after = sorted(
                (c for c in begin_with_it if last is not None and c.as_of > last),
                key=lambda c: c.as_of,
            )
            return _Chosen(found, _first_from([*after, *whole], until, found))
        if not whole:
            return None
        if last is None:
            found = _first_from(whole, until) or whole[-1]
            return _Chosen(found, names_year=found is not whole[-1])
        found = min(whole, key=lambda c: (abs(c.as_of - last), c.as_of))
        return _Chosen(found, _first_from(whole, last, found), names_year=found.as_of != last)


def _first_from(
    counts: Iterable[KnownEvaluated], year: int | None, beside: KnownEvaluated | None = None
) -> KnownEvaluated | None:
    """The first of some counts that reaches a year, where the one beside it does not."""
    if year is None or (beside is not None and beside.as_of >= year):
        return None
    return next((count for count in counts if count.as_of >= year), None)


def _whole(
    table: EvaluationTable, country: Country, family: str, first: int | None, last: int | None
) -> Selection:
    found = table.where("country", country) & table.where("family", family)
    return found if first is last is None else found & table.years(first, last)
