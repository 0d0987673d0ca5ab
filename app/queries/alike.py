"""What municipalities are likened by, and who stands in a group with whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.municipality import GroupMembership, label
from app.models import EvaluationRevision, GroupMembershipRow, MunicipalityRevision
from app.queries.memory import remembered
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions that a municipality is run under: its newest index of centrality, and its tax
    base by year. Either is absent where it is not known."""

    centrality: int | None
    tax_bases: Mapping[int, int]


@remembered
def conditions(reading: Reading) -> Mapping[str, Conditions]:
    """Those of every evaluated municipality of which anything is known, by slug. Two statements."""
    key = col(MunicipalityRevision.key)
    evaluated = select(col(EvaluationRevision.municipality)).where(
        reading.holds(EvaluationRevision)
    )
    held = and_(reading.holds(MunicipalityRevision), key.in_(evaluated))
    indices = (
        select_columns(key, col(GroupMembershipRow.index))
        .join(MunicipalityRevision)
        .where(held, col(GroupMembershipRow.index).is_not(None))
        .order_by(col(GroupMembershipRow.municipality_id), col(GroupMembershipRow.position))
    )
    centrality = {slug: index for slug, index in reading.session.execute(indices)}  # noqa: C416
    statement = select_columns(key, col(MunicipalityRevision.tax_bases)).where(held)
    tax_bases = {
        slug: {base["year"]: base["per_inhabitant"] for base in bases}
        for slug, bases in reading.session.execute(statement)
        if bases
    }
    return {
        slug: Conditions(centrality.get(slug), tax_bases.get(slug, {}))
        for slug in centrality.keys() | tax_bases.keys()
    }


@dataclass(frozen=True, slots=True)
class Fellow:
    """A municipality in a group, with the days that it was there."""

    slug: str
    valid_from: date
    valid_to: date | None

    def is_there(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@remembered
def fellows(reading: Reading) -> Mapping[tuple[str, str, str], Sequence[Fellow]]:
    """Whoever was ever in a group, by its scheme, version and code. One statement."""
    statement = (
        select_columns(
            col(GroupMembershipRow.scheme),
            col(GroupMembershipRow.version),
            col(GroupMembershipRow.code),
            col(MunicipalityRevision.key),
            col(GroupMembershipRow.valid_from),
            col(GroupMembershipRow.valid_to),
        )
        .join(MunicipalityRevision)
        .where(reading.holds(MunicipalityRevision))
    )
    found: dict[tuple[str, str, str], list[Fellow]] = {}
    for scheme, version, code, slug, first, last in reading.session.execute(statement):
        found.setdefault((scheme, version, code), []).append(Fellow(slug, first, last))
    return found


def group_members(reading: Reading, group: GroupMembership, day: date) -> frozenset[str]:
    """The municipalities in a group of a version of a scheme on a day, by slug."""
    known = fellows(reading).get((group.scheme, group.version, group.code), ())
    return frozenset(fellow.slug for fellow in known if fellow.is_there(day))


def labels(reading: Reading, slugs: Collection[str]) -> Mapping[str, str]:
    """What some municipalities are called, by slug. One statement at most."""
    if not slugs:
        return {}
    key = col(MunicipalityRevision.key)
    statement = select_columns(
        key, col(MunicipalityRevision.name), col(MunicipalityRevision.qualifier)
    ).where(reading.holds(MunicipalityRevision), key.in_(slugs))
    return {
        slug: label(name, qualifier) for slug, name, qualifier in reading.session.execute(statement)
    }
