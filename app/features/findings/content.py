"""The list of findings: every strength, challenge and weakness that the filters admit.

Pages show them with the evaluation that they belong to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from app.domain.evaluation import EvaluationSummary, FindingKind, Source
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.provenance import LastChange
from app.domain.wording.sets import versions_words
from app.queries import evaluations as evaluation_queries
from app.queries import findings as finding_queries
from app.queries import method
from app.queries.findings import FindingPlace
from app.queries.gold_stars import FoundFinding, findings_with
from app.queries.named import named_municipalities
from app.queries.provenance import provenances
from app.queries.reading import Reading
from app.web.filters.declared import AreaNumber, EvaluationFilterParameters
from app.web.filters.evaluations import evaluation_choice
from app.web.filters.named import EvaluationNames, named_evaluations
from app.web.filters.several import Several


class FindingFilterParameters(EvaluationFilterParameters, EvaluationNames):
    """The filters of evaluations, and which of their findings are wanted. The search is one in the
    findings."""

    area: AreaNumber = None
    kind: Annotated[
        Several[FindingKind],
        Field(description="Only findings of this kind.", examples=[["strength"]]),
    ] = None

    @property
    def compares_scores(self) -> bool:
        """An area means the same within one family of methods only."""
        return self.area is not None


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding with the name of its area, and where it was read."""

    found: FoundFinding
    area_name: LocalText
    source: Source
    change: LastChange

    @property
    def id(self) -> str:
        """`hemne-2018/2/1`: the first of area 2. Within a release it means one finding."""
        return f"{self.evaluation.id}/{self.area}/{self.found.position + 1}"

    @property
    def evaluation(self) -> EvaluationSummary:
        return self.found.evaluation

    @property
    def area(self) -> int:
        return self.found.area


@dataclass(frozen=True, slots=True)
class FittingFindings:
    """Where the findings stand that fit, in order, and what must be known to read them right."""

    places: tuple[FindingPlace, ...]
    remarks: tuple[Message, ...]


TITLE = say("Strengths, challenges and weaknesses in the reports")


def fitting_findings(reading: Reading, parameters: FindingFilterParameters) -> FittingFindings:
    """Reads what fits in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    p = parameters
    instrument = method.instrument(reading)
    table = evaluation_queries.summaries(reading)
    named = named_evaluations(p, table, named_municipalities(reading, p.municipality, p.code))
    choice = evaluation_choice(p, instrument, table, None, named=named)
    admitted = (evaluation.id for evaluation in choice.admitted())
    places: Iterable[FindingPlace] = finding_queries.of_evaluations(
        finding_queries.finding_places(reading), admitted
    )
    if p.area is not None:
        places = (place for place in places if place.area == p.area)
    if p.kind is not None:
        places = (place for place in places if place.kind in p.kind)
    if p.q is not None:
        with_words = {
            (found.evaluation.id, found.area, found.position)
            for found in findings_with(reading, p.q)
        }
        places = (place for place in places if place.key in with_words)
    remarks = () if p.area is None else (_area_words(instrument, choice.family),)
    return FittingFindings(tuple(places), remarks)


def _area_words(instrument: Instrument, family: str) -> Message:
    return say(
        "The area is that of %(versions)s. Choose another method family to see its own.",
        versions=versions_words(instrument, family),
    )


def listed_findings(reading: Reading, places: Iterable[FindingPlace]) -> tuple[ListedFinding, ...]:
    """Some of the findings, whole. Four statements, and one of them once a release."""
    versions = method.instrument(reading).versions
    texts = finding_queries.with_texts(reading, tuple(places))
    read = provenances(reading, {found.evaluation.id for found in texts})
    return tuple(
        ListedFinding(
            found,
            versions[found.evaluation.version].area(found.area).name,
            read[found.evaluation.id].source,
            read[found.evaluation.id].change,
        )
        for found in texts
    )
