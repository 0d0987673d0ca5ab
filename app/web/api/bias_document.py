"""By how much the results that were found lie above what was published, as the API answers it."""

from pydantic import AliasPath, Field

from app.domain.municipality import Country
from app.domain.reference import ReferenceBasis
from app.web.api.schemas import Out, Points


class PublicationBiasOut(Out):
    """A published average of all totals beside the mean of those we have figures for. Where
    `few`, those stand for nobody else, and the difference is a bias of what gets published."""

    reference: str = Field(validation_alias=AliasPath("reference", "id"))
    country: Country = Field(validation_alias=AliasPath("reference", "country"))
    family: str = Field(validation_alias=AliasPath("reference", "family"))
    as_of: int = Field(validation_alias=AliasPath("reference", "as_of"))
    basis: ReferenceBasis | None = Field(
        validation_alias=AliasPath("reference", "basis"),
        description="How the published points are known, as in the published averages.",
    )
    published: Points
    few: bool = Field(description="Whether those found are too few to stand for the country.")
    n: int = Field(
        validation_alias=AliasPath("then", "n"), description="Found up to the year, latest first."
    )
    mean_of_few: Points = Field(validation_alias=AliasPath("then", "of_the_few", "mean"))
    difference: Points = Field(description="`mean_of_few` minus `published`.")
    n_now: int = Field(validation_alias=AliasPath("now", "n"), description="Found until today.")
    mean_of_few_now: Points = Field(validation_alias=AliasPath("now", "of_the_few", "mean"))
    difference_now: Points
