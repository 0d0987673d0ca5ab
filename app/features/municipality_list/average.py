"""What those who fit the filters are together: an average for each country, with its make-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.comparison_choice import published_averages
from app.domain.coverage import Unrepresentative
from app.domain.decimals import points_of
from app.domain.evaluation_table import Selection
from app.domain.message import Message, Value, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.coverage import coverage_words, lack_words, needs_words
from app.domain.wording.published import published_words
from app.domain.wording.sets import country_words, named_versions, versions_words, years_words
from app.features.municipality_list.parameters import Filters
from app.web.filters.families import country_set

NAMED: Final = frozenset(("country", "family", "version"))
"""Filters that the sentence of an average names itself."""
ONE_IS_NAMED: Final = frozenset(("size_group",))
"""Filters of which a sentence names one value, not several."""
PUBLISHED_BY: Final = frozenset(("country", "family", "size_group", "to"))
"""Filters that averages of others are published by, too."""


@dataclass(frozen=True, slots=True)
class Average:
    """The average of one country's evaluations that fit, or why there is none; and what others
    have published of exactly those, oldest first."""

    country: Country
    set: ComparisonSet
    value: Decimal | None
    words: Message
    published: tuple[ReferenceAverage, ...] = ()
    published_words: Message | None = None

    @property
    def said(self) -> tuple[Message, ...]:
        """What is said of it: what stands for the country first."""
        if self.published_words is None:
            return (self.words,)
        if self.value is not None:
            return (self.words, self.published_words)
        return (self.published_words, self.words)


def averages(
    filters: Filters,
    admitted: Selection,
    references: Sequence[ReferenceAverage],
    rules: Rules,
    measure: Measure,
) -> tuple[Average, ...]:
    """An average for each country among those listed; countries are never mixed unasked."""
    listed = admitted.values("country")
    return tuple(
        _average(country, filters, references, rules, measure)
        for country in Country
        if country in listed
    )


def _average(
    country: Country,
    filters: Filters,
    references: Sequence[ReferenceAverage],
    rules: Rules,
    measure: Measure,
) -> Average:
    found = country_set(filters, country, measure, rules)
    value = found.average(measure)
    published: tuple[ReferenceAverage, ...] = ()
    if not leaves_some_out(filters, measure, PUBLISHED_BY):
        published = tuple(reversed(published_averages(references, found.scope, (measure,))))
    versions = _versions(filters, found, value, rules.instrument)
    words = (published and _too_few_known(found)) or _words(country, found, measure, versions)
    if leaves_some_out(filters, measure, NAMED):
        words = say("%(sentence)s Only those that match the filters are counted.", sentence=words)
    return Average(
        country,
        found,
        value,
        words,
        published,
        published_words(country, published, measure) if published else None,
    )


def _versions(
    filters: Filters, found: ComparisonSet, value: Decimal | None, instrument: Instrument
) -> Message:
    """The versions that an average is over; where there is none, those that were looked for."""
    chosen = filters.parameters.version
    if chosen is not None:
        of_family = [v for v in chosen if instrument.family_of(v) == filters.family]
        return named_versions(of_family)
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
    named -= {name for name in ONE_IS_NAMED if isinstance(filters.chosen.get(name), tuple)}
    return not filters.admitting.keys() <= named


def _too_few_known(found: ComparisonSet) -> Message | None:
    """That of all who were evaluated too few are known, where that is why there is no average."""
    coverage, lack = found.coverage, found.unrepresentative
    if coverage is None or lack is None or lack is Unrepresentative.TOO_FEW:
        return None
    return lack_words(coverage, lack)


def _words(country: Country, found: ComparisonSet, measure: Measure, versions: Message) -> Message:
    value, n, years = found.average(measure), found.smallest_n, found.years
    coverage = found.coverage
    values: dict[str, Value] = {
        "country": country_words(country),
        "versions": versions,
    }
    if (why := _too_few_known(found)) is not None:
        return say("%(country)s: %(why)s", country=country_words(country), why=why)
    if value is None or years is None or coverage is None:
        if n == 0:
            return say(
                "%(country)s: no average, since none of these has a figure with %(versions)s.",
                **values,
            )
        return say_n(
            "%(country)s: no average, since only %(n)s municipality has a figure with "
            "%(versions)s. An average needs %(needs)s.",
            "%(country)s: no average, since only %(n)s municipalities have a figure with "
            "%(versions)s. An average needs %(needs)s.",
            n,
            needs=needs_words(found.least_share),
            **values,
        )
    return say(
        "%(country)s: %(points)s points on average, over the latest results of %(coverage)s "
        "(%(versions)s, %(years)s).",
        **values,
        coverage=coverage_words(coverage),
        points=points_of(measure, value),
        years=years_words(*years),
    )
