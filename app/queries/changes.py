"""What came, changed and left, read from the revisions of every kind of record."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, case, or_
from sqlalchemy import select as select_columns
from sqlalchemy.orm import defer
from sqlmodel import col, select

from app.domain.changes import EvaluationRevisionFigures, RecordKind, RecordRevision
from app.domain.evaluation import GoldStar
from app.domain.municipality import label
from app.domain.score import Figure, MissingKind
from app.models import (
    AreaResultRow,
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    GroupSchemeRevision,
    InstrumentRevision,
    KnownEvaluatedRevision,
    MethodVersionRevision,
    MunicipalityRevision,
    QuestionResultRow,
    ReferenceAverageRevision,
    Revision,
)
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.evaluation import stored_figure, stored_gold_star

KINDS: Mapping[RecordKind, type[Revision]] = {
    RecordKind.EVALUATION: EvaluationRevision,
    RecordKind.GOLD_STAR: GoldStarRevision,
    RecordKind.MUNICIPALITY: MunicipalityRevision,
    RecordKind.LINEAGE: ChangeRevision,
    RecordKind.REFERENCE_AVERAGE: ReferenceAverageRevision,
    RecordKind.KNOWN_EVALUATED: KnownEvaluatedRevision,
    RecordKind.METHOD_VERSION: MethodVersionRevision,
    RecordKind.INSTRUMENT: InstrumentRevision,
    RecordKind.GROUP_SCHEME: GroupSchemeRevision,
}


@remembered
def revisions(reading: Reading) -> tuple[RecordRevision, ...]:
    """Every revision up to the release that is read, as that release knows them: what leaves later
    has not left. One statement for each kind."""
    return tuple(found for kind in KINDS for found in revisions_of(reading, kind))


def revisions_of(reading: Reading, kind: RecordKind, since: int = 0) -> Iterator[RecordRevision]:
    """Those of one kind, or of these those that came or left after a release. One statement."""
    table, number = KINDS[kind], reading.release.number
    statement = (
        select(
            col(table.key),
            col(table.release_in),
            case((col(table.release_out) <= number, col(table.release_out))),
            col(table.sha256),
        )
        .where(_until(reading, table))
        .order_by(col(table.key), col(table.release_in))
    )
    if since:
        statement = statement.where(
            or_(col(table.release_in) > since, col(table.release_out) > since)
        )
    for key, came, left, sha256 in reading.session.exec(statement):
        if came is not None:
            yield RecordRevision(kind, key, came, left, sha256)


def revisions_since(reading: Reading, since: int) -> tuple[RecordRevision, ...]:
    """Those that came or left after a release, which is all that can differ from it. One statement
    for each kind."""
    return tuple(found for kind in KINDS for found in revisions_of(reading, kind, since))


@remembered
def evaluation_figures(reading: Reading) -> Mapping[tuple[str, int], EvaluationRevisionFigures]:
    """The figures of every revision of every evaluation, by id and the release it came in.

    Questions are read of those alone that were ever changed. Three statements.
    """
    until = _until(reading, EvaluationRevision)
    rows = reading.session.execute(
        select_columns(
            col(EvaluationRevision.id),
            col(EvaluationRevision.key),
            col(EvaluationRevision.release_in),
            col(EvaluationRevision.municipality),
            col(EvaluationRevision.year),
            col(EvaluationRevision.version),
            col(EvaluationRevision.total_score),
            col(EvaluationRevision.total_stated),
            col(EvaluationRevision.total_max),
            col(EvaluationRevision.total_missing),
        ).where(until)
    ).all()
    parts: dict[int | None, dict[str, Figure]] = {row.id: {} for row in rows}
    areas = select(AreaResultRow).join(EvaluationRevision)
    for area in reading.session.exec(areas.where(until)):
        parts[area.evaluation_id][str(area.area)] = stored_figure(area)
    closed = select(col(EvaluationRevision.key)).where(
        col(EvaluationRevision.release_out) <= reading.release.number
    )
    questions = (
        select(QuestionResultRow)
        .join(EvaluationRevision)
        .where(until, col(EvaluationRevision.key).in_(closed))
        .options(defer(cast(Any, QuestionResultRow.text), raiseload=True))
    )
    for question in reading.session.exec(questions):
        parts[question.evaluation_id][question.code] = stored_figure(question)
    return {(row.key, row.release_in): _figures(row, parts[row.id]) for row in rows}


def _figures(row: Any, parts: Mapping[str, Figure]) -> EvaluationRevisionFigures:
    missing = None if row.total_missing is None else MissingKind(row.total_missing)
    return EvaluationRevisionFigures(
        id=row.key,
        municipality=row.municipality,
        year=row.year,
        version=row.version,
        total=Figure(row.total_score, row.total_stated, row.total_max, missing),
        parts=parts,
    )


@remembered
def gold_star_texts(reading: Reading) -> Mapping[tuple[str, int], GoldStar]:
    """Every revision of every gold star, by id and the release it came in. One statement."""
    rows = reading.session.exec(select(GoldStarRevision).where(_until(reading, GoldStarRevision)))
    return {(row.key, row.release_in or 0): stored_gold_star(row) for row in rows}


@remembered
def municipality_names(reading: Reading) -> Mapping[str, str]:
    """What each municipality is called, or was last called before it left. One statement."""
    statement = (
        select(
            col(MunicipalityRevision.key),
            col(MunicipalityRevision.name),
            col(MunicipalityRevision.qualifier),
        )
        .where(_until(reading, MunicipalityRevision))
        .order_by(col(MunicipalityRevision.release_in))
    )
    return {
        slug: label(name, qualifier) for slug, name, qualifier in reading.session.exec(statement)
    }


def _until(reading: Reading, table: type[Revision]) -> ColumnElement[bool]:
    """The condition that a revision came in this release or before it."""
    return col(table.release_in) <= reading.release.number
