"""What the API answers of a list of municipalities: who they are, and their latest results."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.evaluation import DetailLevel
from app.domain.municipality import Country
from app.domain.score import Measure
from app.features.municipality_list.matches import FittingMunicipalities
from app.web.api.comparing import (
    PublishedAverageOut,
    PublishedFigureOut,
    RankOut,
    published_figures,
)
from app.web.api.coverage_document import RepresentedOut
from app.web.api.evaluation_document import CodeInYear
from app.web.api.evaluation_reference import AreasOf, TotalOf
from app.web.api.group_document import GroupKeysOf
from app.web.api.municipality_document import InhabitantsOut, MunicipalityOut
from app.web.api.schemas import Links, Listing, Of, Out, Points, Said, With


class LatestOut(Out):
    """The evaluation that stands for a municipality. What is null is explained where the
    evaluation is answered on its own."""

    id: str
    code_in_year: CodeInYear
    year: int
    method_version: str = Field(validation_alias="version")
    family: str
    detail: DetailLevel
    size_group: str | None
    groups: GroupKeysOf
    total: TotalOf
    areas: AreasOf


class MunicipalityItem(MunicipalityOut):
    """One municipality in a list; `place` is among those listed, where places are given."""

    inherited_from = "municipality"

    inhabitants: InhabitantsOut | None
    evaluation: LatestOut | None
    place: RankOut | None


class AverageOut(RepresentedOut):
    """What the evaluations of one country that fit are together; `value` is null where those with
    a figure stand for nobody but themselves."""

    inherited_from = "set"

    country: Country
    measure: Measure
    value: Points | None
    n: int = Field(validation_alias=AliasPath("set", "smallest_n"))
    members: Annotated[list[str], Of(lambda average: [one.id for one in average.set.members])]
    text: Said = Field(validation_alias="words")
    published: list[PublishedFigureOut] = Field(
        description="What others have published of exactly those chosen."
    )
    references: list[PublishedAverageOut]


def _averages(fitting: FittingMunicipalities) -> list[With]:
    measure = fitting.filters.parameters.averaged_measure
    return [
        With(
            average,
            measure=measure,
            published=published_figures(average.published, measure),
            references=average.published,
        )
        for average in fitting.averages
    ]


class MunicipalityListing(Listing[MunicipalityItem]):
    """The municipalities that fit."""

    averages: Annotated[list[AverageOut], Of(_averages)]
    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
