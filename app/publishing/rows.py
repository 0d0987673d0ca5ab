"""The rows that a record is stored in: one revision, and the rows that belong to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlmodel import SQLModel

from app.domain.evaluation import Evaluation, GoldStar
from app.domain.municipality import Change, Municipality, Population, search_terms
from app.domain.reference import ReferenceAverage
from app.domain.score import Figure
from app.models import (
    AreaResultRow,
    ChangeRevision,
    EvaluationRevision,
    FindingRow,
    FindingWordRow,
    GoldStarRevision,
    GoldStarWordRow,
    InstrumentRevision,
    MethodVersionRevision,
    MunicipalityCodeRow,
    MunicipalityRevision,
    PopulationRow,
    QuestionResultRow,
    ReferenceAverageRevision,
    ReferenceFigureRow,
    Revision,
)
from app.publishing.canonical import optional_text, text_content
from app.publishing.documents import INSTRUMENT_KEY
from app.publishing.evaluation_contents import told
from app.publishing.method_contents import instrument_content, version_content
from app.publishing.register_contents import change_key
from app.publishing.search_rows import words_of_finding, words_of_star
from app.publishing.state import State

Columns: TypeAlias = dict[str, Any]

PARENT: Mapping[type[SQLModel], str] = {
    MunicipalityCodeRow: "municipality_id",
    PopulationRow: "municipality_id",
    ReferenceFigureRow: "reference_average_id",
    AreaResultRow: "evaluation_id",
    QuestionResultRow: "evaluation_id",
    FindingRow: "evaluation_id",
    FindingWordRow: "evaluation_id",
    GoldStarWordRow: "gold_star_id",
}
"""Which column of a child row names the revision that it belongs to."""


@dataclass(frozen=True, slots=True)
class Record:
    """A revision's own columns, and its children table by table."""

    columns: Columns
    children: Mapping[type[SQLModel], list[Columns]]


RecordRows: TypeAlias = tuple[type[Revision], str, Record]


def records(state: State) -> Iterator[RecordRows]:
    """The rows of every record of a state, with table and key, in the order it is held in."""
    instrument, register = state.instrument, state.register
    document: Columns = {"document": instrument_content(instrument)}
    yield InstrumentRevision, INSTRUMENT_KEY, Record(document, {})
    for version in instrument.versions.values():
        document = {"document": version_content(version)}
        yield MethodVersionRevision, version.version, Record(document, {})
    for slug, municipality in register.municipalities.items():
        yield MunicipalityRevision, slug, _municipality(municipality, register.population(slug))
    for change in register.changes:
        yield ChangeRevision, change_key(change), _change(change)
    for average in state.references:
        yield ReferenceAverageRevision, average.id, _reference(average)
    for evaluation in state.evaluations:
        family = instrument.family_of(evaluation.version)
        yield EvaluationRevision, evaluation.id, _evaluation(evaluation, family)
        for position, star in enumerate(evaluation.gold_stars, start=1):
            yield GoldStarRevision, star.id, _gold_star(star, position)


def _municipality(municipality: Municipality, populations: Iterable[Population]) -> Record:
    columns = {
        "country": municipality.country.value,
        "name": municipality.name,
        "other_names": list(municipality.other_names),
        "earlier_names": list(municipality.earlier_names),
        "qualifier": municipality.qualifier,
        "county": municipality.county,
        "valid_from": municipality.valid_from,
        "valid_to": municipality.valid_to,
        "latitude": municipality.latitude,
        "longitude": municipality.longitude,
        "search_terms": search_terms(municipality, municipality.earlier_names),
    }
    codes = [
        {
            "position": position,
            "code": code.code,
            "valid_from": code.valid_from,
            "valid_to": code.valid_to,
            "scheme": code.scheme,
        }
        for position, code in enumerate(municipality.codes)
    ]
    series = [
        {"year": p.year, "inhabitants": p.inhabitants, "source": p.source} for p in populations
    ]
    return Record(columns, {MunicipalityCodeRow: codes, PopulationRow: series})


def _change(change: Change) -> Record:
    columns = {
        "day": change.day,
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "part": change.part,
        "source": change.source,
        "note": change.note,
    }
    return Record(columns, {})


def _reference(average: ReferenceAverage) -> Record:
    columns = {
        "label": text_content(average.label),
        "country": average.country.value,
        "family": average.family,
        "as_of": average.as_of,
        "statistic": average.statistic.value,
        "n": average.n,
        "size_group": average.size_group,
        "source_title": average.source_title,
        "source_url": average.source_url,
        "note": optional_text(average.note),
    }
    figures = [{"measure": m.value, "points": points} for m, points in average.figures.items()]
    return Record(columns, {ReferenceFigureRow: figures})


def _evaluation(evaluation: Evaluation, family: str) -> Record:
    held = evaluation.population
    population = held.population if held else None
    columns = {
        "municipality": evaluation.municipality,
        "country": evaluation.country.value,
        "year": evaluation.year,
        "version": evaluation.version,
        "version_basis": evaluation.version_basis.value,
        "family": family,
        "detail": evaluation.detail.value,
        **{f"total_{name}": value for name, value in _figure(evaluation.total).items()},
        "population_year": population.year if population else None,
        "population_inhabitants": population.inhabitants if population else None,
        "population_source": population.source if population else None,
        "population_basis": held.basis.value if held else None,
        "size_group": evaluation.size_group,
        "source_title": evaluation.source.title,
        "source_url": evaluation.source.url,
        "report_number": evaluation.report_number,
        "told": told(evaluation),
    }
    return Record(
        columns,
        {
            AreaResultRow: [{"area": area.no, **_figure(area.figure)} for area in evaluation.areas],
            QuestionResultRow: _questions(evaluation),
            FindingRow: _findings(evaluation),
            FindingWordRow: _finding_words(evaluation),
        },
    )


def _questions(evaluation: Evaluation) -> list[Columns]:
    return [
        {
            "area": area.no,
            "position": position,
            "code": question.code,
            **_figure(question.figure),
            "reconstructed": question.reconstructed,
            "note": optional_text(question.note),
        }
        for area in evaluation.areas
        for position, question in enumerate(area.questions)
    ]


def _findings(evaluation: Evaluation) -> list[Columns]:
    return [
        {
            "area": area.no,
            "position": position,
            "kind": finding.kind.value,
            "language": finding.language,
            "text": finding.text,
        }
        for area in evaluation.areas
        for position, finding in enumerate(area.findings)
    ]


def _finding_words(evaluation: Evaluation) -> list[Columns]:
    return [
        {"area": area.no, "position": position, **word}
        for area in evaluation.areas
        for position, finding in enumerate(area.findings)
        for word in words_of_finding(finding.text, finding.language)
    ]


def _gold_star(star: GoldStar, position: int) -> Record:
    columns: Columns = {
        "evaluation": star.evaluation,
        "position": position,
        "scope": star.scope.value,
        "area": star.area,
        "question": star.question,
        "practice": text_content(star.practice),
        "why": optional_text(star.why),
    }
    words = words_of_star(columns["practice"], columns["why"])
    return Record(columns, {GoldStarWordRow: words})


def _figure(figure: Figure) -> Columns:
    return {
        "score": figure.score,
        "stated": figure.stated,
        "max": figure.max,
        "missing": None if figure.missing is None else figure.missing.value,
    }
