"""What the API answers of averages: statistics over any comparison set, and who is in it."""

from decimal import Decimal

from pydantic import Field

from app.domain.method import MethodVersion
from app.domain.peers import MeasureSet
from app.domain.reference import ReferenceAverage
from app.domain.release import Release
from app.domain.score import Measure
from app.features.averages.parameters import AverageParameters
from app.features.averages.set_wording import too_few_words
from app.features.averages.sets import AveragesAsked, AverageSet
from app.web.api.comparing import ReferenceOut, reference_out
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released, said
from app.web.api.statistics_document import StatisticsOut, statistics_out
from app.web.languages import translate


class AverageMemberOut(Out):
    """One evaluation of a set, with the points that count."""

    evaluation: str
    municipality: str
    name: str
    country: str
    year: int
    method_version: str
    score: Points


class PublishedFigureOut(Out):
    """What somebody else has published; the whole is in `references`."""

    reference: str
    statistic: str
    value: Points


class MeasureAverageOut(Out):
    """The total or an area: its statistics, or the reason why there are none."""

    measure: str = Field(description="`total`, or the number of the area.")
    name: Text | None
    max: Points
    n: int
    statistics: StatisticsOut | None
    reason: str | None = Field(description="Why there are no statistics, where there are none.")
    members: list[AverageMemberOut] = Field(description="By name.")
    published: list[PublishedFigureOut]


class PublishedAverageOut(ReferenceOut):
    """A published average with all its figures, by `total` or the number of the area."""

    country: str
    size_group: str | None
    figures: dict[str, Points]


class AverageSetOut(Out):
    """One comparison set. Countries stand together only where that was asked for."""

    countries: list[str]
    text: list[str] = Field(description="Exactly what the set is made of.")
    caution: list[Text] = Field(description="What to know where versions are put together.")
    measures: list[MeasureAverageOut]
    references: list[PublishedAverageOut]


class LeftOutOut(Out):
    """Whose municipality is left out of every set."""

    municipality: str
    name: str
    evaluation: str | None


class AveragesScope(Out):
    """What the sets were drawn from."""

    family: str
    size_group: str | None
    first_year: int | None
    last_year: int | None
    as_of: int | None
    without: LeftOutOut | None


class AveragesAnswer(Released):
    """Averages. Each municipality counts once in a measure, with its latest evaluation."""

    scope: AveragesScope
    sets: list[AverageSetOut]
    links: Link


def averages_answer(
    found: AveragesAsked,
    parameters: AverageParameters,
    release: Release,
    links: Link,
    language: str,
) -> AveragesAnswer:
    """The answer in a language."""
    return AveragesAnswer(
        **released(release),
        scope=AveragesScope(
            family=found.version.family,
            size_group=parameters.size_group,
            first_year=parameters.from_,
            last_year=parameters.last,
            as_of=parameters.as_of,
            without=_left_out(found),
        ),
        sets=[_set(one, found.version, language) for one in found.sets],
        links=links,
    )


def _left_out(found: AveragesAsked) -> LeftOutOut | None:
    left_out = found.left_out
    if left_out is None:
        return None
    return LeftOutOut(
        municipality=left_out.municipality.slug,
        name=left_out.municipality.label,
        evaluation=left_out.evaluation.id if left_out.evaluation else None,
    )


def _set(one: AverageSet, version: MethodVersion, language: str) -> AverageSetOut:
    return AverageSetOut(
        countries=[country.value for country in one.countries],
        text=[translate(sentence, language) for sentence in one.words],
        caution=[local(reason, language) for reason in one.cautions],
        measures=[
            _measure(found, one.published, version, language)
            for found in one.found.measures.values()
        ],
        references=[_reference(average, language) for average in one.published],
    )


def _measure(
    found: MeasureSet,
    published: tuple[ReferenceAverage, ...],
    version: MethodVersion,
    language: str,
) -> MeasureAverageOut:
    area = None if found.measure.area is None else version.area(found.measure.area)
    return MeasureAverageOut(
        measure=found.measure.value,
        name=None if area is None else local(area.name, language),
        max=version.max if area is None else area.max,
        n=found.n,
        statistics=statistics_out(found.statistics) if found.statistics else None,
        reason=said(too_few_words(found), language),
        members=_members(found),
        published=[
            PublishedFigureOut(
                reference=average.id,
                statistic=average.statistic.value,
                value=average.figures[found.measure],
            )
            for average in published
            if found.measure in average.figures
        ],
    )


def _members(found: MeasureSet) -> list[AverageMemberOut]:
    return [
        AverageMemberOut(
            evaluation=member.id,
            municipality=member.municipality,
            name=member.name,
            country=member.country.value,
            year=member.year,
            method_version=member.version,
            score=member.figures[found.measure],
        )
        for member in found.members
    ]


def _reference(average: ReferenceAverage, language: str) -> PublishedAverageOut:
    figures: dict[Measure, Decimal] = dict(average.figures)
    return PublishedAverageOut(
        **reference_out(average, language).model_dump(),
        country=average.country.value,
        size_group=average.size_group,
        figures={measure.value: value for measure, value in figures.items()},
    )
