"""What a source itself says of a result: kept as stated, never computed from and never widened."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.message import LocalText
from app.domain.score import Measure


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read. `url` is None for what is only on paper."""

    title: str
    url: str | None


class StatedStanding(StrEnum):
    """How a source places a figure beside an average."""

    ABOVE = "above"
    ABOUT = "about"
    BELOW = "below"


class StatedDegree(StrEnum):
    """How far from the average, in the source's words; never from points."""

    CLEARLY = "clearly"
    SLIGHTLY = "slightly"


@dataclass(frozen=True, slots=True)
class StatedComparison:
    """What the source itself says of its standing beside an average, for areas, the total or both.

    `clearly` names the areas that the source calls clearly so, `degree` is of the total alone.
    `source` is where it was read, where that is not the evaluation's own source; `teller` says
    whose words they are, where they are not the municipality's or its report's.
    """

    against: LocalText
    areas: Mapping[int, StatedStanding]
    clearly: tuple[int, ...] = ()
    total: StatedStanding | None = None
    degree: StatedDegree | None = None
    source: Source | None = None
    teller: LocalText | None = None


class Direction(StrEnum):
    """A change since an earlier evaluation, as the source words it."""

    UP = "up"
    STABLE = "stable"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class StatedChanges:
    """Directions per area since the year named. Kept as stated."""

    since: int
    areas: Mapping[int, Direction]


class Territory(StrEnum):
    """Whose municipalities a source places the municipality among."""

    COUNTRY = "country"
    """Those of its own country."""
    SCANDINAVIA = "scandinavia"


class PeriodKind(StrEnum):
    """Which evaluations a source places the result among, by time."""

    ALL_TIME = "all-time"
    """The source says "ever", "noensinne", "någonsin", "hittills" or the like."""
    SINCE = "since"
    """Since a year; without one, the year cannot be read in the source."""
    LAST_YEARS = "last-years"
    VERSION = "version"
    """Those made with one method version."""
    YEAR = "year"
    """Those of one year."""


@dataclass(frozen=True, slots=True)
class PlacingPeriod:
    """A period, with what its kind needs: a year, a number of years, or a method version."""

    kind: PeriodKind
    year: int | None = None
    years: int | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """Among municipalities of what size: a size group, or those under so many inhabitants.

    `own` where the source says "its size group"; alone, the limits of that group cannot be read.
    """

    group: str | None = None
    below: int | None = None
    own: bool = False


class ScopeCode(StrEnum):
    """The scopes that have a name of one word in the API, as every scope once had."""

    COUNTRY = "country"
    COUNTRY_SINCE_2010 = "country-since-2010"
    COUNTRY_ALL_TIME = "country-all-time"
    COUNTRY_SIZE_GROUP = "country-size-group"
    SCANDINAVIA = "scandinavia"
    OTHER = "other"
    """None of these: only territory, period and size say it."""


@dataclass(frozen=True, slots=True)
class PlacingScope:
    """Among whom a source places the municipality, no wider than the source says.

    `period` and `size` are None where the source names none: it may mean all, and does not say so.
    """

    territory: Territory
    period: PlacingPeriod | None = None
    size: SizeLimit | None = None

    @property
    def code(self) -> ScopeCode:
        """The scope's name of one word; a size group stands beside that name."""
        size = self.size or SizeLimit()
        if size.below is not None or (self.size is not None and not size.group and not size.own):
            return ScopeCode.OTHER
        own = SizeLimit(own=True) if size.own else None
        return _CODES.get(PlacingScope(self.territory, self.period, own), ScopeCode.OTHER)

    @classmethod
    def of_code(cls, code: ScopeCode, group: str | None = None) -> "PlacingScope":
        """The scope that a name of one word means, with the size group that stands beside it.

        Raises:
            KeyError: the name means none.
        """
        scope = _SCOPES[code]
        if group is None:
            return scope
        return cls(scope.territory, scope.period, SizeLimit(group, own=scope.size is not None))


_SCOPES: Final[Mapping[ScopeCode, PlacingScope]] = {
    ScopeCode.COUNTRY: PlacingScope(Territory.COUNTRY),
    ScopeCode.COUNTRY_SINCE_2010: PlacingScope(
        Territory.COUNTRY, PlacingPeriod(PeriodKind.SINCE, 2010)
    ),
    ScopeCode.COUNTRY_ALL_TIME: PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.ALL_TIME)),
    ScopeCode.COUNTRY_SIZE_GROUP: PlacingScope(Territory.COUNTRY, size=SizeLimit(own=True)),
    ScopeCode.SCANDINAVIA: PlacingScope(Territory.SCANDINAVIA),
}
_CODES: Final = {scope: code for code, scope in _SCOPES.items()}


class PlacingBand(StrEnum):
    """A span that a source places the municipality in, where it names no place."""

    TOP_QUARTER = "top-quarter"
    TOP_TENTH = "top-tenth"
    TOP_THREE = "top-three"
    UPPER_HALF = "upper-half"
    ABOVE_MIDDLE = "above-middle"
    """Slightly above the middle."""
    MIDDLE = "middle"
    """About the middle."""
    NEAR_BOTTOM = "near-bottom"


@dataclass(frozen=True, slots=True)
class StatedPlacing:
    """A place that a source gives: a number ("sixth of 46"), how many did better, or a band.

    Exactly one of `rank`, `better` and `band` is set. `of` is the number that the source prints.
    `source` and `teller` are as in `StatedComparison`.
    """

    scope: PlacingScope
    measure: Measure
    rank: int | None = None
    band: PlacingBand | None = None
    of: int | None = None
    better: int | None = None
    source: Source | None = None
    teller: LocalText | None = None

    @property
    def place(self) -> int | None:
        """The place as a number, or None where the source gives a band."""
        return self.rank if self.better is None else self.better + 1
