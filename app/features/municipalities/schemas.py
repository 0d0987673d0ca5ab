"""What the API answers of one municipality: who it is and was, its evaluations, and how it stands
beside others."""

from datetime import date

from pydantic import Field

from app.domain.municipality import Code, Municipality, Population
from app.domain.release import Release
from app.features.municipalities.content import MunicipalityContent, RelatedMunicipality
from app.features.municipalities.history import HistoryRow
from app.features.municipalities.result_schemas import ResultOut, result_out
from app.web.api.comparing import (
    ComparabilityOut,
    GapOut,
    comparability_out,
    gap_out,
)
from app.web.api.evaluation_document import (
    EvaluationOut,
    MunicipalityRef,
    evaluation_out,
    municipality_ref,
)
from app.web.api.schemas import Link, Out, Points, Released, released
from app.web.languages import translate


class CodeOut(Out):
    """An official code with the days it held; no end where it is in force."""

    code: str
    valid_from: date | None
    valid_to: date | None
    scheme: str


class InhabitantsOut(Out):
    year: int
    inhabitants: int
    source: str


class MunicipalityOut(MunicipalityRef):
    """One identity: a merger or a split makes a new one, a new code does not.

    Latitude and longitude (WGS84) are the middle of its area.
    """

    other_names: list[str]
    earlier_names: list[str]
    county: str
    codes: list[CodeOut]
    valid_from: date | None
    valid_to: date | None = Field(description="The last day; null where it exists today.")
    latitude: float | None
    longitude: float | None


class RelativeOut(Out):
    """A municipality before or after a merger or a split. Its results are its own."""

    municipality: MunicipalityRef
    change: str
    evaluations: list[str]


class ChangeOut(Out):
    """The change of the total; no gap where the methods forbid one."""

    since: int
    gap: GapOut | None
    comparability: ComparabilityOut


class HistoryOut(Out):
    """One evaluation in time order. Lines are not joined where a method family starts."""

    evaluation: str
    year: int
    family: str
    starts_family: bool
    total: Points | None
    change: ChangeOut | None


class MunicipalityAnswer(MunicipalityOut, Released):
    """One municipality. `answer` is what its page says first, `unknown` what is not known."""

    populations: list[InhabitantsOut]
    answer: list[str]
    result: ResultOut | None
    history: list[HistoryOut]
    evaluations: list[EvaluationOut] = Field(description="Its own evaluations, newest first.")
    predecessors: list[RelativeOut]
    successors: list[RelativeOut]
    unknown: list[str]
    links: Link


def municipality_answer(
    content: MunicipalityContent, release: Release, links: Link, language: str
) -> MunicipalityAnswer:
    """The answer in a language."""
    municipality = content.municipality
    return MunicipalityAnswer(
        **released(release),
        **municipality_out(municipality).model_dump(),
        populations=[_inhabitants(population) for population in content.populations],
        answer=[translate(sentence, language) for sentence in content.lead],
        result=result_out(content.result, language) if content.result else None,
        history=[_history(row, language) for row in content.history.rows]
        if content.history
        else [],
        evaluations=[
            evaluation_out(
                evaluation, content.instrument.version(evaluation.version), municipality, language
            )
            for evaluation in content.evaluations
        ],
        predecessors=[_relative(relative, language) for relative in content.predecessors],
        successors=[_relative(relative, language) for relative in content.successors],
        unknown=[translate(sentence, language) for sentence in content.unknown],
        links=links,
    )


def municipality_out(municipality: Municipality) -> MunicipalityOut:
    return MunicipalityOut(
        **municipality_ref(municipality).model_dump(),
        other_names=list(municipality.other_names),
        earlier_names=list(municipality.earlier_names),
        county=municipality.county,
        codes=[_code(code) for code in municipality.codes],
        valid_from=municipality.valid_from,
        valid_to=municipality.valid_to,
        latitude=municipality.latitude,
        longitude=municipality.longitude,
    )


def _code(code: Code) -> CodeOut:
    return CodeOut(
        code=code.code, valid_from=code.valid_from, valid_to=code.valid_to, scheme=code.scheme
    )


def _inhabitants(population: Population) -> InhabitantsOut:
    return InhabitantsOut(
        year=population.year, inhabitants=population.inhabitants, source=population.source
    )


def _relative(relative: RelatedMunicipality, language: str) -> RelativeOut:
    return RelativeOut(
        municipality=municipality_ref(relative.municipality),
        change=translate(relative.change, language),
        evaluations=[evaluation.id for evaluation in relative.evaluations],
    )


def _history(row: HistoryRow, language: str) -> HistoryOut:
    change = row.change
    return HistoryOut(
        evaluation=row.evaluation.id,
        year=row.evaluation.year,
        family=row.family,
        starts_family=row.starts_family,
        total=row.evaluation.total.score,
        change=None
        if change is None
        else ChangeOut(
            since=change.since,
            gap=gap_out(change.gap, language) if change.gap else None,
            comparability=comparability_out(change.comparability, language),
        ),
    )
