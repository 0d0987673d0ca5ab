"""The list of evaluations: every one that the filters admit, also several of a municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Municipality, alphabetical
from app.domain.score import Measure, MissingKind
from app.domain.wording_sets import versions_words
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.reading import Reading
from app.web.evaluation_filters import EvaluationFilters, FilterValues, evaluation_filters

MOST_FOUND = 5_000
"""More than there are municipalities: a search is filtered before it is cut into pages."""


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

    evaluations: tuple[EvaluationSummary, ...]
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
        more={} if area is None else {"area": lambda e: area in e.figures},
    )
    fitting = chosen.admitted(evaluations)
    return EvaluationList(
        evaluations=tuple(_ordered(fitting, choices.sort, measure)),
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
    if not text:
        return None
    hits = register.search(reading, text, MOST_FOUND)
    return frozenset(hit.municipality.slug for hit in hits)


def _sort_measure(sort: str | None) -> Measure | None:
    """The measure that is sorted by, where one is."""
    return None if sort in (None, "name", "year") else Measure(sort)


def _ordered(
    fitting: Sequence[EvaluationSummary], sort: str | None, measure: Measure | None
) -> list[EvaluationSummary]:
    """By name and year; those without what is sorted by come last."""
    by_name = sorted(fitting, key=lambda e: (alphabetical(e.name), e.municipality, e.year, e.id))
    if measure is not None:
        return sorted(by_name, key=lambda e: _highest_first(e.score(measure)))
    return sorted(by_name, key=lambda e: -e.year) if sort == "year" else by_name


def _highest_first(score: Decimal | None) -> tuple[bool, Decimal]:
    return (score is None, -(score or Decimal(0)))


def _names(fitting: Sequence[EvaluationSummary], instrument: Instrument) -> MethodVersion | None:
    families = {evaluation.family for evaluation in fitting}
    return instrument.newest_of(families.pop()) if len(families) == 1 else None


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
