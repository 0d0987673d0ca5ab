"""What the API says of comparisons: whether one is allowed, and how far figures lie apart."""

from app.domain.comparability import Comparability
from app.domain.wording import Gap, gap_words
from app.web.api.schemas import Out, Points, Text, local
from app.web.languages import translate


class ComparabilityOut(Out):
    """The verdict of the method data: `yes`, `caution` or `no`, with the reason for the latter."""

    verdict: str
    reason: Text | None
    source: str | None


class GapOut(Out):
    """How far a figure lies from another. Small differences are `about-the-same`."""

    difference: Points
    standing: str
    text: str


def comparability_out(found: Comparability, language: str) -> ComparabilityOut:
    return ComparabilityOut(
        verdict=found.verdict.value,
        reason=None if found.reason is None else local(found.reason, language),
        source=found.source,
    )


def gap_out(found: Gap | None, language: str) -> GapOut | None:
    if found is None:
        return None
    return GapOut(
        difference=found.difference,
        standing=found.standing.value,
        text=translate(gap_words(found), language),
    )
