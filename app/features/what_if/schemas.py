"""What the API answers of scenarios. Nothing in it is a result, and it says so."""

from typing import Literal

from pydantic import Field

from app.domain.release import Release
from app.features.what_if.area import AreaScenario, ScenarioArea, Stand
from app.features.what_if.content import Scenario, WhatIfContent
from app.features.what_if.weights import Near, Reweighted
from app.web.api.comparing import ComparabilityOut, RankOut, comparability_out, rank_out
from app.web.api.evaluation_document import MunicipalityRef, SourceOut, municipality_ref
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.method_document import source_out
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released, said
from app.web.languages import translate


class StandOut(Out):
    """A total with its place and quarter in the comparison set."""

    total: Points | None
    place: RankOut | None
    band: str | None
    text: list[str]


class AreaTriedOut(Out):
    """An area as evaluated, the median of the set, and its points in the scenario."""

    no: int
    name: Text
    score: Points | None
    median: Points | None
    scenario_score: Points | None
    changed: bool


class AreaScenarioOut(Out):
    """If one area reached a target. `area` is null where none was chosen and none lies behind."""

    area: int | None
    target: str = Field(description="`median`, or points.")
    reached: Points | None = Field(description="The area in the scenario; null where unknown.")
    gain: Points | None
    before: StandOut
    after: StandOut
    areas: list[AreaTriedOut]
    too_few: str | None = Field(description="Why there is no place, where there is none.")


class NearOut(Out):
    """One of those nearest in the sum of the areas, and how often the order holds."""

    evaluation: str
    name: str
    year: int
    sum: Points
    weighted: Points
    order: str
    held: int | None = Field(description="In how many random weightings the order holds.")
    draws: int


class ReweightedOut(Out):
    """If the areas counted differently."""

    weights: list[int] = Field(description="How often each area counts, in method order.")
    sum: Points
    weighted: Points
    place_of_sum: RankOut | None
    place_of_weighted: RankOut | None
    members: list[str] = Field(description="The others with all eight areas.")
    text: str
    near: list[NearOut]
    firmness: list[str]


class ScenariosOut(Out):
    """All that is tried on one evaluation."""

    evaluation: EvaluationRef
    comparison_set: str
    comparability: ComparabilityOut
    area: AreaScenarioOut
    weights: ReweightedOut | None = Field(description="Null where not all areas are known.")
    source: SourceOut


class WhatIfAnswer(Released):
    """A scenario, never a result. `answer` is what the page says first."""

    scenario: Literal[True] = Field(description="Always true: these figures are no results.")
    municipality: MunicipalityRef
    answer: list[str]
    stands: str = Field(description="Which evaluation is tried on, or why none is.")
    newer: str | None
    tried: ScenariosOut | None
    links: Link


def what_if_answer(
    content: WhatIfContent, release: Release, links: Link, language: str
) -> WhatIfAnswer:
    """The answer in a language."""
    return WhatIfAnswer(
        **released(release),
        scenario=True,
        municipality=municipality_ref(content.municipality),
        answer=[translate(sentence, language) for sentence in content.lead],
        stands=translate(content.stands, language),
        newer=said(content.newer, language),
        tried=_scenarios(content, content.scenario, language) if content.scenario else None,
        links=links,
    )


def _scenarios(content: WhatIfContent, found: Scenario, language: str) -> ScenariosOut:
    parameters = content.parameters
    return ScenariosOut(
        evaluation=evaluation_ref(found.own, content.municipality),
        comparison_set=translate(found.set_words, language),
        comparability=comparability_out(found.comparability, language),
        area=_area(found.area, parameters.target, language),
        weights=_weights(found.weights, parameters.weights, language) if found.weights else None,
        source=source_out(found.source),
    )


def _area(found: AreaScenario, target: str, language: str) -> AreaScenarioOut:
    return AreaScenarioOut(
        area=found.measure.area if found.measure else None,
        target=target,
        reached=found.raised.after if found.raised else None,
        gain=found.raised.gain if found.raised else None,
        before=_stand(found.before, language),
        after=_stand(found.after, language),
        areas=[_row(row, language) for row in found.rows],
        too_few=said(found.too_few, language),
    )


def _stand(found: Stand, language: str) -> StandOut:
    return StandOut(
        total=found.total,
        place=rank_out(found.rank, language) if found.rank else None,
        band=found.band.value if found.band else None,
        text=[translate(words, language) for words in found.words],
    )


def _row(row: ScenarioArea, language: str) -> AreaTriedOut:
    return AreaTriedOut(
        no=row.definition.no,
        name=local(row.definition.name, language),
        score=row.score,
        median=row.median,
        scenario_score=row.scenario,
        changed=row.changed,
    )


def _weights(found: Reweighted, weights: tuple[int, ...], language: str) -> ReweightedOut:
    return ReweightedOut(
        weights=list(weights),
        sum=found.sum,
        weighted=found.weighted,
        place_of_sum=rank_out(found.rank_before, language) if found.rank_before else None,
        place_of_weighted=rank_out(found.rank_after, language) if found.rank_after else None,
        members=[member.id for member in found.members],
        text=translate(found.members_words, language),
        near=[_near(near, language) for near in found.near],
        firmness=[translate(words, language) for words in found.firm_words],
    )


def _near(near: Near, language: str) -> NearOut:
    return NearOut(
        evaluation=near.summary.id,
        name=near.summary.name,
        year=near.summary.year,
        sum=near.sum,
        weighted=near.weighted,
        order=translate(near.order_words, language),
        held=near.held,
        draws=near.firmness.draws,
    )
