"""What would become public otherwise, on the terminal: lines for people, data for programs."""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from app.commands.outcome import CommandOutcome, in_words
from app.domain.consequences import (
    Consequences,
    DiscrepancyEffect,
    Excerpt,
    PageEffect,
    PageKind,
    PlaceEffect,
)
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.peers import SetScope
from app.domain.statistics import Rank
from app.domain.wording.consequences import (
    average_effect_words,
    coverage_effect_words,
    discrepancy_effect_words,
    of_words,
    page_words,
    place_title,
    place_words,
    record_lines,
    record_title,
    rest_words,
    unchanged_words,
)

Effect = TypeVar("Effect")

_PAGES_OF_A_KIND: Final = 6


def tell_consequences(found: Consequences, instrument: Instrument, out: CommandOutcome) -> None:
    """Everything that would be otherwise."""
    out.data["consequences"] = consequences_data(found)
    if found.is_none:
        out.line("Nothing that is public would change.")
    for record in found.records.shown:
        out.line(in_words(record_title(record)))
        for line in record_lines(record):
            out.line(f"  {in_words(line)}")
    _rest(found.records, out)
    for key in found.unchanged:
        out.line(in_words(unchanged_words(key)))
    _pages(found.pages, out)
    _lines("Places", found.places, lambda one: _place(one, instrument), out)
    _lines("Averages", found.averages, lambda one: average_effect_words(one, instrument), out)
    _lines("Coverage", found.coverage, lambda one: coverage_effect_words(one, instrument), out)
    _lines("Discrepancies", found.discrepancies, _discrepancy, out)


def _place(one: PlaceEffect, instrument: Instrument) -> Message:
    return of_words(place_title(one), place_words(one, instrument))


def _discrepancy(one: DiscrepancyEffect) -> Message:
    return of_words(place_title(one), discrepancy_effect_words(one))


def _lines(
    title: str, found: Excerpt[Effect], words: Callable[[Effect], Message], out: CommandOutcome
) -> None:
    if not found.total:
        return
    out.line(f"{title}:")
    for one in found.shown:
        out.line(f"  {in_words(words(one))}")
    _rest(found, out)


def _pages(found: Excerpt[PageEffect], out: CommandOutcome) -> None:
    if not found.total:
        return
    out.line("Pages:")
    by_kind: dict[PageKind, list[PageEffect]] = {}
    for page in found.shown:
        by_kind.setdefault(page.kind, []).append(page)
    for pages in by_kind.values():
        out.line(f"  {in_words(page_words(pages[0]))}:")
        for page in pages[:_PAGES_OF_A_KIND]:
            out.line(f"    {in_words(page.title)}: {page.path}")
        if (more := len(pages) - _PAGES_OF_A_KIND) > 0:
            out.line(f"    {in_words(rest_words(more))}")
    _rest(found, out)


def _rest(found: Excerpt[Any], out: CommandOutcome) -> None:
    if found.rest:
        out.line(f"  {in_words(rest_words(found.rest))}")


def consequences_data(found: Consequences) -> dict[str, Any]:
    """The same for programs. Points are numbers as they are, not rounded."""
    return {
        "records": _listed(
            {
                "kind": one.change.kind,
                "key": one.change.key_after,
                "change": one.change.change,
                "figures": [
                    {"code": f.code, "old": _score(f.old), "new": _score(f.new)}
                    for f in one.figures
                ],
                "fields": [
                    {"way": list(f.way), "old": f.old, "new": f.new} for f in one.fields.shown
                ],
                "more_fields": one.fields.rest,
            }
            for one in found.records.shown
        )
        | {"more": found.records.rest},
        "unchanged": list(found.unchanged),
        "pages": _listed(
            {"path": one.path, "kind": one.kind, "change": one.change} for one in found.pages.shown
        )
        | {"more": found.pages.rest},
        "places": _listed(
            {
                "evaluation": one.evaluation,
                "measure": one.measure,
                "before": _rank(one.before),
                "after": _rank(one.after),
                **_scope(one.scope),
            }
            for one in found.places.shown
        )
        | {"more": found.places.rest},
        "averages": _listed(
            {
                "measure": one.measure,
                "before": None if one.before is None else float(one.before),
                "after": None if one.after is None else float(one.after),
                "n_before": one.n_before,
                "n_after": one.n_after,
                "representative": one.representative,
                **_scope(one.scope),
            }
            for one in found.averages.shown
        )
        | {"more": found.averages.rest},
        "coverage": _listed(
            {
                "measure": one.measure,
                "n_before": one.before.n,
                "n_after": one.after.n,
                "known": one.after.known,
                "was_representative": one.was_representative,
                "representative": one.representative,
                **_scope(one.scope),
            }
            for one in found.coverage.shown
        )
        | {"more": found.coverage.rest},
        "discrepancies": _listed(
            {
                "evaluation": one.evaluation,
                "kind": one.discrepancy.kind,
                "text": in_words(one.discrepancy.text),
                "goes": one.goes,
            }
            for one in found.discrepancies.shown
        )
        | {"more": found.discrepancies.rest},
    }


def _listed(items: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"items": list(items)}


def _score(figure: Any) -> float | None:
    return None if figure is None or figure.score is None else float(figure.score)


def _rank(rank: Rank | None) -> dict[str, Any] | None:
    if rank is None:
        return None
    return {
        "place": rank.place,
        "of": rank.of,
        "place_from": rank.place_from,
        "place_to": rank.place_to,
    }


def _scope(scope: SetScope) -> dict[str, Any]:
    return {
        "countries": sorted(scope.countries),
        "family": scope.family,
        "size_group": scope.size_group,
        "group": None if scope.group is None else scope.group.key,
    }
