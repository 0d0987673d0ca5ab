"""The sentences of a question's page that can be printed as they stand."""

from app.domain.message import Message
from app.domain.wording.quotes import quote_question_median
from app.features.questions.content import QuestionContent


def quotes(content: QuestionContent) -> tuple[Message, ...]:
    """The middle of each country with enough results; none where only some are chosen."""
    return tuple(
        quote_question_median(content.question, m.country, m.median, m.coverage, m.span)
        for m in content.results.middles
    )
