"""If one area had more points: what would follow for the total, its place and its quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.decimals import decimals_of, total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import SmallDifference
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.peers import ComparisonSet, MeasureSet
from app.domain.rules import Rules
from app.domain.scenario import Raised, raised, raised_together
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.domain.statistics import MINIMUM_MEMBERS, Band, Rank
from app.domain.wording.coverage import lack_words
from app.domain.wording.standing import band_words, members_needed_words, rank_words
from app.features.what_if.parameters import WhatIfParameters


@dataclass(frozen=True, slots=True)
class Stand:
    """A total with its place and quarter in the comparison set."""

    total: Decimal | None
    rank: Rank | None
    band: Band | None

    @property
    def words(self) -> tuple[Message, ...]:
        said = [rank_words(self.rank)] if self.rank else []
        return tuple([*said, band_words(self.band)] if self.band else said)


@dataclass(frozen=True, slots=True)
class ScenarioArea:
    """One area as evaluated, the median of the set, and its points in the scenario."""

    definition: AreaDefinition
    score: Decimal | None
    median: Decimal | None
    scenario: Decimal | None
    changed: bool

    missing: MissingKind | None

    @property
    def tried(self) -> Decimal | None:
        """The points of the scenario, where they are others than those evaluated."""
        return self.scenario if self.changed else None


@dataclass(frozen=True, slots=True)
class AreaScenario:
    """What would follow. `raised` is None where the target or the area's points are not known.
    `measure` is None where several areas get more points together, and where none does."""

    measure: Measure | None
    lead: tuple[Message, ...]
    raised: Raised | None
    before: Stand
    after: Stand
    rows: tuple[ScenarioArea, ...]
    too_few: Message | None
    """Why there is no place, where there is none."""

    @property
    def decimals(self) -> int:
        """With how many decimals the areas are shown."""
        return decimals_of(
            points for row in self.rows for points in (row.score, row.median, row.scenario)
        )


def area_scenario(
    own: EvaluationSummary,
    comparison_set: ComparisonSet,
    parameters: WhatIfParameters,
    rules: Rules,
) -> AreaScenario:
    """The scenario that the parameters ask for; without an area the one furthest behind. Points of
    areas one by one come before an area with a target."""
    version, limit = rules.instrument.version(own.version), rules.small.area
    targets = {m: p for m, p in parameters.tried.items() if p > own.figures.get(m, p)}
    if parameters.tried and len(targets) != 1:
        return _together(own, comparison_set, targets, rules)
    measure = parameters.measure or _furthest_behind(own, comparison_set, limit)
    points = parameters.points
    if targets:
        ((measure, points),) = targets.items()
    score = own.score(measure) if measure else None
    target = points
    if measure and points is None:
        target = _median(comparison_set, measure)
    total = own.score(Measure.TOTAL)
    would_be = (
        raised(score, target, total, version.max)
        if score is not None and target is not None
        else None
    )
    before = _stand(total, comparison_set, rules.small)
    found = comparison_set.measures[Measure.TOTAL]
    if measure is None:
        said: tuple[Message, ...] = (_nothing_behind(own, comparison_set, limit),)
    else:
        said = _answer(measure, score, target, points is None, would_be, comparison_set, own)
    return AreaScenario(
        measure=measure,
        lead=said,
        raised=would_be,
        before=before,
        after=_stand(would_be.total_after, comparison_set, rules.small) if would_be else before,
        rows=tuple(
            _row(version, own, comparison_set, m, would_be if m is measure else None)
            for m in AREA_MEASURES
        ),
        too_few=_no_place(found) if total is not None and before.rank is None else None,
    )


def _together(
    own: EvaluationSummary,
    comparison_set: ComparisonSet,
    targets: Mapping[Measure, Decimal],
    rules: Rules,
) -> AreaScenario:
    """What would follow if several areas got more points; nothing where none does."""
    version, total = rules.instrument.version(own.version), own.score(Measure.TOTAL)
    each = {m: raised(own.figures[m], targets[m], None, version.max) for m in targets}
    pairs = [(one.before, one.after) for one in each.values()]
    would_be = raised_together(pairs, total, version.max) if each else None
    before = _stand(total, comparison_set, rules.small)
    found = comparison_set.measures[Measure.TOTAL]
    said = (say("No area would have more points than it has: nothing would change."),)
    return AreaScenario(
        measure=None,
        lead=(_together_words(each), *_total_words(would_be, own)) if would_be else said,
        raised=would_be,
        before=before,
        after=_stand(would_be.total_after, comparison_set, rules.small) if would_be else before,
        rows=tuple(_row(version, own, comparison_set, m, each.get(m)) for m in AREA_MEASURES),
        too_few=_no_place(found) if total is not None and before.rank is None else None,
    )


def _together_words(each: Mapping[Measure, Raised]) -> Message:
    """Which areas get more points, and how many together."""
    return say(
        "Scenario: areas %(areas)s get %(gain)s points more together.",
        areas=tuple(measure.value for measure in each),
        gain=Points(sum((one.gain for one in each.values()), Decimal())),
    )


def _no_place(found: MeasureSet) -> Message | None:
    """Why the total has no place among the others."""
    if found.n < MINIMUM_MEMBERS:
        return members_needed_words(found.n)
    lack = found.unrepresentative
    return lack_words(found.coverage, lack) if lack else None


def _furthest_behind(
    own: EvaluationSummary, comparison_set: ComparisonSet, limit: Decimal
) -> Measure | None:
    """The area that lies furthest under its median; None where none lies `limit` under one."""
    behind = [
        (median - score, measure)
        for measure in AREA_MEASURES
        if (score := own.score(measure)) is not None
        and (median := _median(comparison_set, measure)) is not None
        and median - score >= limit
    ]
    return max(behind, key=lambda pair: (pair[0], -int(pair[1].value)), default=(None, None))[1]


def _median(comparison_set: ComparisonSet, measure: Measure) -> Decimal | None:
    statistics = comparison_set.measures[measure].statistics
    return statistics.median if statistics else None


def _stand(total: Decimal | None, comparison_set: ComparisonSet, small: SmallDifference) -> Stand:
    return Stand(
        total,
        comparison_set.rank_of(Measure.TOTAL, total, small),
        comparison_set.band_of(Measure.TOTAL, total, small),
    )


def _row(
    version: MethodVersion,
    own: EvaluationSummary,
    comparison_set: ComparisonSet,
    measure: Measure,
    would_be: Raised | None,
) -> ScenarioArea:
    """An area, and what it would have where it is one of those that change."""
    score = own.score(measure)
    changed = would_be is not None and would_be.gain > 0
    return ScenarioArea(
        version.area(int(measure.value)),
        score,
        _median(comparison_set, measure),
        would_be.after if would_be else score,
        changed,
        own.why_missing(measure),
    )


def _answer(
    measure: Measure,
    score: Decimal | None,
    target: Decimal | None,
    to_median: bool,
    would_be: Raised | None,
    comparison_set: ComparisonSet,
    own: EvaluationSummary,
) -> tuple[Message, ...]:
    area: dict[str, Value] = {"no": measure.value}
    if score is None:
        return (say("The points of area %(no)s are not known, so nothing follows for it.", **area),)
    if target is None or would_be is None:
        return (
            say_n(
                "There is no median for area %(no)s: %(n)s other municipality has points for it, "
                "and a median needs at least five. Choose points to reach instead.",
                "There is no median for area %(no)s: %(n)s other municipalities have points for "
                "it, and a median needs at least five. Choose points to reach instead.",
                comparison_set.measures[measure].n,
                **area,
            ),
        )
    if would_be.gain <= 0:
        return (
            say(
                "Area %(no)s already has %(points)s points, and the target is %(target)s: "
                "nothing would change.",
                points=Points(score),
                target=Points(target),
                **area,
            ),
        )
    return (_if_words(would_be, target, to_median, area), *_total_words(would_be, own))


def _if_words(
    would_be: Raised, target: Decimal, to_median: bool, area: dict[str, Value]
) -> Message:
    values = {"before": Points(would_be.before), "target": Points(target)}
    if to_median:
        return say(
            "Scenario: area %(no)s goes from %(before)s points to the median, %(target)s.",
            **area,
            **values,
        )
    return say("Scenario: area %(no)s goes from %(before)s to %(target)s points.", **area, **values)


def _total_words(would_be: Raised, own: EvaluationSummary) -> tuple[Message, ...]:
    if would_be.total_before is None or would_be.total_after is None:
        return (
            say(
                "The total of %(year)s is not known, so no new total can be worked out.",
                year=str(own.year),
            ),
        )
    return (
        say(
            "The total would be %(after)s instead of %(before)s.",
            after=total_points(would_be.total_after),
            before=total_points(would_be.total_before),
        ),
    )


def _nothing_behind(
    own: EvaluationSummary, comparison_set: ComparisonSet, limit: Decimal
) -> Message:
    known = [m for m in AREA_MEASURES if own.score(m) is not None]
    if any(_median(comparison_set, measure) is not None for measure in known):
        return say(
            "No area lies at least %(limit)s points under its median here. "
            "Choose an area and points to reach.",
            limit=Points(limit),
        )
    return say(
        "Too few others have points for the areas to give a median. "
        "Choose an area and points to reach."
    )
