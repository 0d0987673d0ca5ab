"""The first thing a municipality's page says: how it did and against whom, in plain sentences."""

from collections.abc import Sequence

from app.domain.evaluation import Evaluation
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import AreaDefinition
from app.domain.municipality import Municipality
from app.domain.wording.evaluation import result_words, without_figures_words
from app.features.municipalities.relatives import RelatedMunicipality, Relatives
from app.features.municipalities.result import Result


def lead(
    municipality: Municipality,
    evaluations: Sequence[Evaluation],
    result: Result | None,
    beside: Message | None,
    related: Relatives,
) -> tuple[Message, ...]:
    """The lead as sentences, most important first."""
    if result is None:
        return _without_figures(municipality, evaluations, related)
    return (
        result_words(municipality.label, result.evaluation),
        *((beside,) if beside else ()),
        *_areas_sentence(result),
    )


def _without_figures(
    municipality: Municipality,
    evaluations: Sequence[Evaluation],
    related: Relatives,
) -> tuple[Message, ...]:
    name = municipality.label
    if evaluations:
        return (without_figures_words(name, [evaluation.year for evaluation in evaluations]),)
    said = [say("We know of no evaluation of %(name)s.", name=name)]
    if related.predecessors:
        names = _labels(related.predecessors)
        said.append(
            say_n(
                "%(names)s is its predecessor, and has its own page.",
                "%(names)s are its predecessors, and have their own pages.",
                len(names),
                names=names,
            )
        )
    if related.parts_from:
        said.append(
            say(
                "It has a part of what was %(names)s, but is not the heir.",
                names=_labels(related.parts_from),
            )
        )
    return tuple(said)


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
            area=area.name,
            points=Points(score, result.area_decimals),
        )
        for area in areas
        if (score := result.evaluation.area(area.no).figure.score) is not None
    )
