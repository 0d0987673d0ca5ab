"""What is said of groups of municipalities: whoever is in them today, and who is evaluated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.groups import Group, GroupCount, GroupScheme
from app.domain.message import LocalText, Message, say
from app.domain.municipality import alphabetical
from app.domain.wording.groups import count_words, group_name, group_words, scheme_words
from app.errors import NotFound
from app.queries import evaluations, groups, method
from app.queries.reading import Reading

MOST_NAMED: Final = 400
"""Members that are named one by one; of more there is the list of municipalities."""


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A municipality in a group, with the year of its latest evaluation, if it has any."""

    slug: str
    name: str
    year: int | None


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """A group among those of its scheme."""

    group: Group
    count: GroupCount

    @property
    def name(self) -> Message | LocalText:
        return group_name(self.group)

    @property
    def count_words(self) -> Message:
        return count_words(self.count)

    @property
    def path(self) -> str:
        return f"/grupper/{self.group.scheme}/{self.group.code}"


@dataclass(frozen=True, slots=True)
class CountedScheme:
    """A way of grouping with its groups."""

    scheme: GroupScheme
    groups: tuple[CountedGroup, ...]

    @property
    def name(self) -> Message | LocalText:
        return scheme_words(self.scheme)


@dataclass(frozen=True, slots=True)
class GroupsContent:
    """Everything on the page of all groups."""

    schemes: tuple[CountedScheme, ...]

    @property
    def title(self) -> Message:
        return say("Groups of municipalities")

    @property
    def description(self) -> Message:
        return say(
            "How municipalities are grouped by size, economy and place, and how many in each group "
            "are evaluated with Kommunekompasset, as far as we know."
        )


@dataclass(frozen=True, slots=True)
class GroupContent:
    """Everything on the page of a group."""

    scheme: GroupScheme
    counted: CountedGroup
    words: Message | LocalText
    evaluated: Sequence[GroupMember]
    others: Sequence[GroupMember]

    @property
    def group(self) -> Group:
        return self.counted.group

    @property
    def are_named(self) -> bool:
        """Whether there are few enough to name each."""
        return self.counted.count.members <= MOST_NAMED

    @property
    def title(self) -> Message:
        return say("%(group)s: who is evaluated", group=self.words)

    @property
    def description(self) -> Message:
        return self.counted.count_words


def groups_content(reading: Reading) -> GroupsContent:
    """Reads every scheme with how many are in its groups."""
    counts = groups.group_counts(reading)
    return GroupsContent(
        tuple(
            CountedScheme(
                scheme,
                tuple(CountedGroup(group, counts[group.key]) for group in scheme.groups),
            )
            for scheme in method.instrument(reading).group_schemes
        )
    )


def group_content(reading: Reading, scheme: str, code: str) -> GroupContent:
    """Reads who is in a group today.

    Raises:
        NotFound: there is no such group.
    """
    instrument = method.instrument(reading)
    group = instrument.groups.get(f"{scheme}:{code}")
    if group is None:
        raise NotFound(
            say("There is no such group of municipalities."),
            [(say("Groups of municipalities"), "/grupper")],
        )
    table = evaluations.summaries(reading)
    members = []
    for member in groups.members_of(reading, group.key):
        own = table.of_municipality(member.slug)
        members.append(GroupMember(member.slug, member.name, own[0].year if own else None))
    members.sort(key=lambda member: (alphabetical(member.name), member.slug))
    return GroupContent(
        scheme=instrument.group_scheme(scheme),
        counted=CountedGroup(group, groups.group_counts(reading)[group.key]),
        words=group_words(instrument, group.key),
        evaluated=[member for member in members if member.year is not None],
        others=[member for member in members if member.year is None],
    )
