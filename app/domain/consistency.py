"""Figures of a source that disagree, found by computation and said beside those recorded by hand.

Nothing is repaired in silence (design rule 2).
"""

from decimal import Decimal

from app.domain.decimals import points_of
from app.domain.evaluation import Discrepancy, DiscrepancyKind, Evaluation
from app.domain.message import Points, say
from app.domain.method import MethodVersion
from app.domain.score import Measure

ROUNDING_TOLERANCE = 4
"""Eight areas rounded to whole points can differ from the total by at most half a point each."""
ROUNDING_OF_ONE = Decimal("0.5")
"""The most that a figure printed in whole points can differ from its exact one."""


def discrepancies(evaluation: Evaluation, method: MethodVersion) -> tuple[Discrepancy, ...]:
    """Everything in the evaluation's figures that disagrees, recorded and found by computation."""
    return (
        *evaluation.recorded_discrepancies,
        *_sums_that_differ(evaluation),
        *_scores_that_differ(evaluation),
        *_maxima_that_fall_short(evaluation, method),
        *_reconstructed_digits(evaluation),
    )


def _sums_that_differ(evaluation: Evaluation) -> list[Discrepancy]:
    """A sum of stated areas that is not the stated total; both as they are printed."""
    stated = [area.figure.stated for area in evaluation.areas]
    total = evaluation.total.stated
    known = [points for points in stated if points is not None]
    if total is None or not known or len(known) < len(stated):
        return []
    added = sum(known, Decimal(0))
    if added == total:
        return []
    near = abs(added - total) <= ROUNDING_TOLERANCE
    values = {"sum": Points(added), "total": Points(total)}
    if near:
        text = say(
            "The area scores as printed add up to %(sum)s, while the printed total is %(total)s. "
            "Rounding of the areas explains the difference.",
            **values,
        )
    else:
        text = say(
            "The area scores as printed add up to %(sum)s, while the printed total is %(total)s. "
            "Rounding does not explain the difference.",
            **values,
        )
    kind = DiscrepancyKind.ROUNDING if near else DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF
    return [Discrepancy(kind, text, Measure.TOTAL)]


def _scores_that_differ(evaluation: Evaluation) -> list[Discrepancy]:
    """A printed figure that is further from the sum of its questions than rounding takes it."""
    figures = {Measure.of_area(area.no): area.figure for area in evaluation.areas}
    return [
        Discrepancy(
            DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF,
            say(
                "The source prints %(stated)s, but the scores of the questions add up to %(sum)s. "
                "Rounding does not explain the difference.",
                stated=Points(figure.stated),
                sum=points_of(measure, figure.score),
            ),
            measure,
        )
        for measure, figure in {Measure.TOTAL: evaluation.total, **figures}.items()
        if figure.score is not None
        and figure.stated is not None
        and abs(figure.score - figure.stated) > ROUNDING_OF_ONE
    ]


def _maxima_that_fall_short(evaluation: Evaluation, method: MethodVersion) -> list[Discrepancy]:
    found = []
    for area in evaluation.areas:
        definition = method.area(area.no)
        if area.questions and definition.points_not_shown:
            text = say(
                "The questions that are printed can give %(shown)s points at most, but the area is "
                "scored out of %(max)s. The score is not scaled up.",
                shown=Points(definition.max - definition.points_not_shown),
                max=Points(definition.max),
            )
            found.append(
                Discrepancy(DiscrepancyKind.MAXIMA_INCOMPLETE, text, Measure.of_area(area.no))
            )
    return found


def _reconstructed_digits(evaluation: Evaluation) -> list[Discrepancy]:
    return [
        Discrepancy(
            DiscrepancyKind.RECONSTRUCTED_DIGIT,
            say(
                "A digit of question %(code)s was lost in the source. "
                "It is worked out from the table, the heading and the sum of the area.",
                code=question.code,
            ),
            Measure.of_area(area.no),
            question.code,
        )
        for area in evaluation.areas
        for question in area.questions
        if question.reconstructed
    ]
