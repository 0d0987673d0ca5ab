"""Averages that somebody else published."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.models import ReferenceAverageRevision, ReferenceFigureRow
from app.records.contents import Content, Contents, Spelling
from app.records.document import Document
from app.records.rows import RevisionRows, columns, stored

CONTENTS = Contents(
    {
        ReferenceAverage: Spelling(
            added=frozenset({"basis", "n_basis", "n_source", "breadth"}),
        )
    }
)

GROUPS = ("source", "n_source")
"""What stands in several columns."""


def reference_document(average: ReferenceAverage) -> Document:
    return Document(ReferenceAverageRevision, average.id, CONTENTS.write(average))


def reference_rows(content: Content) -> RevisionRows:
    figures = [
        {"measure": measure, "points": points} for measure, points in content["figures"].items()
    ]
    own = columns(ReferenceAverageRevision, content, *GROUPS)
    return RevisionRows(own, {ReferenceFigureRow: figures})


def stored_reference(
    row: ReferenceAverageRevision, figures: Iterable[ReferenceFigureRow]
) -> ReferenceAverage:
    points = {figure.measure: figure.points for figure in figures}
    return read_reference(stored(row, *GROUPS) | {"id": row.key, "figures": points})


def read_reference(content: Mapping[str, Any]) -> ReferenceAverage:
    """An average from its content, its figures in the order of the measures."""
    figures = content["figures"]
    ordered = {measure: figures[measure] for measure in Measure if measure in figures}
    return CONTENTS.read(ReferenceAverage, {**content, "figures": ordered})
