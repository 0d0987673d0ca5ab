"""By what municipalities are called alike: official lists and groups first, then our own measure.

Those who work with municipalities have their own lists and groups for it, so theirs come first, in
the order in which they are used: Kolada's lists in Sweden, then the groupings of the country. Our
own measure says more of each pair, but is nobody's but ours.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.groups import Group, GroupScheme
from app.domain.municipality import Country, GroupMembership

OWN_MEASURE: Final = "own"
KOLADA: Final = "kolada"
KOLADA_SOCIOECONOMIC: Final = "kolada-socioeconomic"
"""Names in addresses, beside those of the groupings (`app.domain.groups.GroupScheme.id`)."""

KOLADA_LISTS: Final[Mapping[str, str]] = {
    KOLADA: "overall",
    KOLADA_SOCIOECONOMIC: "socioeconomic",
}
"""The kind of the official peers (`app.domain.municipality.OfficialPeers`) on each list."""


def likeness_schemes(country: Country, groupings: Sequence[GroupScheme]) -> tuple[str, ...]:
    """Everything that municipalities of a country may be called alike by, our own measure last."""
    lists = tuple(KOLADA_LISTS) if country is Country.SWEDEN else ()
    own = tuple(found.id for found in groupings if found.country in (country, None))
    return (*lists, *own, OWN_MEASURE)


@dataclass(frozen=True, slots=True)
class OfficialGroup:
    """Whom an official source puts together with a municipality. Oneself is not among the others.

    `scheme` is its name in addresses, `group` None for a list, `version` the year of the edition.
    """

    scheme: str
    group: Group | None
    version: str
    others: frozenset[str]
    """Slugs of everybody else in it, exactly as in the source."""
    is_later: bool = False
    """Whether the edition is of after the evaluation, and stands in for one that we do not have."""

    def evaluated(self, slugs: Iterable[str]) -> frozenset[str]:
        """The others of whom an evaluation is known, out of everybody of whom one is."""
        return self.others.intersection(slugs)

    def not_evaluated(self, slugs: Iterable[str]) -> frozenset[str]:
        """The others of whom none is known."""
        return self.others.difference(slugs)


def first_scheme(
    groups: Iterable[OfficialGroup], with_figures: Collection[str], evaluated: Collection[str]
) -> str:
    """What is shown where nobody has chosen: the first official group that there is something to
    learn from, of those known of a municipality in the order in which they are asked.

    That is one in which somebody has figures that may be set beside one's own, else one in which
    anybody is evaluated; else our own measure.
    """
    known = list(groups)
    for slugs in (with_figures, evaluated):
        for group in known:
            if group.evaluated(slugs):
                return group.scheme
    return OWN_MEASURE


@dataclass(frozen=True, slots=True)
class CountingGroup:
    """The membership that counts for a municipality, and the day that its fellows are those of."""

    held: GroupMembership
    day: date
    is_later: bool = False


def counting_group(
    scheme: str, memberships: Iterable[GroupMembership], year: int | None
) -> CountingGroup | None:
    """Which of a municipality's memberships in a grouping counts; None where it has none.

    The one that counts for an evaluation of the year (`app.domain.groups.groups_for`). Without an
    evaluation the one in force, or the last there was.
    """
    own = sorted((m for m in memberships if m.scheme == scheme), key=lambda held: held.valid_from)
    if year is None:
        return CountingGroup(own[-1], own[-1].valid_to or date.max) if own else None
    day = date(year, 12, 31)
    for held in own:
        if held.holds_at(day):
            return CountingGroup(held, day)
        if held.valid_from > day:
            return CountingGroup(held, held.valid_from, is_later=True)
    return None
