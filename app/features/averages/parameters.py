"""What an average is asked for with: any comparison set, as the API takes it."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from app.domain.municipality import Country
from app.web.api.parameters import ApiParameters
from app.web.filters.declared import (
    FromFilter,
    OneFamily,
    OneGroup,
    OneSizeGroup,
    ToFilter,
    as_size_group,
)
from app.web.filters.several import apart
from app.web.parameters import LONGEST_TEXT, Year

CountryChoice: TypeAlias = Literal["NO", "SE", "both"]


class AverageParameters(ApiParameters):
    """Without any: each country by itself, in the family that is usual here."""

    country: Annotated[list[CountryChoice], BeforeValidator(apart)] = Field(
        [],
        description="Whose municipalities; given for each country to put them together, or as "
        "`both`. Without it each country stands by itself, or that of `without`.",
        examples=[["NO"]],
    )
    family: Annotated[
        OneFamily,
        Field(
            description="The method family; that of `without`, or the usual one, if left out.",
            examples=["2"],
        ),
    ] = None
    size_group: Annotated[
        OneSizeGroup,
        Field(
            description="Only municipalities of this size when they were evaluated.",
            examples=["small"],
        ),
    ] = None
    group: Annotated[
        OneGroup,
        Field(
            description="Only municipalities that counted in this group when they were evaluated: "
            "an official grouping and the code of the group, or `size:` and a size.",
            examples=["kostra-2020:EKG07"],
        ),
    ] = None
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

    members: bool = Field(
        True,
        description="Whether to name the members of each set, which is most of the answer.",
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
