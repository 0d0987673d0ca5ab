"""The sentence of a municipality's page to quote."""

from app.domain.message import Message
from app.domain.wording.quotes import quote_result
from app.features.municipalities.content import MunicipalityContent


def quotes(content: MunicipalityContent) -> tuple[Message, ...]:
    """The result with the strongest thing beside it; none where nothing has been evaluated."""
    if not content.evaluations:
        return ()
    name, found = content.municipality.label, content.result
    if found is None:
        return (quote_result(name, content.evaluations[0]),)
    return (quote_result(name, found.evaluation, content.strongest),)
