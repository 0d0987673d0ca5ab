"""How many of those known to be evaluated a set has figures of (design rule 5).

Results are published by those who choose to, and good ones more often. So an average, a place or a
record stands for a country or a group only where the set holds a large enough share of all who
were evaluated. How many those are, sources say; what they say is data, never worked out here.
"""

from collections.abc import Collection, Mapping
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

    `known` is None where no source says. `at_least`: more may have been evaluated. `any_version`:
    the number counts evaluations by other families of the method too, so it is too high rather
    than too low. `basis` are the counts it rests on, one a country.
    """

    n: int
    known: int | None
    least_share: Decimal = LEAST_SHARE
    at_least: bool = False
    any_version: bool = False
    as_of: int | None = None
    basis: tuple[KnownEvaluated, ...] = ()

    def of(self, n: int) -> "Coverage":
        """The same of a set in which `n` municipalities have the figure."""
        return replace(self, n=n)

    @property
    def share(self) -> Decimal | None:
        """The share of those known to be evaluated, 0–1; None where nobody says how many."""
        return Decimal(self.n) / self.known if self.known else None

    @property
    def is_enough(self) -> bool:
        """Whether what is computed may stand for the country or the group."""
        return self.share is not None and self.share >= self.least_share

    @property
    def lack(self) -> Unrepresentative | None:
        """Why it is not enough; None where it is."""
        if self.is_enough:
            return None
        return Unrepresentative.UNKNOWN if self.known is None else Unrepresentative.BELOW_LIMIT


@dataclass(frozen=True, slots=True)
class _Known:
    """How many were evaluated in one country, and which count says so."""

    n: int
    at_least: bool
    any_version: bool
    basis: KnownEvaluated


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
        found = [self._known(drawn_from, country, family, years) for country in countries]
        known = [one for one in found if one is not None]
        if not found or len(known) < len(found):
            return Coverage(0, None, self.least_share)
        return Coverage(
            0,
            sum(one.n for one in known),
            self.least_share,
            any(one.at_least for one in known),
            any(one.any_version for one in known),
            max(one.basis.as_of for one in known),
            tuple(one.basis for one in known),
        )

    def _known(
        self,
        drawn_from: Selection,
        country: Country,
        family: str,
        years: tuple[int | None, int | None],
    ) -> _Known | None:
        table = drawn_from.table
        whole = _whole(table, country, family, *years)
        own = whole.municipalities
        count = self._count(country, family, *years, max(whole.values("year"), default=None))
        if count is None:
            return None
        inside = (drawn_from & table.where("country", country)).municipalities
        everybody = max(count.n, own)
        exact = not count.at_least and count.as_of == years[1] and count.n >= own
        return _Known(inside + everybody - own, not exact, count.family is None, count)

    def _count(
        self,
        country: Country,
        family: str,
        first: int | None,
        last: int | None,
        latest: int | None,
    ) -> KnownEvaluated | None:
        """The count that fits a span of years best; in `latest` was the last evaluation in it.

        Of the family: the highest that lies within the span and begins with it. Where the family
        began earlier than the span, it must reach its end too: those evaluated in one year say
        nothing of how many were in ten. Else of any version, where the span begins with the first
        evaluation: the count at the end of the span, or the nearest later one, but none from before
        the family.
        """
        start = self.family_starts.get(family, 0)
        end = latest if last is None else last
        begins_later = first is not None and first > start
        counts = [
            count
            for count in self.counts
            if count.country is country and count.unit is CoverageUnit.MUNICIPALITIES
        ]
        of_family = [
            count
            for count in counts
            if count.family == family
            and (last is None or count.as_of <= last)
            and (count.at_least or count.begins_with(first, start))
            and (count.at_least or not begins_later or end is None or count.as_of >= end)
            and (first is None or (count.since or start) >= first)
        ]
        if of_family:
            return max(of_family, key=lambda count: (count.n, count.as_of))
        if begins_later:
            return None
        whole = sorted(
            (count for count in counts if count.family is None and count.as_of >= start),
            key=lambda count: count.as_of,
        )
        later = [count for count in whole if last is not None and count.as_of >= last]
        return later[0] if later else whole[-1] if whole else None


def _whole(
    table: EvaluationTable, country: Country, family: str, first: int | None, last: int | None
) -> Selection:
    found = table.where("country", country) & table.where("family", family)
    return found if first is last is None else found & table.years(first, last)
