"""The first thing a municipality's page says: how it did and against whom, in plain sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from app.contents.municipalities.relatives import RelatedMunicipality, Relatives
from app.contents.municipalities.result import Result
from app.contents.municipalities.strongest import own_placings
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import AreaDefinition, Instrument
from app.domain.municipality import Municipality
from app.domain.score import Measure
from app.domain.wording.beside import stated_sentence
from app.domain.wording.context import predecessor_words
from app.domain.wording.evaluation import result_words, without_figures_words

MOST_RESULTS: Final = 2
"""Predecessors whose results are in the lead; all are in the table below it."""


def lead(
    municipality: Municipality,
    evaluations: Sequence[Evaluation],
    result: Result | None,
    beside: Message | None,
    related: Relatives,
    instrument: Instrument,
    county: Sequence[Message] = (),
) -> tuple[Message, ...]:
    """The lead as sentences, most important first. `county` is what is said of the county."""
    if result is not None:
        return (
            result_words(municipality.label, result.evaluation),
            *((beside,) if beside else ()),
            *_areas_sentence(result),
        )
    name = municipality.label
    if evaluations:
        return (
            without_figures_words(name, [evaluation.year for evaluation in evaluations]),
            *_stated_sentence(evaluations),
        )
    return (
        say("We know of no evaluation of %(name)s.", name=name),
        *_relatives_sentences(related, instrument),
        say("It is voluntary to be evaluated."),
        *county,
    )


def _stated_sentence(evaluations: Sequence[Evaluation]) -> tuple[Message, ...]:
    """The place that a source gives of the latest evaluation of which any does."""
    for evaluation in reversed(evaluations):
        for placing in own_placings(evaluation):
            year = evaluation.year if len(evaluations) > 1 else None
            return (stated_sentence(placing, evaluation.country, year),)
    return ()


def _relatives_sentences(related: Relatives, instrument: Instrument) -> Iterator[Message]:
    """The results of predecessors as theirs, else who they are; and whose heir it is not."""
    results = [
        predecessor_words(latest.name, total, instrument.version(latest.version).max, latest.year)
        for latest, total in filter(None, map(_latest_total, related.predecessors))
    ]
    if results:
        yield from results[:MOST_RESULTS]
    elif related.predecessors:
        names = _labels(related.predecessors)
        yield say_n(
            "%(names)s is its predecessor, and has its own page.",
            "%(names)s are its predecessors, and have their own pages.",
            len(names),
            names=names,
        )
    if related.parts_from and not results:
        yield say(
            "It has a part of what was %(names)s, but is not the heir.",
            names=_labels(related.parts_from),
        )


def _latest_total(relative: RelatedMunicipality) -> tuple[EvaluationSummary, Decimal] | None:
    for evaluation in relative.evaluations:
        total = evaluation.score(Measure.TOTAL)
        if total is not None:
            return evaluation, total
    return None


def _labels(some: Sequence[RelatedMunicipality]) -> tuple[Value, ...]:
    return tuple(one.municipality.label for one in some)


def _areas_sentence(result: Result) -> tuple[Message, ...]:
    """The highest and the lowest area, where all are known; an end that more than two share is left
    out."""
    high, low = _with_points(result, result.highest), _with_points(result, result.lowest)
    if high and low:
        return (say("It scored highest on %(high)s and lowest on %(low)s.", high=high, low=low),)
    if high:
        return (say("It scored highest on %(high)s.", high=high),)
    if low:
        return (say("It scored lowest on %(low)s.", low=low),)
    return ()


def _with_points(result: Result, areas: Sequence[AreaDefinition]) -> tuple[Value, ...]:
    return tuple(
        say(
            "%(area)s (%(points)s of 100)",
            area=area.short or area.name,
            points=Points(score, 0),
        )
        for area in areas
        if (score := result.evaluation.area(area.no).figure.score) is not None
    )
