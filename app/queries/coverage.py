"""How many were evaluated, as sources say."""

from sqlmodel import select

from app.domain.coverage import KnownEvaluated
from app.models import KnownEvaluatedRevision
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.coverage import stored_known_evaluated


@remembered
def known_evaluated(reading: Reading) -> tuple[KnownEvaluated, ...]:
    """Every count, by country, year and id. One statement."""
    held = reading.holds(KnownEvaluatedRevision)
    rows = reading.session.exec(select(KnownEvaluatedRevision).where(held)).all()
    found = map(stored_known_evaluated, rows)
    return tuple(sorted(found, key=lambda c: (c.country, c.as_of, c.id)))
