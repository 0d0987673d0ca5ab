"""Averages over any comparison set, with the members and the published averages beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.learning import latest_evaluation
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country, Municipality
from app.domain.peers import ComparisonSet, MeasureSet, SetScope, comparison_set
from app.domain.publication_bias import PublicationBias, publication_bias
from app.domain.reference import ReferenceAverage
from app.domain.score import Level, Measure
from app.domain.wording.bias import bias_words
from app.errors import BadParameter
from app.features.averages.parameters import AverageParameters
from app.features.averages.set_wording import make_up_words
from app.queries import evaluations as evaluation_queries
from app.queries import method, reference, register
from app.queries.reading import Reading
from app.web.filters.filter import Known, check_values, check_years


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Who is left out of a set; `evaluation` is None for one without any."""

    municipality: Municipality
    evaluation: EvaluationSummary | None


@dataclass(frozen=True, slots=True)
class AverageSet:
    """One comparison set: what it is made of, its measures, and what others have published."""

    found: ComparisonSet
    words: tuple[Message, ...]
    cautions: tuple[LocalText, ...]
    published: tuple[ReferenceAverage, ...]
    few: bool = False
    """Whether the mean of the few is asked for."""
    names_members: bool = True

    def mean_of_few(self, measure_set: MeasureSet) -> Decimal | None:
        """The mean of those we have figures for, where it is asked for and stands for nobody
        else."""
        found = measure_set.of_the_few
        if not self.few or found is None or measure_set.unrepresentative is None:
            return None
        return found.mean

    @property
    def countries(self) -> tuple[Country, ...]:
        return tuple(sorted(self.found.scope.countries))


@dataclass(frozen=True, slots=True)
class AveragesAsked:
    """Everything that is answered. `version` is the one whose area names stand for the family."""

    version: MethodVersion
    left_out: LeftOut | None
    sets: tuple[AverageSet, ...]
    biases: tuple[PublicationBias, ...]
    """How far what we have lies from what was published, in the countries and the family asked
    for."""

    @property
    def bias(self) -> Message | None:
        """The same in words, wherever the few stand for nobody else."""
        return bias_words(self.biases)

    @property
    def title(self) -> Message:
        return say("Averages of Kommunekompasset")


def averages_asked(reading: Reading, parameters: AverageParameters) -> AveragesAsked:
    """Reads what the answer needs in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    rules = method.rules(reading)
    instrument = rules.instrument
    evaluations = evaluation_queries.summaries(reading)
    check_values(parameters, Known(instrument, evaluations.all))
    check_years(parameters.from_, parameters.last)
    left_out = _left_out(reading, parameters.without, evaluations)
    subject = left_out.evaluation if left_out else None
    family = parameters.family or (subject.family if subject else instrument.default_family)
    group = instrument.groups[parameters.group] if parameters.group else None
    published = reference.reference_averages(reading)
    chosen = _countries(parameters, left_out)
    scopes = (
        SetScope(countries, family, parameters.size_group, parameters.from_, parameters.last, group)
        for countries in chosen
    )
    return AveragesAsked(
        version=instrument.newest_of(family),
        left_out=left_out,
        sets=tuple(
            _set(
                comparison_set(scope, evaluations, Measure, rules.coverage, subject),
                parameters,
                left_out,
                published,
                instrument,
            )
            for scope in scopes
        ),
        biases=tuple(
            one
            for one in publication_bias(published, evaluations, rules.coverage)
            if one.reference.family == family
            and any(one.reference.country in countries for countries in chosen)
        ),
    )


def _left_out(reading: Reading, wanted: str | None, evaluations: EvaluationTable) -> LeftOut | None:
    """The municipality that an evaluation or a slug names, with the evaluation it stands by."""
    if wanted is None:
        return None
    named = evaluations.by_id.get(wanted)
    municipality = register.municipality(reading, named.municipality if named else wanted)
    if municipality is None:
        raise BadParameter(
            "without",
            say("There is neither an evaluation nor a municipality called “%(id)s”.", id=wanted),
        )
    return LeftOut(municipality, named or latest_evaluation(municipality.slug, evaluations))


def _countries(
    parameters: AverageParameters, left_out: LeftOut | None
) -> tuple[frozenset[Country], ...]:
    if parameters.countries:
        return parameters.countries
    if left_out is not None:
        return (frozenset((left_out.municipality.country,)),)
    return tuple(frozenset((country,)) for country in Country)


def _set(
    found: ComparisonSet,
    parameters: AverageParameters,
    left_out: LeftOut | None,
    published: Sequence[ReferenceAverage],
    instrument: Instrument,
) -> AverageSet:
    scope, as_of = found.scope, parameters.as_of
    versions = found.versions
    levels = (Level.TOTAL, Level.AREA)
    reasons = [instrument.comparability.among(versions, level).reason for level in levels]
    return AverageSet(
        found=found,
        words=make_up_words(
            found, as_of, left_out.municipality.label if left_out else None, instrument
        ),
        cautions=tuple(dict.fromkeys(reason for reason in reasons if reason is not None)),
        published=tuple(
            average
            for average in published
            if average.country in scope.countries
            and average.family == scope.family
            and average.size_group == scope.size_group
            and scope.group is None
            and (as_of is None or average.as_of <= as_of)
        ),
        few=parameters.few,
        names_members=parameters.members,
    )
