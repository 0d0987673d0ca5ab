"""The list of evaluations: every one that the filters admit, also several of a municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import Selection
from app.domain.listing import listed
from app.domain.message import Message, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.naming.spelling import Collation
from app.domain.wording.sets import levels_words
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.named import named_municipalities
from app.queries.reading import Reading
from app.queries.search import matching_slugs
from app.web.filters.declared import DetailFilter, OrderedFilterParameters
from app.web.filters.evaluations import EvaluationChoice, evaluation_choice
from app.web.filters.named import EvaluationNames, named_evaluations


class EvaluationListFilterParameters(OrderedFilterParameters, EvaluationNames):
    """The filters, how much has to be known, and which evaluations are named."""

    detail: DetailFilter = None


@dataclass(frozen=True, slots=True)
class EvaluationList:
    """The evaluations that fit, in order. `names` is the version whose area names stand for all of
    them, where one does; `known` are all versions, by name."""

    evaluations: Sequence[EvaluationSummary]
    names: MethodVersion | None
    known: Mapping[str, MethodVersion]
    remarks: tuple[Message, ...]
    collation: Collation
    """The order of names."""

    @property
    def title(self) -> Message:
        return say("Evaluations with Kommunekompasset")


def evaluation_list(reading: Reading, parameters: EvaluationListFilterParameters) -> EvaluationList:
    """Reads what fits in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    instrument = method.instrument(reading)
    evaluations = evaluation_queries.summaries(reading)
    found = matching_slugs(reading, parameters.q)
    slugs = named_municipalities(reading, parameters.municipality, parameters.code)
    named = named_evaluations(parameters, evaluations, slugs)
    chosen = evaluation_choice(parameters, instrument, evaluations, found, named=named)
    fitting = chosen.admitted()
    order = parameters.order, parameters.sort_measure
    return EvaluationList(
        evaluations=listed(
            fitting,
            *order,
            oldest_first=True,
            best_first=found,
            backwards=parameters.is_backwards,
        ),
        names=instrument.names_for(fitting.values("family")),
        known=instrument.versions,
        remarks=_remarks(chosen, fitting) if parameters.compares_scores else (),
        collation=fitting.table.collation,
    )


def _remarks(
    chosen: EvaluationChoice[EvaluationListFilterParameters], fitting: Selection
) -> tuple[Message, ...]:
    """What must be known to read a list that is sorted by points."""
    levels = levels_words(fitting.values("country"))
    return (chosen.one_method_words, *(() if levels is None else (levels,)))


def municipalities_of(
    reading: Reading, evaluations: Sequence[EvaluationSummary]
) -> Mapping[str, Municipality]:
    """The municipalities that were evaluated, by slug. Two statements."""
    return register.listed_municipalities(reading, [e.municipality for e in evaluations])
