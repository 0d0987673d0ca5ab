"""The figure of a question, from the same content as its table."""

from typing import Final

from app.charts.distribution.figure import DistributionFigure
from app.domain.message import Say
from app.features.questions.content import QuestionContent
from app.web.pictures.figures import Figures


def distribution_figure(content: QuestionContent, words: Say) -> DistributionFigure | None:
    """Everybody's points, or None where nobody's are known."""
    results = content.results
    return DistributionFigure.of(
        content.figure_title, results.spreads, content.question.max, words, results.published_marks
    )


FIGURES: Final = Figures({"distribution": distribution_figure})
