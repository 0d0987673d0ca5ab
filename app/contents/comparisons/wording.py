"""What is compared, in words: names, method versions and years."""

from collections.abc import Sequence
from typing import Final

from app.contents.comparisons.compared import Compared, of_one_family
from app.contents.comparisons.levels import mixes_countries
from app.domain.message import Message, Value, say, say_n
from app.domain.wording.sets import years_words

MOST_IN_TITLE: Final = 3
"""Names that a heading has room for."""

AREAS_APART: Final = say("Their areas cannot be compared, because the methods differ.")


def title(compared: Sequence[Compared]) -> Message:
    """The heading of the page."""
    if not compared:
        return say("Compare evaluations")
    if len(compared) == 1:
        return say("Compare %(name)s with others", name=compared[0].name)
    if len(compared) > MOST_IN_TITLE:
        return say_n(
            "%(name)s and %(n)s other side by side",
            "%(name)s and %(n)s others side by side",
            len(compared) - 1,
            name=compared[0].name,
        )
    return say("%(names)s side by side", names=_names(compared))


def marked_name(one: Compared, own: str | None) -> Message:
    """The name of an evaluation, and that it is of the reader's municipality, by slug."""
    return name_of(one.name, one.summary.municipality, own)


def name_of(name: str, slug: str, own: str | None) -> Message:
    """A name, and that it is of the reader's municipality, by slug."""
    if slug == own:
        return say("%(name)s (your municipality)", name=name)
    return say("%(title)s", title=name)


def not_drawn_words(names: Sequence[str]) -> Message:
    """That some of those chosen are in no line over time, and why they are not: said of them alone,
    as others may have a line."""
    return say_n(
        "Not drawn here: %(names)s. By that method we do not know two results of the municipality "
        "that can be compared.",
        "Not drawn here: %(names)s. For each of them we do not know two results, by the method of "
        "the evaluation chosen, that can be compared.",
        len(names),
        names=tuple(names),
    )


def set_words(compared: Sequence[Compared]) -> Message | None:
    """Exactly which evaluations are compared (design rule 5)."""
    if len(compared) < 2:
        return None
    versions: tuple[Value, ...] = tuple(sorted({one.version for one in compared}))
    return say(
        "Only these are compared: %(names)s (%(versions)s, %(years)s).",
        names=_names(compared),
        versions=say_n(
            "version %(versions)s", "versions %(versions)s", len(versions), versions=versions
        ),
        years=years_words(*_span(compared)),
    )


def apart_words(compared: Sequence[Compared]) -> tuple[Message, ...]:
    """Why it is not said how far two lie apart."""
    said = []
    if mixes_countries(compared):
        said.append(say("Points from different countries are not put in order."))
    if not of_one_family(compared):
        said.append(methods_words())
    return tuple(said)


def methods_words() -> Message:
    """That results of different methods are not safely compared."""
    return say("Points from different methods cannot be safely compared.")


def with_caution(said: Message, cautions: Sequence[Message]) -> Message:
    """A sentence with what must be known of it."""
    for caution in cautions:
        said = say("%(first)s %(second)s", first=said, second=caution)
    return said


def no_order_words(compared: Sequence[Compared]) -> Message:
    """Why those compared are not put in order."""
    if mixes_countries(compared):
        return say("Points from different countries are not put in order.")
    return say("Points from different methods are not put in order.")


def years_apart(compared: Sequence[Compared]) -> Message | None:
    """That the evaluations are from different years, where they are."""
    if len(compared) < 2:
        return None
    first, last = _span(compared)
    if first == last:
        return None
    return say(
        "The evaluations are from different years, %(first)s–%(last)s. "
        "Much may have changed in between.",
        first=str(first),
        last=str(last),
    )


def _names(compared: Sequence[Compared]) -> tuple[Value, ...]:
    return tuple(one.name for one in compared)


def _span(compared: Sequence[Compared]) -> tuple[int, int]:
    years = [one.summary.year for one in compared]
    return min(years), max(years)
