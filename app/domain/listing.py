"""Which evaluation stands for a municipality where each is listed or drawn once."""

from collections.abc import Iterable, Mapping

from app.domain.evaluation import EvaluationSummary
from app.domain.peers import latest_per_municipality
from app.domain.score import Measure


def standing_for(
    admitted: Iterable[EvaluationSummary], measure: Measure | None
) -> Mapping[str, EvaluationSummary]:
    """By slug: the latest evaluation with the measure, else the latest of all."""
    ordered = sorted(admitted, key=lambda e: (e.year, e.id))
    shown = {evaluation.municipality: evaluation for evaluation in ordered}
    if measure is not None:
        shown |= {e.municipality: e for e in latest_per_municipality(ordered, measure)}
    return shown
