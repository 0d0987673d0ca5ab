"""What is said of results over time."""

from collections.abc import Sequence

from app.domain.development import Development, HighestEver, YearResult
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Standing, gap
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.peers import MeasureSet
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.sets import country_words, member_with_points, versions_words


def lead_words(development: Development, family: str, rules: Rules) -> Message:
    """How the average of the default family moved, in one sentence, or why there is none."""
    values: dict[str, Value] = {
        "country": country_words(development.country),
        "versions": versions_words(rules.instrument, family),
    }
    averaged = [
        (year.year, statistics)
        for one in development.families
        if one.family == family
        for year in one.years
        if (statistics := year.until_then.statistics) is not None
    ]
    if not averaged:
        return say(
            "%(country)s: too few have a known total with %(versions)s for an average.", **values
        )
    (first, before), (last, after) = averaged[0], averaged[-1]
    values |= {"year": str(last), "points": Points(after.mean), "n": after.n}
    if first == last:
        return say(
            "%(country)s: the average total with %(versions)s was %(points)s points in %(year)s, "
            "over the latest results of %(n)s municipalities.",
            **values,
        )
    values |= {"since": str(first), "earlier": Points(before.mean), "then": before.n}
    change = gap(after.mean, before.mean, Measure.TOTAL, rules.small.over_time)
    if change.standing is Standing.ABOUT_THE_SAME:
        return say(
            "%(country)s: the average total with %(versions)s was about the same in %(since)s and "
            "%(year)s, %(earlier)s points over %(then)s municipalities and %(points)s over %(n)s.",
            **values,
        )
    return say(
        "%(country)s: the average total with %(versions)s went from %(earlier)s points in "
        "%(since)s, over %(then)s municipalities, to %(points)s in %(year)s, over %(n)s.",
        **values,
    )


def average_words(measure_set: MeasureSet) -> Message | None:
    """Why there is no average: who has the figure, by name. None where there is one."""
    if measure_set.statistics is not None:
        return None
    if not measure_set.members:
        return say("no total known")
    return say(
        "no average, only %(members)s",
        members=named_members(measure_set.members, measure_set.measure),
    )


def named_members(members: Sequence[EvaluationSummary], measure: Measure) -> tuple[Value, ...]:
    """Evaluations by name and year, with their points."""
    return tuple(
        member_with_points(member, member.figures[measure])
        for member in members
        if measure in member.figures
    )


def of_year_words(year: YearResult) -> Message | None:
    """The average of the year's evaluations in words, where there is one."""
    found = year.of_year.statistics
    if found is None:
        return None
    return say(
        "%(year)s, the evaluations of the year: %(points)s points on average (n = %(n)s)",
        year=str(year.year),
        points=Points(found.mean),
        n=found.n,
    )


def until_then_words(year: YearResult) -> Message | None:
    """The average of everybody's latest evaluation in words, where there is one."""
    found = year.until_then.statistics
    if found is None:
        return None
    return say(
        "%(year)s, the latest of each municipality: %(points)s points on average (n = %(n)s)",
        year=str(year.year),
        points=Points(found.mean),
        n=found.n,
    )


def record_words(highest_ever: HighestEver) -> Message:
    """Who has the record, or why nobody is said to have it."""
    if highest_ever.highest is None:
        if not highest_ever.members:
            return say("no record, since no points are known")
        return say_n(
            "no record, since only %(n)s municipality has points: %(members)s",
            "no record, since only %(n)s municipalities have points: %(members)s",
            highest_ever.n,
            members=named_members(highest_ever.members, highest_ever.measure),
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
        near=named_members(highest_ever.near, highest_ever.measure),
    )
