"""What municipalities are likened by: read once, for oneself and for whoever is evaluated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary
from app.domain.likeness import Traits
from app.domain.municipality import Municipality, Population, TaxBase
from app.queries import alike, register
from app.queries.alike import Conditions
from app.queries.reading import Reading
from app.queries.register import Place


@dataclass(frozen=True, slots=True)
class TraitsAtHand:
    """One's own traits, and what those of others are made from."""

    own: Traits
    places: Mapping[str, Place]
    conditions: Mapping[str, Conditions]
    tax_base_year: int | None
    """The year of all tax bases: they grow from year to year."""

    def of(self, other: EvaluationSummary) -> Traits:
        """A municipality's traits in the year that it was evaluated."""
        place = self.places[other.municipality]
        longitude, latitude = place.at or (None, None)
        known = self.conditions.get(other.municipality)
        return Traits(
            place.country,
            other.inhabitants,
            latitude,
            longitude,
            known.centrality if known else None,
            known.tax_bases.get(self.tax_base_year or 0) if known else None,
        )


def traits_at_hand(
    reading: Reading,
    municipality: Municipality,
    own: EvaluationSummary | None,
    populations: Sequence[Population],
) -> TraitsAtHand:
    """Reads the traits of everybody who is evaluated, and puts those of a municipality beside them.
    Three statements at first, and none once they are remembered."""
    tax_base = _tax_base(own, municipality.tax_bases)
    return TraitsAtHand(
        own=Traits(
            municipality.country,
            _inhabitants(own, populations),
            municipality.latitude,
            municipality.longitude,
            _centrality(municipality),
            tax_base.per_inhabitant if tax_base else None,
        ),
        places=register.places(reading),
        conditions=alike.conditions(reading),
        tax_base_year=tax_base.year if tax_base else None,
    )


def _centrality(municipality: Municipality) -> int | None:
    """The newest index there is."""
    known = [held.index for held in municipality.groups if held.index is not None]
    return known[-1] if known else None


def _tax_base(own: EvaluationSummary | None, known: Sequence[TaxBase]) -> TaxBase | None:
    """That of the year of the evaluation, else of the nearest year before, else of the first after;
    of a municipality without one, the latest."""
    if own is None:
        return known[-1] if known else None
    before = [base for base in known if base.year <= own.year]
    return before[-1] if before else next(iter(known), None)


def _inhabitants(own: EvaluationSummary | None, populations: Sequence[Population]) -> int | None:
    """Those of the year of the evaluation; of a municipality without one, the latest known."""
    if own is not None:
        return own.inhabitants
    latest = max(populations, key=lambda p: p.year, default=None)
    return latest.inhabitants if latest else None
