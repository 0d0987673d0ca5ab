"""The register of municipalities as a release has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern

from sqlalchemy import select as select_columns
from sqlalchemy import true
from sqlmodel import col, select

from app.domain.municipality import (
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
from app.queries.municipality_rows import MOST_NAMED, municipalities, read_municipalities
from app.queries.reading import Reading, askable
from app.queries.search import SearchHit, matching_slugs, search
from app.records.register import stored_change

__all__ = [
    "Place",
    "SearchHit",
    "all_municipalities",
    "all_populations",
    "counties",
    "lineage",
    "matching_slugs",
    "municipalities",
    "municipality",
    "never_evaluated",
    "owners_of_code",
    "places",
    "populations",
    "search",
]


def municipality(reading: Reading, slug: str) -> Municipality | None:
    """The municipality with this slug. Two statements."""
    return municipalities(reading, (slug,)).get(slug)


def all_municipalities(reading: Reading) -> tuple[Municipality, ...]:
    """Every municipality there is or was, by slug. Two statements."""
    return tuple(sorted(read_municipalities(reading, true()), key=lambda m: m.slug))


@remembered
def never_evaluated(reading: Reading) -> tuple[Municipality, ...]:
    """Every municipality that there is or was and of which no evaluation is known, by slug.
    Two statements."""
    evaluated = select(col(EvaluationRevision.municipality)).where(
        reading.holds(EvaluationRevision),
        col(EvaluationRevision.municipality) == col(MunicipalityRevision.key),
    )
    return tuple(sorted(read_municipalities(reading, ~evaluated.exists()), key=lambda m: m.slug))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a municipality is, in which county, and until when. `at` is longitude and latitude,
    None where it is not known."""

    country: Country
    county: str
    valid_to: date | None
    at: tuple[float, float] | None


@remembered
def places(reading: Reading) -> Mapping[str, Place]:
    """The place of every evaluated municipality, by slug. One statement."""
    evaluated = select(col(EvaluationRevision.municipality)).where(
        reading.holds(EvaluationRevision),
        col(EvaluationRevision.municipality) == col(MunicipalityRevision.key),
    )
    statement = select_columns(
        col(MunicipalityRevision.key),
        col(MunicipalityRevision.country),
        col(MunicipalityRevision.county),
        col(MunicipalityRevision.valid_to),
        col(MunicipalityRevision.latitude),
        col(MunicipalityRevision.longitude),
    ).where(reading.holds(MunicipalityRevision), evaluated.exists())
    rows = reading.session.execute(statement)
    return {
        slug: Place(
            Country(country),
            intern(county),
            valid_to,
            None if latitude is None or longitude is None else (longitude, latitude),
        )
        for slug, country, county, valid_to, latitude, longitude in rows
    }


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
    """Inhabitants by slug, oldest year first, of all or at least of some. One statement."""
    statement = (
        select(
            col(MunicipalityRevision.key),
            col(PopulationRow.year),
            col(PopulationRow.inhabitants),
            col(PopulationRow.source),
        )
        .join(MunicipalityRevision)
        .where(reading.holds(MunicipalityRevision))
        .order_by(col(PopulationRow.municipality_id), col(PopulationRow.year))
    )
    if slugs is not None and len(slugs) <= MOST_NAMED:
        statement = statement.where(col(MunicipalityRevision.key).in_(slugs))
    found: dict[str, list[Population]] = {}
    for slug, year, inhabitants, source in reading.session.exec(statement):
        found.setdefault(slug, []).append(Population(year, inhabitants, source))
    return {slug: tuple(series) for slug, series in found.items()}


@remembered
def lineage(reading: Reading) -> Lineage:
    """Every merge, split and rename, oldest first. One statement."""
    rows = reading.session.exec(select(ChangeRevision).where(reading.holds(ChangeRevision)))
    changes = sorted(map(stored_change, rows), key=lambda c: (c.day, c.before, c.after))
    return Lineage(tuple(changes))


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
    found = {(Country(country), county) for country, county in reading.session.exec(statement)}
    return tuple(sorted(found))
