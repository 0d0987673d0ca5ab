"""What the API answers of those who are alike, and of whom to learn from."""

from datetime import date
from typing import Annotated

from pydantic import AliasPath, BeforeValidator, Field

from app.contents.twins.content import TwinsContent
from app.domain.decimals import rounded_share
from app.domain.learning import Weakness
from app.domain.likeness import Component
from app.queries.gold_stars import GivenStar
from app.web.api.comparing import AbsenceOut, ComparabilityOut, GapOut, absence_fields
from app.web.api.evaluation_document import MunicipalityRef, SourceOut
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.given_star import StarWithHolderOut
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text

Share = Annotated[Points, BeforeValidator(rounded_share)]
"""A share of 0–1, to four decimals."""


class LikenessOut(Out):
    """How alike two are by our own measure, 0–1, by each component and as the weighted mean of what
    is known. Centrality is Norway's, the tax base Sweden's."""

    total: Share | None = Field(
        validation_alias="likeness", description="Null where nothing that counts is known."
    )
    population: Share | None = Field(validation_alias=AliasPath("twin", "likeness", "population"))
    centrality: Share | None = Field(validation_alias=AliasPath("twin", "likeness", "centrality"))
    tax_base: Share | None = Field(validation_alias=AliasPath("twin", "likeness", "tax_base"))
    distance: Share | None = Field(validation_alias=AliasPath("twin", "likeness", "distance"))
    km: int | None = Field(description="Between the middles of the two areas.")
    left_out: list[Component] = Field(
        validation_alias=AliasPath("twin", "likeness", "left_out"),
        description="What would count and is not known.",
    )


class PeerOut(EvaluationRef):
    """One of those called alike, with the evaluation that stands for it."""

    inherited_from = "summary"

    inhabitants: int | None = Field(
        validation_alias=AliasPath("summary", "inhabitants"),
        description="Those as the year of the evaluation began.",
    )
    centrality: int | None = Field(
        validation_alias=AliasPath("twin", "traits", "centrality"),
        description="Statistics Norway's index, 0–1,000; null in Sweden and where not known.",
    )
    tax_base: int | None = Field(
        validation_alias=AliasPath("twin", "traits", "tax_base"),
        description="In kronor for each inhabitant, of `tax_base_year`; null in Norway and where "
        "not known.",
    )
    until: date | None = Field(description="Its last day; null where it exists today.")
    likeness: Annotated[LikenessOut, Of(lambda row: row)]
    total: Points | None
    gap: GapOut | None = Field(description="How far its total lies from one's own.")
    not_compared: Annotated[
        AbsenceOut | None, Of(lambda row: row.not_compared and absence_fields(row.not_compared))
    ] = Field(description="Why there is no gap; null where nothing of one's own is known.")


def _ids(stars: tuple[GivenStar, ...]) -> list[str]:
    return [given.star.id for given in stars]


class BetterOut(Out):
    """One that does better, by how many points, and its gold stars there."""

    evaluation: EvaluationRef = Field(validation_alias=AliasPath("twin", "summary"))
    score: Points = Field(validation_alias=AliasPath("better", "score"))
    more: Points = Field(validation_alias=AliasPath("better", "more"))
    comparability: ComparabilityOut = Field(validation_alias=AliasPath("better", "comparability"))
    gold_stars: Annotated[list[str], Of(lambda contact: _ids(contact.stars))] = Field(
        description="Ids of those in `gold_stars`."
    )


class AreaLessonOut(Out):
    """A weak area, why it is called so, and who of those alike does better."""

    no: int = Field(validation_alias=AliasPath("definition", "no"))
    name: Text = Field(validation_alias=AliasPath("definition", "name"))
    score: Points
    max: Points = Field(validation_alias=AliasPath("definition", "max"))
    median: Points | None
    why: list[Weakness]
    text: Said = Field(validation_alias="why_words")
    better: list[BetterOut] = Field(validation_alias="contacts")
    left_out: int = Field(description="How many more do better and are not listed.")
    other_gold_stars: Annotated[list[str], Of(lambda lesson: _ids(lesson.other_stars))] = Field(
        description="Of those that are not listed as better."
    )


