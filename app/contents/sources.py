"""Where what a figure draws was read."""

from collections.abc import Iterable, Mapping

from app.domain.evaluation import EvaluationSummary
from app.domain.stated import Source


def sources_of(
    drawn: Iterable[EvaluationSummary], origins: Mapping[str, Source]
) -> tuple[Source, ...]:
    """The sources of everybody drawn, each once, in the order drawn. `origins` are by the id of
    the evaluation."""
    return tuple(dict.fromkeys(origins[one.id] for one in drawn if one.id in origins))
