"""What is said of each thing that becoming public will change."""

from collections.abc import Mapping
from typing import Final

from app.domain.changes import ChangeType, RecordKind
from app.domain.consequences import (
    AverageEffect,
    CoverageEffect,
    DiscrepancyEffect,
    FieldChange,
    PageEffect,
    PageKind,
    PlaceEffect,
    RecordEffect,
)
from app.domain.decimals import points_of
from app.domain.message import LocalText, Message, Value, say, say_n
from app.domain.method import Instrument
from app.domain.peers import SetScope
from app.domain.statistics import Rank
from app.domain.wording.changes import KIND_WORDS, evaluation_title, figure_change_words
from app.domain.wording.coverage import coverage_words
from app.domain.wording.groups import group_words
from app.domain.wording.placings import measure_words
from app.domain.wording.sets import municipalities_words, size_group_words, versions_words
from app.domain.wording.standing import short_rank_words

MOST_LISTED: Final = 60
"""Effects of a kind that are told one by one."""

MOST_FIELDS: Final = 40
"""Values of a record that are told one by one."""

MOST_CHARACTERS: Final = 160
"""Of a value before and after."""


def record_title(effect: RecordEffect) -> Message:
    """What happens to a record, as a heading."""
    change, kind = effect.change.change, effect.change.kind
    if kind is RecordKind.EVALUATION and effect.year is not None:
        return evaluation_title(change, effect.name, effect.year)
    values: dict[str, Value] = {"kind": KIND_WORDS[kind], "name": effect.name}
    match change:
        case ChangeType.ADDED:
            return say("%(kind)s, new: %(name)s", **values)
        case ChangeType.CHANGED:
            return say("%(kind)s, changed: %(name)s", **values)
        case ChangeType.MOVED:
            return say("%(kind)s, renamed: %(name)s", **values)
        case ChangeType.REMOVED:
            return say("%(kind)s, withdrawn: %(name)s", **values)


def record_lines(effect: RecordEffect) -> tuple[Message, ...]:
    """What it changes: figures, then the rest, value by value."""
    more = (rest_words(effect.fields.rest),) if effect.fields.rest else ()
    return (
        *map(figure_change_words, effect.figures),
        *map(field_words, effect.fields.shown),
        *more,
    )


def field_words(change: FieldChange) -> Message:
    """A value before and after."""
    return say(
        "%(what)s: %(old)s → %(new)s",
        what=_way_words(change),
        old=_shortened(change.old),
        new=_shortened(change.new),
    )


def _way_words(change: FieldChange) -> Message | str:
    """What the value is: the names of the file where there is no word for it. A member of a list
    that is known by what it says is not named by it."""
    way = [part for part in change.way if part not in (change.old, change.new)]
    first, last = _FIELDS.get(way[0]), _FIELDS.get(way[-1])
    if first is not None and len(way) > 1:
        return say("%(what)s (%(part)s)", what=first, part=" › ".join(way[1:]))
    return last or first or " › ".join(way)


def _shortened(value: str | None) -> Message | str:
    if value is None:
        return say("not there")
    return value if len(value) <= MOST_CHARACTERS else value[: MOST_CHARACTERS - 1] + "…"


_FIELDS: Final[Mapping[str, Message]] = {
    "source": say("Source"),
    "notes": say("Notes"),
    "population": say("Inhabitants"),
    "version": say("Method version"),
    "areas": say("Areas"),
    "practice": say("Practice"),
    "figures": say("Points"),
    "name": say("Name"),
}


def page_words(page: PageEffect) -> Message:
    """What a page is."""
    return _PAGES[page.kind]


_PAGES: Final[Mapping[PageKind, Message]] = {
    PageKind.EVALUATION: say("The page of the evaluation"),
    PageKind.MUNICIPALITY: say("Pages of the municipality"),
    PageKind.RELATIVE: say("Municipalities with the same history"),
    PageKind.COMPARISON: say("Comparisons that the evaluation is part of"),
    PageKind.COUNTY: say("The county"),
    PageKind.GROUP: say("Groups of municipalities"),
    PageKind.STORY: say("Stories"),
    PageKind.AREA: say("Areas"),
    PageKind.QUESTION: say("Questions"),
    PageKind.METHOD: say("Method versions"),
    PageKind.WHOLE: say("Pages of all results"),
    PageKind.OTHERS: say("Other municipalities whose place changes"),
}


