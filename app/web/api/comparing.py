"""What the API says of comparisons: whether one is allowed, over whom it is made, how far figures
lie apart."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.absence import Absence, NotCompared
from app.domain.comparability import Verdict
from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.gap import Standing
from app.domain.municipality import Country
from app.domain.reference import (
    Breadth,
    CountBasis,
    ReferenceAverage,
    ReferenceBasis,
    ReferenceStatistic,
)
from app.domain.score import Measure, MissingKind
from app.domain.wording.reference import reference_details
from app.domain.wording.standing import absence_words, gap_words, rank_words
from app.web.api.coverage_document import RepresentedOut
from app.web.api.evaluation_document import SourceOut
from app.web.api.schemas import Of, Out, Points, Said, Text, With


class ComparabilityOut(Out):
    """The verdict of the method data: `yes`, `caution` or `no`, with the reason for the latter."""

    verdict: Verdict
    reason: Text | None
    source: str | None


class GapOut(Out):
    """How far a figure lies from another. Small differences are `about-the-same`."""

    difference: Points
    standing: Standing
    text: Annotated[Said, Of(gap_words)]


class AbsenceOut(Out):
    """Why nothing is compared: as figures are missing, as the methods forbid it, or as too few have
    them. The kinds of a figure that is missing stand for that figure itself."""

    kind: MissingKind | NotCompared
    text: Said


def absence_fields(kind: Absence) -> Mapping[str, object]:
    """What `AbsenceOut` is read from."""
    return {"kind": kind, "text": absence_words(kind)}


class RankOut(Out):
    """A place among the evaluations with figures here, oneself counted. Ties share a place; all who
    are about the same share the places from `place_from` to `place_to`."""

    place: int = Field(description="The exact place, by points with all their decimals.")
    of: int = Field(description="Among how many.")
    shared: bool = Field(description="Whether others have exactly as many points.")
    place_from: int = Field(
        description="The best rank of those whose points are about the same, oneself counted: "
        "less than the small difference away."
    )
    place_to: int = Field(
        description="The last rank of those whose points are about the same. What lies between "
        "says nothing of who is better."
    )
    text: Annotated[Said, Of(rank_words)]


class ReferenceOut(Out):
    """An average that somebody else published; `n` is null where its source does not say."""

    id: str
    label: Text
    as_of: int
    statistic: ReferenceStatistic
    n: int | None
    basis: ReferenceBasis | None = Field(
        description="Whether the points are printed, deduced, reconstructed as digits are lost, or "
        "told at second hand by an opinion piece."
    )
    n_basis: CountBasis | None = Field(description="Where `n` was read.")
    n_source: SourceOut | None = Field(description="The source of `n`, where it is another.")
    breadth: Breadth | None = Field(
        description="Whether the source says that it is of all; null where it does not say."
    )
    details: Annotated[list[Said], Of(reference_details)] = Field(
        description="What belongs beside the points wherever they stand."
    )
    source: SourceOut
    note: Text | None


class PublishedFigureOut(Out):
    """What somebody else has published; the whole is in `references`."""

    reference: str = Field(validation_alias="id")
    statistic: ReferenceStatistic
    value: Points
    n: int | None
    basis: ReferenceBasis | None = Field(description="How the points are known.")
    n_basis: CountBasis | None = Field(description="Where `n` was read.")
    n_source: SourceOut | None = Field(description="The source of `n`, where it is another.")


class PublishedAverageOut(ReferenceOut):
    """A published average with all its figures, by `total` or the number of the area."""

    country: Country
    size_group: str | None
    figures: dict[Measure, Points]


def published_figures(references: Iterable[ReferenceAverage], measure: Measure) -> list[With]:
    """Those that have a figure of a measure, with it."""
    return [With(one, value=one.figures[measure]) for one in references if measure in one.figures]


def _members(comparison: Comparison) -> list[str]:
    if comparison.kind is ComparisonKind.PUBLISHED:
        return []
    return [member.id for member in comparison.set.members]


class ComparisonSetOut(RepresentedOut):
    """Exactly what something is compared with, in words and by its members. Of a published average
    `representative` is null: its publisher answers for it."""

    kind: ComparisonKind
    text: Said
    countries: Annotated[list[Country], Of(lambda comparison: sorted(comparison.scope.countries))]
    family: str = Field(validation_alias=AliasPath("scope", "family"))
    size_group: str | None = Field(validation_alias=AliasPath("scope", "size_group"))
    group: Annotated[
        str | None, Of(lambda comparison: comparison.scope.group and comparison.scope.group.key)
    ] = Field(description="The group of an official grouping by scheme and code; null for all.")
    members: Annotated[list[str], Of(_members)] = Field(
        description="The ids of the evaluations, oneself left out; none of a published average."
    )
    reference: ReferenceOut | None
