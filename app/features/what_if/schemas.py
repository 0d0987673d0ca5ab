"""What the API answers of scenarios. Nothing in it is a result, and it says so."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.firmness import OrderKind
from app.domain.statistics import Band
from app.features.what_if.content import WhatIfContent
from app.web.api.comparing import ComparabilityOut, RankOut
from app.web.api.evaluation_document import MunicipalityRef, SourceOut
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text, With


class StandOut(Out):
    """A total with its place and quarter in the comparison set."""

    total: Points | None
    place: RankOut | None = Field(validation_alias="rank")
    band: Band | None
    text: list[Said] = Field(validation_alias="words")


class AreaTriedOut(Out):
    """An area as evaluated, the median of the set, and its points in the scenario."""

    no: int = Field(validation_alias=AliasPath("definition", "no"))
    name: Text = Field(validation_alias=AliasPath("definition", "name"))
    score: Points | None
    median: Points | None
    scenario_score: Points | None = Field(validation_alias="scenario")
    changed: bool


class AreaScenarioOut(Out):
    """If one area reached a target, or several had more points together. `area` is null where
    several do, and where none was chosen and none lies behind."""

    area: Annotated[int | None, Of(lambda found: found.measure and found.measure.area)]
    target: str = Field(description="`median`, or points.")
    reached: Annotated[
        Points | None, Of(lambda found: found.raised and found.measure and found.raised.after)
    ] = Field(description="The one area in the scenario; null where unknown.")
    gain: Annotated[Points | None, Of(lambda found: found.raised and found.raised.gain)]
    before: StandOut
    after: StandOut
    areas: list[AreaTriedOut] = Field(validation_alias="rows")
    too_few: Said | None = Field(description="Why there is no place, where there is none.")


class NearOut(Out):
    """One of those nearest in the sum of the areas, and how often its order to one's own holds."""

    evaluation: str = Field(validation_alias=AliasPath("summary", "id"))
    name: str = Field(validation_alias=AliasPath("summary", "official_name"))
    label: str = Field(validation_alias=AliasPath("summary", "name"))
    year: int = Field(validation_alias=AliasPath("summary", "year"))
    sum: Points
    weighted: Points
    kind: OrderKind = Field(
        validation_alias=AliasPath("pair", "order"),
        description="How one's own stands to it. `higher-everywhere` and `lower-everywhere` hold "
        "by any weights.",
    )
    order: Said = Field(
        validation_alias="order_words", description="How it stands to one's own, in words."
    )
    held: int | None = Field(
        validation_alias=AliasPath("pair", "held"),
        description="In how many draws the order holds; null where both are about the same.",
    )
    draws: int = Field(validation_alias=AliasPath("pair", "draws"))


class PlaceIntervalOut(Out):
    """The places that the middle of the draws gives."""

    place_from: int
    place_to: int
    of: int = Field(description="Among how many, itself counted.")
    held: int = Field(description="In how many draws the place lies in the interval.")
    draws: int


class ReweightedOut(Out):
    """If the areas counted differently."""

    weights: list[int] = Field(description="How often each area counts, in method order.")
    sum: Points
    weighted: Points
    place_of_sum: RankOut | None = Field(validation_alias="rank_before")
    place_of_weighted: RankOut | None = Field(validation_alias="rank_after")
    members: Annotated[list[str], Of(lambda found: [member.id for member in found.members])] = (
        Field(description="The others with all eight areas.")
    )
    text: Said = Field(validation_alias="members_words")
    among: Said | None = Field(
        validation_alias="among_words",
        description="That the places stand for nobody else, where too few are known.",
    )
    interval: PlaceIntervalOut | None = Field(
        description="The place when neither weights nor points are taken for exact: each weight is "
        "drawn from half to one and a half of itself, and the points of each area from what is "
        "about the same. Null among fewer than five others."
    )
    near: list[NearOut]
    firmness: list[Said] = Field(validation_alias="firm_words")


class ScenariosOut(Out):
    """All that is tried on one evaluation."""

    evaluation: EvaluationRef = Field(validation_alias="own")
    comparison_set: Said = Field(validation_alias="set_words")
    comparability: ComparabilityOut
    area: AreaScenarioOut
    weights: ReweightedOut | None = Field(description="Null where not all areas are known.")
    source: SourceOut


def _tried(content: WhatIfContent) -> With | None:
    """What is tried, with the choices that it is tried with."""
    found, choices = content.scenario, content.parameters
    if found is None:
        return None
    return With(
        found,
        area=With(found.area, target=choices.target),
        weights=found.weights and With(found.weights, weights=choices.weights),
    )


class WhatIfAnswer(Released):
    """A scenario, never a result. `answer` is what the page says first."""

    scenario: Annotated[bool, Of(lambda _: True)] = Field(
        description="Always true: these figures are no results."
    )
    municipality: MunicipalityRef
    answer: list[Said] = Field(validation_alias="lead")
    stands: Said = Field(description="Which evaluation is tried on, or why none is.")
    newer: Said | None
    tried: Annotated[ScenariosOut | None, Of(_tried)]
    links: Links
