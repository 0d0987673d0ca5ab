"""Who is called alike, in words: by whom, how many of them are evaluated, and which first."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.domain.alike import KOLADA, KOLADA_SOCIOECONOMIC, OfficialGroup
from app.domain.learning import Twin
from app.domain.message import LocalText, Message, Value, say, say_n

MOST_NAMED: Final = 3


def own_measure_words() -> Message:
    """What our own measure is called, as a choice."""
    return say("Our own measure")


def list_words(scheme: str) -> Message:
    """What a list of Kolada's is called, as a choice."""
    return {
        KOLADA: say("Similar municipalities (Kolada)"),
        KOLADA_SOCIOECONOMIC: say("Similar in socioeconomic conditions (Kolada)"),
    }[scheme]


def group_lead(group: OfficialGroup, name: str, known: Sequence[Twin]) -> Message:
    """How many of a municipality's official group are evaluated as far as we know, and who."""
    whom, of, n = _whom(group, name), len(group.others), len(known)
    if not of:
        return say("%(name)s is alone in its group.", name=name)
    if not n:
        return say("We know of no evaluation of %(whom)s.", whom=whom)
    names: tuple[Value, ...] = tuple(twin.summary.name for twin in known[:MOST_NAMED])
    if n > len(names):
        return say(
            "Of %(whom)s, %(n)s are evaluated as far as we know, among them %(names)s.",
            whom=whom,
            n=n,
            names=names,
        )
    if n == of:
        return say_n(
            "We know of an evaluation of %(whom)s: %(names)s.",
            "We know of evaluations of %(whom)s: %(names)s.",
            n,
            whom=whom,
            names=names,
        )
    return say_n(
        "Of %(whom)s, one is evaluated as far as we know: %(names)s.",
        "Of %(whom)s, %(n)s are evaluated as far as we know: %(names)s.",
        n,
        whom=whom,
        names=names,
    )


def unknown_group_lead(label: Message | LocalText, name: str) -> Message:
    """That a municipality's group is not known."""
    return say(
        "We do not know which group %(name)s is in: %(scheme)s.",
        name=name,
        scheme=label,
    )


def _whom(group: OfficialGroup, name: str) -> Message:
    """The others of a group or on a list, within a sentence."""
    of = len(group.others)
    if group.scheme == KOLADA:
        return say_n(
            "the one municipality on Kolada's list of those similar to %(name)s",
            "the %(n)s municipalities on Kolada's list of those similar to %(name)s",
            of,
            name=name,
        )
    if group.scheme == KOLADA_SOCIOECONOMIC:
        return say_n(
            "the one municipality on Kolada's list of those similar to %(name)s in socioeconomic "
            "conditions",
            "the %(n)s municipalities on Kolada's list of those similar to %(name)s in "
            "socioeconomic conditions",
            of,
            name=name,
        )
    if group.group is None or group.group.name is None:
        return say_n(
            "the one other municipality in the same group as %(name)s",
            "the %(n)s other municipalities in the same group as %(name)s",
            of,
            name=name,
        )
    return say_n(
        "the one other municipality in the same group as %(name)s (%(group)s)",
        "the %(n)s other municipalities in the same group as %(name)s (%(group)s)",
        of,
        name=name,
        group=group.group.name,
    )


def own_lead(name: str, alike: Sequence[Twin], floor: Decimal) -> Message:
    """Who is most alike by our own measure; that nobody is, where nobody reaches the floor."""
    if not alike:
        return say(
            "Of the municipalities that we know an evaluation of, none is at least "
            "%(floor)s%% similar to %(name)s.",
            name=name,
            floor=int(floor * 100),
        )
    names: tuple[Value, ...] = tuple(twin.summary.name for twin in alike[:MOST_NAMED])
    return say_n(
        "Of the municipalities that we know an evaluation of, %(names)s is most like %(name)s.",
        "Of the municipalities that we know an evaluation of, %(names)s are most like %(name)s.",
        len(names),
        names=names,
        name=name,
    )
