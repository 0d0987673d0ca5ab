"""How alike two municipalities of a country are by our own measure.

Each component is a share of 0–1 with a formula that can be said in a sentence:

- inhabitants: the smaller number divided by the larger, so that half as many is 0.5;
- centrality (Norway): 100 / (100 + difference), in points of Statistics Norway's index of 0–1000;
- tax base (Sweden): 10 / (10 + difference), in per cent of the smaller, both of the same year;
- distance: 100 / (100 + km), between the middles of their areas.

The three differences at which two are half alike are our editorial choice: 100 km; 100 points,
about as wide as a class of centrality; 10 per cent, about as far apart as two Swedish
municipalities drawn at random. A county is not counted: it is distance once more.

A component that is not known is left out, and the likeness says so. The likeness as a whole is the
mean of the known components, weighted by whole numbers of the reader's choice. Nothing is likened
across countries: there is no index, and no tax base, that both have.
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
HALF_ALIKE_CENTRALITY: Final = Decimal(100)
"""In points of the index."""
HALF_ALIKE_TAX_BASE: Final = Decimal(10)
"""In per cent of the smaller tax base."""

EARTH_RADIUS_KM: Final = 6371.0088
"""The mean radius of the Earth (IUGG)."""

FURTHEST_OFF: Final = 1e-6
"""More than numbers that are nearly right are off."""

Other = TypeVar("Other")


class Component(StrEnum):
    """What likeness rests on."""

    POPULATION = "population"
    CENTRALITY = "centrality"
    TAX_BASE = "tax_base"
    DISTANCE = "distance"


COMPONENTS: Final[Mapping[Country, tuple[Component, ...]]] = {
    Country.NORWAY: (Component.POPULATION, Component.CENTRALITY, Component.DISTANCE),
    Country.SWEDEN: (Component.POPULATION, Component.TAX_BASE, Component.DISTANCE),
}
"""What likeness rests on in each country."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a municipality when it is likened to others of its country.

    `centrality` is the index of 0–1000 of Statistics Norway. `tax_base` is in kronor for each
    inhabitant, of one year for all that are likened: it grows from year to year.
    """

    country: Country
    inhabitants: int | None
    latitude: float | None
    longitude: float | None
    centrality: int | None = None
    tax_base: int | None = None

    @property
    def known(self) -> frozenset[Component]:
        """What of it is known, so that it can be likened to others by that."""
        at = None if self.latitude is None else self.longitude
        values = {
            Component.POPULATION: self.inhabitants or None,
            Component.CENTRALITY: self.centrality,
            Component.TAX_BASE: self.tax_base or None,
            Component.DISTANCE: at,
        }
        return frozenset(c for c in COMPONENTS[self.country] if values[c] is not None)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each component counts, 0–3. Size counts most unless a reader says otherwise.

    `conditions` is for centrality or tax base, whichever the country has.
    """

    population: int = 2
    conditions: int = 1
    distance: int = 1

    def __post_init__(self) -> None:
        if any(not 0 <= weight <= HIGHEST_WEIGHT for weight in self.all):
            raise ValueError(f"a weight is outside 0–{HIGHEST_WEIGHT}")

    @property
    def all(self) -> tuple[int, int, int]:
        return self.population, self.conditions, self.distance

    def by_component(self, country: Country) -> Mapping[Component, int]:
        """The weight of each component that a country has."""
        return dict(zip(COMPONENTS[country], self.all, strict=True))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two municipalities are, with all that it rests on. None is not known."""

    country: Country
    population: Decimal | None
    centrality: Decimal | None
    tax_base: Decimal | None
    distance: Decimal | None
    km: Decimal | None
    weights: Weights

    @property
    def by_component(self) -> Mapping[Component, Decimal | None]:
        """The share of each component that the country has."""
        shares = {
            Component.POPULATION: self.population,
            Component.CENTRALITY: self.centrality,
            Component.TAX_BASE: self.tax_base,
            Component.DISTANCE: self.distance,
        }
        return {component: shares[component] for component in COMPONENTS[self.country]}

    @property
    def total(self) -> Decimal | None:
        """The weighted mean of what is known, 0–1; None where nothing that counts is known."""
        weights = self.weights.by_component(self.country)
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
        weights = self.weights.by_component(self.country)
        return tuple(
            component
            for component, share in self.by_component.items()
            if share is None and weights[component]
        )


def likeness(a: Traits, b: Traits, weights: Weights) -> Likeness:
    """How alike `a` and `b` are; the same as how alike `b` and `a` are.

    Raises:
        ValueError: they are of two countries.
    """
    if a.country != b.country:
        raise ValueError("municipalities of two countries are not likened")
    km = distance_km(a, b)
    return Likeness(
        country=a.country,
        population=population_likeness(a.inhabitants, b.inhabitants),
        centrality=centrality_likeness(a.centrality, b.centrality),
        tax_base=tax_base_likeness(a.tax_base, b.tax_base),
        distance=None if km is None else distance_likeness(km),
        km=km,
        weights=weights,
    )


def nearly_most_alike(
    own: Traits,
    others: Iterable[tuple[Other, Traits]],
    weights: Weights,
    floor: Decimal,
    most: int,
) -> tuple[tuple[Other, Traits], ...]:
    """Those among whom the `most` most alike are, of those at least `floor` alike.

    Exact numbers take long for many. These are near enough to leave out who cannot be among them.
    """
    known = [
        (total, other, theirs)
        for other, theirs in others
        if (total := _nearly(own, theirs, weights)) is not None
    ]
    limit = nlargest(most, (total for total, _, _ in known))[-1:]
    lowest = max(float(floor), *limit, 0.0) - FURTHEST_OFF
    return tuple((other, theirs) for total, other, theirs in known if total >= lowest)


def _nearly(own: Traits, other: Traits, weights: Weights) -> float | None:
    """The likeness as a whole, but for the last digits."""
    total = weighed = 0.0
    shares = (
        (weights.population, _nearly_in_inhabitants(own, other)),
        (weights.conditions, _nearly_in_conditions(own, other)),
        (weights.distance, _nearly_in_distance(own, other)),
    )
    for weight, share in shares:
        if weight and share is not None:
            total, weighed = total + weight * share, weighed + weight
    return total / weighed if weighed else None


def _nearly_in_inhabitants(own: Traits, other: Traits) -> float | None:
    if not own.inhabitants or not other.inhabitants:
        return None
    fewer, more = sorted((own.inhabitants, other.inhabitants))
    return fewer / more


def _nearly_in_conditions(own: Traits, other: Traits) -> float | None:
    if own.country is Country.NORWAY:
        if own.centrality is None or other.centrality is None:
            return None
        half = float(HALF_ALIKE_CENTRALITY)
        return half / (half + abs(own.centrality - other.centrality))
    if not own.tax_base or not other.tax_base:
        return None
    less, more = sorted((own.tax_base, other.tax_base))
    half = float(HALF_ALIKE_TAX_BASE)
    return half / (half + 100 * (more - less) / less)


def _nearly_in_distance(own: Traits, other: Traits) -> float | None:
    km = _km(own, other)
    if km is None:
        return None
    return float(HALF_ALIKE_KM) / (float(HALF_ALIKE_KM) + round(km, 1))


def population_likeness(a: int | None, b: int | None) -> Decimal | None:
    """The smaller number of inhabitants divided by the larger."""
    if not a or not b:
        return None
    return Decimal(min(a, b)) / Decimal(max(a, b))


def centrality_likeness(a: int | None, b: int | None) -> Decimal | None:
    """By how many points of the index two lie apart; 100 points are half alike."""
    return None if a is None or b is None else _halved(Decimal(abs(a - b)), HALF_ALIKE_CENTRALITY)


def tax_base_likeness(a: int | None, b: int | None) -> Decimal | None:
    """By how many per cent the larger tax base is over the smaller; 10 per cent are half alike."""
    if not a or not b:
        return None
    less, more = sorted((a, b))
    return _halved(Decimal(100 * (more - less)) / less, HALF_ALIKE_TAX_BASE)


def distance_likeness(km: Decimal) -> Decimal:
    """By how many kilometres two lie apart; 100 km are half alike."""
    return _halved(km, HALF_ALIKE_KM)


def _halved(difference: Decimal, half: Decimal) -> Decimal:
    """1 without a difference, 0.5 at `half`, a third at twice that, and so on."""
    return half / (half + difference)


def distance_km(a: Traits, b: Traits) -> Decimal | None:
    """The shortest way over the ground as the crow flies, to a tenth of a kilometre (haversine)."""
    km = _km(a, b)
    return None if km is None else Decimal(f"{km:.1f}")


def _km(a: Traits, b: Traits) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return kilometres((a.longitude, a.latitude), (b.longitude, b.latitude))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The same between two places, each as longitude and latitude in degrees."""
    north, east = radians(b[1] - a[1]), radians(b[0] - a[0])
    half_chord = sin(north / 2) ** 2 + cos(radians(a[1])) * cos(radians(b[1])) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_chord)))
