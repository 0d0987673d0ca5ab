"""A list of evaluations as a table, one row each, and as a cube."""

from collections.abc import Mapping

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Say, say
from app.domain.municipality import Municipality
from app.domain.provenance import FigureOrigin
from app.features.evaluation_list.content import EvaluationList
from app.web.api.evaluation_cube import BREAKS, evaluation_cube, summary_row
from app.web.api.fields import (
    change_fields,
    missing_fields,
    page_field,
    place_fields,
    source_fields,
    stated_fields,
    summary_fields,
)
from app.web.api.jsonstat import Cube
from app.web.api.tables import CellKind, Field, Table, table


def evaluation_list_table(
    evaluation_list: EvaluationList,
    municipalities: Mapping[str, Municipality],
    provenances: Mapping[str, FigureOrigin],
    language: str,
) -> Table:
    """A row for each evaluation, with a column for each area."""
    fields: tuple[Field[EvaluationSummary], ...] = (
        *place_fields(lambda e: municipalities[e.municipality], lambda e: e.year),
        *summary_fields(_itself, evaluation_list.names),
        *missing_fields(_itself),
        Field(
            "missing",
            CellKind.TEXT,
            say("The same in one cell. It goes some day: read the columns beside it."),
            _missing,
        ),
    )
    fields = (
        *fields,
        *stated_fields(lambda e: provenances[e.id]),
        *source_fields(lambda e: provenances[e.id].source),
        page_field(_itself, language),
        *change_fields(lambda e: provenances[e.id].change),
    )
    return table(
        "evaluations",
        evaluation_list.title,
        fields,
        evaluation_list.evaluations,
        (BREAKS, *evaluation_list.remarks),
    )


def evaluation_list_cube(
    evaluation_list: EvaluationList, municipalities: Mapping[str, Municipality], words: Say
) -> Cube:
    """Totals and areas of all, with the reason where one is absent."""
    rows = tuple(map(summary_row, evaluation_list.evaluations))
    return evaluation_cube(
        evaluation_list.title,
        rows,
        evaluation_list.names,
        words,
        evaluation_list.collation,
        evaluation_list.remarks,
        municipalities,
        evaluation_list.known,
    )


def _itself(evaluation: EvaluationSummary) -> EvaluationSummary:
    return evaluation


def _missing(evaluation: EvaluationSummary) -> str | None:
    """`not-found: total 3; not-public: 4`."""
    by_reason: dict[str, list[str]] = {}
    for measure, kind in evaluation.missing.items():
        by_reason.setdefault(kind.value, []).append(measure.value)
    return "; ".join(f"{kind}: {' '.join(which)}" for kind, which in by_reason.items()) or None
