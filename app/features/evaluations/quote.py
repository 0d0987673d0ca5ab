"""The sentence of an evaluation's page to quote."""

from app.contents.evaluations.content import EvaluationContent
from app.domain.message import Message
from app.domain.wording.beside import since_sentence
from app.domain.wording.quotes import quote_result


def quotes(content: EvaluationContent) -> tuple[Message, ...]:
    """The total, beside the municipality's own earlier one where there is one."""
    evaluation, earlier = content.evaluation, content.earlier
    total = earlier.evaluation.total.score if earlier else None
    beside = since_sentence(total, earlier.evaluation.year) if earlier and total else None
    if evaluation.total.score is None:
        beside = None
    return (quote_result(content.municipality.label, evaluation, beside),)
