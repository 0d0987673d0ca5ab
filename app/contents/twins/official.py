"""The official groups of a municipality: who else is in them, and who of those is evaluated."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.contents.twins.words import list_words, own_measure_words
from app.domain.alike import (
    KOLADA_LISTS,
    OWN_MEASURE,
    OfficialGroup,
    counting_group,
    likeness_schemes,
)
from app.domain.evaluation import EvaluationSummary
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.wording.groups import group_name, group_path, scheme_words
from app.queries.alike import group_members, labels
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """An official grouping, how many others are in one's group, and of how many we know an
    evaluation. `group` is None where the municipality's group is not known."""

    scheme: str
    label: Message | LocalText
    group: OfficialGroup | None
    evaluated: Sequence[str]

    @property
    def others(self) -> Sequence[str]:
        """Everybody else in the group, by slug."""
        return sorted(self.group.others) if self.group else ()

    @property
    def of(self) -> int | None:
        """How many others there are in the group."""
        return len(self.group.others) if self.group else None

    @property
    def name(self) -> Message | LocalText | None:
        """What the group is called; a list has no name."""
        return group_name(self.group.group) if self.group and self.group.group else None

    @property
    def key(self) -> str | None:
        """The key of the group; a list has none."""
        return self.group.group.key if self.group and self.group.group else None

    @property
    def path(self) -> str | None:
        """Where the page of the group is found; a list has none."""
        return group_path(self.key) if self.key else None

    @property
    def description(self) -> LocalText | None:
        """What puts a municipality in the group."""
        return self.group.group.description if self.group and self.group.group else None

    @property
    def version(self) -> str | None:
        """Which edition of the grouping it is: a year."""
        return self.group.version if self.group else None

    @property
    def later(self) -> bool:
        """Whether the evaluation is older than the edition."""
        return self.group is not None and self.group.is_later

    @property
    def edition_words(self) -> Message:
        """Which edition of the grouping it is, and whether the evaluation is older."""
        version = self.version or ""
        if self.later:
            return say("%(version)s, later than the evaluation", version=version)
        return say("%(year)s", year=version)

    @property
    def count_words(self) -> Message:
        if self.group is None:
            return say("not known")
        return say("%(n)s of %(of)s", n=len(self.evaluated), of=len(self.group.others))


def scheme_labels(
    municipality: Municipality, instrument: Instrument
) -> Mapping[str, Message | LocalText]:
    """Everything that municipalities of the country may be called alike by, in the order in which
    it is asked, and what each is called."""
    found: dict[str, Message | LocalText] = {}
    for scheme in likeness_schemes(municipality.country, instrument.official_schemes):
        if scheme == OWN_MEASURE:
            found[scheme] = own_measure_words()
        elif scheme in KOLADA_LISTS:
            found[scheme] = list_words(scheme)
        else:
            found[scheme] = scheme_words(instrument.group_scheme(scheme))
    return found


def official_groups(
    reading: Reading,
    municipality: Municipality,
    own: EvaluationSummary | None,
    instrument: Instrument,
) -> Mapping[str, OfficialGroup]:
    """The groups that are known of a municipality, in the order in which they are asked: those that
    count for its evaluation, where it has one (`app.domain.groups`)."""
    found = (
        group
        for scheme in likeness_schemes(municipality.country, instrument.official_schemes)
        if scheme != OWN_MEASURE
        for group in (
            _list(municipality, own, scheme)
            if scheme in KOLADA_LISTS
            else _group(reading, municipality, own, scheme, instrument)
        )
    )
    return {group.scheme: group for group in found}


def _group(
    reading: Reading,
    municipality: Municipality,
    own: EvaluationSummary | None,
    scheme: str,
    instrument: Instrument,
) -> Iterator[OfficialGroup]:
    """The group of a grouping that counts, if there is one."""
    counting = counting_group(scheme, municipality.groups, own.year if own else None)
    if counting is not None:
        others = group_members(reading, counting.held, counting.day) - {municipality.slug}
        held = counting.held
        yield OfficialGroup(
            scheme, instrument.groups.get(held.key), held.version, others, counting.is_later
        )


def _list(
    municipality: Municipality, own: EvaluationSummary | None, scheme: str
) -> Iterator[OfficialGroup]:
    """The newest of Kolada's lists of a kind, if there is one."""
    lists = [found for found in municipality.peers if found.kind == KOLADA_LISTS[scheme]]
    for newest in sorted(lists, key=lambda found: found.year)[-1:]:
        later = own is not None and own.year < newest.year
        yield OfficialGroup(scheme, None, str(newest.year), frozenset(newest.peers), later)


def group_lines(
    called: Mapping[str, Message | LocalText],
    groups: Mapping[str, OfficialGroup],
    evaluated: Collection[str],
) -> tuple[SchemeLine, ...]:
    """A line for each official grouping of the country, in the order in which they are asked."""
    return tuple(
        SchemeLine(
            scheme,
            label,
            group := groups.get(scheme),
            sorted(group.evaluated(evaluated)) if group else (),
        )
        for scheme, label in called.items()
        if scheme != OWN_MEASURE
    )


def without_evaluation(
    reading: Reading, group: OfficialGroup | None, evaluated: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """The others of a group of whom no evaluation is known, by slug and label. One statement."""
    if group is None:
        return ()
    found, by_name = labels(reading, group.not_evaluated(evaluated)), reading.collation.key
    return tuple(sorted(found.items(), key=lambda named: (by_name(named[1]), named[0])))
