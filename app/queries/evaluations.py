"""Evaluations: all as summaries, or some with everything that is known of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from sys import intern
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, and_, true
from sqlalchemy import select as select_columns
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.domain.evaluation import DetailLevel, Evaluation, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country, label
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.models import (
    AreaResultRow,
    EvaluationRevision,
    FindingRow,
    GoldStarRevision,
    MunicipalityRevision,
    QuestionResultRow,
)
from app.queries.corrections import corrections
from app.queries.memory import IN_ORDER, remembered, remembered_in_order
from app.queries.reading import Reading, askable
from app.records.evaluation import EvaluationRows, stored_evaluation

Child = TypeVar("Child", AreaResultRow, QuestionResultRow, FindingRow)


def summaries(reading: Reading) -> EvaluationTable:
    """The figures of every evaluation, or why there are none, by municipality and year.

    Two statements.
    """
    return _as_read(reading) if reading.collation is IN_ORDER else _in_order(reading)


@remembered_in_order
def _in_order(reading: Reading) -> EvaluationTable:
    return EvaluationTable(_as_read(reading), reading.collation)


@remembered
def _as_read(reading: Reading) -> EvaluationTable:
    areas = (
        select(
            col(AreaResultRow.evaluation_id),
            col(AreaResultRow.area),
            col(AreaResultRow.score),
            col(AreaResultRow.missing),
        )
        .join(EvaluationRevision)
        .where(reading.holds(EvaluationRevision))
        .order_by(col(AreaResultRow.evaluation_id), col(AreaResultRow.area))
    )
    scores: dict[int | None, dict[Measure, Decimal]] = {}
    reasons: dict[int | None, dict[Measure, MissingKind]] = {}
    for evaluation_id, area, score, missing in reading.session.exec(areas):
        if score is not None:
            scores.setdefault(evaluation_id, {})[AREA_MEASURES[area - 1]] = score
        elif missing is not None:
            reasons.setdefault(evaluation_id, {})[AREA_MEASURES[area - 1]] = MissingKind(missing)
    columns: list[Any] = [*_SUMMARY_COLUMNS]
    statement = (
        select_columns(*columns)
        .join(
            MunicipalityRevision,
            col(MunicipalityRevision.key) == col(EvaluationRevision.municipality),
        )
        .where(reading.holds(EvaluationRevision), reading.holds(MunicipalityRevision))
    )
    shared: dict[tuple[tuple[Measure, MissingKind], ...], Mapping[Measure, MissingKind]] = {}
    found = []
    for row in reading.session.execute(statement):
        why = _missing(row, reasons.get(row.id, {}))
        why = shared.setdefault(tuple(why.items()), why)
        found.append(_summary(row, scores.get(row.id, {}), why))
    in_order = sorted(found, key=lambda e: (e.municipality, e.year, e.id))
    return EvaluationTable(in_order, IN_ORDER)


_SUMMARY_COLUMNS = (
    col(EvaluationRevision.id),
    col(EvaluationRevision.key),
    col(EvaluationRevision.municipality),
    col(EvaluationRevision.country),
    col(EvaluationRevision.year),
    col(EvaluationRevision.version),
    col(EvaluationRevision.family),
    col(EvaluationRevision.detail),
    col(EvaluationRevision.total_score),
    col(EvaluationRevision.total_missing),
    col(EvaluationRevision.population_inhabitants),
    col(EvaluationRevision.size_group),
    col(EvaluationRevision.groups),
    col(MunicipalityRevision.name),
    col(MunicipalityRevision.qualifier),
    col(MunicipalityRevision.county),
)


def _missing(row: Row[Any], areas: dict[Measure, MissingKind]) -> Mapping[Measure, MissingKind]:
    """Why figures are absent; the same few answers hold for most evaluations and are shared."""
    if row.total_missing is None:
        return areas
    return {Measure.TOTAL: MissingKind(row.total_missing), **areas}


def _summary(
    row: Row[Any], areas: dict[Measure, Decimal], missing: Mapping[Measure, MissingKind]
) -> EvaluationSummary:
    figures = areas if row.total_score is None else {Measure.TOTAL: row.total_score, **areas}
    return EvaluationSummary(
        id=row.key,
        municipality=intern(row.municipality),
        name=intern(label(row.name, row.qualifier)),
        country=Country(row.country),
        county=intern(row.county),
        year=row.year,
        version=intern(row.version),
        family=intern(row.family),
        detail=DetailLevel(row.detail),
        size_group=row.size_group and intern(row.size_group),
        inhabitants=row.population_inhabitants,
        figures=figures,
        official_groups=tuple(intern(f"{g['scheme']}:{g['code']}") for g in row.groups or ()),
        missing=missing,
        qualifier=row.qualifier and intern(row.qualifier),
    )


def evaluation(reading: Reading, id: str) -> Evaluation | None:
    """The evaluation with this id. Six statements at most, where nothing was corrected."""
    found = evaluations(reading, (id,))
    return found[0] if found else None


def evaluations(reading: Reading, ids: Iterable[str]) -> tuple[Evaluation, ...]:
    """Those of the evaluations that exist, in the order asked for. Six statements at
    most, where nothing was corrected."""
    wanted = askable(ids)
    if not wanted:
        return ()
    found = {e.id: e for e in _read(reading, col(EvaluationRevision.key).in_(wanted))}
    return tuple(found[id] for id in wanted if id in found)


def evaluations_of(reading: Reading, slugs: Iterable[str]) -> tuple[Evaluation, ...]:
    """Every evaluation of the municipalities, by year. Six statements at most, where
    nothing was corrected."""
    wanted = askable(slugs)
    if not wanted:
        return ()
    found = _read(reading, col(EvaluationRevision.municipality).in_(wanted))
    return tuple(sorted(found, key=lambda e: (e.year, e.id)))


def all_evaluations(reading: Reading) -> tuple[Evaluation, ...]:
    """Every evaluation with everything that is known of it, by id. Six statements."""
    return tuple(sorted(_read(reading, true()), key=lambda e: e.id))


def _read(reading: Reading, condition: ColumnElement[bool]) -> list[Evaluation]:
    """Reads the evaluations that meet a condition, and what belongs to them, table by table."""
    held = and_(reading.holds(EvaluationRevision), condition)
    rows = reading.session.exec(select(EvaluationRevision).where(held)).all()
    if not rows:
        return []
    parts = {row.id: EvaluationRows(row) for row in rows}
    by_key = {row.key: parts[row.id] for row in rows}
    for area in reading.session.exec(_children(AreaResultRow, held)):
        parts[area.evaluation_id].areas.append(area)
    for question in reading.session.exec(_children(QuestionResultRow, held)):
        parts[question.evaluation_id].questions.append(question)
    for finding in reading.session.exec(_children(FindingRow, held)):
        parts[finding.evaluation_id].findings.append(finding)
    stars = (
        select(GoldStarRevision)
        .join(EvaluationRevision, col(EvaluationRevision.key) == col(GoldStarRevision.evaluation))
        .where(reading.holds(GoldStarRevision), held)
    )
    for star in reading.session.exec(stars):
        by_key[star.evaluation].gold_stars.append(star)
    corrected = corrections(reading)
    return [
        replace(found, corrections=corrected[found.id]) if found.id in corrected else found
        for found in map(stored_evaluation, parts.values())
    ]


def _children(child: type[Child], held: ColumnElement[bool]) -> SelectOfScalar[Child]:
    return select(child).join(EvaluationRevision).where(held)
