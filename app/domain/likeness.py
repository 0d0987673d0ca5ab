"""How alike two municipalities are: in inhabitants, county and distance on the map.

Each component is a share of 0–1 with a formula that can be said in a sentence:

- inhabitants: the smaller number divided by the larger (the exponential of minus the difference of
  their logarithms), so that half as many is 0.5;
- county: 1 in the same county, else 0;
- distance: 100 / (100 + km), so that 100 km is 0.5; between the middles of their areas.

A component that is not known is left out, and the likeness says so. The likeness as a whole is the
mean of the known components, weighted by whole numbers of the reader's choice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from heapq import nlargest
from math import asin, cos, radians, sin, sqrt
from typing import Final, TypeVar

from app.domain.municipality import Country

HIGHEST_WEIGHT: Final = 3
HALF_ALIKE_KM: Final = Decimal(100)
"""The distance at which two municipalities are half alike. Our editorial choice."""

EARTH_RADIUS_KM: Final = 6371.0088
"""The mean radius of the Earth (IUGG)."""

ONE: Final = Decimal(1)

FURTHEST_OFF: Final = 1e-6
"""More than numbers that are nearly right are off."""

Other = TypeVar("Other")


class Component(StrEnum):
    """What likeness rests on."""

    POPULATION = "population"
    COUNTY = "county"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a municipality when it is likened to others."""

    country: Country
    county: str | None
    inhabitants: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each component counts, 0–3. Size counts most unless a reader says otherwise."""

    population: int = 2
    county: int = 1
    distance: int = 1

    def __post_init__(self) -> None:
        if any(not 0 <= weight <= HIGHEST_WEIGHT for weight in self.by_component.values()):
            raise ValueError(f"a weight is outside 0–{HIGHEST_WEIGHT}")

    @property
    def by_component(self) -> Mapping[Component, int]:
        return {
            Component.POPULATION: self.population,
            Component.COUNTY: self.county,
            Component.DISTANCE: self.distance,
        }


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two municipalities are, with all that it rests on. None is not known."""

    population: Decimal | None
    county: Decimal | None
    distance: Decimal | None
    km: Decimal | None
    weights: Weights

    @property
    def by_component(self) -> Mapping[Component, Decimal | None]:
        return {
            Component.POPULATION: self.population,
            Component.COUNTY: self.county,
            Component.DISTANCE: self.distance,
        }

    @property
    def total(self) -> Decimal | None:
        """The weighted mean of what is known, 0–1; None where nothing that counts is known."""
        weights = self.weights.by_component
        known = [
            (share, weights[component])
            for component, share in self.by_component.items()
            if share is not None and weights[component]
        ]
        if not known:
            return None
        return sum((share * weight for share, weight in known), Decimal(0)) / sum(
            weight for _, weight in known
        )

    @property
    def left_out(self) -> tuple[Component, ...]:
        """The components that would count and are not known."""
        weights = self.weights.by_component
        return tuple(
            component
            for component, share in self.by_component.items()
            if share is None and weights[component]
        )


def likeness(a: Traits, b: Traits, weights: Weights) -> Likeness:
    """How alike `a` and `b` are; the same as how alike `b` and `a` are."""
    km = distance_km(a, b)
    return Likeness(
        population=population_likeness(a.inhabitants, b.inhabitants),
        county=county_likeness(a, b),
        distance=None if km is None else HALF_ALIKE_KM / (HALF_ALIKE_KM + km),
        km=km,
        weights=weights,
    )


def nearly_most_alike(
    own: Traits, others: Iterable[tuple[Other, Traits]], weights: Weights, most: int
) -> tuple[int, tuple[tuple[Other, Traits], ...]]:
    """How many can be likened at all, and those among whom the `most` most alike are.

    Exact numbers take long for many. These are near enough to leave out who cannot be among them.
    """
    known = [
        (total, other, theirs)
        for other, theirs in others
        if (total := _nearly(own, theirs, weights)) is not None
    ]
    limit = nlargest(most, (total for total, _, _ in known))[-1:]
    near = ((other, theirs) for total, other, theirs in known if total >= limit[0] - FURTHEST_OFF)
    return len(known), tuple(near)


def _nearly(own: Traits, other: Traits, weights: Weights) -> float | None:
    """The likeness as a whole, but for the last digits."""
    total = weighed = 0.0
    if weights.population and own.inhabitants and other.inhabitants:
        fewer, more = sorted((own.inhabitants, other.inhabitants))
        total, weighed = total + weights.population * fewer / more, weighed + weights.population
    if weights.county and own.county and other.county:
        same = (own.country, own.county) == (other.country, other.county)
        total, weighed = total + weights.county * same, weighed + weights.county
    if weights.distance and (km := _km(own, other)) is not None:
        alike = float(HALF_ALIKE_KM) / (float(HALF_ALIKE_KM) + round(km, 1))
        total, weighed = total + weights.distance * alike, weighed + weights.distance
    return total / weighed if weighed else None


def population_likeness(a: int | None, b: int | None) -> Decimal | None:
    """The smaller number of inhabitants divided by the larger."""
    if not a or not b:
        return None
    return Decimal(min(a, b)) / Decimal(max(a, b))


def county_likeness(a: Traits, b: Traits) -> Decimal | None:
    """1 in the same county of the same country, else 0."""
    if not a.county or not b.county:
        return None
    return ONE if (a.country, a.county) == (b.country, b.county) else Decimal(0)


def distance_km(a: Traits, b: Traits) -> Decimal | None:
    """The shortest way over the ground as the crow flies, to a tenth of a kilometre (haversine)."""
    km = _km(a, b)
    return None if km is None else Decimal(f"{km:.1f}")


def _km(a: Traits, b: Traits) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north = radians(b.latitude - a.latitude)
    east = radians(b.longitude - a.longitude)
    half_chord = (
        sin(north / 2) ** 2
        + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_chord)))
