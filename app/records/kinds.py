"""Every kind of record that a release holds, and how its content becomes rows."""

from collections.abc import Callable, Mapping
from typing import Final

from app.models import (
    AliasRevision,
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    GroupSchemeRevision,
    InstrumentRevision,
    KnownEvaluatedRevision,
    MethodVersionRevision,
    MunicipalityRevision,
    ReferenceAverageRevision,
    Revision,
)
from app.records.alias import alias_rows
from app.records.contents import Content
from app.records.coverage import known_evaluated_rows
from app.records.document import Document
from app.records.evaluation import evaluation_rows, gold_star_rows
from app.records.method import document_rows
from app.records.reference import reference_rows
from app.records.register import change_rows, municipality_rows
from app.records.rows import RevisionRows

KINDS: Final[Mapping[type[Revision], Callable[[Content], RevisionRows]]] = {
    InstrumentRevision: document_rows,
    MethodVersionRevision: document_rows,
    GroupSchemeRevision: document_rows,
    MunicipalityRevision: municipality_rows,
    ChangeRevision: change_rows,
    AliasRevision: alias_rows,
    ReferenceAverageRevision: reference_rows,
    KnownEvaluatedRevision: known_evaluated_rows,
    EvaluationRevision: evaluation_rows,
    GoldStarRevision: gold_star_rows,
}
"""What others rest on comes first."""


def rows_of(document: Document) -> RevisionRows:
    """The rows that a record is stored in."""
    return KINDS[document.table](document.content)
