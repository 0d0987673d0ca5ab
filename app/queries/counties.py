"""The counties with their municipalities, of today and of before."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlmodel import col

from app.domain.county import County, CountyCount
from app.domain.municipality import Country, Municipality
from app.models import MunicipalityRevision
from app.queries import evaluations, register
from app.queries.memory import remembered, remembered_in_order
from app.queries.reading import Reading


@remembered_in_order
def counties(reading: Reading) -> tuple[County, ...]:
    """Every county that a municipality lies in or lay in, by country and name. Six statements, and
    those of the evaluations."""
    evaluated = evaluations.summaries(reading).municipalities
    everybody = (
        *register.listed_municipalities(reading, evaluated).values(),
        *register.never_evaluated(reading),
    )
    by_name = reading.collation.key
    found: dict[tuple[Country, str], list[Municipality]] = {}
    for one in sorted(everybody, key=lambda m: (by_name(m.label), m.slug)):
        found.setdefault((one.country, one.county), []).append(one)
    return tuple(
        County(
            country,
            name,
            tuple(m for m in found[country, name] if m.is_current),
            tuple(m for m in found[country, name] if not m.is_current),
        )
        for country, name in sorted(found, key=lambda key: (key[0], by_name(key[1])))
    )


@remembered
def county_counts(reading: Reading) -> Mapping[tuple[Country, str], CountyCount]:
    """The same counted, without reading who they are. One statement, and that of the places."""
    is_present = col(MunicipalityRevision.valid_to).is_(None)
    statement = (
        select(
            col(MunicipalityRevision.country),
            col(MunicipalityRevision.county),
            is_present,
            func.count(),
        )
        .where(reading.holds(MunicipalityRevision))
        .group_by(col(MunicipalityRevision.country), col(MunicipalityRevision.county), is_present)
    )
    members = {
        (Country(country), county, bool(present)): n
        for country, county, present, n in reading.session.execute(statement)
    }
    evaluated = Counter(
        (place.country, place.county, place.valid_to is None)
        for place in register.places(reading).values()
    )
    return {
        (country, name): CountyCount(
            country,
            name,
            members.get((country, name, True), 0),
            members.get((country, name, False), 0),
            evaluated[country, name, True],
            evaluated[country, name, False],
        )
        for country, name, _ in members
    }
