"""The register of municipalities as a release has it."""

from collections.abc import Sequence

from sqlalchemy import select, true
from sqlmodel import col

from app.domain.municipality import (
    Change,
    ChangeKind,
    Country,
    Lineage,
    Municipality,
    Population,
)
from app.models import (
    ChangeRevision,
    EvaluationRevision,
    MunicipalityCodeRow,
    MunicipalityRevision,
    PopulationRow,
)
from app.queries.memory import remembered
from app.queries.municipality_rows import municipalities, read_municipalities
from app.queries.reading import Reading, askable
from app.queries.search import SearchHit, search

__all__ = [
    "SearchHit",
    "all_municipalities",
    "all_populations",
    "counties",
    "lineage",
    "municipalities",
    "municipality",
    "owners_of_code",
    "populations",
    "search",
]


def municipality(reading: Reading, slug: str) -> Municipality | None:
    """The municipality with this slug. Two statements."""
    return municipalities(reading, (slug,)).get(slug)


def all_municipalities(reading: Reading) -> tuple[Municipality, ...]:
    """Every municipality there is or was, by slug. Two statements."""
    return tuple(sorted(read_municipalities(reading, true()), key=lambda m: m.slug))


def owners_of_code(reading: Reading, code: str) -> tuple[Municipality, ...]:
    """Who holds or held a code, in both countries: present owners first, then the latest."""
    wanted = askable((code,))
    if not wanted:
        return ()
    holders = select(col(MunicipalityCodeRow.municipality_id)).where(
        col(MunicipalityCodeRow.code).in_(wanted)
    )
    found = read_municipalities(reading, col(MunicipalityRevision.id).in_(holders))
    return tuple(sorted(found, key=lambda m: _ownership(m, code), reverse=True))


def _ownership(owner: Municipality, code: str) -> tuple[bool, str, str]:
    ends = [held.valid_to for held in owner.codes if held.code == code]
    present = None in ends
    last = max((end.isoformat() for end in ends if end is not None), default="")
    return (present, last, owner.slug)


def populations(reading: Reading, slug: str) -> tuple[Population, ...]:
    """Inhabitants of a municipality, oldest year first. One statement."""
    wanted = askable((slug,))
    return all_populations(reading, wanted).get(slug, ()) if wanted else ()


def all_populations(
    reading: Reading, slugs: Sequence[str] | None = None
) -> dict[str, tuple[Population, ...]]:
    """Inhabitants by slug, oldest year first, of all municipalities or of some. One statement."""
    statement = (
        select(
            col(MunicipalityRevision.key),
            col(PopulationRow.year),
            col(PopulationRow.inhabitants),
            col(PopulationRow.source),
        )
        .join(
            MunicipalityRevision, col(MunicipalityRevision.id) == col(PopulationRow.municipality_id)
        )
        .where(reading.holds(MunicipalityRevision))
        .order_by(col(PopulationRow.municipality_id), col(PopulationRow.year))
    )
    if slugs is not None:
        statement = statement.where(col(MunicipalityRevision.key).in_(slugs))
    found: dict[str, list[Population]] = {}
    for slug, year, inhabitants, source in reading.session.execute(statement):
        found.setdefault(slug, []).append(Population(year, inhabitants, source))
    return {slug: tuple(series) for slug, series in found.items()}


@remembered
def lineage(reading: Reading) -> Lineage:
    """Every merge, split and rename, oldest first. One statement."""
    rows = reading.session.scalars(select(ChangeRevision).where(reading.holds(ChangeRevision)))
    changes = [
        Change(row.day, ChangeKind(row.kind), row.before, row.after, row.part, row.source, row.note)
        for row in rows
    ]
    return Lineage(tuple(sorted(changes, key=lambda c: (c.day, c.before, c.after))))


@remembered
def counties(reading: Reading) -> tuple[tuple[Country, str], ...]:
    """Counties with an evaluated municipality, by country and name. One statement."""
    statement = (
        select(col(MunicipalityRevision.country), col(MunicipalityRevision.county))
        .join(
            EvaluationRevision,
            col(EvaluationRevision.municipality) == col(MunicipalityRevision.key),
        )
        .where(reading.holds(MunicipalityRevision), reading.holds(EvaluationRevision))
        .distinct()
    )
    found = {(Country(country), county) for country, county in reading.session.execute(statement)}
    return tuple(sorted(found))
