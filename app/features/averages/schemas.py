"""What the API answers of averages: statistics over any comparison set, and who is in it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.municipality import Country
from app.domain.peers import MeasureSet
from app.domain.score import Measure
from app.features.averages.set_wording import reason_words
from app.features.averages.sets import AverageSet
from app.web.api.bias_document import PublicationBiasOut
from app.web.api.comparing import PublishedAverageOut, PublishedFigureOut, published_figures
from app.web.api.coverage_document import RepresentedOut
from app.web.api.evaluation_reference import NamedOut
from app.web.api.schemas import (
    Context,
    Joined,
    Links,
    Of,
    Out,
    Points,
    Released,
    Said,
    Text,
    With,
)
from app.web.api.statistics_document import StatisticsOut


class AverageMemberOut(NamedOut):
    """One evaluation of a set, with the points that count."""

    evaluation: str = Field(validation_alias="id")
    municipality: str
    country: Country
    year: int
    method_version: str = Field(validation_alias="version")
    score: Points


def _members(measure_set: MeasureSet) -> list[With]:
    return [With(one, score=one.figures[measure_set.measure]) for one in measure_set.members]


class MeasureAverageOut(RepresentedOut):
    """The total or an area: its statistics, or the reason why there are none that stand for those
    the set is drawn from."""

    measure: Measure = Field(description="`total`, or the number of the area.")
    name: Text | None
    max: Points
    n: int
    statistics: StatisticsOut | None = Field(
        description="Null where those with points stand for nobody but themselves."
    )
    reason: Annotated[Said | None, Of(reason_words)] = Field(
        description="Why there are no statistics, where there are none."
    )
    mean_of_few: Points | None = Field(
        description="With `few=true` the mean of the `n` we have figures for, where it stands for "
        "nobody else. Results that can be found lie above published averages: see "
        "`publication_bias`."
    )
    members: list[AverageMemberOut] | None = Field(
        description="By name; null with `members=false`."
    )
    published: list[PublishedFigureOut]


def _measures(one: AverageSet, context: Context) -> Iterator[With]:
    """Each measure with its name, and with what others have published of it."""
    (version,) = context.versions.values()
    for measure, found in one.found.measures.items():
        area = None if measure.area is None else version.area(measure.area)
        yield With(
            found,
            mean_of_few=one.mean_of_few(found),
            name=area and area.name,
            max=area.max if area else version.max,
            published=published_figures(one.published, measure),
            members=_members(found) if one.names_members else None,
        )


class AverageSetOut(Out):
    """One comparison set. Countries stand together only where that was asked for."""

    countries: list[Country]
    text: list[Said] = Field(
        validation_alias="words", description="Exactly what the set is made of."
    )
    caution: list[Text] = Field(
        validation_alias="cautions", description="What to know where versions are put together."
    )
    measures: Annotated[list[MeasureAverageOut], Joined(_measures)]
    references: list[PublishedAverageOut] = Field(validation_alias="published")


class LeftOutOut(Out):
    """Whose municipality is left out of every set."""

    municipality: str = Field(validation_alias=AliasPath("municipality", "slug"))
    name: str = Field(validation_alias=AliasPath("municipality", "name"))
    label: str = Field(validation_alias=AliasPath("municipality", "label"))
    evaluation: Annotated[str | None, Of(lambda found: found.evaluation and found.evaluation.id)]


class AveragesScope(Out):
    """What the sets were drawn from."""

    family: str
    size_group: str | None
    group: str | None = Field(description="The group by scheme and code; null for all.")
    first_year: int | None = Field(validation_alias="from_")
    last_year: int | None = Field(validation_alias="last")
    as_of: int | None
    without: LeftOutOut | None


class AveragesAnswer(Released):
    """Averages. Each municipality counts once in a measure, with its latest evaluation."""

    scope: AveragesScope
    sets: list[AverageSetOut]
    bias: Said | None = Field(
        description="How far the results that were found lie from published averages."
    )
    publication_bias: list[PublicationBiasOut] = Field(
        validation_alias="biases", description="The same in figures."
    )
    links: Links
