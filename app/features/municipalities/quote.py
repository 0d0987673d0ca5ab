"""The sentence of a municipality's page that can be printed as it stands."""

from app.domain.message import Message
from app.domain.wording.quotes import basis_words, quote_alone, quote_beside
from app.features.municipalities.content import MunicipalityContent


def quotes(content: MunicipalityContent) -> tuple[Message, ...]:
    """The total beside the first that it is set beside; none where nothing has been evaluated."""
    if not content.evaluations:
        return ()
    name, found = content.municipality.name, content.result
    if found is None:
        return (quote_alone(name, content.evaluations[0]),)
    if not found.total:
        return (quote_alone(name, found.evaluation),)
    first = found.total[0]
    basis = basis_words(first.comparison, first.value, content.instrument)
    return (quote_beside(name, found.evaluation, first.phrase, first.gap, basis),)
