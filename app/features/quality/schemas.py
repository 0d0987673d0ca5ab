"""What the API answers of the quality of the figures."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.municipality import Country
from app.domain.score import Measure
from app.web.api.bias_document import PublicationBiasOut
from app.web.api.coverage_document import CoverageOut, KnownEvaluatedOut
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text


class CoverageLineOut(Out):
    """Of how many known to be evaluated the total is known here."""

    country: Country
    family: str
    versions: Said
    evaluated: int = Field(
        description="Municipalities whose evaluation is known here, with figures or without."
    )
    representative: bool = Field(validation_alias=AliasPath("coverage", "is_enough"))
    coverage: CoverageOut = Field(description="Of the total.")


class AreaCorrelationOut(Out):
    """Pearson's correlation of the points of two areas, -1 to 1."""

    first: Measure
    second: Measure
    value: Annotated[float, Of(lambda pair: round(pair.value, 3))]


class CorrelationsOut(Out):
    """How the areas of a family go together; few evaluations have points in all eight."""

    family: str
    n: int = Field(description="Evaluations with points in all eight areas.")
    municipalities: int
    mean: Annotated[float | None, Of(lambda c: None if c.mean is None else round(c.mean, 3))]
    pairs: list[AreaCorrelationOut]


class WeightOut(Out):
    """What an area can give; the most and least that one of its questions can, where known."""

    name: Text
    max: Points
    share: Annotated[float, Of(lambda line: float(line.share))] = Field(
        description="Of the total, in per cent."
    )
    smallest: Points | None
    largest: Points | None


class QualityAnswer(Released):
    """The quality of the figures. The page `/om/kvalitet` says what they mean."""

    coverage: list[CoverageLineOut]
    least_percent: int = Field(
        description="Under this share, in per cent, of those known to be evaluated, nothing "
        "computed stands for a country or a group."
    )
    counts: list[KnownEvaluatedOut]
    publication_bias: list[PublicationBiasOut] = Field(
        validation_alias="biases",
        description="Published averages beside the mean of the results that were found.",
    )
    bias: Said | None = Field(validation_alias="bias_words", description="The same in words.")
    weights: list[WeightOut]
    correlations: CorrelationsOut
    text: Annotated[
        list[Said],
        Of(lambda c: [one for one in (c.correlation_words, c.compensation_words) if one]),
    ]
    links: Links
