"""Groups of municipalities in words: what each is called, why it counts, and of whom we know."""

from app.domain.groups import SIZE, EvaluationGroup, Group, GroupBasis, GroupCount, GroupScheme
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import Instrument
from app.domain.wording.sets import size_group_words


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
    return say_n(
        "%(n)s of %(members)s in the group is evaluated, as far as we know.",
        "%(n)s of %(members)s in the group are evaluated, as far as we know.",
        count.evaluated,
        members=count.members,
    )
