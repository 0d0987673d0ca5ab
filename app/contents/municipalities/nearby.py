"""The evaluated municipalities nearest to one, whatever is known of them."""

from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Lineage, Municipality
from app.domain.nearby import nearest
from app.domain.score import Measure
from app.queries import register
from app.queries.reading import Reading

MOST_NEAR: Final = 5


@dataclass(frozen=True, slots=True)
class NearbyEvaluated:
    """An evaluated municipality nearby, with the latest evaluation that has a total, or else the
    latest; `km` as the crow flies."""

    evaluation: EvaluationSummary
    km: int
    place: tuple[float, float]
    """Longitude and latitude."""


def nearby_evaluated(
    reading: Reading, municipality: Municipality, table: EvaluationTable, lineage: Lineage
) -> tuple[NearbyEvaluated, ...]:
    """The nearest first, in either country; none where we do not know where the municipality lies.

    What it came from or went into is no neighbour: it is the same place. One statement.
    """
    if municipality.latitude is None or municipality.longitude is None:
        return ()
    same = {municipality.slug, *lineage.relatives(municipality.slug)}
    places = {
        slug: place.at
        for slug, place in register.places(reading).items()
        if slug not in same and place.at is not None
    }
    found = nearest((municipality.longitude, municipality.latitude), places.items(), MOST_NEAR)
    return tuple(
        NearbyEvaluated(_standing(one.other, table), one.km, places[one.other]) for one in found
    )


def _standing(slug: str, table: EvaluationTable) -> EvaluationSummary:
    own = table.of_municipality(slug)
    with_total = (e for e in own if e.score(Measure.TOTAL) is not None)
    return next(with_total, own[0])
