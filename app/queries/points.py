"""Which questions each evaluation has points of, or a reason why not."""

from collections.abc import Mapping

from sqlalchemy import select as select_columns
from sqlmodel import col

from app.models import EvaluationRevision, QuestionResultRow
from app.queries.memory import remembered
from app.queries.reading import Reading

Questions = tuple[tuple[int, str], ...]
"""Areas and codes, in the order of the method."""


@remembered
def questions_asked(reading: Reading) -> Mapping[str, Questions]:
    """The questions of every evaluation of which any is public, by its id. One statement."""
    statement = (
        select_columns(
            col(EvaluationRevision.key), col(QuestionResultRow.area), col(QuestionResultRow.code)
        )
        .join(EvaluationRevision)
        .where(reading.holds(EvaluationRevision))
        .order_by(
            col(QuestionResultRow.evaluation_id),
            col(QuestionResultRow.area),
            col(QuestionResultRow.position),
        )
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for key, area, code in reading.session.execute(statement):
        found.setdefault(key, []).append((area, code))
    alike: dict[Questions, Questions] = {}
    return {key: alike.setdefault(tuple(some), tuple(some)) for key, some in found.items()}