class QuestionLessonOut(Out):
    """A question with under half of its points, and who of those alike does better."""

    code: str = Field(validation_alias=AliasPath("definition", "code"))
    label: Text = Field(validation_alias=AliasPath("definition", "label"))
    score: Points
    max: Points = Field(validation_alias=AliasPath("definition", "max"))
    better: list[BetterOut] = Field(validation_alias="contacts")
    left_out: int


class WeightsOut(Out):
    """How much each component counts, 0–3."""

    population: int
    conditions: int = Field(description="Of centrality in Norway, of the tax base in Sweden.")
    distance: int


class PeerGroupOut(Out):
    """An official grouping, and how many of the municipality's own group are evaluated, as far as
    we know. Oneself is not counted."""

    scheme: str
    label: Said
    group: Said | None = Field(
        validation_alias="name",
        description="What the group is called; null for a list, and where it is not known.",
    )
    key: str | None = Field(description="The group, as other lists are filtered by it.")
    description: Text | None = Field(description="What puts a municipality in the group.")
    version: str | None = Field(description="Which edition of the grouping.")
    later: bool = Field(
        description="Whether the edition is of after the evaluation, as none of its time is known."
    )
    of: int | None = Field(description="How many others there are in the group.")
    others: list[str] = Field(description="Their slugs, as in the source.")
    evaluated: list[str] = Field(description="The slugs of those we know an evaluation of.")


def every_star(content: TwinsContent) -> tuple[GivenStar, ...]:
    """The gold stars at weak areas and the others, each once."""
    stars = (
        *(star for lesson in content.areas for star in lesson.stars),
        *(star for q in content.questions for contact in q.contacts for star in contact.stars),
        *content.more_stars,
    )
    return tuple({given.star.id: given for given in stars}.values())


def slugs_of(content: TwinsContent) -> set[str]:
    """Everybody who is named in the answer."""
    contacts = [
        *(contact for lesson in content.areas for contact in lesson.contacts),
        *(contact for lesson in content.questions for contact in lesson.contacts),
    ]
    return {
        *(row.twin.municipality for row in content.rows),
        *(contact.twin.municipality for contact in contacts),
        *(given.evaluation.municipality for given in every_star(content)),
    }


class PeersAnswer(Released):
    """Who is called alike, and what to learn from them. `answer` is what the page says first."""

    municipality: MunicipalityRef
    evaluation: EvaluationRef | None = Field(
        validation_alias="own", description="What stands for the municipality."
    )
    answer: list[Said] = Field(validation_alias="lead")
    scheme: str = Field(description="What `peers` are called alike by.")
    groups: list[PeerGroupOut] = Field(
        description="Every official grouping of the country, in the order in which they are asked."
    )
    least_likeness: Points = Field(
        description="The share of likeness, 0–1, under which our own measure calls nobody alike."
    )
    tax_base_year: int | None = Field(
        description="The year of the tax bases; null in Norway, and where none is known."
    )
    weights: WeightsOut = Field(validation_alias=AliasPath("parameters", "weights"))
    known: int = Field(
        description="How many other municipalities of the country we know an evaluation of."
    )
    learned_from: int = Field(
        description="How many of `peers`, the first, are looked among for who does better."
    )
    peers: list[PeerOut] = Field(validation_alias="rows")
    comparison_set: Said | None = Field(
        validation_alias="set_words",
        description="Over whom the medians are computed; null where none stands for the country.",
    )
    areas: list[AreaLessonOut]
    questions: list[QuestionLessonOut]
    gold_stars: Annotated[list[StarWithHolderOut], Of(every_star)]
    caution: list[Text] = Field(validation_alias="cautions")
    sources: list[SourceOut]
    links: Links
