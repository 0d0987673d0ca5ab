"""The quality of the figures: population, coverage, accuracy, comparability, and what a sum hides.

The headings follow the quality declarations of Statistics Norway ("Om statistikken") and what the
OECD and the JRC ask of composite indicators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.coverage import Coverage, KnownEvaluated
from app.domain.evaluation_table import EvaluationTable
from app.domain.gap import SmallDifference
from app.domain.message import LocalText, Message, Points, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.publication_bias import PublicationBias, publication_bias
from app.domain.quality import (
    AreaCorrelations,
    Compensation,
    area_correlations,
    greatest_compensation,
)
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.bias import bias_words
from app.domain.wording.coverage import coverage_words
from app.domain.wording.sets import country_words, levels_words, versions_words
from app.queries import coverage as coverage_queries
from app.queries import evaluations as evaluation_queries
from app.queries import method, reference
from app.queries.memory import remembered_in_order
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """Of how many in one country we know the total with one family of versions."""

    country: Country
    family: str
    versions: Message
    evaluated: int
    """Municipalities whose evaluation we know of, with figures or without."""
    coverage: Coverage

    @property
    def name(self) -> Message:
        return country_words(self.country)

    @property
    def words(self) -> Message:
        return coverage_words(self.coverage)

    @property
    def represents(self) -> Message:
        if self.coverage.is_enough:
            return say("enough for averages and ranks")
        return say("not enough for averages and ranks")


@dataclass(frozen=True, slots=True)
class WeightLine:
    """What one area can give: its share of the whole, and the most and least of its questions."""

    name: LocalText
    max: Decimal
    share: Decimal
    """Of the total, in per cent."""
    smallest: Decimal | None
    largest: Decimal | None


@dataclass(frozen=True, slots=True)
class QualityContent:
    """Everything on the page."""

    counts: tuple[KnownEvaluated, ...]
    coverage: tuple[CoverageLine, ...]
    references: tuple[ReferenceAverage, ...]
    version: MethodVersion
    weights: tuple[WeightLine, ...]
    correlations: AreaCorrelations
    compensation: Compensation | None
    instrument: Instrument
    small: SmallDifference
    least_percent: int
    biases: tuple[PublicationBias, ...]

    @property
    def title(self) -> Message:
        return say("Quality of the figures")

    @property
    def description(self) -> Message:
        return say(
            "Whom the figures cover, how exact and comparable they are, and what a total can hide."
        )

    @property
    def bias_words(self) -> Message | None:
        """How far the results that we have lie from what was published."""
        return bias_words(self.biases)

    @property
    def levels_words(self) -> Message | None:
        """What must be known where both countries stand together."""
        return levels_words(tuple(Country))

    @property
    def correlation_words(self) -> Message:
        """Whether the eight areas measure eight things, as far as the figures go."""
        found, low, high = self.correlations, self.correlations.lowest, self.correlations.highest
        if low is None or high is None or found.mean is None:
            return say(
                "Evaluations with points in all eight areas: %(n)s. That is too few to "
                "say how the areas go together.",
                n=found.n,
            )
        return say(
            "In the %(n)s evaluations of %(municipalities)s municipalities that have points in all "
            "eight areas, areas go together with correlations from %(low)s to %(high)s, %(mean)s "
            "on average. 1 would mean that two areas always rise and fall together.",
            n=found.n,
            municipalities=found.municipalities,
            low=tenths(low.value),
            high=tenths(high.value),
            mean=tenths(found.mean),
        )

    @property
    def compensation_words(self) -> Message | None:
        """What the largest difference between two areas behind one total is."""
        found = self.compensation
        if found is None:
            return None
        figures = found.evaluation.figures
        return say(
            "%(name)s %(year)s has %(high)s points in its highest area and %(low)s in its lowest. "
            "The total alone does not show it.",
            name=found.evaluation.name,
            year=str(found.evaluation.year),
            high=Points(figures[found.highest]),
            low=Points(figures[found.lowest]),
        )


def tenths(value: float) -> Points:
    """A correlation as it is shown: more than one decimal would say more than so few can."""
    return Points(Decimal(str(value)).quantize(Decimal("0.1")))


@remembered_in_order
def quality_content(reading: Reading) -> QualityContent:
    """Reads what the page needs in a fixed number of queries."""
    rules = method.rules(reading)
    instrument, table = rules.instrument, evaluation_queries.summaries(reading)
    version = instrument.newest_of(instrument.default_family)
    references = reference.reference_averages(reading)
    return QualityContent(
        counts=coverage_queries.known_evaluated(reading),
        coverage=_coverage(table, rules),
        references=references,
        version=version,
        weights=_weights(version),
        correlations=area_correlations(table, instrument.default_family),
        compensation=greatest_compensation(table, instrument.default_family),
        instrument=instrument,
        small=rules.small,
        least_percent=int(reading.least_share * 100),
        biases=publication_bias(references, table, rules.coverage),
    )


def _coverage(table: EvaluationTable, rules: Rules) -> tuple[CoverageLine, ...]:
    lines = []
    for country in Country:
        for family in rules.instrument.families:
            scope = SetScope(frozenset((country,)), family)
            evaluated = scope.admitted(table).municipalities
            found = comparison_set(scope, table, (Measure.TOTAL,), rules.coverage)
            if evaluated:
                lines.append(
                    CoverageLine(
                        country,
                        family,
                        versions_words(rules.instrument, family),
                        evaluated,
                        found.measures[Measure.TOTAL].coverage,
                    )
                )
    return tuple(lines)


def _weights(version: MethodVersion) -> tuple[WeightLine, ...]:
    lines = []
    for area in version.areas:
        maxima: Sequence[Decimal] = sorted(question.max for question in area.questions)
        lines.append(
            WeightLine(
                area.name,
                area.max,
                100 * area.max / version.max,
                maxima[0] if maxima else None,
                maxima[-1] if maxima else None,
            )
        )
    return tuple(lines)
