"""The points of every evaluation for one question, and what reports find in its area."""

from collections.abc import Mapping

from sqlalchemy import func
from sqlmodel import col, select

from app.domain.distribution import Scored
from app.domain.evaluation import FindingKind
from app.models import EvaluationRevision, FindingRow, QuestionResultRow
from app.queries import evaluations
from app.queries.memory import remembered
from app.queries.reading import Reading


@remembered
def question_scores(reading: Reading, version: str, code: str) -> tuple[Scored, ...]:
    """Every evaluation of a version that has points for a question. Three statements at most."""
    statement = (
        select(
            col(EvaluationRevision.key),
            col(QuestionResultRow.score),
            col(QuestionResultRow.reconstructed),
        )
        .join(EvaluationRevision)
        .where(
            reading.holds(EvaluationRevision),
            col(EvaluationRevision.version) == version,
            col(QuestionResultRow.code) == code,
            col(QuestionResultRow.score).is_not(None),
        )
    )
    known = evaluations.summaries(reading).by_id
    found = [
        Scored(known[key], score, reconstructed)
        for key, score, reconstructed in reading.session.exec(statement)
        if score is not None
    ]
    return tuple(sorted(found, key=lambda result: result.evaluation.id))


@remembered
def finding_counts(
    reading: Reading, version: str, area: int
) -> Mapping[str, Mapping[FindingKind, int]]:
    """How many findings of each kind the reports of a version have in an area, by evaluation.

    One statement.
    """
    statement = (
        select(col(EvaluationRevision.key), col(FindingRow.kind), func.count())
        .join(EvaluationRevision)
        .where(
            reading.holds(EvaluationRevision),
            col(EvaluationRevision.version) == version,
            col(FindingRow.area) == area,
        )
        .group_by(col(EvaluationRevision.key), col(FindingRow.kind))
    )
    found: dict[str, dict[FindingKind, int]] = {}
    for key, kind, n in reading.session.exec(statement):
        found.setdefault(key, {})[FindingKind(kind)] = n
    alike: dict[frozenset[tuple[FindingKind, int]], Mapping[FindingKind, int]] = {}
    return {key: alike.setdefault(frozenset(n.items()), n) for key, n in found.items()}
