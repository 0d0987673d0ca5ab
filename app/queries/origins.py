"""Where things were read: the source of each evaluation, and the series of inhabitants."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import distinct, func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.evaluation import Source
from app.domain.municipality import Country
from app.models import EvaluationRevision, MunicipalityRevision, PopulationRow
from app.queries.memory import remembered
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class PopulationSeries:
    """Figures of inhabitants from one source: which years, of how many municipalities."""

    country: Country
    source: str
    first_year: int
    last_year: int
    municipalities: int


@remembered
def evaluation_sources(reading: Reading) -> Mapping[str, Source]:
    """The source of every evaluation, by its id. One statement."""
    statement = select(
        col(EvaluationRevision.key),
        col(EvaluationRevision.source_title),
        col(EvaluationRevision.source_url),
    ).where(reading.holds(EvaluationRevision))
    return {key: Source(title, url) for key, title, url in reading.session.exec(statement)}


@remembered
def population_series(reading: Reading) -> tuple[PopulationSeries, ...]:
    """Every source of inhabitants, by country, the one with most municipalities first.
    One statement."""
    statement = (
        select_columns(
            col(MunicipalityRevision.country),
            col(PopulationRow.source),
            func.min(col(PopulationRow.year)).label("first_year"),
            func.max(col(PopulationRow.year)).label("last_year"),
            func.count(distinct(col(PopulationRow.municipality_id))).label("municipalities"),
        )
        .join(MunicipalityRevision)
        .where(reading.holds(MunicipalityRevision))
        .group_by(col(MunicipalityRevision.country), col(PopulationRow.source))
    )
    found = [
        PopulationSeries(
            Country(row.country), row.source, row.first_year, row.last_year, row.municipalities
        )
        for row in reading.session.execute(statement)
    ]
    return tuple(sorted(found, key=lambda s: (s.country, -s.municipalities, s.source)))
