"""The sentence of an evaluation's page that can be printed as it stands."""

from app.domain.message import Message
from app.domain.wording.quotes import quote_alone, quote_since
from app.features.evaluations.content import EvaluationContent


def quotes(content: EvaluationContent) -> tuple[Message, ...]:
    """The total, beside the municipality's own earlier one where there is one."""
    name, evaluation = content.municipality.name, content.evaluation
    if content.earlier is None:
        return (quote_alone(name, evaluation),)
    return (quote_since(name, evaluation, content.earlier.evaluation),)
