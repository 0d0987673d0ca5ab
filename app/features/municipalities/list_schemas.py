"""What the API answers of a list of municipalities: who they are, and their latest results."""

from collections.abc import Sequence

from pydantic import Field

from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Municipality, Population
from app.domain.score import AREA_MEASURES, Measure
from app.features.municipalities.list_average import Average
from app.features.municipalities.list_found import Found
from app.features.municipalities.list_rows import Entry
from app.features.municipalities.schemas import InhabitantsOut, MunicipalityOut, municipality_out
from app.web.api.comparing import RankOut, rank_out
from app.web.api.schemas import Link, Listing, Out, Points
from app.web.languages import translate


class LatestOut(Out):
    """The evaluation that stands for a municipality. What is null is explained where the
    evaluation is answered on its own."""

    id: str
    year: int
    method_version: str
    family: str
    detail: str
    size_group: str | None
    total: Points | None
    areas: dict[str, Points | None] = Field(description="Points by the number of the area.")


class MunicipalityItem(MunicipalityOut):
    """One municipality in a list; `place` is among those listed, where places are given."""

    inhabitants: InhabitantsOut | None
    evaluation: LatestOut | None
    place: RankOut | None


class AverageOut(Out):
    """What the evaluations of one country that fit are together; null where too few have it."""

    country: str
    measure: str
    value: Points | None
    n: int
    members: list[str]
    text: str


class MunicipalityListing(Listing[MunicipalityItem]):
    """The municipalities that fit."""

    averages: list[AverageOut]
    remarks: list[str] = Field(description="What must be known to read the list right.")
    links: Link


def municipality_item(
    entry: Entry,
    municipality: Municipality,
    populations: Sequence[Population],
    found: Found,
    language: str,
) -> MunicipalityItem:
    place = found.places.get(entry.slug)
    return MunicipalityItem(
        **municipality_out(municipality).model_dump(),
        inhabitants=_inhabitants(populations),
        evaluation=_latest(entry.evaluation) if entry.evaluation else None,
        place=rank_out(place, language) if place else None,
    )


def average_out(average: Average, measure: Measure, language: str) -> AverageOut:
    return AverageOut(
        country=average.country.value,
        measure=measure.value,
        value=average.value,
        n=average.set.smallest_n,
        members=[member.id for member in average.set.members],
        text=translate(average.words, language),
    )


def _inhabitants(populations: Sequence[Population]) -> InhabitantsOut | None:
    """The latest number, of those that are given oldest first."""
    if not populations:
        return None
    latest = populations[-1]
    return InhabitantsOut(year=latest.year, inhabitants=latest.inhabitants, source=latest.source)


def _latest(evaluation: EvaluationSummary) -> LatestOut:
    return LatestOut(
        id=evaluation.id,
        year=evaluation.year,
        method_version=evaluation.version,
        family=evaluation.family,
        detail=evaluation.detail.value,
        size_group=evaluation.size_group,
        total=evaluation.score(Measure.TOTAL),
        areas={measure.value: evaluation.score(measure) for measure in AREA_MEASURES},
    )
