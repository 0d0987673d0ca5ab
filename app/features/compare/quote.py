"""The sentence of a comparison that can be printed as it stands."""

from collections.abc import Sequence
from decimal import Decimal

from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.measure_lines import Line, may_be_best, tells_differences
from app.contents.comparisons.wording import no_order_words
from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording.quotes import (
    quote_in_no_order,
    quote_not_comparable,
    quote_several,
    quote_two,
    quote_unknown,
    quote_with_caution,
)


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
    quote, reason = _beside_each_other(content, line, known), content.totals.allowed.reason
    return (quote_with_caution(quote, reason) if reason else quote,)


def _beside_each_other(
    content: CompareContent, line: Line, known: Sequence[tuple[str, Decimal]]
) -> Message:
    told = tells_differences(content.compared, content.totals.allowed)
    if line.gap is not None and told:
        (first, own), (second, other) = known
        return quote_two((first, second), (own, other), line.gap)
    if not told or not may_be_best(content.compared, content.totals.allowed):
        levels = content.levels
        return quote_in_no_order(
            known, levels.short if levels else no_order_words(content.compared)
        )
    return quote_several(known, content.small.limit(Measure.TOTAL), content.collation)
