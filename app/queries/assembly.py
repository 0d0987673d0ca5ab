"""Puts an evaluation together from the rows it is stored in."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from app.domain.evaluation import (
    AreaResult,
    DetailLevel,
    Evaluation,
    Finding,
    FindingKind,
    GoldStar,
    GoldStarScope,
    QuestionResult,
    Source,
    VersionBasis,
)
from app.domain.municipality import (
    Country,
    EvaluationPopulation,
    Population,
    PopulationBasis,
)
from app.domain.score import Figure, MissingKind
from app.models import (
    AreaResultRow,
    EvaluationRevision,
    FindingRow,
    GoldStarRevision,
    QuestionResultRow,
)
from app.queries import stored


@dataclass(slots=True)
class EvaluationRows:
    """An evaluation's row and the rows that belong to it, in any order."""

    evaluation: EvaluationRevision
    areas: list[AreaResultRow] = field(default_factory=list)
    questions: list[QuestionResultRow] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)
    gold_stars: list[GoldStarRevision] = field(default_factory=list)


class FigureRow(Protocol):
    """A row that holds a figure."""

    score: Decimal | None
    stated: Decimal | None
    max: Decimal
    missing: str | None


def evaluation_from(rows: EvaluationRows) -> Evaluation:
    """The evaluation, its areas and questions in the order of the method."""
    row, told = rows.evaluation, rows.evaluation.told
    return Evaluation(
        id=row.key,
        municipality=row.municipality,
        country=Country(row.country),
        year=row.year,
        version=row.version,
        version_basis=VersionBasis(row.version_basis),
        detail=DetailLevel(row.detail),
        total=Figure(row.total_score, row.total_stated, row.total_max, _kind(row.total_missing)),
        areas=_areas(rows),
        source=Source(row.source_title, row.source_url),
        report_number=row.report_number,
        population=_population(row),
        size_group=row.size_group,
        gold_stars=tuple(
            gold_star(star) for star in sorted(rows.gold_stars, key=lambda s: s.position)
        ),
        recorded_discrepancies=tuple(stored.discrepancy(d) for d in told["discrepancies"]),
        stated_comparisons=tuple(stored.stated_comparison(c) for c in told["stated_comparisons"]),
        stated_changes=stored.stated_changes(told["stated_changes"]),
        stated_placings=tuple(stored.stated_placing(p) for p in told["stated_placings"]),
        notes=tuple(stored.text(note) for note in told["notes"]),
    )


def _areas(rows: EvaluationRows) -> tuple[AreaResult, ...]:
    questions: dict[int, list[QuestionResult]] = {}
    for row in sorted(rows.questions, key=lambda q: (q.area, q.position)):
        questions.setdefault(row.area, []).append(
            QuestionResult(
                row.code, figure_of(row), row.reconstructed, stored.optional_text(row.note)
            )
        )
    findings: dict[int, list[Finding]] = {}
    for finding in sorted(rows.findings, key=lambda f: (f.area, f.position)):
        findings.setdefault(finding.area, []).append(
            Finding(FindingKind(finding.kind), finding.text, finding.language)
        )
    return tuple(
        AreaResult(
            area.area,
            figure_of(area),
            tuple(questions.get(area.area, ())),
            tuple(findings.get(area.area, ())),
        )
        for area in sorted(rows.areas, key=lambda a: a.area)
    )


def gold_star(row: GoldStarRevision) -> GoldStar:
    """A gold star from its row."""
    return GoldStar(
        id=row.key,
        evaluation=row.evaluation,
        scope=GoldStarScope(row.scope),
        area=row.area,
        question=row.question,
        practice=stored.text(row.practice),
        why=stored.optional_text(row.why),
    )


def figure_of(row: FigureRow) -> Figure:
    """A figure from the row that holds it."""
    return Figure(row.score, row.stated, row.max, _kind(row.missing))


def _kind(missing: str | None) -> MissingKind | None:
    return None if missing is None else MissingKind(missing)


def _population(row: EvaluationRevision) -> EvaluationPopulation | None:
    if (
        row.population_year is None
        or row.population_inhabitants is None
        or row.population_source is None
        or row.population_basis is None
    ):
        return None
    return EvaluationPopulation(
        Population(row.population_year, row.population_inhabitants, row.population_source),
        PopulationBasis(row.population_basis),
    )
