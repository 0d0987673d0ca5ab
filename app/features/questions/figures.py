"""The figure of a question, from the same content as its table."""

from typing import Final

from app.features.questions.content import QuestionContent
from app.features.spreads import spread_figures
from app.web.pictures.figures import Figures

FIGURES: Final[Figures[QuestionContent]] = spread_figures(lambda content: content.question.max)
