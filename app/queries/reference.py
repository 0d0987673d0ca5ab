"""Averages that somebody else published."""

from decimal import Decimal

from sqlalchemy import select
from sqlmodel import col

from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.models import ReferenceAverageRevision, ReferenceFigureRow
from app.queries import stored
from app.queries.memory import remembered
from app.queries.reading import Reading


@remembered
def reference_averages(reading: Reading) -> tuple[ReferenceAverage, ...]:
    """Every published average, by country, year and id. Two statements."""
    held = reading.holds(ReferenceAverageRevision)
    rows = reading.session.scalars(select(ReferenceAverageRevision).where(held)).all()
    figures: dict[int | None, dict[Measure, Decimal]] = {row.id: {} for row in rows}
    children = (
        select(ReferenceFigureRow)
        .join(
            ReferenceAverageRevision,
            col(ReferenceAverageRevision.id) == col(ReferenceFigureRow.reference_average_id),
        )
        .where(held)
    )
    for child in reading.session.scalars(children):
        figures[child.reference_average_id][Measure(child.measure)] = child.points
    found = [_average(row, figures[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda a: (a.country, a.as_of, a.id)))


def _average(row: ReferenceAverageRevision, figures: dict[Measure, Decimal]) -> ReferenceAverage:
    return ReferenceAverage(
        id=row.key,
        label=stored.text(row.label),
        country=Country(row.country),
        family=row.family,
        as_of=row.as_of,
        statistic=ReferenceStatistic(row.statistic),
        n=row.n,
        size_group=row.size_group,
        figures={measure: figures[measure] for measure in Measure if measure in figures},
        source_title=row.source_title,
        source_url=row.source_url,
        note=stored.optional_text(row.note),
    )
