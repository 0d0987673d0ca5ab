"""What an average is asked for with: any comparison set, as the API takes it."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, model_validator

from app.domain.municipality import Country
from app.web.api.parameters import ApiParameters
from app.web.filters.declared import (
    FamilyFilter,
    FromFilter,
    GroupFilter,
    SizeGroupFilter,
    ToFilter,
    as_size_group,
)
from app.web.parameters import LONGEST_TEXT, Year

CountryChoice: TypeAlias = Literal["NO", "SE", "both"]


class AverageParameters(ApiParameters):
    """Without any: each country by itself, in the family that is usual here."""

    country: list[CountryChoice] = Field(
        [],
        max_length=3,
        description="Whose municipalities; given for each country to put them together, or as "
        "`both`. Without it each country stands by itself, or that of `without`.",
        examples=[["NO"]],
    )
    family: Annotated[
        FamilyFilter,
        Field(description="The method family; that of `without`, or the usual one, if left out."),
    ] = None
    size_group: SizeGroupFilter = None
    group: GroupFilter = None
    from_: FromFilter = None
    to: ToFilter = None
    as_of: Year = Field(
        None,
        description="As it stood at the end of this year: later evaluations do not count.",
        examples=[2018],
    )
    without: str | None = Field(
        None,
        max_length=LONGEST_TEXT,
        description="An evaluation or a municipality whose municipality is left out.",
        examples=["hemne-2018"],
    )

    few: bool = Field(
        False,
        description="Whether to answer, where those with a figure stand for nobody else, their "
        "mean as `mean_of_few`.",
    )

    @model_validator(mode="before")
    @classmethod
    def size_is_a_group(cls, values: Any) -> Any:
        """A group of sizes is that filter's, unless another size is chosen there."""
        return as_size_group(values)

    @property
    def countries(self) -> tuple[frozenset[Country], ...]:
        """The countries of each set; none where nothing was chosen."""
        if not self.country:
            return ()
        if "both" in self.country:
            return (frozenset(Country),)
        return (frozenset(Country(one) for one in self.country),)

    @property
    def last(self) -> int | None:
        """The last year that counts."""
        return min((year for year in (self.to, self.as_of) if year is not None), default=None)
