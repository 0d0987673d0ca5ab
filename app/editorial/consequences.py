"""What will be otherwise in public: a release that is not public yet beside the newest one.

Everything is read and worked out as pages do it: the same queries, the same sets, the same
statistics, the same rule for what may stand for all.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.domain.changes import RecordChange, RecordKind
from app.domain.consequences import (
    AverageEffect,
    Consequences,
    CoverageEffect,
    DiscrepancyEffect,
    Excerpt,
    PlaceEffect,
)
from app.domain.consistency import discrepancies
from app.domain.evaluation import Discrepancy, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.gap import SmallDifference
from app.domain.method import Instrument
from app.domain.peers import ComparisonSet, MeasureSet, SetScope, comparison_set
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.consequences import MOST_LISTED
from app.editorial.page_effects import page_effects
from app.editorial.page_titles import titled
from app.editorial.record_effects import record_changes, record_effects
from app.publishing.diff import RecordKey
from app.queries import changes, evaluations, method
from app.queries.reading import Reading

_MOVE_EVERY_SET = frozenset(RecordKind) - {
    RecordKind.EVALUATION,
    RecordKind.GOLD_STAR,
    RecordKind.REFERENCE_AVERAGE,
}
"""Kinds that decide what sets are made of, or of how many known they are."""

PAGES_FOR_ONE: Final = 3
"""Pages that are named where one effect of another kind is: an evaluation has a page for each of
its questions."""


def consequences(
    before: Reading,
    after: Reading,
    keys: Collection[RecordKey] = (),
    most: int = MOST_LISTED,
) -> Consequences:
    """Everything that differs between two releases in what readers meet. `keys` are records that
    somebody meant to change: those that say the same as before are named. At most `most` of each
    kind of effect are told one by one."""
    happened = record_changes(before, after)
    sets = _pairs(before, after, happened)
    places = tuple(_places(sets, _touched(happened)))
    return Consequences(
        records=Excerpt(
            record_effects(before, after, happened[:most]), max(0, len(happened) - most)
        ),
        pages=titled(
            (before, after),
            Excerpt.of(page_effects(before, after, happened, places), PAGES_FOR_ONE * most),
        ),
        places=Excerpt.of(places, most),
        averages=Excerpt.of(_averages(sets), most),
        coverage=Excerpt.of(_coverage(sets), most),
        discrepancies=Excerpt.of(_discrepancies(before, after, happened), most),
        unchanged=_unchanged(keys, happened),
    )


def _touched(happened: Iterable[RecordChange]) -> frozenset[str]:
    """The evaluations that come, change or leave."""
    return frozenset(
        key
        for one in happened
        if one.kind is RecordKind.EVALUATION
        for key in (one.key, one.key_after)
    )


def _unchanged(keys: Collection[RecordKey], happened: Iterable[RecordChange]) -> tuple[str, ...]:
    """Gold stars go with their evaluation, and are not named beside it."""
    kinds = {table: kind for kind, table in changes.KINDS.items()}
    differ = {(one.kind, key) for one in happened for key in (one.key, one.key_after)}
    meant = {key for _, key in keys}
    return tuple(
        sorted(
            key
            for table, key in keys
            if (kinds.get(table), key) not in differ
            and not ("/" in key and key.partition("/")[0] in meant)
        )
    )


@dataclass(frozen=True)
class _Pair:
    """A set before and after, and what is called small."""

    scope: SetScope
    before: ComparisonSet
    after: ComparisonSet
    small: SmallDifference


def _pairs(before: Reading, after: Reading, happened: Iterable[RecordChange]) -> tuple[_Pair, ...]:
    """The sets that what happened may bear on, those of whole countries first."""
    happened = tuple(happened)
    rules, old_rules = method.rules(after), method.rules(before)
    old, new = evaluations.summaries(before), evaluations.summaries(after)
    every = any(one.kind in _MOVE_EVERY_SET for one in happened)
    scopes = _scopes((old, new), _touched(happened), rules.instrument, every=every)
    return tuple(
        _Pair(
            scope,
            comparison_set(scope, old, Measure, old_rules.coverage),
            comparison_set(scope, new, Measure, rules.coverage),
            rules.small,
        )
        for scope in scopes
    )


def _scopes(
    tables: Iterable[EvaluationTable],
    touched: Collection[str],
    instrument: Instrument,
    *,
    every: bool,
) -> tuple[SetScope, ...]:
    """Country and family of each evaluation concerned; the same narrowed to its size and to its
    groups."""
    wide, narrow = dict[SetScope, None](), dict[SetScope, None]()
    for table in tables:
        for one in table if every else filter(None, map(table.by_id.get, sorted(touched))):
            own = SetScope(frozenset((one.country,)), one.family)
            wide[own] = None
            if one.size_group is not None:
                narrow[replace(own, size_group=one.size_group)] = None
            for key in one.official_groups:
                if key in instrument.groups:
                    narrow[replace(own, group=instrument.groups[key])] = None
    return (*wide, *narrow)


def _places(pairs: Iterable[_Pair], touched: Collection[str]) -> Iterator[PlaceEffect]:
    """The places of others that are not what they were. That one more stands in the set is no
    other place. A place is that of the latest evaluation with the figure, as pages have it."""
    for pair in pairs:
        for measure in Measure:
            old, new = pair.before.measures[measure], pair.after.measures[measure]
            before = {e.id: e for e in old.members if e.id not in touched}
            after = {e.id: e for e in new.members if e.id not in touched}
            for id, one in sorted((before | after).items()):
                was = _rank(old, pair.small, before.get(id))
                now = _rank(new, pair.small, after.get(id))
                if _held(was) != _held(now):
                    path = f"/kommuner/{one.municipality}/{one.path}"
                    yield PlaceEffect(id, one.name, one.year, pair.scope, measure, was, now, path)


def _rank(found: MeasureSet, small: SmallDifference, one: EvaluationSummary | None) -> Rank | None:
    """The place of a member among the others, where one may be said."""
    if one is None or found.coverage.lack is not None:
        return None
    return found.figures.rank_of(one.figures[found.measure], small.limit(found.measure))


def _held(rank: Rank | None) -> tuple[int, bool, int, int] | None:
    if rank is None:
        return None
    return rank.place, rank.shared, rank.place_from, rank.place_to


def _averages(pairs: Iterable[_Pair]) -> Iterator[AverageEffect]:
    for pair in pairs:
        for measure in Measure:
            old, new = pair.before.measures[measure], pair.after.measures[measure]
            was, now = old.of_the_few, new.of_the_few
            effect = AverageEffect(
                pair.scope,
                measure,
                None if was is None else was.mean,
                None if now is None else now.mean,
                old.n,
                new.n,
                old.unrepresentative is None,
                new.unrepresentative is None,
            )
            if (was or now) and (
                (effect.before, old.n, effect.was_representative)
                != (effect.after, new.n, effect.representative)
            ):
                yield effect


def _coverage(pairs: Iterable[_Pair]) -> Iterator[CoverageEffect]:
    """Of the total wherever it is of others than before; of an area where averages begin or cease
    to be said."""
    for pair in pairs:
        for measure in Measure:
            old, new = pair.before.measures[measure], pair.after.measures[measure]
            effect = CoverageEffect(
                pair.scope,
                measure,
                old.coverage,
                new.coverage,
                old.unrepresentative is None,
                new.unrepresentative is None,
            )
            differs = (old.coverage.n, old.coverage.known) != (new.coverage.n, new.coverage.known)
            if effect.turns or (measure is Measure.TOTAL and differs):
                yield effect


def _discrepancies(
    before: Reading, after: Reading, happened: Iterable[RecordChange]
) -> Iterator[DiscrepancyEffect]:
    """What will disagree in public and did not, and what does no more."""
    own = [one for one in happened if one.kind is RecordKind.EVALUATION]
    old = _disagreeing(before, [one.key for one in own])
    new = _disagreeing(after, [one.key_after for one in own])
    for one in own:
        was, now = old.get(one.key), new.get(one.key_after)
        about = now or was or _NOBODY
        name, year, path = about.name, about.year, about.path
        for found in (now or _NOBODY).found:
            if found not in (was or _NOBODY).found:
                yield DiscrepancyEffect(one.key_after, name, year, found, path=path)
        for found in (was or _NOBODY).found:
            if now is not None and found not in now.found:
                yield DiscrepancyEffect(one.key_after, name, year, found, goes=True, path=path)


@dataclass(frozen=True)
class _Disagreeing:
    name: str
    year: int
    found: tuple[Discrepancy, ...]
    path: str = ""


_NOBODY = _Disagreeing("", 0, ())


def _disagreeing(reading: Reading, ids: Iterable[str]) -> dict[str, _Disagreeing]:
    instrument = method.instrument(reading)
    known = evaluations.summaries(reading).by_id
    return {
        found.id: _Disagreeing(
            known[found.id].name,
            found.year,
            discrepancies(found, instrument.versions[found.version]),
            f"/kommuner/{found.municipality}/{found.path}",
        )
        for found in evaluations.evaluations(reading, ids)
    }
