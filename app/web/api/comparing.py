"""What the API says of comparisons: whether one is allowed, over whom it is made, how far figures
lie apart."""

from pydantic import Field

from app.domain.comparability import Comparability
from app.domain.gap import Gap
from app.domain.message import Message
from app.domain.peers import Comparison, ComparisonKind
from app.domain.reference import ReferenceAverage
from app.domain.statistics import Rank
from app.domain.wording import gap_words, rank_words
from app.web.api.evaluation_document import SourceOut
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


class RankOut(Out):
    """A place among the evaluations with figures here, oneself counted. Ties share a place."""

    place: int
    of: int
    shared: bool
    text: str


class ReferenceOut(Out):
    """An average that somebody else published; `n` is null where its source does not say."""

    id: str
    label: Text
    as_of: int
    statistic: str
    n: int | None
    source: SourceOut
    note: Text | None


class ComparisonSetOut(Out):
    """Exactly what something is compared with, in words and by its members."""

    kind: str
    text: str
    countries: list[str]
    family: str
    size_group: str | None
    members: list[str] = Field(
        description="The ids of the evaluations, oneself left out; none of a published average."
    )
    reference: ReferenceOut | None


def comparability_out(found: Comparability, language: str) -> ComparabilityOut:
    return ComparabilityOut(
        verdict=found.verdict.value,
        reason=None if found.reason is None else local(found.reason, language),
        source=found.source,
    )


def gap_out(found: Gap, language: str) -> GapOut:
    return GapOut(
        difference=found.difference,
        standing=found.standing.value,
        text=translate(gap_words(found), language),
    )


def rank_out(found: Rank, language: str) -> RankOut:
    return RankOut(
        place=found.place,
        of=found.of,
        shared=found.shared,
        text=translate(rank_words(found), language),
    )


def comparison_set_out(found: Comparison, text: Message, language: str) -> ComparisonSetOut:
    """`text` are the words that say what the comparison is made of."""
    published = found.kind is ComparisonKind.PUBLISHED
    return ComparisonSetOut(
        kind=found.kind.value,
        text=translate(text, language),
        countries=sorted(country.value for country in found.scope.countries),
        family=found.scope.family,
        size_group=found.scope.size_group,
        members=[] if published else [member.id for member in found.set.members],
        reference=reference_out(found.reference, language) if found.reference else None,
    )


def reference_out(found: ReferenceAverage, language: str) -> ReferenceOut:
    return ReferenceOut(
        id=found.id,
        label=local(found.label, language),
        as_of=found.as_of,
        statistic=found.statistic.value,
        n=found.n,
        source=SourceOut(title=found.source.title, url=found.source.url),
        note=None if found.note is None else local(found.note, language),
    )
