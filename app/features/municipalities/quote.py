"""The sentence of a municipality's page to quote."""

from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.strongest import own_placings
from app.domain.message import Message
from app.domain.wording.beside import stated_sentence
from app.domain.wording.quotes import quote_result


def quotes(content: MunicipalityContent) -> tuple[Message, ...]:
    """The result with the strongest thing beside it; none where nothing has been evaluated."""
    if not content.evaluations:
        return ()
    name, found = content.municipality.label, content.result
    if found is None:
        latest = content.evaluations[0]
        stated = (stated_sentence(placing, latest.country) for placing in own_placings(latest))
        return (quote_result(name, latest, next(stated, None)),)
    return (quote_result(name, found.evaluation, content.strongest),)
