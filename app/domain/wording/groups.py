"""Groups of municipalities in words: what each is called, why it counts, and of whom we know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import Evaluation
from app.domain.groups import (
    SIZE,
    EvaluationGroup,
    Group,
    GroupBasis,
    GroupCount,
    GroupScheme,
    size_key,
)
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.wording.sets import size_group_words

NO_COUNTS: Final[Mapping[str, GroupCount]] = {}
"""Nobody is in any group."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group that something counts in, in words, and of how many in it we know an evaluation."""

    key: str
    words: Message | LocalText
    count: Message | None

    @property
    def path(self) -> str:
        """Where the page of the group is found."""
        return group_path(self.key)


def group_path(key: str) -> str:
    """Where the page of a group is found."""
    return "/grupper/" + key.replace(":", "/")


def groups_of_evaluation(
    instrument: Instrument, evaluation: Evaluation, counts: Mapping[str, GroupCount]
) -> tuple[GroupLine, ...]:
    """The groups that an evaluation counts in: those of official schemes, then its size."""
    lines = [
        _line(counted.key, counted_in_words(instrument, counted, evaluation.year), counts)
        for counted in evaluation.groups
        if counted.key in instrument.groups
    ]
    return (*lines, *_size(instrument, evaluation.size_group, counts))


def groups_of_municipality(
    instrument: Instrument, municipality: Municipality, counts: Mapping[str, GroupCount]
) -> tuple[GroupLine, ...]:
    """The groups that a municipality is in today, or was last in, with the version of each."""
    return tuple(
        _line(
            held.key,
            say(
                "%(group)s (grouping of %(version)s)",
                group=group_words(instrument, held.key),
                version=held.version,
            ),
            counts,
        )
        for held in municipality.present_groups
        if held.key in instrument.groups
    )


def _line(key: str, words: Message | LocalText, counts: Mapping[str, GroupCount]) -> GroupLine:
    found = counts.get(key)
    return GroupLine(key, words, count_words(found) if found is not None else None)


def _size(
    instrument: Instrument, code: str | None, counts: Mapping[str, GroupCount]
) -> tuple[GroupLine, ...]:
    if code is None:
        return ()
    key = size_key(code)
    return (_line(key, group_words(instrument, key), counts),)


def scheme_words(scheme: GroupScheme) -> Message | LocalText:
    """The name of a scheme."""
    return say("Size") if scheme.name is None else scheme.name


def group_name(group: Group) -> Message | LocalText:
    """What its publisher calls a group; size groups are called by their limits."""
    if group.scheme == SIZE:
        return size_group_words(group.code)
    return group.name or say("group %(code)s", code=group.code)


def group_words(instrument: Instrument, key: str) -> Message | LocalText:
    """A group with whoever publishes it, so that it can stand by itself: `SSB: KOSTRA-gruppe 7`.

    Raises:
        KeyError: there is no such group.
    """
    group = instrument.groups[key]
    name = group_name(group)
    scheme = instrument.group_scheme(group.scheme)
    if scheme.publisher is None:
        return name
    return say("%(publisher)s: %(group)s", publisher=scheme.publisher, group=name)


def counted_in_words(instrument: Instrument, counted: EvaluationGroup, year: int) -> Message:
    """The group that an evaluation counts in, and what is to be known where it is not simply the
    one that was in force."""
    name = group_words(instrument, counted.key)
    version = counted.version
    if counted.basis is GroupBasis.LATER:
        return say(
            "%(group)s (grouping of %(version)s; we have none of %(year)s)",
            group=name,
            version=version,
            year=str(year),
        )
    if counted.basis is GroupBasis.DERIVED:
        return say(
            "%(group)s (grouping of %(version)s; follows from a later list)",
            group=name,
            version=version,
        )
    return say("%(group)s (grouping of %(version)s)", group=name, version=version)


def count_words(count: GroupCount) -> Message:
    """Of how many in a group an evaluation is known."""
    if count.members == 1:
        return (
            say("The only municipality in the group today is evaluated, as far as we know.")
            if count.evaluated
            else say("We know of no evaluation of the only municipality in the group today.")
        )
    if not count.evaluated:
        return say(
            "We know of no evaluation of the %(members)s municipalities in the group today.",
            members=count.members,
        )
    return say_n(
        "%(n)s of the %(members)s in the group today is evaluated, as far as we know.",
        "%(n)s of the %(members)s in the group today are evaluated, as far as we know.",
        count.evaluated,
        members=count.members,
    )


def group_quote(words: Message | LocalText, count: GroupCount) -> Message | None:
    """The same as a sentence to print; None where it would say nothing of anybody."""
    if count.members < 2 or not count.evaluated:
        return None
    return say_n(
        "%(group)s: %(n)s of the %(members)s municipalities of today has been evaluated with "
        "Kommunekompasset, as far as is known. The evaluation is of how a municipality is governed "
        "and led, not of the quality of its services.",
        "%(group)s: %(n)s of the %(members)s municipalities of today have been evaluated with "
        "Kommunekompasset, as far as is known. The evaluation is of how a municipality is governed "
        "and led, not of the quality of its services.",
        count.evaluated,
        group=words,
        members=count.members,
    )
