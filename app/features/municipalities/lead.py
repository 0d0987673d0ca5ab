"""The first thing a municipality's page says: how it did and against whom, in plain sentences."""

from collections.abc import Sequence

from app.domain.evaluation import Evaluation
from app.domain.message import Message, Points, Value, say, say_n
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
    """The highest and the lowest area, where all are known and neither is shared."""
    if result.highest is None or result.lowest is None:
        return ()
    high = result.evaluation.area(result.highest.no).figure.score
    low = result.evaluation.area(result.lowest.no).figure.score
    if high is None or low is None:
        return ()
    return (
        say(
            "It scored highest on %(high)s (%(high_points)s of 100) "
            "and lowest on %(low)s (%(low_points)s of 100).",
            high=result.highest.name,
            high_points=Points(high, result.area_decimals),
            low=result.lowest.name,
            low_points=Points(low, result.area_decimals),
        ),
    )
