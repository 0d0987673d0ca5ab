"""What those in a county or a group got: their latest totals, by country and method family.

Counties and groups show the same: a table of bars for each family, what is known of an average, and
nothing across families or countries (design rules 4 and 5).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.comparison_choice import published_averages
from app.domain.coverage import Unrepresentative
from app.domain.decimals import points_of
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import Selection
from app.domain.groups import Group
from app.domain.listing import listed, standing_for
from app.domain.message import Message, Value, say
from app.domain.municipality import Country, Municipality
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.coverage import coverage_words, needs_words
from app.domain.wording.sets import country_words, versions_words, years_words

MOST_OPEN: Final = 12
"""Results that are shown unfolded below others."""
MOST_LISTED: Final = 4
"""Totals that fit into a sentence."""


@dataclass(frozen=True, slots=True)
class MemberResult:
    """A municipality's latest evaluation with a total, else its latest of all. `until` is the day
    on which the municipality ceased to exist, unless its name says so."""

    evaluation: EvaluationSummary
    until: date | None

    @property
    def total(self) -> Decimal | None:
        return self.evaluation.score(Measure.TOTAL)


@dataclass(frozen=True, slots=True)
class FamilyResults:
    """The results by one method family in one country, highest first and those without a total
    last. `average` is None where those with a total stand for nobody but themselves."""

    country: Country
    family: str
    versions: Message
    maximum: Decimal
    results: tuple[MemberResult, ...]
    average: Decimal | None
    average_words: Message
    published: tuple[ReferenceAverage, ...]

    @property
    def scored(self) -> int:
        """How many have a total."""
        return sum(result.total is not None for result in self.results)

    @property
    def average_share(self) -> Decimal | None:
        """The average in per cent of the maximum."""
        return None if self.average is None else 100 * self.average / self.maximum

    @property
    def is_short(self) -> bool:
        """Whether it need not be folded away below another."""
        return len(self.results) <= MOST_OPEN

    @property
    def has_versions(self) -> bool:
        """Whether the results are by different versions, so that each must name its own."""
        return len({result.evaluation.version for result in self.results}) > 1

    @property
    def anchor(self) -> str:
        return f"results-{self.country.value.lower()}-{self.family}"

    @property
    def caption(self) -> Message:
        return say("Results by %(versions)s, the latest of each", versions=self.versions)

    @property
    def caption_in_country(self) -> Message:
        return say(
            "%(country)s: results by %(versions)s, the latest of each",
            country=country_words(self.country),
            versions=self.versions,
        )


@dataclass(frozen=True, slots=True)
class MemberResults:
    """All that is known of the results of those in a county or a group."""

    families: tuple[FamilyResults, ...]

    @property
    def has_countries(self) -> bool:
        """Whether the tables are of more than one country, so that each must name its own."""
        return len({one.country for one in self.families}) > 1

    @property
    def listed_words(self) -> tuple[Message, ...]:
        """The totals of the first table in a sentence, for where there is no room for it: the
        highest where there are many."""
        for one in self.families[:1]:
            scored = [r.evaluation for r in one.results if r.total is not None]
            named: tuple[Value, ...] = tuple(
                say(
                    "%(name)s %(year)s (%(points)s)",
                    name=e.name,
                    year=str(e.year),
                    points=points_of(Measure.TOTAL, e.figures[Measure.TOTAL]),
                )
                for e in scored[:MOST_LISTED]
            )
            if not named:
                return ()
            if len(scored) > MOST_LISTED:
                return (
                    say(
                        "The highest totals that we know of (%(versions)s): %(members)s.",
                        versions=one.versions,
                        members=named,
                    ),
                )
            return (
                say(
                    "The totals that we know of (%(versions)s): %(members)s.",
                    versions=one.versions,
                    members=named,
                ),
            )
        return ()


def member_results(
    chosen: Selection,
    rules: Rules,
    references: Sequence[ReferenceAverage],
    known: Mapping[str, Municipality],
    *,
    size_group: str | None = None,
    group: Group | None = None,
    is_group: bool = True,
) -> MemberResults:
    """The results among some evaluations, which may be narrower than what scopes can say.

    `known` has the municipalities by slug. Published averages are those of exactly the scope, so
    a county (`is_group` false) has none.
    """
    instrument = rules.instrument
    families = sorted(
        instrument.families,
        key=lambda family: (
            family != instrument.default_family,
            -instrument.newest_of(family).year_from,
        ),
    )
    found: list[FamilyResults] = []
    for country in Country:
        for family in families:
            own = chosen.where("country", country).where("family", family)
            if not own:
                continue
            scope = SetScope(frozenset((country,)), family, size_group, group=group)
            among = comparison_set(scope, own, (Measure.TOTAL,), rules.coverage)
            published: tuple[ReferenceAverage, ...] = ()
            if is_group:
                published = published_averages(references, scope, (Measure.TOTAL,))
            found.append(
                FamilyResults(
                    country,
                    family,
                    versions_words(instrument, family),
                    instrument.newest_of(family).max,
                    tuple(_results(own, known)),
                    among.average(Measure.TOTAL),
                    _average_words(among),
                    published,
                )
            )
    return MemberResults(tuple(found))


def _results(own: Selection, known: Mapping[str, Municipality]) -> Iterator[MemberResult]:
    for evaluation in listed(standing_for(own, Measure.TOTAL), "total", Measure.TOTAL):
        municipality = known.get(evaluation.municipality)
        yield MemberResult(evaluation, municipality.end_to_tell if municipality else None)


def _average_words(among: ComparisonSet) -> Message:
    """The average of the totals with its coverage, or why there is none."""
    average, coverage, years = among.average(Measure.TOTAL), among.coverage, among.years
    if average is None or coverage is None or years is None:
        if among.unrepresentative is Unrepresentative.TOO_FEW:
            return say("An average needs %(needs)s.", needs=needs_words(among.least_share))
        return say(
            "There is no average: sources say how many were evaluated in the whole country, not "
            "how many of them are among these."
        )
    return say(
        "The average is %(points)s points, over the latest results of %(coverage)s (%(years)s).",
        points=points_of(Measure.TOTAL, average),
        coverage=coverage_words(coverage),
        years=years_words(*years),
    )
