"""Published averages of single areas that are nearer in time than the one of all areas."""

from collections.abc import Iterable, Sequence

from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message
from app.domain.method import MethodVersion
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.domain.wording.published import nearer_words


def nearer_in_time(
    summary: EvaluationSummary,
    comparisons: Sequence[Comparison],
    references: Iterable[ReferenceAverage],
    version: MethodVersion,
) -> tuple[Message, ...]:
    """What was published of some of the areas that the evaluation has, over all sizes and nearer
    in time than any average that they are compared with; the nearest first. None where they are
    compared with no published average, and nothing at second hand."""
    shown = [
        one.reference
        for one in comparisons
        if one.kind is ComparisonKind.PUBLISHED and one.reference is not None
    ]
    if not shown:
        return ()
    nearest = min(abs(one.as_of - summary.year) for one in shown)
    found = [
        one
        for one in references
        if (one.country, one.family, one.size_group) == (summary.country, summary.family, None)
        and abs(one.as_of - summary.year) < nearest
        and not one.at_second_hand
    ]
    found.sort(key=lambda one: (abs(one.as_of - summary.year), one.id))
    said = (
        (one, [area for area in version.areas if _known(summary, one, area.no)]) for one in found
    )
    return tuple(
        nearer_words(one, [(area.name, Measure.of_area(area.no)) for area in areas])
        for one, areas in said
        if areas
    )


def _known(summary: EvaluationSummary, reference: ReferenceAverage, area: int) -> bool:
    measure = Measure.of_area(area)
    return measure in reference.figures and summary.score(measure) is not None
