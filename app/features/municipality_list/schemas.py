"""What the API answers of a list of municipalities: who they are, and their latest results."""

from datetime import datetime
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.evaluation import DetailLevel
from app.domain.municipality import Country
from app.domain.score import Measure
from app.features.municipality_list.matches import FittingMunicipalities
from app.web.addresses import whole_address
from app.web.api.comparing import (
    PublishedAverageOut,
    PublishedFigureOut,
    RankOut,
    published_figures,
)
from app.web.api.coverage_document import RepresentedOut
from app.web.api.evaluation_document import CodeInYear, SourceOut
from app.web.api.evaluation_reference import AreasOf, TotalOf, page_of
from app.web.api.group_document import GroupKeysOf
from app.web.api.municipality_document import InhabitantsOut, MunicipalityOut
from app.web.api.provenance_document import ChangedOut, StatedOf
from app.web.api.schemas import Context, Joined, Links, Listing, Of, Points, Said, With


def _page(item: With, context: Context) -> str:
    return whole_address(f"/kommuner/{item.slug}", context.language)


class LatestOut(ChangedOut):
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
    stated_points: StatedOf
    source: SourceOut
    page: Annotated[str, page_of(lambda evaluation: evaluation)]


class MunicipalityItem(MunicipalityOut):
    """One municipality in a list; `place` is among those listed, where places are given."""

    inherited_from = "municipality"

    page: Annotated[str, Joined(_page)] = Field(description="Where people read of it.")
    changed_in: int = Field(
        validation_alias=AliasPath("change", "release"),
        description="The release in which the record came or last changed. Its evaluation has one "
        "of its own.",
    )
    updated: datetime = Field(
        validation_alias=AliasPath("change", "at"), description="When that was published (UTC)."
    )

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
    members: list[str] | None = Field(
        description="The ids of the evaluations; null with `members=false`."
    )
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
            members=[one.id for one in average.set.members] if fitting.names_members else None,
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
