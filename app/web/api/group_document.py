"""Groups of municipalities as the API answers them: schemes, groups, and who counts in which."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import Field

from app.domain.groups import GroupBasis, GroupCount
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.wording.groups import group_name, scheme_words
from app.web.api.schemas import Of, Out, Said, Text, With

GroupKey: TypeAlias = Annotated[str, Field(examples=["kostra-2020:EKG07"])]
"""A group by scheme and code, as the filter `group` takes it."""

GroupKeysOf: TypeAlias = Annotated[
    list[str],
    Of(lambda evaluation: [*evaluation.group_keys]),
    Field(description="The groups that it counts in, by scheme and code; that of its size is one."),
]
"""The groups of an evaluation that is listed."""


class MembershipOut(Out):
    """A group that a scheme puts a municipality in, with the days it held."""

    key: GroupKey
    scheme: str
    version: str
    code: str
    valid_from: date
    valid_to: date | None = Field(description="Null where it is in force.")
    derived: bool = Field(description="It follows from a list of later years; see the scheme.")
    index: int | None = Field(description="The figure it follows from, where that is published.")


class EvaluationGroupOut(Out):
    """A group that an evaluation counts in."""

    key: GroupKey
    scheme: str
    version: str
    code: str
    basis: GroupBasis = Field(
        description="`in-force` that year, `derived` from a list of later years, or `later`: the "
        "earliest grouping we have is of a later year."
    )


class CountedGroupOut(Out):
    """A group, how many municipalities of today are in it, and of how many of them an evaluation is
    known."""

    key: GroupKey
    code: str
    name: Annotated[Said, Of(group_name)]
    description: Text | None = Field(description="What puts a municipality in it, in our words.")
    part_of: Text | None
    members: int
    evaluated: int


class SchemeVersionOut(Out):
    """One version of a scheme with the days it is in force."""

    version: str
    valid_from: date
    valid_to: date | None
    source: str
    url: str | None


class GroupSchemeOut(Out):
    """A way of grouping municipalities; `country` is null for one of both countries, `publisher`
    for our own by size."""

    id: str
    name: Annotated[Said, Of(scheme_words)]
    country: Country | None
    publisher: str | None
    versions: list[SchemeVersionOut]
    note: Text | None = Field(description="What is derived, and what could not be settled.")
    groups: list[CountedGroupOut]


def schemes_with_counts(instrument: Instrument, counts: Mapping[str, GroupCount]) -> list[With]:
    """Every scheme, with how many are in each group."""
    nobody = GroupCount(0, 0)
    return [
        With(
            scheme,
            groups=[
                With(group, members=count.members, evaluated=count.evaluated)
                for group in scheme.groups
                for count in (counts.get(group.key, nobody),)
            ],
        )
        for scheme in instrument.group_schemes
    ]
