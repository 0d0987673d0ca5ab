"""What is said of results over time."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.coverage import Coverage, Unrepresentative
from app.domain.decimals import OF_TOTALS, decimals_of, total_points
from app.domain.development import Development, HighestEver, YearResult
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Standing, gap
from app.domain.message import Message, Value, say, say_n
from app.domain.peers import MeasureSet
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import Statistics
from app.domain.wording.coverage import coverage_words, lack_words
from app.domain.wording.published import published_words
from app.domain.wording.sets import country_words, member_with_points, versions_words


def lead_words(
    development: Development,
    family: str,
    published: Sequence[ReferenceAverage],
    highest_ever: HighestEver | None,
    rules: Rules,
) -> Message:
    """How the average of the default family moved, in one sentence. Where those with figures are
    too few to stand for the country: what others have published, and how many we know of;
    `highest_ever` is the record of the family's totals, or None without any."""
    years = [year for one in development.families if one.family == family for year in one.years]
    averaged = [
        (year, statistics)
        for year in years
        if (statistics := year.until_then.statistics) is not None
    ]
    if averaged:
        return _average_lead(development, family, averaged, rules)
    coverage = highest_ever.coverage if highest_ever else None
    if published:
        said = published_words(development.country, published, development.measure)
        return said if coverage is None else _with_known(said, coverage)
    country = country_words(development.country)
    if coverage is None:
        return say(
            "%(country)s: no total with %(versions)s is known.",
            country=country,
            versions=versions_words(rules.instrument, family),
        )
    lack = (highest_ever and highest_ever.unrepresentative) or Unrepresentative.TOO_FEW
    return say("%(country)s: %(why)s", country=country, why=lack_words(coverage, lack))


def _average_lead(
    development: Development,
    family: str,
    averaged: Sequence[tuple[YearResult, Statistics]],
    rules: Rules,
) -> Message:
    (first, before), (last, after) = averaged[0], averaged[-1]
    values: dict[str, Value] = {
        "country": country_words(development.country),
        "versions": versions_words(rules.instrument, family),
        "year": str(last.year),
        "points": total_points(after.mean),
        "now": coverage_words(last.until_then.coverage),
    }
    if first is last:
        return say(
            "%(country)s: the average total with %(versions)s was %(points)s points in %(year)s, "
            "over the latest results of %(now)s.",
            **values,
        )
    values |= {
        "since": str(first.year),
        "earlier": total_points(before.mean),
        "then": coverage_words(first.until_then.coverage),
    }
    change = gap(after.mean, before.mean, Measure.TOTAL, rules.small.over_time)
    if change.standing is Standing.ABOUT_THE_SAME:
        return say(
            "%(country)s: the average total with %(versions)s was about the same in %(since)s and "
            "%(year)s: %(earlier)s points (%(then)s) and %(points)s (%(now)s).",
            **values,
        )
    return say(
        "%(country)s: the average total with %(versions)s went from %(earlier)s points in "
        "%(since)s (%(then)s) to %(points)s in %(year)s (%(now)s).",
        **values,
    )


def _with_known(sentence: Message, coverage: Coverage) -> Message:
    return say(
        "%(sentence)s We have figures for %(coverage)s.",
        sentence=sentence,
        coverage=coverage_words(coverage),
    )


def results_words(measure_set: MeasureSet) -> Message:
    """The average of a year's evaluations with its coverage, or each of them by name."""
    if measure_set.statistics is not None:
        return _average_of(measure_set, measure_set.statistics)
    if not measure_set.members:
        return say("no total known")
    return say("%(members)s", members=named_members(measure_set.members, measure_set.measure))


def average_words(measure_set: MeasureSet) -> Message:
    """The average of everybody's latest result with its coverage, or why there is none. Those who
    are too few stand by name in the rows of their years."""
    if measure_set.statistics is not None:
        return _average_of(measure_set, measure_set.statistics)
    if not measure_set.members:
        return say("no total known")
    return say("no average: %(coverage)s", coverage=coverage_words(measure_set.coverage))


def _average_of(measure_set: MeasureSet, statistics: Statistics) -> Message:
    return say(
        "%(points)s (%(coverage)s)",
        points=total_points(statistics.mean),
        coverage=coverage_words(measure_set.coverage),
    )


def single_results(measure_set: MeasureSet) -> list[tuple[Decimal, Message]]:
    """The points of each member, and how it is told."""
    return [
        (points, member_with_points(member, points, OF_TOTALS))
        for member in measure_set.members
        if (points := member.figures.get(measure_set.measure)) is not None
    ]


def named_members(
    members: Sequence[EvaluationSummary], measure: Measure, decimals: int | None = None
) -> tuple[Value, ...]:
    """Evaluations by name and year, with their points; `decimals` are those of a table of areas."""
    if decimals is None:
        decimals = decimals_of((member.figures.get(measure) for member in members), measure)
    return tuple(
        member_with_points(member, member.figures[measure], decimals)
        for member in members
        if measure in member.figures
    )


def of_year_words(year: YearResult) -> Message | None:
    """The average of the year's evaluations in words, where there is one."""
    found = year.of_year.statistics
    if found is None:
        return None
    return say(
        "%(year)s, the evaluations of that year: %(points)s points on average (%(coverage)s)",
        year=str(year.year),
        points=total_points(found.mean),
        coverage=coverage_words(year.of_year.coverage),
    )


def until_then_words(year: YearResult) -> Message | None:
    """The average of everybody's latest evaluation in words, where there is one."""
    found = year.until_then.statistics
    if found is None:
        return None
    return say(
        "%(year)s, the latest of each municipality: %(points)s points on average (%(coverage)s)",
        year=str(year.year),
        points=total_points(found.mean),
        coverage=coverage_words(year.until_then.coverage),
    )


def record_words(highest_ever: HighestEver, decimals: int | None = None) -> Message:
    """Who has the record, or why nobody is said to have it; `decimals` are those of the table."""
    if highest_ever.highest is None:
        if not highest_ever.members:
            return say("no record, since no points are known")
        if highest_ever.unrepresentative is not Unrepresentative.TOO_FEW:
            return say(
                "no record, since we have points for %(coverage)s",
                coverage=coverage_words(highest_ever.coverage),
            )
        return say_n(
            "no record, since only %(n)s municipality has points: %(members)s",
            "no record, since only %(n)s municipalities have points: %(members)s",
            highest_ever.n,
            members=named_members(highest_ever.members, highest_ever.measure, decimals),
        )
    holders = tuple(
        say("%(name)s %(year)s", name=holder.name, year=str(holder.year))
        for holder in highest_ever.holders
    )
    if not highest_ever.near:
        return say("%(holders)s", holders=holders)
    return say(
        "%(holders)s; about the same: %(near)s",
        holders=holders,
        near=named_members(highest_ever.near, highest_ever.measure, decimals),
    )
