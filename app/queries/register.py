"""The register of municipalities as a release has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Final

from sqlalchemy import ColumnElement, true
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.municipality import (
    Country,
    Lineage,
    Municipality,
    Population,
    end_to_tell,
)
from app.models import (
    ChangeRevision,
    EvaluationRevision,
    GroupMembershipRow,
    MunicipalityCodeRow,
    MunicipalityRevision,
    PopulationRow,
)
from app.queries.memory import remembered
from app.queries.reading import Reading, askable
from app.records.register import stored_change, stored_municipality

MOST_NAMED: Final = 1_000
"""Municipalities that a statement names one by one. Who wants more is given all to choose from."""


def municipality(reading: Reading, slug: str) -> Municipality | None:
    """The municipality with this slug. Three statements."""
    return municipalities(reading, (slug,)).get(slug)


def municipalities(reading: Reading, slugs: Iterable[str]) -> dict[str, Municipality]:
    """Those of the municipalities that exist, by slug, in the order asked for. Three statements."""
    wanted = askable(slugs)
    return _in_order(wanted, _named(reading, wanted))


def listed_municipalities(reading: Reading, slugs: Iterable[str]) -> dict[str, Municipality]:
    """The same for a list, which asks for many: those with an evaluation are read once a release.
    Three statements at first, and three more where there are others."""
    wanted, evaluated = askable(slugs), _evaluated(reading)
    others = _named(reading, [slug for slug in wanted if slug not in evaluated])
    return _in_order(wanted, {**evaluated, **others})


def _in_order(wanted: Iterable[str], found: Mapping[str, Municipality]) -> dict[str, Municipality]:
    return {slug: found[slug] for slug in wanted if slug in found}


@remembered
def _evaluated(reading: Reading) -> Mapping[str, Municipality]:
    """Every municipality with an evaluation, by slug. Three statements."""
    return {m.slug: m for m in _read(reading, _is_evaluated(reading))}


def _named(reading: Reading, slugs: Sequence[str]) -> Mapping[str, Municipality]:
    if not slugs:
        return {}
    named = col(MunicipalityRevision.key).in_(slugs) if len(slugs) <= MOST_NAMED else true()
    return {m.slug: m for m in _read(reading, named)}


def _read(reading: Reading, condition: ColumnElement[bool]) -> list[Municipality]:
    """The municipalities that meet a condition, in no order. Three statements at most."""
    held = reading.holds(MunicipalityRevision)
    rows = reading.session.exec(select(MunicipalityRevision).where(held, condition)).all()
    if not rows:
        return []
    codes: dict[int | None, list[MunicipalityCodeRow]] = {row.id: [] for row in rows}
    children = (
        select(MunicipalityCodeRow)
        .join(MunicipalityRevision)
        .where(held, condition)
        .order_by(col(MunicipalityCodeRow.municipality_id), col(MunicipalityCodeRow.position))
    )
    for child in reading.session.exec(children):
        codes[child.municipality_id].append(child)
    groups: dict[int | None, list[GroupMembershipRow]] = {row.id: [] for row in rows}
    memberships = (
        select(GroupMembershipRow)
        .join(MunicipalityRevision)
        .where(held, condition)
        .order_by(col(GroupMembershipRow.municipality_id), col(GroupMembershipRow.position))
    )
    for membership in reading.session.exec(memberships):
        groups[membership.municipality_id].append(membership)
    return [stored_municipality(row, codes[row.id], groups[row.id]) for row in rows]


def all_municipalities(reading: Reading) -> tuple[Municipality, ...]:
    """Every municipality there is or was, by slug. Three statements."""
    return tuple(sorted(_read(reading, true()), key=lambda m: m.slug))


@remembered
def never_evaluated(reading: Reading) -> tuple[Municipality, ...]:
    """Every municipality that there is or was and of which no evaluation is known, by slug.
    Three statements."""
    return tuple(sorted(_read(reading, ~_is_evaluated(reading)), key=lambda m: m.slug))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a municipality is, in which county, and until when. `at` is longitude and latitude,
    None where it is not known."""

    country: Country
    county: str
    valid_to: date | None
    end_to_tell: date | None
    """The same, unless the label says the year."""
    at: tuple[float, float] | None


@remembered
def places(reading: Reading) -> Mapping[str, Place]:
    """The place of every evaluated municipality, by slug. One statement."""
    statement = select_columns(
        col(MunicipalityRevision.key),
        col(MunicipalityRevision.country),
        col(MunicipalityRevision.county),
        col(MunicipalityRevision.valid_to),
        col(MunicipalityRevision.qualifier),
        col(MunicipalityRevision.latitude),
        col(MunicipalityRevision.longitude),
    ).where(reading.holds(MunicipalityRevision), _is_evaluated(reading))
    rows = reading.session.execute(statement)
    return {
        slug: Place(
            Country(country),
            intern(county),
            valid_to,
            end_to_tell(valid_to, qualifier),
            None if latitude is None or longitude is None else (longitude, latitude),
        )
        for slug, country, county, valid_to, qualifier, latitude, longitude in rows
    }


def _is_evaluated(reading: Reading) -> ColumnElement[bool]:
    """The condition that a municipality has an evaluation."""
    evaluated = select(col(EvaluationRevision.municipality)).where(
        reading.holds(EvaluationRevision),
        col(EvaluationRevision.municipality) == col(MunicipalityRevision.key),
    )
    return evaluated.exists()


def owners_of_code(reading: Reading, code: str) -> tuple[Municipality, ...]:
    """Who holds or held a code, in both countries: present owners first, then the latest."""
    wanted = askable((code,))
    if not wanted:
        return ()
    holders = select(col(MunicipalityCodeRow.municipality_id)).where(
        col(MunicipalityCodeRow.code).in_(wanted)
    )
    found = _read(reading, col(MunicipalityRevision.id).in_(holders))
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
