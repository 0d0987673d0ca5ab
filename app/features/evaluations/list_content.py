"""The list of evaluations: every one that the filters admit, also several of a municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import Selection
from app.domain.listing import listed
from app.domain.message import Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Municipality
from app.domain.score import Measure, MissingKind
from app.domain.wording_sets import versions_words
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.reading import Reading
from app.web.evaluation_filters import EvaluationFilters, FilterValues, evaluation_filters


class ListChoices(FilterValues, Protocol):
    """The filters, the area that has to be known, the order, and a search."""

    @property
    def area(self) -> int | None: ...
    @property
    def sort(self) -> str | None: ...
    @property
    def q(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class EvaluationList:
    """The evaluations that fit, in order. `names` is the version whose area names stand for all of
    them, where one does."""

    evaluations: Sequence[EvaluationSummary]
    missing: Mapping[str, Mapping[Measure, MissingKind]]
    names: MethodVersion | None
    remarks: tuple[Message, ...]

    @property
    def title(self) -> Message:
        return say("Evaluations with Kommunekompasset")

    def missing_of(self, evaluation: EvaluationSummary) -> Mapping[Measure, MissingKind]:
        """Why figures of an evaluation are absent."""
        return self.missing.get(evaluation.id, {})


def evaluation_list(reading: Reading, choices: ListChoices) -> EvaluationList:
    """Reads what fits in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    instrument = method.instrument(reading)
    evaluations = evaluation_queries.summaries(reading)
    measure = _sort_measure(choices.sort)
    area = Measure.of_area(choices.area) if choices.area is not None else None
    chosen = evaluation_filters(
        choices,
        instrument,
        evaluations,
        _found(reading, choices.q),
        by_score=measure is not None or area is not None,
        having=area,
    )
    fitting = chosen.admitted()
    return EvaluationList(
        evaluations=listed(fitting, choices.sort, measure, oldest_first=True),
        missing=evaluation_queries.missing_kinds(reading),
        names=_names(fitting, instrument),
        remarks=_remarks(chosen, instrument, measure or area),
    )


def municipalities_of(
    reading: Reading, evaluations: Sequence[EvaluationSummary]
) -> Mapping[str, Municipality]:
    """The municipalities that were evaluated, by slug. Two statements."""
    return register.municipalities(reading, [e.municipality for e in evaluations])


def _found(reading: Reading, text: str | None) -> frozenset[str] | None:
    """The slugs that a search finds; None without one."""
    return register.found(reading, text) if text else None


def _sort_measure(sort: str | None) -> Measure | None:
    """The measure that is sorted by, where one is."""
    return None if sort in (None, "name", "year") else Measure(sort)


def _names(fitting: Selection, instrument: Instrument) -> MethodVersion | None:
    families = fitting.values("family")
    return instrument.newest_of(families[0]) if len(families) == 1 else None


def _remarks(
    chosen: EvaluationFilters[ListChoices], instrument: Instrument, measure: Measure | None
) -> tuple[Message, ...]:
    """What must be known to read the list right."""
    if measure is None:
        return ()
    return (
        say(
            "Only results with %(versions)s are listed: points from different methods "
            "are not put in order together.",
            versions=versions_words(instrument, chosen.family),
        ),
    )
