"""What is said of each thing that becoming public will change."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.domain.changes import ChangeType, RecordKind
from app.domain.consequences import (
    AverageEffect,
    CoverageEffect,
    DiscrepancyEffect,
    PageEffect,
    PageKind,
    PlaceEffect,
    RecordEffect,
)
from app.domain.decimals import points_of, rounded
from app.domain.message import LocalText, Message, Points, Value, say, say_n
from app.domain.method import Instrument
from app.domain.peers import SetScope
from app.domain.wording.changes import (
    KIND_WORDS,
    evaluation_title,
    figure_change_words,
    star_title,
)
from app.domain.wording.coverage import coverage_words
from app.domain.wording.groups import group_words
from app.domain.wording.placings import measure_words
from app.domain.wording.record_fields import field_words
from app.domain.wording.sets import municipalities_words, size_group_words, versions_words
from app.domain.wording.standing import short_rank_words

MOST_LISTED: Final = 60
"""Effects of a kind that are told one by one."""

MOST_FIELDS: Final = 40
"""Values of a record that are told one by one."""


def record_title(effect: RecordEffect) -> Message:
    """What happens to a record, as a heading."""
    change, kind = effect.change.change, effect.change.kind
    if effect.year is not None and isinstance(effect.name, str):
        titled = star_title if kind is RecordKind.GOLD_STAR else evaluation_title
        return titled(change, effect.name, effect.year)
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


def place_title(effect: PlaceEffect | DiscrepancyEffect) -> Message:
    """The evaluation whose place is another."""
    return say("%(name)s %(year)s", name=effect.name, year=str(effect.year))


def place_words(effect: PlaceEffect, instrument: Instrument) -> Message:
    """The place of another evaluation after and before."""
    values: dict[str, Value] = {
        "measure": measure_words(effect.measure),
        "set": scope_set_words(effect.scope, instrument),
    }
    if effect.after is None:
        was = say("none") if effect.before is None else short_rank_words(effect.before)
        values["before"] = was
        return say("%(measure)s: not ranked any more, it was %(before)s (%(set)s)", **values)
    values["after"] = short_rank_words(effect.after)
    if effect.before is None:
        return say("%(measure)s: place %(after)s, it had none before (%(set)s)", **values)
    return say(
        "%(measure)s: place %(after)s instead of %(before)s (%(set)s)",
        before=short_rank_words(effect.before),
        **values,
    )


def average_effect_words(effect: AverageEffect, instrument: Instrument) -> Message:
    """The mean of those we have figures for after and before, of how many results, and whether it
    is said of all."""
    values: dict[str, Value] = {
        "measure": measure_words(effect.measure),
        "set": scope_set_words(effect.scope, instrument),
        "mean": _mean_words(effect),
        "results": _results_words(effect.n_before, effect.n_after),
    }
    if effect.representative:
        return say("%(measure)s, average: %(mean)s, of %(results)s (%(set)s)", **values)
    return say(
        "%(measure)s, mean of those we have figures for: %(mean)s, of %(results)s (%(set)s). "
        "They are too few to stand for all.",
        **values,
    )


def _mean_words(effect: AverageEffect) -> Message:
    before, after = (
        None if mean is None else points_of(effect.measure, mean, 1)
        for mean in (effect.before, effect.after)
    )
    if before is None or after is None:
        if after is not None:
            return say("%(after)s, there were too few before", after=after)
        return say("none any more, as they are too few; it was %(before)s", before=before or 0)
    if _shown(before) == _shown(after):
        return say("%(after)s as before", after=after)
    return say("%(after)s instead of %(before)s", after=after, before=before)


def _shown(points: Points) -> Decimal:
    """As it is written."""
    return points.value if points.decimals is None else rounded(points.value, points.decimals)


def _results_words(before: int, after: int) -> Message:
    if before == after:
        return say_n("%(n)s result", "%(n)s results", after)
    return say_n(
        "%(n)s result instead of %(before)s",
        "%(n)s results instead of %(before)s",
        after,
        before=before or say("none"),
    )


def coverage_effect_words(effect: CoverageEffect, instrument: Instrument) -> Message:
    """Of how many known to be evaluated a set has a figure, and whether that decides something."""
    values: dict[str, Value] = {
        "measure": measure_words(effect.measure),
        "set": scope_set_words(effect.scope, instrument),
        "before": _coverage_before(effect),
        "after": coverage_words(effect.after),
    }
    if effect.after.known is None and not effect.after.by_country:
        values["results"] = _results_words(effect.before.n, effect.after.n)
        return say(
            "%(measure)s: %(results)s (%(set)s). How many were evaluated is not known.", **values
        )
    if effect.turns and effect.representative:
        return say(
            "%(measure)s: %(after)s instead of %(before)s (%(set)s). "
            "From now on averages and places are shown.",
            **values,
        )
    if effect.turns:
        return say(
            "%(measure)s: %(after)s instead of %(before)s (%(set)s). "
            "Averages and places are no longer shown.",
            **values,
        )
    return say("%(measure)s: %(after)s instead of %(before)s (%(set)s)", **values)


def _coverage_before(effect: CoverageEffect) -> Value:
    """How many there were, of how many only where that is another number, too."""
    before, after = effect.before, effect.after
    if not after.by_country and replace(before, n=after.n) == after:
        return before.n or say("none")
    return coverage_words(before)


def discrepancy_effect_words(effect: DiscrepancyEffect) -> Message:
    """What will disagree in public, or does no more."""
    if effect.goes:
        return say("no longer a discrepancy: %(text)s", text=effect.discrepancy.text)
    return say("a discrepancy: %(text)s", text=effect.discrepancy.text)


def of_words(what: Message | LocalText | str, words: Message) -> Message:
    """What is said, behind whom or what it is said of."""
    return say("%(what)s: %(words)s", what=what, words=words)


def unchanged_words(key: str) -> Message:
    """That a record which was named says what it said before."""
    return say("%(id)s says the same as what is public.", id=key)


def rest_words(count: int) -> Message:
    """How many are not told one by one."""
    return say_n("and %(n)s more", "and %(n)s more", count)
