"""How many were evaluated, as sources say."""

from collections.abc import Mapping
from typing import Any

from app.domain.coverage import KnownEvaluated
from app.models import KnownEvaluatedRevision
from app.records.contents import Content, Contents
from app.records.document import Document
from app.records.rows import RevisionRows, columns, stored

CONTENTS = Contents()


def known_evaluated_document(count: KnownEvaluated) -> Document:
    return Document(KnownEvaluatedRevision, count.id, CONTENTS.write(count))


def known_evaluated_rows(content: Content) -> RevisionRows:
    return RevisionRows(columns(KnownEvaluatedRevision, content, "source"), {})


def stored_known_evaluated(row: KnownEvaluatedRevision) -> KnownEvaluated:
    return read_known_evaluated(stored(row, "source") | {"id": row.key})


def read_known_evaluated(content: Mapping[str, Any]) -> KnownEvaluated:
    return CONTENTS.read(KnownEvaluated, content)
