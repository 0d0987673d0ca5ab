"""Averages that somebody else published."""

from sqlmodel import select

from app.domain.reference import ReferenceAverage
from app.models import ReferenceAverageRevision, ReferenceFigureRow
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.reference import stored_reference


@remembered
def reference_averages(reading: Reading) -> tuple[ReferenceAverage, ...]:
    """Every published average, by country, year and id. Two statements."""
    held = reading.holds(ReferenceAverageRevision)
    rows = reading.session.exec(select(ReferenceAverageRevision).where(held)).all()
    figures: dict[int | None, list[ReferenceFigureRow]] = {row.id: [] for row in rows}
    children = select(ReferenceFigureRow).join(ReferenceAverageRevision).where(held)
    for child in reading.session.exec(children):
        figures[child.reference_average_id].append(child)
    found = [stored_reference(row, figures[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda a: (a.country, a.as_of, a.id)))
