"""What those who fit the filters are together: an average for each country, with its make-up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.coverage import Unrepresentative
from app.domain.evaluation_table import Selection
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording.coverage import coverage_words, lack_words
from app.domain.wording.sets import country_words, named_versions, versions_words, years_words
from app.features.municipality_list.parameters import Filters
from app.web.filters.evaluations import OF_WHAT_IS_KNOWN

NAMED: Final = frozenset(("country", "family", "version"))
"""Filters that the sentence of an average names itself."""


@dataclass(frozen=True, slots=True)
class Average:
    """The average of one country's evaluations that fit, or why there is none."""

    country: Country
    set: ComparisonSet
    value: Decimal | None
    words: Message


def averages(
    filters: Filters,
    admitted: Selection,
    rules: Rules,
    measure: Measure,
) -> tuple[Average, ...]:
    """An average for each country among those listed; countries are never mixed unasked."""
    listed = admitted.values("country")
    return tuple(
        _average(country, filters, admitted, rules, measure)
        for country in Country
        if country in listed
    )


def _average(
    country: Country,
    filters: Filters,
    admitted: Selection,
    rules: Rules,
    measure: Measure,
) -> Average:
    p = filters.parameters
    group = rules.instrument.groups[p.group] if p.group else None
    scope = SetScope(frozenset((country,)), filters.family, p.size_group, p.from_, p.to, group)
    of_anybody = filters.admitted(*OF_WHAT_IS_KNOWN)
    found = comparison_set(scope, admitted, (measure,), rules.coverage, drawn_from=of_anybody)
    value = found.average(measure)
    words = _words(country, found, value, _versions(filters, found, value, rules.instrument))
    if leaves_some_out(filters, measure, NAMED):
        words = say("%(sentence)s Only those that match the filters are counted.", sentence=words)
    return Average(country, found, value, words)


def _versions(
    filters: Filters, found: ComparisonSet, value: Decimal | None, instrument: Instrument
) -> Message:
    """The versions that an average is over; where there is none, those that were looked for."""
    version = filters.parameters.version
    if version is not None:
        return named_versions([version])
    if value is None:
        return versions_words(instrument, filters.family)
    used = found.versions
    family = instrument.families[filters.family]
    return named_versions([known.version for known in family if known.version in used])


def leaves_some_out(filters: Filters, measure: Measure, named: frozenset[str]) -> bool:
    """Whether a filter leaves out evaluations for a reason that a sentence does not name. A
    sentence of an area's points names the area."""
    if filters.parameters.area == measure.area:
        named |= {"area"}
    return not filters.admitting.keys() <= named


def _words(
    country: Country, found: ComparisonSet, value: Decimal | None, versions: Message
) -> Message:
    n, years = found.smallest_n, found.years
    coverage, lack = found.coverage, found.unrepresentative
    values: dict[str, Value] = {
        "country": country_words(country),
        "versions": versions,
        "least": MINIMUM_MEMBERS,
    }
    if coverage is not None and lack not in (None, Unrepresentative.TOO_FEW):
        return say(
            "%(country)s: %(why)s",
            country=country_words(country),
            why=lack_words(coverage, lack),
        )
    if value is None or years is None or coverage is None:
        if n == 0:
            return say(
                "%(country)s: no average, since none of these has a figure with %(versions)s.",
                **values,
            )
        return say_n(
            "%(country)s: no average, since only %(n)s municipality has a figure with "
            "%(versions)s, and an average needs at least %(least)s.",
            "%(country)s: no average, since only %(n)s municipalities have a figure with "
            "%(versions)s, and an average needs at least %(least)s.",
            n,
            **values,
        )
    return say(
        "%(country)s: %(points)s points on average, over the latest results of %(coverage)s "
        "(%(versions)s, %(years)s).",
        **values,
        coverage=coverage_words(coverage),
        points=Points(value),
        years=years_words(*years),
    )
