"""Who is in which group of municipalities, and of how many of them an evaluation is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from sqlalchemy import and_, func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.groups import GroupCount, SizeScheme, size_key
from app.domain.municipality import Country, label
from app.models import GroupMembershipRow, MunicipalityRevision, PopulationRow
from app.queries import evaluations, method
from app.queries.memory import remembered
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Member:
    """A municipality that exists today, the keys of the official groups that it is in today, and
    its newest number of inhabitants, None where none is known."""

    slug: str
    label: str
    country: Country
    official_keys: tuple[str, ...]
    inhabitants: int | None

    def group_keys(self, sizes: SizeScheme) -> tuple[str, ...]:
        """The keys of all its groups, the size group last."""
        if self.inhabitants is None:
            return self.official_keys
        return (*self.official_keys, size_key(sizes.group_of(self.inhabitants).code))


@remembered
def present_members(reading: Reading) -> tuple[Member, ...]:
    """Every municipality that exists today with its groups, by slug. Two statements."""
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
    newest = (
        select_columns(
            col(PopulationRow.municipality_id), func.max(col(PopulationRow.year)).label("year")
        )
        .group_by(col(PopulationRow.municipality_id))
        .subquery()
    )
    municipality_id = col(MunicipalityRevision.id)
    statement = (
        select_columns(
            col(MunicipalityRevision.key),
            col(MunicipalityRevision.name),
            col(MunicipalityRevision.qualifier),
            col(MunicipalityRevision.country),
            col(PopulationRow.inhabitants),
        )
        .outerjoin(newest, newest.c.municipality_id == municipality_id)
        .outerjoin(
            PopulationRow,
            and_(
                col(PopulationRow.municipality_id) == municipality_id,
                col(PopulationRow.year) == newest.c.year,
            ),
        )
        .where(reading.holds(MunicipalityRevision), col(MunicipalityRevision.valid_to).is_(None))
        .order_by(col(MunicipalityRevision.key))
    )
    return tuple(
        Member(slug, label(name, qualifier), Country(country), tuple(keys.get(slug, ())), number)
        for slug, name, qualifier, country, number in reading.session.execute(statement)
    )


@remembered
def group_counts(reading: Reading) -> Mapping[str, GroupCount]:
    """How many are in each group today and how many of them are evaluated, by the group's key;
    groups that nobody is in are there, too. Evaluations of predecessors do not count (rule 8).
    Two statements, and those of the instrument and the evaluations."""
    evaluated = evaluations.summaries(reading).municipalities
    instrument = method.instrument(reading)
    members = dict.fromkeys(instrument.groups, 0)
    known = dict(members)
    for member in present_members(reading):
        for key in member.group_keys(instrument.size_scheme):
            members[key] = members.get(key, 0) + 1
            known[key] = known.get(key, 0) + (member.slug in evaluated)
    return {key: GroupCount(members[key], known[key]) for key in members}


def members_of(reading: Reading, key: str) -> tuple[Member, ...]:
    """The municipalities that are in a group today, by slug."""
    sizes = method.instrument(reading).size_scheme
    return tuple(m for m in present_members(reading) if key in m.group_keys(sizes))
