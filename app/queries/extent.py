"""How much there is, counted by the database: nothing is read to be counted."""

from dataclasses import dataclass

from sqlalchemy import distinct, func
from sqlmodel import col, select

from app.models import EvaluationRevision, GoldStarRevision
from app.queries.memory import remembered
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Extent:
    """How many evaluations of how many municipalities, and of which years."""

    evaluations: int
    municipalities: int
    years: tuple[int, int] | None
    """The first and the last; None where there are no evaluations."""
    gold_stars: int


@remembered
def extent(reading: Reading) -> Extent:
    """How much a release holds. Two statements."""
    year = col(EvaluationRevision.year)
    counted = select(
        func.count(),
        func.count(distinct(col(EvaluationRevision.municipality))),
        func.min(year),
        func.max(year),
    ).where(reading.holds(EvaluationRevision))
    evaluations, municipalities, first, last = reading.session.exec(counted).one()
    stars = select(func.count()).where(reading.holds(GoldStarRevision))
    return Extent(
        evaluations,
        municipalities,
        (first, last) if evaluations else None,
        reading.session.scalar(stars) or 0,
    )
