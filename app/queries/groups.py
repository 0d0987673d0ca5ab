"""Who is in which group of municipalities, and of how many of them an evaluation is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.groups import GroupCount, size_key
from app.domain.municipality import Country, label
from app.models import GroupMembershipRow, MunicipalityRevision, PopulationRow
from app.queries import evaluations, method
from app.queries.memory import remembered
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Member:
    """A municipality that exists today, and the keys of the groups that it is in today. Its size is
    that of its newest inhabitants."""

    slug: str
    name: str
    country: Country
    group_keys: tuple[str, ...]


@remembered
def present_members(reading: Reading) -> tuple[Member, ...]:
    """Every municipality that exists today with its groups, by slug. Three statements, and those
    of the instrument."""
    keys: dict[str, list[str]] = {}
    memberships = (
        select(
            col(MunicipalityRevision.key),
            col(GroupMembershipRow.scheme),
            col(GroupMembershipRow.code),
        )
        .join(MunicipalityRevision)
        .where(reading.holds(MunicipalityRevision), col(GroupMembershipRow.valid_to).is_(None))
        .order_by(col(GroupMembershipRow.municipality_id), col(GroupMembershipRow.position))
    )
    for slug, scheme, code in reading.session.exec(memberships):
        keys.setdefault(slug, []).append(intern(f"{scheme}:{code}"))
    sizes = _sizes(reading)
    statement = (
        select_columns(
            col(MunicipalityRevision.key),
            col(MunicipalityRevision.name),
            col(MunicipalityRevision.qualifier),
            col(MunicipalityRevision.country),
        )
        .where(reading.holds(MunicipalityRevision), col(MunicipalityRevision.valid_to).is_(None))
        .order_by(col(MunicipalityRevision.key))
    )
    return tuple(
        Member(
            slug,
            label(name, qualifier),
            Country(country),
            (*keys.get(slug, ()), *((sizes[slug],) if slug in sizes else ())),
        )
        for slug, name, qualifier, country in reading.session.execute(statement)
    )


def _sizes(reading: Reading) -> dict[str, str]:
    """The key of the size group by the newest number of inhabitants."""
    newest = (
        select_columns(
            col(PopulationRow.municipality_id), func.max(col(PopulationRow.year)).label("year")
        )
        .group_by(col(PopulationRow.municipality_id))
        .subquery()
    )
    statement = (
        select_columns(col(MunicipalityRevision.key), col(PopulationRow.inhabitants))
        .join(PopulationRow, col(PopulationRow.municipality_id) == col(MunicipalityRevision.id))
        .join(
            newest,
            (newest.c.municipality_id == col(PopulationRow.municipality_id))
            & (newest.c.year == col(PopulationRow.year)),
        )
        .where(reading.holds(MunicipalityRevision))
    )
    scheme = method.instrument(reading).size_scheme
    return {
        slug: intern(size_key(scheme.group_of(inhabitants).code))
        for slug, inhabitants in reading.session.execute(statement)
    }


@remembered
def group_counts(reading: Reading) -> Mapping[str, GroupCount]:
    """How many are in each group today and how many of them are evaluated, by the group's key;
    groups that nobody is in are there, too. Evaluations of predecessors do not count (rule 8)."""
    evaluated = evaluations.summaries(reading).municipalities
    members = dict.fromkeys(method.instrument(reading).groups, 0)
    known = dict(members)
    for member in present_members(reading):
        for key in member.group_keys:
            members[key] = members.get(key, 0) + 1
            known[key] = known.get(key, 0) + (member.slug in evaluated)
    return {key: GroupCount(members[key], known[key]) for key in members}


def members_of(reading: Reading, key: str) -> tuple[Member, ...]:
    """The municipalities that are in a group today, by slug."""
    return tuple(member for member in present_members(reading) if key in member.group_keys)
