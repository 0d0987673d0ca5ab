"""Groups of municipalities: schemes with versions and validity, and which group counts when.

A scheme comes from somebody who publishes it, except size, which is worked out from inhabitants by
thresholds. The grouping in force in the year of an evaluation counts for it. Where none that we
have goes back so far, the earliest later one stands in and is marked so (decision 19).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.message import LocalText
from app.domain.municipality import Country, EvaluationPopulation, GroupMembership

SIZE: Final = "size"
"""The scheme that is worked out from inhabitants."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a scheme. Two are the same where scheme and code are.

    `name` is as its publisher has it, in the languages it was read in; size groups have none, their
    words follow from the limits. `description` says in our own words what puts a municipality in
    it. `part_of` is the main group of the scheme that it belongs to.
    """

    scheme: str
    code: str
    name: LocalText | None = field(default=None, compare=False)
    description: LocalText | None = field(default=None, compare=False)
    part_of: LocalText | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """Scheme and code, as in addresses: `kostra-2020:EKG07`."""
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """One version of a scheme with the days it is in force; no end where it still is."""

    version: str
    valid_from: date
    valid_to: date | None
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class GroupScheme:
    """A way of grouping the municipalities of a country; None is both countries.

    Versions of one scheme have the same groups, and differ in who is in which. Where a publisher
    makes other groups, it is another scheme.
    """

    id: str
    country: Country | None
    name: LocalText | None
    publisher: str | None
    versions: tuple[SchemeVersion, ...]
    groups: tuple[Group, ...]
    note: LocalText | None = None
    """What has to be known of it: what is derived, and what could not be settled."""

    def group(self, code: str) -> Group:
        """The group with this code.

        Raises:
            KeyError: there is none.
        """
        for group in self.groups:
            if group.code == code:
                return group
        raise KeyError(code)


class GroupBasis(StrEnum):
    """Why an evaluation counts as one of a group."""

    IN_FORCE = "in-force"
    DERIVED = "derived"
    """In force that year, as follows from a list of later years."""
    LATER = "later"
    """No grouping of that year is held: this is the earliest later one."""


@dataclass(frozen=True, slots=True)
class EvaluationGroup:
    """The group that an evaluation counts in, by a scheme."""

    scheme: str
    version: str
    code: str
    basis: GroupBasis

    @property
    def key(self) -> str:
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many municipalities that exist today are in a group, and of how many of them any
    evaluation is known."""

    members: int
    evaluated: int


def groups_for(year: int, memberships: Iterable[GroupMembership]) -> tuple[EvaluationGroup, ...]:
    """The group of each scheme that counts for an evaluation of a year: the one in force on its
    last day, else the earliest that came later, marked. None where the scheme has neither."""
    by_scheme: dict[str, list[GroupMembership]] = {}
    for held in memberships:
        by_scheme.setdefault(held.scheme, []).append(held)
    day = date(year, 12, 31)
    found = []
    for own in by_scheme.values():
        own.sort(key=lambda held: held.valid_from)
        counting = next((held for held in own if held.holds_at(day) or held.valid_from > day), None)
        if counting is not None:
            found.append(_counting(counting, day))
    return tuple(found)


def _counting(held: GroupMembership, day: date) -> EvaluationGroup:
    basis = GroupBasis.DERIVED if held.derived else GroupBasis.IN_FORCE
    if held.valid_from > day:
        basis = GroupBasis.LATER
    return EvaluationGroup(held.scheme, held.version, held.code, basis)


def size_key(code: str) -> str:
    """The key of a size group."""
    return f"{SIZE}:{code}"


@dataclass(frozen=True, slots=True)
class SizeGroup:
    """A span of inhabitants, both ends included; `maximum` None is without end."""

    code: str
    minimum: int
    maximum: int | None

    def holds(self, population: int) -> bool:
        return self.minimum <= population and (self.maximum is None or population <= self.maximum)


@dataclass(frozen=True, slots=True)
class SizeScheme:
    """A way of grouping municipalities by inhabitants. Schemes are data; others can be added."""

    code: str
    groups: tuple[SizeGroup, ...]
    basis: LocalText

    def group_of(self, population: int) -> SizeGroup:
        """The group of a municipality with `population` inhabitants.

        Raises:
            ValueError: no group holds the number.
        """
        for group in self.groups:
            if group.holds(population):
                return group
        raise ValueError(f"no size group for {population} inhabitants")

    def group(self, code: str) -> SizeGroup:
        """The group with this code.

        Raises:
            KeyError: there is none.
        """
        for group in self.groups:
            if group.code == code:
                return group
        raise KeyError(code)


def size_as_scheme(scheme: SizeScheme) -> GroupScheme:
    """Size as a scheme among the others."""
    groups = tuple(Group(SIZE, group.code) for group in scheme.groups)
    return GroupScheme(SIZE, None, None, None, (), groups, scheme.basis)


def size_group_for(population: EvaluationPopulation | None, scheme: SizeScheme) -> str | None:
    """The code of the size group, or None where no population is known."""
    return None if population is None else scheme.group_of(population.population.inhabitants).code
