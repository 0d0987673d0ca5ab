"""What the API answers of one municipality: who it is and was, its evaluations, and how it stands
beside others."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.municipality import Country
from app.domain.score import Measure
from app.features.municipalities.result_schemas import ResultOut
from app.web.api.comparing import ComparabilityOut, GapOut
from app.web.api.evaluation_document import EvaluationOut, MunicipalityRef
from app.web.api.municipality_document import InhabitantsOut, MunicipalityOut
from app.web.api.schemas import Links, Of, Out, Points, Released, Said


class RelativeOut(Out):
    """A municipality before or after a merger or a split. Its results are its own."""

    municipality: MunicipalityRef
    change: Said
    evaluations: Annotated[
        list[str], Of(lambda relative: [evaluation.id for evaluation in relative.evaluations])
    ]


class TotalChangeOut(Out):
    """The change of the total; no gap where the methods forbid one."""

    since: int
    gap: GapOut | None
    comparability: ComparabilityOut


class HistoryOut(Out):
    """One evaluation in time order. Lines are not joined where a method family starts."""

    evaluation: str = Field(validation_alias=AliasPath("evaluation", "id"))
    year: int = Field(validation_alias=AliasPath("evaluation", "year"))
    family: str
    starts_family: bool
    total: Points | None = Field(validation_alias=AliasPath("evaluation", "total", "score"))
    change: TotalChangeOut | None


class CountyCoverageOut(Out):
    """Of how many in the county an evaluation is known. Those of today and those that were there
    before are counted apart; an evaluation is never counted as that of a successor."""

    municipalities: int = Field(validation_alias="members", description="How many there are today.")
    evaluated: int = Field(description="Of how many of those an evaluation is known.")
    former_evaluated: int = Field(description="Evaluated ones that are no longer there.")


class NearbyOut(Out):
    """An evaluated municipality nearby. `km` is as the crow flies, between the middles of areas."""

    municipality: str = Field(validation_alias=AliasPath("evaluation", "municipality"))
    name: str = Field(validation_alias=AliasPath("evaluation", "official_name"))
    label: str = Field(validation_alias=AliasPath("evaluation", "name"))
    country: Country = Field(validation_alias=AliasPath("evaluation", "country"))
    km: int
    evaluation: str = Field(
        validation_alias=AliasPath("evaluation", "id"),
        description="Its latest evaluation with a total, or else its latest.",
    )
    year: int = Field(validation_alias=AliasPath("evaluation", "year"))
    method_version: str = Field(validation_alias=AliasPath("evaluation", "version"))
    total: Annotated[Points | None, Of(lambda near: near.evaluation.score(Measure.TOTAL))]


class MunicipalityAnswer(MunicipalityOut, Released):
    """One municipality. `answer` is what its page says first, `unknown` what is not known."""

    inherited_from = "municipality"

    populations: list[InhabitantsOut]
    answer: list[Said] = Field(validation_alias="lead")
    result: ResultOut | None
    history: Annotated[
        list[HistoryOut], Of(lambda content: content.history.rows if content.history else ())
    ]
    evaluations: list[EvaluationOut] = Field(description="Its own evaluations, newest first.")
    predecessors: list[RelativeOut] = Field(
        validation_alias=AliasPath("relatives", "predecessors"),
        description="Those that went on in it, whole.",
    )
    successors: list[RelativeOut] = Field(
        validation_alias=AliasPath("relatives", "successors"),
        description="Those that it went on in, whole.",
    )
    parts_from: list[RelativeOut] = Field(
        validation_alias=AliasPath("relatives", "parts_from"),
        description="Those that were divided and of which it has a part; it is not their heir.",
    )
    parts_to: list[RelativeOut] = Field(
        validation_alias=AliasPath("relatives", "parts_to"),
        description="Those that have a part of it; none is its heir.",
    )
    county_coverage: CountyCoverageOut = Field(
        validation_alias=AliasPath("surroundings", "county"), description="Of its county."
    )
    nearest_evaluated: list[NearbyOut] = Field(
        validation_alias=AliasPath("surroundings", "nearest"),
        description="The nearest evaluated ones in both countries, but none that it came from.",
    )
    unknown: list[Said]
    links: Links
