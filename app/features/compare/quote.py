"""The sentence of a comparison that can be printed as it stands."""

from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording_quotes import (
    quote_not_comparable,
    quote_several,
    quote_two,
    quote_unknown,
)
from app.features.compare.content import CompareContent


def quotes(content: CompareContent) -> tuple[Message, ...]:
    """The totals beside each other, or why they are not; none until two are chosen."""
    if not content.is_comparison:
        return ()
    names = [one.name for one in content.compared]
    line = content.totals.line
    if line is None:
        return (quote_not_comparable(names),)
    known = [
        (name, cell.figure.score)
        for name, cell in zip(names, line.cells, strict=True)
        if cell.figure.score is not None
    ]
    if len(known) < 2:
        return (quote_unknown(names),)
    if line.gap is not None:
        (first, own), (second, other) = known
        return (quote_two((first, second), (own, other), line.gap),)
    return (quote_several(known, content.small.limit(Measure.TOTAL)),)
