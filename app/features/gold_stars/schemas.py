"""What the API answers of gold stars, and of the findings that have the same words."""

from collections.abc import Mapping

from pydantic import Field

from app.domain.municipality import Municipality
from app.features.gold_stars.cards import FindingLine, StarCard
from app.web.api.evaluation_document import (
    FigureOut,
    GoldStarOut,
    SourceOut,
    figure_fields,
    gold_star_out,
)
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.schemas import Link, Listing, Out, Text, local


class GivenStarOut(GoldStarOut):
    """A gold star with its evaluation, and the figure that it stood beside."""

    id: str
    evaluation: EvaluationRef
    area_name: Text | None
    question_label: Text | None
    figure: FigureOut | None = Field(
        description="That of the question or area that it was given for; null where not known."
    )
    reconstructed: bool = Field(description="Whether a digit of the figure was worked out.")
    source: SourceOut


class FoundFindingOut(Out):
    """A strength, challenge or weakness in a report, retold in our own words."""

    evaluation: EvaluationRef
    area: int
    area_name: Text
    kind: str
    text: str
    lang: str


class GoldStarListing(Listing[GivenStarOut]):
    """The gold stars that fit and, in a search, the findings that have the words."""

    findings: list[FoundFindingOut] = Field(
        description="In a search, the newest that fit, at most `limit`; the same on every page."
    )
    findings_total: int = Field(ge=0)
    remarks: list[str] = Field(description="What must be known to read the list right.")
    links: Link


def given_star_out(
    card: StarCard, municipalities: Mapping[str, Municipality], language: str
) -> GivenStarOut:
    evaluation, figure = card.evaluation, card.given.figure
    star = gold_star_out(card.star, evaluation.year, language).model_dump(exclude={"area"})
    return GivenStarOut(
        **star,
        area=card.area,
        id=card.id,
        evaluation=evaluation_ref(evaluation, municipalities[evaluation.municipality]),
        area_name=None if card.area_name is None else local(card.area_name, language),
        question_label=None
        if card.question_label is None
        else local(card.question_label, language),
        figure=None if figure is None else FigureOut(**figure_fields(figure, language)),
        reconstructed=card.given.reconstructed,
        source=SourceOut(title=card.source.title, url=card.source.url),
    )


def found_finding_out(
    line: FindingLine, municipalities: Mapping[str, Municipality], language: str
) -> FoundFindingOut:
    evaluation, finding = line.evaluation, line.found.finding
    return FoundFindingOut(
        evaluation=evaluation_ref(evaluation, municipalities[evaluation.municipality]),
        area=line.area,
        area_name=local(line.area_name, language),
        kind=finding.kind.value,
        text=finding.text,
        lang=finding.language,
    )
