"""Where the figures of evaluations were read, how their sources print them, and when records last
changed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, and_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.changes import RecordKind
from app.domain.evaluation import Source
from app.domain.provenance import FigureOrigin, LastChange
from app.domain.score import AREA_MEASURES, Measure
from app.models import AreaResultRow, EvaluationRevision, Revision
from app.queries import changes
from app.queries.history import known_releases
from app.queries.reading import Reading

MOST_NAMED: Final = 1_000
"""Records that a statement names one by one. Who wants more is given all to choose from."""


def provenances(reading: Reading, ids: Collection[str]) -> Mapping[str, FigureOrigin]:
    """Of at least some evaluations, by id. Three statements, one of them once a release."""
    held = _held(reading, EvaluationRevision, ids)
    columns: list[Any] = [
        col(EvaluationRevision.id),
        col(EvaluationRevision.key),
        col(EvaluationRevision.source_title),
        col(EvaluationRevision.source_url),
        col(EvaluationRevision.total_stated),
        col(EvaluationRevision.release_in),
    ]
    rows = reading.session.execute(select_columns(*columns).where(held)).all()
    stated: dict[int, dict[Measure, Decimal]] = {
        row.id: {} if row.total_stated is None else {Measure.TOTAL: row.total_stated}
        for row in rows
    }
    areas = (
        select(col(AreaResultRow.evaluation_id), col(AreaResultRow.area), col(AreaResultRow.stated))
        .join(EvaluationRevision)
        .where(held, col(AreaResultRow.stated).is_not(None))
        .order_by(col(AreaResultRow.evaluation_id), col(AreaResultRow.area))
    )
    for evaluation_id, area, points in reading.session.exec(areas):
        if points is not None:
            stated[evaluation_id][AREA_MEASURES[area - 1]] = points
    times = _times(reading)
    return {
        row.key: FigureOrigin(
            Source(row.source_title, row.source_url),
            stated[row.id],
            LastChange(row.release_in, times[row.release_in]),
        )
        for row in rows
    }


def last_changes(
    reading: Reading, kind: RecordKind, keys: Collection[str]
) -> Mapping[str, LastChange]:
    """Of at least some records, by key. Two statements, one of them once a release."""
    table = changes.KINDS[kind]
    statement = select(col(table.key), col(table.release_in)).where(_held(reading, table, keys))
    times = _times(reading)
    return {
        key: LastChange(release, times[release])
        for key, release in reading.session.exec(statement)
        if release is not None
    }


def _held(reading: Reading, table: type[Revision], keys: Collection[str]) -> ColumnElement[bool]:
    held = reading.holds(table)
    return and_(held, col(table.key).in_(keys)) if len(keys) <= MOST_NAMED else held


def _times(reading: Reading) -> Mapping[int, datetime]:
    return {release.number: release.published_at for release in known_releases(reading)}