def scope_set_words(scope: SetScope, instrument: Instrument) -> Message:
    """What a set is drawn from, in a few words."""
    whose = municipalities_words(scope.countries)
    versions = versions_words(instrument, scope.family)
    narrowed: Message | LocalText | None = None
    if scope.size_group is not None:
        narrowed = size_group_words(scope.size_group)
    elif scope.group is not None:
        narrowed = group_words(instrument, scope.group.key)
    if narrowed is None:
        return say("%(set)s, %(versions)s", set=whose, versions=versions)
    return say("%(set)s, %(versions)s, %(group)s", set=whose, versions=versions, group=narrowed)


def place_words(effect: PlaceEffect, instrument: Instrument) -> Message:
    """The place of another evaluation before and after."""
    return say(
        "%(name)s %(year)s, %(measure)s: %(before)s → %(after)s (%(set)s)",
        name=effect.name,
        year=str(effect.year),
        measure=measure_words(effect.measure),
        before=_rank_words(effect.before),
        after=_rank_words(effect.after),
        set=scope_set_words(effect.scope, instrument),
    )


def _rank_words(rank: Rank | None) -> Message:
    return say("not ranked") if rank is None else short_rank_words(rank)


def average_effect_words(effect: AverageEffect, instrument: Instrument) -> Message:
    """The mean of those we have figures for before and after, and whether it is said of all."""
    values: dict[str, Value] = {
        "measure": measure_words(effect.measure),
        "set": scope_set_words(effect.scope, instrument),
        "before": _mean_words(effect, of_before=True),
        "after": _mean_words(effect, of_before=False),
        "n_before": effect.n_before,
        "n_after": effect.n_after,
    }
    if effect.representative:
        return say(
            "%(measure)s, average: %(before)s → %(after)s, n %(n_before)s → %(n_after)s (%(set)s)",
            **values,
        )
    return say(
        "%(measure)s, mean of those we have figures for: %(before)s → %(after)s, "
        "n %(n_before)s → %(n_after)s (%(set)s). They are too few to stand for all.",
        **values,
    )


def _mean_words(effect: AverageEffect, *, of_before: bool) -> Message:
    mean = effect.before if of_before else effect.after
    if mean is None:
        return say("too few")
    return say("%(points)s", points=points_of(effect.measure, mean, 1))


def coverage_effect_words(effect: CoverageEffect, instrument: Instrument) -> Message:
    """Of how many known to be evaluated a set has a figure, and whether that decides something."""
    values = {
        "measure": measure_words(effect.measure),
        "set": scope_set_words(effect.scope, instrument),
        "before": coverage_words(effect.before),
        "after": coverage_words(effect.after),
    }
    if effect.turns and effect.representative:
        return say(
            "%(measure)s: %(before)s → %(after)s (%(set)s). "
            "From now on averages and places are shown.",
            **values,
        )
    if effect.turns:
        return say(
            "%(measure)s: %(before)s → %(after)s (%(set)s). "
            "Averages and places are no longer shown.",
            **values,
        )
    return say("%(measure)s: %(before)s → %(after)s (%(set)s)", **values)


def discrepancy_effect_words(effect: DiscrepancyEffect) -> Message:
    """What will disagree in public, or does no more."""
    values = {
        "name": effect.name,
        "year": str(effect.year),
        "text": effect.discrepancy.text,
    }
    if effect.goes:
        return say("%(name)s %(year)s, no longer a discrepancy: %(text)s", **values)
    return say("%(name)s %(year)s, discrepancy: %(text)s", **values)


def unchanged_words(key: str) -> Message:
    """That a record which was named says what it said before."""
    return say("%(id)s says the same as what is public.", id=key)


def rest_words(count: int) -> Message:
    """How many are not told one by one."""
    return say_n("and %(n)s more", "and %(n)s more", count)
