"""What is said of groups of municipalities: whoever is in them today, and who is evaluated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.groups import SIZE, Group, GroupCount, GroupScheme
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.wording.groups import (
    count_words,
    group_name,
    group_quote,
    group_words,
    scheme_words,
)
from app.errors import NotFound
from app.queries import evaluations, gold_stars, groups, method, reference, register
from app.queries.gold_stars import GivenStar, newest_first
from app.queries.groups import Member
from app.queries.reading import Reading
from app.web.member_results import MemberResults, member_results

MOST_NAMED: Final = 400
"""Members that are named one by one; of more there is the list of municipalities."""


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
    results: MemberResults
    """Of those whose evaluation counted in the group."""
    evaluations: int
    """How many evaluations the API has of it."""
    counted_elsewhere: Sequence[Member]
    """Those of today who are evaluated, but whose evaluations counted in another group."""
    others: Sequence[Member]
    """Those of today of whom no evaluation is known."""
    stars: tuple[GivenStar, ...]
    on_map: tuple[Municipality, ...]
    evaluated: Mapping[str, int]
    """The year of the latest evaluation that counted in the group, by slug."""

    @property
    def group(self) -> Group:
        return self.counted.group

    @property
    def are_named(self) -> bool:
        """Whether there are few enough to name each."""
        return self.counted.count.members <= MOST_NAMED

    @property
    def gold_star_filters(self) -> dict[str, str]:
        """What finds its gold stars among all of them."""
        return {"group": self.group.key}

    @property
    def quotes(self) -> tuple[Message, ...]:
        said = group_quote(self.words, self.counted.count)
        return () if said is None else (said,)

    @property
    def title(self) -> Message:
        return say("%(group)s: results of Kommunekompasset", group=self.words)

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
    chosen = table.where("group_keys", group.key)
    known = register.listed_municipalities(reading, [e.municipality for e in chosen])
    years = {e.municipality: e.year for e in chosen.latest}
    by_name = reading.collation.key
    present = sorted(
        groups.members_of(reading, group.key), key=lambda m: (by_name(m.label), m.slug)
    )
    is_size = group.scheme == SIZE
    return GroupContent(
        scheme=instrument.group_scheme(scheme),
        counted=CountedGroup(group, groups.group_counts(reading)[group.key]),
        words=_heading(instrument, group),
        results=member_results(
            chosen,
            method.rules(reading),
            reference.reference_averages(reading),
            known,
            size_group=group.code if is_size else None,
            group=None if is_size else group,
        ),
        evaluations=len(chosen),
        counted_elsewhere=[
            m for m in present if m.slug not in years and table.of_municipality(m.slug)
        ],
        others=[m for m in present if not table.of_municipality(m.slug)],
        stars=newest_first(
            (star for star in gold_stars.gold_stars(reading) if star.evaluation in chosen),
            reading.collation,
        ),
        on_map=tuple(known.values()),
        evaluated=years,
    )


def _heading(instrument: Instrument, group: Group) -> Message | LocalText:
    """What the group is called where it stands alone."""
    words = group_words(instrument, group.key)
    return say("Municipalities with %(size)s", size=words) if group.scheme == SIZE else words
