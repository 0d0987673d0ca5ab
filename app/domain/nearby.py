"""Who lies nearest on the map, as the crow flies between the middles of areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import Generic, TypeVar

from app.domain.likeness import kilometres

Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Neighbour(Generic[Other]):
    """Somebody, and how far away. The middle of an area is no more exact than whole kilometres."""

    other: Other
    km: int


def nearest(
    at: tuple[float, float],
    others: Iterable[tuple[Other, tuple[float, float] | None]],
    most: int,
) -> tuple[Neighbour[Other], ...]:
    """The `most` nearest of those whose place is known, the nearest first; places are longitude and
    latitude in degrees."""
    known = (
        (kilometres(at, place), order, other)
        for order, (other, place) in enumerate(others)
        if place is not None
    )
    return tuple(Neighbour(other, round(km)) for km, _, other in nsmallest(most, known))
