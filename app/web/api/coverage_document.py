"""Of how many known to be evaluated a figure is, as the API answers it wherever there is one that
could be taken for a country's or a group's."""

from typing import Annotated

from pydantic import Field

from app.domain.coverage import Coverage, CoverageUnit, Unrepresentative
from app.domain.municipality import Country
from app.domain.wording.coverage import coverage_words, lack_words
from app.web.api.evaluation_document import SourceOut
from app.web.api.schemas import Of, Out, Points, Said, Text


class KnownEvaluatedOut(Out):
    """How many a source says were evaluated."""

    id: str
    country: Country
    family: str | None = Field(description="Null where every version of the method counts.")
    unit: CoverageUnit
    since: int | None = Field(description="The first year that counts; null from the first on.")
    as_of: int = Field(description="The last year that counts.")
    n: int
    at_least: bool = Field(description="Whether there may have been more.")
    approximate: bool = Field(description="Whether the source gives a round number.")
    source: SourceOut | None
    note: Text | None


class CountryCoverageOut(Out):
    """The part of a coverage that is of one country."""

    country: Country
    n: Annotated[int, Of(lambda part: part.coverage.n)] = Field(
        description="Municipalities with a figure, oneself counted."
    )
    known: Annotated[int | None, Of(lambda part: part.coverage.known)] = Field(
        description="Known to be evaluated; null where no source says."
    )
    text: Annotated[Said, Of(lambda part: coverage_words(part.coverage))]


class CoverageOut(Out):
    """How many have a figure, of how many that are known to be evaluated."""

    n: int = Field(description="Municipalities with a figure, oneself counted.")
    known: int | None = Field(
        description="Known to be evaluated; null where no source says, and of several countries "
        "together: what is counted in one is not what is counted in another. `by_country` has "
        "them apart."
    )
    by_country: list[CountryCoverageOut] = Field(
        description="Country by country, where there are several; else empty."
    )
    at_least: bool = Field(description="Whether more may have been evaluated.")
    any_version: bool = Field(
        description="Whether `known` counts evaluations by other families of the method too."
    )
    as_of: int | None = Field(
        description="The last year that `known` counts; null where `known` is."
    )
    share: Points | None = Field(description="`n` of `known`, 0–1; null where `known` is.")
    least_share: Points = Field(description="Under this share nothing computed is answered.")
    text: Annotated[Said, Of(coverage_words)]
    sources: list[KnownEvaluatedOut] = Field(
        validation_alias="basis", description="The counts that `known` rests on, one a country."
    )


def _why(found: object) -> object:
    coverage: Coverage | None = getattr(found, "coverage", None)
    lack: Unrepresentative | None = getattr(found, "unrepresentative", None)
    return None if coverage is None or lack is None else lack_words(coverage, lack)


def _representative(found: object) -> bool | None:
    coverage: Coverage | None = getattr(found, "coverage", None)
    return None if coverage is None else getattr(found, "unrepresentative", None) is None


class RepresentedOut(Out):
    """Whether what is computed over some results stands for those they are drawn from. Where it
    does not, averages, medians, quartiles, places and records are null, and members are named."""

    representative: Annotated[bool | None, Of(_representative)] = Field(
        description="Null where nothing is computed: of a published average."
    )
    unrepresentative: Unrepresentative | None = Field(
        description="Why not, as a word: under five, less than the least share, or nobody knows."
    )
    reason: Annotated[Said | None, Of(_why)] = Field(
        description="Why not, as a sentence; null where it is representative."
    )
    coverage: CoverageOut | None
